import type { Figures, Summary } from './summary.ts';

/** The columns, in this order; a heading is as wide as its column. */
const COLUMNS: readonly (readonly [figure: keyof Figures, heading: string])[] = [
  ['due', '  due'],
  ['accepted', 'accepted'],
  ['refused', 'refused'],
  ['bounced', 'bounced'],
  ['complained', ' spam'],
  ['replied', 'replied'],
  ['pausedAfter', 'paused'],
  ['leftAfter', ' left'],
];

/** What was counted, as a table that fits a terminal. */
export function summaryInWords({ courses, issues, digests }: Summary): readonly string[] {
  const named = [
    ...courses.map(({ course, finished, letters }) => ({
      title: `${course}: ${finished} finished`,
      rows: letters.map((one) => [one.letter, one] as const),
    })),
    { title: 'Issues', rows: issues.map((one) => [one.issue, one] as const) },
    {
      title: 'Digests, by the day of their last issue',
      rows: digests.map((one) => [one.on, one] as const),
    },
  ].filter(({ rows }) => rows.length > 0);
  const names = named.flatMap(({ rows }) => rows.map(([name]) => name.length));
  const width = Math.max(0, ...names) + 2;
  return named.flatMap(({ title, rows }) => [
    title,
    `${' '.repeat(width)}${COLUMNS.map(([, heading]) => heading).join('  ')}`,
    ...rows.map(([name, figures]) => `${name.padEnd(width)}${cellsOf(figures)}`),
    '',
  ]);
}

const cellsOf = (figures: Figures): string =>
  COLUMNS.map(([figure, heading]) => String(figures[figure]).padStart(heading.length)).join('  ');

/** The same of one mail, in a line: `due 812, accepted 811, …`. */
export const figuresInWords = (figures: Figures): string =>
  COLUMNS.map(([figure, heading]) => `${heading.trim()} ${figures[figure]}`).join(', ');
