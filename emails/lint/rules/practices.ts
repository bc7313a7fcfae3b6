import { oneOf } from '../../content/markdown.ts';
import { type Block, PRACTICE_KINDS } from '../../content/tree.ts';
import { needsGate } from '../../variant.ts';
import { error, type Finding } from '../finding.ts';
import type { LintedMail } from '../linted.ts';
import type { Checked } from '../rule.ts';
import { courseReadings } from './readings.ts';

type Practice = Block & { readonly kind: 'practice' };

/** The practice of a letter, as its readers get it; none in one to rest with. */
export const practiceIn = ({ mail }: LintedMail): Practice | undefined =>
  mail.blocks.find((block) => block.kind === 'practice');

/** What each practice says of itself, and what one that discloses or asks has to say first. */
export function practices({ mails, style }: Checked): readonly Finding[] {
  if (style.practices === undefined) return [];
  return mails.flatMap((linted) => {
    const practice = linted.lesson && practiceIn(linted);
    return practice ? lacking(practice, linted.mail.file) : [];
  });
}

function lacking(practice: Practice, file: string): readonly Finding[] {
  const { line, does, children } = practice;
  const at = (found: string, expected: string) => error({ file, line, found, expected });
  const has = (kind: Block['kind']) => children.some((child) => child.kind === kind);
  if (does === undefined)
    return [at('no kind', `:::practice[Title]{kind=...}: ${oneOf(PRACTICE_KINDS)}`)];
  return [
    ...(needsGate(practice) && !has('gate')
      ? [at(`a practice that ${GUARDED[does]}, without a gate`, '{gate} on it, or :::gate inside')]
      : []),
    ...(does === 'ask' && !has('declined')
      ? [at('a practice that asks', ':::declined inside: what if they don’t want to')]
      : []),
  ];
}

const GUARDED: Readonly<Record<string, string>> = { say: 'says something', ask: 'asks something' };

/** Enough that can be done alone, and not one ask after the other: whoever pursues pursues harder. */
export function portfolio(checked: Checked): readonly Finding[] {
  const { practices: wanted } = checked.style;
  if (wanted === undefined) return [];
  return courseReadings(checked).flatMap(({ course, track, letters }) => {
    const all = letters.flatMap((linted) => {
      const practice = practiceIn(linted);
      return practice ? [{ practice, file: linted.mail.file }] : [];
    });
    const alone = all.filter(({ practice }) => practice.alone).length;
    const share = Math.round((100 * alone) / Math.max(all.length, 1));
    const found = `${alone} of ${all.length} practices for ${track} that can be done alone`;
    const least = wanted['alone-percent'];
    return [
      ...(all.length > 0 && share < least
        ? [error({ file: course.file, line: 1, found, expected: `${least} percent of them` })]
        : []),
      ...asksInARow(all, wanted['asks-in-a-row']),
    ];
  });
}

function asksInARow(
  all: readonly { readonly practice: Practice; readonly file: string }[],
  most: number,
): readonly Finding[] {
  const rows = rowsOfAsks(all.map(({ practice }) => practice));
  return all.flatMap(({ practice, file }, index) => {
    const row = rows[index];
    if (row !== most + 1) return [];
    const expected = `${most} at most: another kind in between`;
    return [error({ file, line: practice.line, found: `ask number ${row} in a row`, expected })];
  });
}

/** For each practice, the place of its ask in a row of asks; 0 where it asks nothing. */
export function rowsOfAsks(practices: readonly Pick<Practice, 'does'>[]): readonly number[] {
  let row = 0;
  return practices.map(({ does }) => {
    row = does === 'ask' ? row + 1 : 0;
    return row;
  });
}
