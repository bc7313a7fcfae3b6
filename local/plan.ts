import { parseArgs } from 'node:util';
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

/**
 * `npm run plan`: what the course in `content/` would mean for everybody who reads, before it is
 * deployed. It only reads, unless it is told to wake those who had finished.
 */
const HELP = `npm run plan -- [--table NAME | --local URL] [--wake]

  --table  the DynamoDB table (default: the variable TABLE_NAME), with your AWS profile
  --local  the address that npm start printed, such as http://127.0.0.1:3000
  --wake   after the deployment: gives those who had finished the lessons that are new to them`;

const { values: given } = parseArgs({
  options: {
    table: { type: 'string', default: process.env['TABLE_NAME'] ?? '' },
    local: { type: 'string' },
    wake: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function everybody(): Promise<readonly Subscriber[]> {
  const items = given.local === undefined ? await scanned(given.table) : await told(given.local);
  return items.filter(({ sk }) => sk === 'subscriber').map(fromItem);
}

async function told(url: string): Promise<readonly Attributes[]> {
  const response = await fetch(new URL('/_local/table', url));
  return ((await response.json()) as { readonly items: readonly Attributes[] }).items;
}

async function scanned(TableName: string): Promise<readonly Attributes[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const items: Attributes[] = [];
  const only = { FilterExpression: 'sk = :sk', ExpressionAttributeValues: { ':sk': 'subscriber' } };
  for await (const { Items } of paginateScan({ client }, { TableName, ...only })) {
    items.push(...(Items ?? []));
  }
  return items;
}

async function plan(): Promise<void> {
  const [{ courses }, subscribers] = await Promise.all([
    compileContent(contentFolder()),
    everybody(),
  ]);
  const lines = planInWords(planOf(subscribers, courses));
  console.log(lines.length > 0 ? lines.join('\n') : 'Everybody gets every lesson in its place.');
  const awake = subscribers.flatMap((one) => woken(one, courses, instant(new Date())) ?? []);
  if (awake.length === 0) return;
  if (!given.wake) {
    console.log(`${awake.length} have finished and are owed something: npm run plan -- --wake`);
    return;
  }
  const table = subscribersIn(given.table);
  const saved = await Promise.all(awake.map((one) => table.save(one)));
  console.log(`Woke ${saved.filter((each) => each === 'saved').length} of ${awake.length}.`);
}

if (given.help || (given.table === '' && given.local === undefined)) {
  console.log(HELP);
  process.exitCode = given.help ? 0 : 1;
} else if (given.wake && given.local !== undefined) {
  console.error('--wake needs --table: /_local shows what is stored and changes nothing.');
  process.exitCode = 1;
} else {
  await plan();
}
