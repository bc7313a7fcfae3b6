import type { RowProblem } from '../../../functions/core/reader/import-row.ts';
import type { List } from './list.ts';
import type { Became, Look } from './look.ts';

/** What an import says: counts and lines of the file, and nobody's address. */

const FATES: Readonly<Record<Became, string>> = {
  comes: 'come: they read from their day on',
  asked: 'have not confirmed, for all the list says: one mail asks them, and nothing else goes out',
  left: 'left there: they are kept as left, and get nothing',
  suppressed: 'could not be mailed there, or complained: kept, and they get nothing',
  'here: reads': 'read here already: nothing of theirs is overwritten',
  'here: reads, left there':
    'read here and left there: nothing is changed, so ask yourself whether they meant these letters as well',
  'here: left': 'left here: a list brings nobody back',
  'here: suppressed': 'can’t be mailed, as is known here: a list does not change that',
  'here: erased': 'had everything erased here: they stay so',
  'here: asked':
    'were asked to confirm already, or asked for it themselves: they are not asked again',
  'here: unreadable': 'are here and can’t be read: docs/runbook.md, "An item cannot be read"',
};

const PROBLEMS: Readonly<Record<RowProblem, string>> = {
  columns: 'more cells than the first line has names',
  email: 'no address that a mail could go to',
  name: 'a name that is too long, or a link',
  status: 'a status that this tool is not known to have',
  date: 'a date that is none, or could be two: 2024-03-01, or 2024-03-01T10:00:00Z',
  future: 'a date in the future',
  course: 'a course that is not in content/courses',
  place: 'a place that the course does not have: letters had, the id of the last one, or finished',
  track: 'a version that the course does not have',
  zone: 'a zone that is none: such as Europe/Berlin',
  hour: 'an hour that is none: 0 to 23, or 7:30',
  days: 'days that are none: daily, weekdays, or mon, wed, fri',
  newsletter: 'neither yes nor no for the newsletter',
  'nothing-asked': 'neither a course nor the newsletter: say --course or --newsletter',
  whole: 'a column “kindling” that can’t be read, or is of a newer version',
  differs: 'other cells than its column “kindling” tells of: put them back, or empty that one',
};

/** So many lines are named; of the others their number is enough. */
const NAMED = 12;

const linesInWords = (lines: readonly number[]): string =>
  lines.length > NAMED
    ? `lines ${lines.slice(0, NAMED).join(', ')} and ${lines.length - NAMED} more`
    : `line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;

export const amount = (count: number): string => String(count).padStart(7);

/** Fates of which one wants to know in which lines. */
const WITH_LINES = /^here: /;

/** What was read, and what becomes of whom. */
export function listInWords(list: List, { lines, quiet }: Look): readonly string[] {
  const { tool, unread, twice } = list;
  const whose = tool === 'csv' ? 'a table of your own' : `an export of ${tool}`;
  const fates = [...lines].map(([is, of]) => {
    const where = WITH_LINES.test(is) ? ` (${linesInWords(of)})` : '';
    return `${amount(of.length)}  ${FATES[is]}${where}`;
  });
  return [
    `${list.lines} people in the file, which looks like ${whose}.`,
    ...(unread.length > 0 ? [`Columns that are not read: ${unread.join(', ')}`] : []),
    ...fates,
    ...(quiet > 0
      ? [`${amount(quiet)}  of those who come are owed nothing, and get no mail by it`]
      : []),
    ...(twice.length > 0
      ? [
          `${amount(twice.length)}  lines have an address that another line has (${linesInWords(twice)}): ` +
            'the one counts that says they get nothing, or else the first',
        ]
      : []),
    ...problemsInWords(list),
  ];
}

/** What both of these say, for scripts. */
export const listAsJson = (
  { tool, lines: people, unread, twice, problems }: List,
  { lines, days, firstDay, quiet }: Look,
) => ({
  tool,
  people,
  unread,
  lines: Object.fromEntries(lines),
  twice,
  problems,
  quiet,
  days,
  firstDay: Object.fromEntries(firstDay),
});

function problemsInWords({ problems }: List): readonly string[] {
  const kinds = [...new Set(problems.map(({ problem }) => problem))];
  return kinds.map((kind) => {
    const of = problems.filter(({ problem }) => problem === kind).map(({ line }) => line);
    return `${amount(of.length)}  can’t be taken: ${PROBLEMS[kind]} (${linesInWords(of)})`;
  });
}

/** Who gets what, and when. */
export function daysInWords({ days, firstDay }: Look): readonly string[] {
  const [first] = days;
  if (first === undefined) return ['Nobody gets a mail by it.'];
  return [
    `On ${first.day}, at their hour or up to four hours later:`,
    ...firstDay.map(([mail, count]) => `${amount(count)}  ${mail}`),
    'First mails by day:',
    ...days.map(({ day, count }) => `${amount(count)}  ${day}`),
  ];
}
