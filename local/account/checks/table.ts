import type { TableState } from '../ask/room.ts';
import type { Check } from '../check.ts';
import { type How, ok, run, say, todo, wrong } from '../verdict.ts';

/** What the doors ask the table by (infra/subscriber-table.ts). */
const KEYS = ['pk', 'sk'];
const INDEXES: Readonly<Record<string, readonly [hash: string, range: string]>> = {
  due: ['dueShard', 'dueAt'],
  newsletter: ['newsletterShard', 'zone'],
};
const TIME_TO_LIVE = 'expiresAt';

/** A table that the stack did not make, and so does not look after (decision 021). */
const attached: Check = {
  id: 'table',
  when: 'before',
  async run({ account, region, subject: { table: name } }) {
    if (name === '') return ok('the stack makes it');
    const table = await account.table(name);
    if (table === undefined) {
      return wrong(`there is no table ${name} in ${region}`, say('See "table" in cdk.json.'));
    }
    if (table.keys.join() !== KEYS.join()) {
      return wrong(
        `the keys of ${name} are ${table.keys.join(' and ')}, and readers are found by pk and sk`,
        say('It is no table of a publication: a copy or a backup of one has its keys.'),
      );
    }
    const lacking = Object.keys(INDEXES).filter((one) => !isRight(table, one));
    if (lacking.length > 0) {
      return wrong(
        `${name} lacks the index ${lacking.join(' and ')}, so nobody would be found who is due`,
        ...lacking.map((one) => run(indexCommand(name, one, region))),
        say('One after another: DynamoDB makes one index at a time.'),
      );
    }
    const how = careFor(name, table, region);
    return how.length === 0
      ? ok(`${name} is attached`)
      : todo(`${name} is attached, and nobody looks after it`, ...how);
  },
};

const isRight = ({ indexes }: TableState, name: string): boolean =>
  indexes[name]?.join() === INDEXES[name]?.join();

/** A table that was restored comes without either (DynamoDB guide, "Restoring a table"). */
function careFor(name: string, table: TableState, region: string): readonly How[] {
  const aws = (what: string) => run(`aws dynamodb ${what} --table-name ${name} --region ${region}`);
  return [
    ...(table.isProtected ? [] : [aws('update-table --deletion-protection-enabled')]),
    ...(table.timeToLive === TIME_TO_LIVE
      ? []
      : [
          aws(
            `update-time-to-live --time-to-live-specification Enabled=true,AttributeName=${TIME_TO_LIVE}`,
          ),
        ]),
  ];
}

function indexCommand(table: string, index: string, region: string): string {
  const [hash, range] = INDEXES[index] ?? ['', ''];
  const create =
    `IndexName=${index},KeySchema=[{AttributeName=${hash},KeyType=HASH},` +
    `{AttributeName=${range},KeyType=RANGE}],Projection={ProjectionType=KEYS_ONLY}`;
  return (
    `aws dynamodb update-table --table-name ${table} --region ${region} --attribute-definitions ` +
    `AttributeName=${hash},AttributeType=S AttributeName=${range},AttributeType=S ` +
    `--global-secondary-index-updates 'Create={${create}}'`
  );
}

export const TABLE: readonly Check[] = [attached];
