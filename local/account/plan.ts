import { loadContent } from '../../emails/content/load.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { instant } from '../../functions/core/time.ts';
import { wishesIn } from './arguments.ts';
import { sourceIn } from './items.ts';
import { newsletterChanges } from './newsletter/changes.ts';
import { type Outlook, outlookOf } from './outline/outlook.ts';
import { deployedIn, everybodyIn, keptIn, wake } from './outline/readers.ts';
import { canvasOf, harmInWords, outlookInWords } from './outline/words.ts';
import { placeInWords } from './place.ts';
import type { Outside } from './session.ts';

const HELP = `npm run plan -- [--table NAME | --local URL] [--json | --wake]

  --table  the DynamoDB table (default: the variable TABLE_NAME, or else that of the stack); --profile and
           --region as with deploy
  --local  the address that npm start printed, such as http://127.0.0.1:3000
  --json   the same for scripts
  --wake   gives those who had finished what is new to them, and lets those go on who wait for a rest that is
           none any more. A deployment does this itself; this is for whoever finished meanwhile`;

/**
 * What the courses in `content/` would mean for everybody who reads, and what becomes of issues, before it is deployed. It only
 * reads, unless it is told to wake those whom nothing else would.
 *
 * @returns the exit code
 */
export async function plan(outside: Outside, args: readonly string[]): Promise<number> {
  const { print } = outside;
  const wishes = wishesIn(args, { flags: ['wake', 'json', 'help'], values: ['table', 'local'] });
  if (wishes.flags.has('help')) {
    print(HELP);
    return 0;
  }
  const content = loadContent(outside.contentDir);
  const drafts = draftsOf(content);
  const source = (await sourceIn(wishes, outside.env)) ?? (await deployedIn(outside, wishes));
  if (source === undefined) {
    print(`Nothing is deployed yet, so nobody reads.\n\n${HELP}`);
    return 1;
  }
  const now = instant(outside.now());
  const [subscribers, kept] = await Promise.all([everybodyIn(source), keptIn(source)]);
  const outlook = outlookOf(subscribers, drafts, kept, now);
  if (wishes.flags.has('json')) {
    print(JSON.stringify(toJson(outlook), undefined, 2));
    return 0;
  }
  if (source.is === 'table') print(`${source.name}: ${placeInWords(source.place)}\n`);
  for (const line of await newsletterChanges(content, source, outside)) print(line);
  tell(outside, outlook);
  if (!wishes.flags.has('wake')) return 0;
  if (source.is === 'local') {
    print('--wake needs a table: /_local shows what is stored and changes nothing.');
    return 1;
  }
  const courses = drafts.map(({ outline }) => outline);
  const asleep = [...outlook.asleep.finished, ...outlook.asleep.resting];
  const count = await wake(source, asleep, courses, now);
  print(`Woke ${count} of ${asleep.length}.`);
  return 0;
}

function tell(outside: Outside, outlook: Outlook): void {
  const { harms } = outlook;
  for (const line of outlookInWords(outlook, canvasOf(outside))) outside.print(line);
  if (harms.length === 0) return;
  outside.print(
    '\nReaders stand on what would change, so npm run deploy asks before it does this:',
  );
  for (const harm of harms) outside.print(`  ${harmInWords(harm)}`);
}

const toJson = ({ strips, harms, over, rests, asleep, isDeployed }: Outlook) => ({
  deployed: isDeployed,
  courses: strips.map(({ course, readers, rows }) => ({ course, readers, rows })),
  harms: harms.map((harm) => ({ ...harm, says: harmInWords(harm) })),
  over: over.map(([course, readers]) => ({ course, readers })),
  rests: rests.map(({ course, rest, readers }) => ({
    course,
    ...rest,
    next: Object.fromEntries(readers),
  })),
  finished: asleep.finished.length,
  resting: asleep.resting.length,
});
