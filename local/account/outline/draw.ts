import type { Change } from '../../../functions/core/outline.ts';
import type { Strip, StripRow } from '../../../functions/core/reader/strip.ts';
import { paintFor, type Style } from '../paint.ts';

/** How a strip is drawn, and on what. */
export interface Canvas {
  readonly color: boolean;
  /** The most marks in a row. With more readers, a mark stands for several. */
  readonly marks: number;
}

const SIGNS: Readonly<Record<Change, readonly [sign: string, color: Style | undefined]>> = {
  same: [' ', undefined],
  added: ['+', 'green'],
  back: ['+', 'green'],
  moved: ['>', 'yellow'],
  retired: ['-', 'dim'],
  removed: ['-', 'red'],
  renamed: ['~', 'red'],
};

/** From those who have had a letter to those who never get it: a mark, and its color. */
const MARKS: readonly (readonly [StandsTo, mark: string, color: Style | undefined])[] = [
  ['had', '■', undefined],
  ['next', '►', 'cyan'],
  ['later', '·', 'dim'],
  ['never', '×', 'red'],
];
type StandsTo = 'had' | 'next' | 'later' | 'never';

const MEANING = '■ had it  ► is next  · comes later  × never';

/** A course as a strip: a row a letter, and each reader a mark in each row. */
export function drawn(strip: Strip, { color, marks }: Canvas): readonly string[] {
  const paint = paintFor({ color });
  const width = Math.max(...strip.rows.map(({ lesson }) => lesson.length), 0);
  const lines = strip.rows.map((row) => {
    const [sign, tint] = SIGNS[row.change];
    const name = `${sign} ${String(row.place ?? '').padStart(3)}  ${row.lesson.padEnd(width)}`;
    const counts = scaled(
      MARKS.map(([to]) => row[to]),
      marks,
    );
    const drawing = MARKS.map(([, mark, as], index) => paint(as, mark.repeat(counts[index] ?? 0)));
    const note = noteOn(row);
    return `${paint(tint, name)}  ${drawing.join('')}${note && paint(tint, `  ${note}`)}`.trimEnd();
  });
  const each =
    strip.readers > marks ? `, a mark for about ${Math.round(strip.readers / marks)}` : '';
  const title = `${strip.course}: ${readersInWords(strip.readers)}${each}`;
  return [`${paint('bold', title)}   ${paint('dim', MEANING)}`, ...lines];
}

export const readersInWords = (count: number): string =>
  count === 1 ? '1 reader' : `${count} readers`;

function noteOn({ change, was, place, to, lost }: StripRow): string {
  switch (change) {
    case 'added':
      return 'new';
    case 'back':
      return 'no longer retired';
    case 'moved':
      return was === place ? 'moved' : `was ${was}`;
    case 'renamed':
      return `now ${to}`;
    case 'same':
      return lost > 0 ? `${lost} would miss it` : '';
    default:
      return change;
  }
}

/**
 * Makes counts of many readers short. Nobody is left out: what is not nought has a mark, and rows of one
 * course have the same number of them.
 */
export function scaled(counts: readonly number[], most: number): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= most) return counts;
  const shares = counts.map((count) => (count * most) / total);
  const short = shares.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0));
  for (let open = most - short.reduce((sum, one) => sum + one, 0); open !== 0; ) {
    const step = Math.sign(open);
    const gaps = shares.map((share, index) => (share - (short[index] ?? 0)) * step);
    // A mark is taken only where one is left.
    const fits = gaps.map((gap, index) => (step < 0 && (short[index] ?? 0) < 2 ? -Infinity : gap));
    const index = fits.indexOf(Math.max(...fits));
    short[index] = (short[index] ?? 0) + step;
    open -= step;
  }
  return short;
}
