import { show } from '../../content/mistakes.ts';
import { error, type Finding } from '../finding.ts';
import type { LintedMail } from '../linted.ts';
import type { Checked } from '../rule.ts';
import { runsOf } from '../sameness.ts';
import { measure } from './length.ts';
import { courseReadings } from './readings.ts';

/** Words that follow each other in one letter as they do in another, against the letter that has them first. */
export function sharedRuns({ mails, style }: Checked): readonly Finding[] {
  const length = style.sameness?.['shared-words'];
  if (length === undefined) return [];
  const letters = mails.filter(({ lesson }) => lesson !== undefined);
  return [...sharedBetween(letters, length).values()].map(({ file, line, other, run }) => {
    const expected = `words of its own (${other} has these ${length})`;
    return error({ file, line, found: show(run), expected });
  });
}

interface Shared {
  readonly file: string;
  readonly line: number;
  readonly other: string;
  readonly run: string;
}

/**
 * The first run that a letter shares with the first one that has it, by the files of both. Of a run
 * in three letters, the second and the third each share it with the first alone.
 */
export function sharedBetween(
  letters: readonly LintedMail[],
  length: number,
): ReadonlyMap<string, Shared> {
  const first = new Map<string, string>();
  const shared = new Map<string, Shared>();
  for (const linted of letters) {
    const { file } = linted.mail;
    for (const [run, line] of runsOf(linted, length)) {
      const other = first.get(run);
      if (other === undefined) first.set(run, file);
      else if (other !== file && !shared.has(`${other} ${file}`))
        shared.set(`${other} ${file}`, { file, line, other, run });
    }
  }
  return shared;
}

/** Letters that are all of a length are soon read like forms: the longest is so many times the shortest. */
export function spread(checked: Checked): readonly Finding[] {
  const wanted = checked.style.sameness?.['longest-to-shortest'];
  if (wanted === undefined) return [];
  return courseReadings(checked).flatMap(({ course: { file }, track, letters }) => {
    const counts = letters.map((linted) => measure(linted, checked.style).words);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    // Of a few letters, nobody has had enough yet.
    if (letters.length < ENOUGH || most >= wanted * least) return [];
    const found = `letters of ${least} to ${most} words for ${track}`;
    return [error({ file, line: 1, found, expected: `the longest ${wanted} times the shortest` })];
  });
}

const ENOUGH = 7;
