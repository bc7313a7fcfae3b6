import { basename } from 'node:path';
import { longestRise } from '../../functions/core/outline.ts';
import type { Reading } from './files.ts';
import { compare, show } from './mistakes.ts';
import type { Lesson } from './model.ts';

/** The order that an author wrote down in `course.yaml`: ids, and where they stand. */
export interface Order {
  readonly file: string;
  readonly ids: readonly string[];
  /** The line of one of them; of the key without one. */
  lineOf(index?: number): number;
}

/** The digits at the beginning of a letter's file name. */
export const digitsOf = (name: string): string => /^\d+(?=-)/.exec(name)?.[0] ?? '';

/**
 * File names whose number says something else than their place in a list by letters, as `ls` and Git have
 * it: `10-` stands before `9-` there. `025-` between `02-` and `03-` is read as two and a half.
 */
export function misplaced(names: readonly string[]): readonly string[] {
  const sorted = [...names].sort(compare);
  const digits = sorted.map(digitsOf);
  const isBetween = (own: string) =>
    !own.endsWith('0') &&
    digits.some((other) => other.length < own.length && own.startsWith(other));
  return sorted.filter((_, index) => {
    const own = digits[index] ?? '';
    const below = digits.slice(index + 1).some((other) => Number(other) < Number(own));
    return below && !isBetween(own);
  });
}

/** Letters in the order of their files' names; each name has a number. */
export function byName(lessons: readonly Lesson[], reading: Reading): readonly Lesson[] {
  const sorted = [...lessons].sort((a, b) => compare(a.file, b.file));
  const wrong = misplaced(sorted.map(({ file }) => basename(file)));
  for (const { file } of sorted) {
    const found = `the file name ${show(basename(file))}`;
    if (!/^\d+-/.test(basename(file))) {
      reading.mistakes.add({ file, found, expected: 'a number first, for its place: 07-name.md' });
    } else if (wrong.includes(basename(file))) {
      const expected =
        'numbers as long as each other, such as 09- and 10-, since lists of files put 10- before 9-';
      reading.mistakes.add({ file, found, expected });
    }
  }
  return sorted;
}

/** Letters in the order that the author wrote down, which numbers in file names must not contradict. */
export function byList(
  lessons: readonly Lesson[],
  order: Order,
  reading: Reading,
): readonly Lesson[] {
  refuseBadList(lessons, order, reading);
  const placeOf = ({ id }: Lesson) => order.ids.indexOf(id);
  const named = lessons.filter((one) => placeOf(one) >= 0);
  const sorted = [...named].sort((a, b) => placeOf(a) - placeOf(b));
  const numbered = sorted.filter(({ file }) => digitsOf(basename(file)) !== '');
  const files = numbered.map(({ file }) => file).sort(compare);
  const stays = longestRise(numbered.map(({ file }) => files.indexOf(file)));
  for (const [index, { file }] of numbered.entries()) {
    if (stays.has(index)) continue;
    const found = `the file name ${show(basename(file))}`;
    const expected = 'no number, or one that fits the order in course.yaml';
    reading.mistakes.add({ file, found, expected });
  }
  return [...sorted, ...lessons.filter((one) => placeOf(one) < 0)];
}

function refuseBadList(lessons: readonly Lesson[], order: Order, { mistakes }: Reading): void {
  const { file, ids } = order;
  for (const [index, id] of ids.entries()) {
    const isKnown = lessons.some((one) => one.id === id);
    const isFirst = ids.indexOf(id) === index;
    if (isKnown && isFirst) continue;
    const expected = isKnown ? 'each letter once' : 'the id of a letter of this course';
    mistakes.add({ file, line: order.lineOf(index), key: 'order', found: show(id), expected });
  }
  const left = lessons.filter(({ id, retired }) => !retired && !ids.includes(id));
  for (const { id } of left) {
    const expected = 'every letter that is not retired';
    mistakes.add({ file, line: order.lineOf(), key: 'order', found: `no ${show(id)}`, expected });
  }
}
