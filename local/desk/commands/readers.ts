import { ArgumentError, type Wishes } from '../../account/arguments.ts';
import { asJson } from '../../account/as-json.ts';
import { bytesOf } from '../../account/newsletter/readers.ts';
import { priceInWords } from '../../account/newsletter/words.ts';
import type { Outside } from '../../account/session.ts';
import { MOST_LINES, type PageWishes, readersPage } from '../page.ts';
import { countReaders, STANDINGS, type StandingName } from '../readers.ts';
import { countsInWords, pageInWords } from '../words/readers.ts';
import { type AtDesk, atDesk, PLACE, tell } from './at-desk.ts';
import { isMeant } from './confirm.ts';

const LISTED = STANDINGS.filter((name) => name !== 'unreadable');

const HELP = `kindling readers                          how many stand where, and who joined lately
kindling readers --list                   a page of them; also with any of these:
kindling readers --standing paused        those of one standing: ${LISTED.join(', ')}
kindling readers --course closer          those of one course

  --after   what the page before printed
  --lines   how long a page is: 50 unless said, ${MOST_LINES} at most
  --yes     counts without a question; counting reads the whole table, and says what it costs first
${PLACE}`;

/** `kindling readers`: everybody in numbers, or a page of them. @returns the exit code */
export const readersCommand = (outside: Outside, args: readonly string[]): Promise<number> =>
  atDesk(
    outside,
    args,
    {
      help: HELP,
      flags: ['list', 'yes'],
      values: ['standing', 'course', 'after', 'lines'],
    },
    (at) => (isList(at) ? list(at) : counted(at)),
    (given) => void pageWishes(given.wishes),
  );

const isList = ({ wishes: { flags, values } }: AtDesk): boolean =>
  flags.has('list') ||
  [values['standing'], values['course'], values['after'], values['lines']].some(
    (one) => one !== undefined,
  );

async function counted(at: AtDesk): Promise<number> {
  const { desk, outside, wishes, isJson } = at;
  if (!isJson) outside.print(`${desk.inWords}\n\n${priceInWords(await bytesOf(desk))}`);
  if (!(await isMeant(outside, wishes, 'Count them?'))) {
    outside.print('Nobody was counted.');
    return 0;
  }
  const counts = await countReaders(desk);
  const lines = isJson ? [asJson(counts)] : ['', ...countsInWords(counts)];
  for (const line of lines) outside.print(line);
  return counts.standing.unreadable === 0 ? 0 : 1;
}

async function list(at: AtDesk): Promise<number> {
  const page = await readersPage(at.desk, pageWishes(at.wishes));
  if (page === undefined) throw new ArgumentError('--after wants what the page before printed.');
  tell(at, page, pageInWords);
  return 0;
}

/** @throws ArgumentError on a standing that nobody has, or a page that is none */
function pageWishes({ values }: Pick<Wishes, 'values'>): PageWishes {
  const { standing: said, course, after, lines: length } = values;
  const standing = LISTED.find(
    (name): name is Exclude<StandingName, 'unreadable'> => name === said,
  );
  if (said !== undefined && standing === undefined) {
    throw new ArgumentError(`--standing wants one of ${LISTED.join(', ')}, not "${said}".`);
  }
  const lines = length === undefined ? undefined : Number(length);
  if (lines !== undefined && !(Number.isInteger(lines) && lines >= 1 && lines <= MOST_LINES)) {
    throw new ArgumentError(`--lines wants a number from 1 to ${MOST_LINES}, not "${length}".`);
  }
  return {
    ...(standing !== undefined && { standing }),
    ...(course !== undefined && { course }),
    ...(after !== undefined && { after }),
    ...(lines !== undefined && { lines }),
  };
}
