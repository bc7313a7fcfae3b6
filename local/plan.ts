import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { compileContent, contentFolder } from '../emails/compile.ts';
import { fromItem } from '../functions/adapters/read-subscriber.ts';
import type { Attributes } from '../functions/adapters/stored.ts';
import { subscribersIn } from '../functions/adapters/subscribers.ts';
import { woken } from '../functions/core/reader/owed.ts';
import { planInWords, planOf } from '../functions/core/reader/plan.ts';
import type { Subscriber } from '../functions/core/reader/subscriber.ts';
import { instant } from '../functions/core/time.ts';
import type { ClientConfig } from './account/account.ts';
import { wishesIn } from './account/arguments.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { findPlace, placeInWords } from './account/place.ts';

/**
 * `npm run plan`: what the course in `content/` would mean for everybody who reads, before it is
 * deployed. It only reads, unless it is told to wake those who had finished.
 */
const HELP = `npm run plan -- [--table NAME | --local URL] [--wake]

  --table  the DynamoDB table (default: the variable TABLE_NAME); --profile and --region as with deploy
  --local  the address that npm start printed, such as http://127.0.0.1:3000
  --wake   after the deployment: gives those who had finished the lessons that are new to them`;

/** Whose items are looked at. */
type Source =
  | { readonly is: 'table'; readonly name: string; readonly config: ClientConfig }
  | { readonly is: 'local'; readonly url: string };

async function everybody(source: Source): Promise<readonly Subscriber[]> {
  const items = source.is === 'local' ? await told(source.url) : await scanned(source);
  return items.filter(({ sk }) => sk === 'subscriber').map(fromItem);
}

async function told(url: string): Promise<readonly Attributes[]> {
  const response = await fetch(new URL('/_local/table', url));
  return ((await response.json()) as { readonly items: readonly Attributes[] }).items;
}

async function scanned({ name, config }: Source & { is: 'table' }): Promise<readonly Attributes[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const items: Attributes[] = [];
  const only = { FilterExpression: 'sk = :sk', ExpressionAttributeValues: { ':sk': 'subscriber' } };
  for await (const { Items } of paginateScan({ client }, { TableName: name, ...only })) {
    items.push(...(Items ?? []));
  }
  return items;
}

async function plan(source: Source, isToWake: boolean): Promise<number> {
  const [{ courses }, subscribers] = await Promise.all([
    compileContent(contentFolder()),
    everybody(source),
  ]);
  const lines = planInWords(planOf(subscribers, courses));
  console.log(lines.length > 0 ? lines.join('\n') : 'Everybody gets every lesson in its place.');
  const awake = subscribers.flatMap((one) => woken(one, courses, instant(new Date())) ?? []);
  if (awake.length === 0) return 0;
  if (!isToWake || source.is === 'local') {
    console.log(`${awake.length} have finished and are owed something: npm run plan -- --wake`);
    return 0;
  }
  const table = subscribersIn(source.name, source.config);
  const saved = await Promise.all(awake.map((one) => table.save(one)));
  console.log(`Woke ${saved.filter((each) => each === 'saved').length} of ${awake.length}.`);
  return 0;
}

/** Account and region are found as every command finds them, so that a table is not sought elsewhere. */
async function run(): Promise<number> {
  const wishes = wishesIn(process.argv.slice(2), {
    flags: ['wake', 'help'],
    values: ['table', 'local'],
  });
  const { local: url, table: name = process.env['TABLE_NAME'] ?? '' } = wishes.values;
  const isToWake = wishes.flags.has('wake');
  if (wishes.flags.has('help') || (name === '' && url === undefined)) {
    console.log(HELP);
    return wishes.flags.has('help') ? 0 : 1;
  }
  if (url !== undefined && isToWake) {
    console.error('--wake needs --table: /_local shows what is stored and changes nothing.');
    return 1;
  }
  if (url !== undefined) return plan({ is: 'local', url }, false);
  const place = await findPlace(wishes, process.env);
  const { region, credentials } = place;
  console.log(`${name}: ${placeInWords(place)}\n`);
  return plan({ is: 'table', name, config: { region, credentials } }, isToWake);
}

await explainingForeseen(run);
