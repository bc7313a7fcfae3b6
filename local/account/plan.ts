import { loadContent } from '../../emails/content/load.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { instant } from '../../functions/core/time.ts';
import { wishesIn } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { sourceIn } from './items.ts';
import { newsletterChanges } from './newsletter/changes.ts';
import { type Outlook, outlookOf } from './outline/outlook.ts';
import { deployedIn, everybodyIn, keptIn, wake } from './outline/readers.ts';
import { canvasOf, harmInWords, outlookInWords } from './outline/words.ts';
import { placeInWords } from './place.ts';
import { RefusedError } from './restore/home.ts';
import type { Outside } from './session.ts';

const HELP = `npm run plan -- [--table NAME | --local URL] [--json] [--wake]

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
  const wishes = wishesIn(args, { flags: ['wake', 'json', 'help'], values: ['table', 'local'] });
  if (wishes.flags.has('help')) {
    outside.print(HELP);
    return 0;
  }
  const say = sayTo(outside, wishes);
  const content = loadContent(outside.contentDir);
  const drafts = draftsOf(content);
  const source = (await sourceIn(wishes, outside.env)) ?? (await deployedIn(outside, wishes));
  if (source === undefined) {
    throw new RefusedError(`Nothing is deployed yet, so nobody reads.\n\n${HELP}`);
  }
  const now = instant(outside.now());
  const [subscribers, kept] = await Promise.all([everybodyIn(source), keptIn(source)]);
  const outlook = outlookOf(subscribers, drafts, kept, now);
  if (source.is === 'table') say(`${source.name}: ${placeInWords(source.place)}\n`);
  const issues = await newsletterChanges(content, source, outside);
  for (const line of [...issues, ...outlookLines(outside, outlook)]) say(line);
  if (!wishes.flags.has('wake')) {
    tellScripts(outside, wishes, { ...toJson(outlook), issues });
    return 0;
  }
  if (source.is === 'local') {
    throw new RefusedError(
      '--wake needs a table: /_local shows what is stored and changes nothing.',
    );
  }
  const courses = drafts.map(({ outline }) => outline);
  const asleep = [...outlook.asleep.finished, ...outlook.asleep.resting];
  const count = await wake(source, asleep, courses, now);
  say(`Woke ${count} of ${asleep.length}.`);
  tellScripts(outside, wishes, { ...toJson(outlook), issues, woken: count });
  return 0;
}

function outlookLines(outside: Outside, outlook: Outlook): readonly string[] {
  const lines = outlookInWords(outlook, canvasOf(outside));
  const { harms } = outlook;
  if (harms.length === 0) return lines;
  const asks = '\nReaders stand on what would change, so npm run deploy asks before it does this:';
  return [...lines, asks, ...harms.map((harm) => `  ${harmInWords(harm)}`)];
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
