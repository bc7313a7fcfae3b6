import { basename } from 'node:path';
import { loadContent } from '../../emails/content/load.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { type CourseOutline, offered } from '../../functions/core/course.ts';
import { oneLine } from '../../functions/core/one-line.ts';
import { FIRST_DAY } from '../../functions/core/reader/import-days.ts';
import { lettersADay } from '../../functions/core/sending/pace.ts';
import { ArgumentError, type Wishes, wishesAndTexts } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { hashOf } from './import/file.ts';
import { listIn } from './import/list.ts';
import { type ImportWrite, type Look, lookAt } from './import/look.ts';
import { quotaAt, storedIn, type Writing, writingTo } from './import/table.ts';
import { type TableAt, tableAt } from './import/where.ts';
import { amount, daysInWords, listAsJson, listInWords } from './import/words.ts';
import { RefusedError } from './restore/home.ts';
import type { Outside } from './session.ts';

const HELP = `npm run import -- people.csv --reason "..." [--course closer] [--newsletter] [--dry-run]

  --reason      why these people may be written to; it is kept beside each of them
  --course      the course of whoever the list names none for
  --newsletter  they get the newsletter, where the list does not say
  --confirmed   whoever is on the list has confirmed it there, where the list does not say
  --first-day   first mails on the first day; each day has at most twice as many (default: ${FIRST_DAY})
  --dry-run     says what would be, and writes nothing
  --seen        what a dry run printed: writes what was seen, without a question
  --json        the same for scripts, with --dry-run or --seen
  --local       the address that npm start printed
  --table, --profile and --region as with plan`;

const OPTIONS = {
  flags: ['newsletter', 'confirmed', 'dry-run', 'json', 'help'],
  values: ['reason', 'course', 'first-day', 'seen', 'local', 'table'],
};

/**
 * `npm run import`: brings a list here. It says who would get what and when, asks, and writes each person
 * once; whoever is known stays as they are, so an import that was cut short is begun again.
 *
 * @returns the exit code
 */
export async function importList(outside: Outside, args: readonly string[]): Promise<number> {
  const { wishes, texts } = wishesAndTexts(args, OPTIONS);
  if (wishes.flags.has('help')) {
    outside.print(HELP);
    return 0;
  }
  const { file, reason, first } = asked(texts, wishes);
  const at = await tableAt(outside, wishes);
  const content = loadContent(outside.contentDir);
  const courses = draftsOf(content).map(({ outline }) => outline);
  const course = courseIn(wishes.values['course'], courses);
  const { zone, hour, days } = content.publication.defaults;
  const [newsletter, confirmed] = [wishes.flags.has('newsletter'), wishes.flags.has('confirmed')];
  const said = { reason, course: course?.slug ?? '', newsletter, confirmed, first };
  const hash = hashOf({ ...said, zone, hour, days });
  const about = { defaults: { zone, hour, days }, course, newsletter, confirmed };
  const list = await listIn(file, hash, { wishes: about, now: at.now, courses });
  const seen = hash.digest('hex').slice(0, 12);
  const [stored, quota] = [await storedIn(at), await quotaAt(at)];
  const most = lettersADay(quota);
  const look = lookAt(list, stored, { now: at.now, courses, reason, first, most });
  const say = sayTo(outside, wishes);
  say(`${at.inWords}\n`);
  for (const line of [...listInWords(list, look), '', ...daysInWords(look)]) say(line);
  const written = (await isMeant(outside, wishes, seen)) ? await write(look, at, say) : {};
  tellScripts(outside, wishes, { seen, ...listAsJson(list, look), ...written });
  return 0;
}

/** @throws RefusedError where it is not clear what is to be brought, and why */
function asked(texts: readonly string[], { values }: Wishes) {
  const [file, ...more] = texts;
  if (file === undefined || more.length > 0) throw new ArgumentError(`Which file?\n\n${HELP}`);
  if (/^nonsubscribed/i.test(basename(file))) throw new RefusedError(NEVER_SUBSCRIBED);
  const reason = oneLine(values['reason'] ?? '');
  if (reason === '') {
    throw new ArgumentError(
      'Why may these people be written to? Say it: --reason "moved from Kit, where all confirmed". It ' +
        'is kept beside each of them, as the law asks of you (GDPR Art. 7(1)).',
    );
  }
  const first = Number(values['first-day'] ?? FIRST_DAY);
  if (!Number.isInteger(first) || first < 1) {
    throw new ArgumentError('--first-day wants a number of mails, 1 or more.');
  }
  return { file, reason, first };
}

const NEVER_SUBSCRIBED =
  'Mailchimp calls those “nonsubscribed” who bought or wrote something and never asked for mail. They ' +
  'can’t be imported.';

/** @throws RefusedError on a course that is not there */
function courseIn(
  slug: string | undefined,
  courses: readonly CourseOutline[],
): CourseOutline | undefined {
  if (slug === undefined) return undefined;
  const course = offered(courses).find((one) => one.slug === slug);
  if (course !== undefined) return course;
  const known = offered(courses).map((one) => one.slug);
  throw new RefusedError(`There is no course “${slug}”. There is: ${known.join(', ')}.`);
}

/** @throws RefusedError when it was seen otherwise, or nobody can be asked */
async function isMeant(outside: Outside, wishes: Wishes, seen: string): Promise<boolean> {
  const { ask } = outside;
  const say = sayTo(outside, wishes);
  const before = wishes.values['seen'];
  if (wishes.flags.has('dry-run')) {
    say(`\nNothing was changed. To do just this, add: --seen ${seen}`);
    return false;
  }
  if (before !== undefined) {
    if (before === seen) return true;
    throw new RefusedError(
      `\nThe file, or what you say of it, is not what was seen as ${before}. Look again: --dry-run. ` +
        'Nothing was changed.',
    );
  }
  if (ask === undefined || wishes.flags.has('json')) {
    throw new RefusedError(`\nNothing was changed. To do just this, add: --seen ${seen}`);
  }
  if (/^y(es)?$/i.test((await ask('\nImport them? [y/N] ')).trim())) return true;
  say('Nothing was changed.');
  return false;
}

/** As many at once as a laptop's connections bear. */
const AT_ONCE = 20;

/** Who begins first is written first, so that a part is a beginning. */
async function write(look: Look, at: TableAt, say: Outside['print']) {
  const writing = writingTo(at);
  const writes = look.writes(await writing.idKey(), await writing.secretKey());
  let [written, missed] = [0, 0];
  try {
    for (let some = taken(writes); some.length > 0; some = taken(writes)) {
      const done = await Promise.all(some.map((one) => writeOne(writing, one)));
      written += done.filter((is) => is).length;
      missed += done.filter((is) => !is).length;
      if (written % TOLD < AT_ONCE && written >= TOLD) say(`${amount(written)} written`);
    }
  } catch (error) {
    say('\nIt broke off. Begin it again: who is written already is not written twice.');
    throw error;
  }
  say(`\n${written} written.`);
  if (missed > 0) say(`${missed} came by themselves meanwhile, and are as they wanted it.`);
  return { written, missed };
}

/** After so many it is told how far it is. */
const TOLD = 2000;

function taken(writes: Generator<ImportWrite>): readonly ImportWrite[] {
  const some: ImportWrite[] = [];
  while (some.length < AT_ONCE) {
    const { value, done } = writes.next();
    if (done === true) break;
    some.push(value);
  }
  return some;
}

const writeOne = (writing: Writing, one: ImportWrite): Promise<boolean> =>
  one.is === 'ask' ? writing.ask(one.request) : writing.put(one.subscriber, one.facts);
