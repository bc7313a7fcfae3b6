import { capped } from './caps.ts';
import { NO_WORDS, type OwnWords } from './own-words.ts';
import { marked } from './passages.ts';

/**
 * A reply without the choices of a question that it copies with no mark: our buttons' own words, which
 * say what a wish says. One of them alone is how somebody answers. Two or more are a copy, and so is one that
 * stands with its link, or beside other words of ours.
 *
 * @param labels what the buttons of the open question say, in each language that it may have spoken
 * @param own what our mails say
 */
export function withoutChoices(
  text: string,
  labels: readonly string[],
  own: OwnWords = NO_WORDS,
): string {
  const labelled = new Set(labels.map(plain));
  const { lines, ours } = marked(capped(text), own);
  const isLabel = (line: string) => labelled.has(plain(line));
  const several = new Set(lines.map(plain).filter((line) => labelled.has(line))).size > 1;
  const copied = new Set<number>();
  for (const [at, line] of lines.entries()) {
    if (!isLabel(line)) continue;
    const [before, behind] = [lineBefore(lines, at), lineBehind(lines, at)];
    const linked = LINK.test(lines[behind] ?? '');
    if (several || linked || ours.has(before) || ours.has(behind)) copied.add(at);
    if (linked) copied.add(behind);
  }
  return copied.size === 0 ? text : lines.filter((_, at) => !copied.has(at)).join('\n');
}

const LINK = /^\s*<?https?:\/\/\S+$/;

const isSaid = (line: string): boolean => line.trim() !== '';
const lineBefore = (lines: readonly string[], at: number): number =>
  lines.slice(0, at).findLastIndex(isSaid);
function lineBehind(lines: readonly string[], at: number): number {
  const next = lines.slice(at + 1).findIndex(isSaid);
  return next < 0 ? -1 : at + 1 + next;
}

const plain = (line: string): string => line.trim().replace(/:$/, '').toLowerCase();
