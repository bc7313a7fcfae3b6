import { compileContent, contentFolder } from '../emails/compile.ts';
import { fromItem } from '../functions/adapters/read-subscriber.ts';
import { subscribersIn } from '../functions/adapters/subscribers.ts';
import { woken } from '../functions/core/reader/owed.ts';
import { missingFrom, missingInWords, planInWords, planOf } from '../functions/core/reader/plan.ts';
import type { Subscriber } from '../functions/core/reader/subscriber.ts';
import { instant } from '../functions/core/time.ts';
import { configOf } from './account/account.ts';
import { wishesIn } from './account/arguments.ts';
import { explainingForeseen } from './account/foreseen.ts';
import { itemsIn, type Source, sourceIn } from './account/items.ts';
import { placeInWords } from './account/place.ts';

/**
 * `npm run plan`: what the course in `content/` would mean for everybody who reads, before it is
 * deployed. It only reads, unless it is told to wake those who had finished.
 */
const HELP = `npm run plan -- [--table NAME | --local URL] [--wake]

  --table  the DynamoDB table (default: the variable TABLE_NAME); --profile and --region as with deploy
  --local  the address that npm start printed, such as http://127.0.0.1:3000
  --wake   after the deployment: gives those who had finished the lessons that are new to them`;

async function everybody(source: Source): Promise<readonly Subscriber[]> {
  const all: Subscriber[] = [];
  for await (const item of itemsIn(source, 'subscriber')) all.push(fromItem(item));
  return all;
}

async function plan(source: Source, isToWake: boolean): Promise<number> {
  const [{ courses }, subscribers] = await Promise.all([
    compileContent(contentFolder()),
    everybody(source),
  ]);
  const lines = [
    ...missingInWords(missingFrom(subscribers, courses)),
    ...planInWords(planOf(subscribers, courses)),
  ];
  console.log(lines.length > 0 ? lines.join('\n') : 'Everybody gets every lesson in its place.');
  const awake = subscribers.flatMap((one) => woken(one, courses, instant(new Date())) ?? []);
  if (awake.length === 0) return 0;
  if (!isToWake || source.is === 'local') {
    console.log(`${awake.length} have finished and are owed something: npm run plan -- --wake`);
    return 0;
  }
  const table = subscribersIn(source.name, configOf(source.place));
  const saved = await Promise.all(awake.map((one) => table.save(one)));
  console.log(`Woke ${saved.filter((each) => each === 'saved').length} of ${awake.length}.`);
  return 0;
}

async function run(): Promise<number> {
  const wishes = wishesIn(process.argv.slice(2), {
    flags: ['wake', 'help'],
    values: ['table', 'local'],
  });
  const isToWake = wishes.flags.has('wake');
  const source = wishes.flags.has('help') ? undefined : await sourceIn(wishes, process.env);
  if (source === undefined) {
    console.log(HELP);
    return wishes.flags.has('help') ? 0 : 1;
  }
  if (source.is === 'local' && isToWake) {
    console.error('--wake needs --table: /_local shows what is stored and changes nothing.');
    return 1;
  }
  if (source.is === 'table') console.log(`${source.name}: ${placeInWords(source.place)}\n`);
  return plan(source, isToWake);
}

await explainingForeseen(run);
