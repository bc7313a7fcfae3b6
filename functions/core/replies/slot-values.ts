import {
  DATED_VALUE,
  hashOf,
  includes,
  LINE_END,
  type OwnWords,
  SENTENCE_END,
  VALUE,
  waysToSlot,
} from './own-words.ts';
import type { Token } from './tokens.ts';

/** The longest values of slots, in words: a pause from a day until a day, and four check-ins. */
const MAX_VALUE = 12;
const MAX_DATED_VALUE = 36;

/** The words of a copy with one in place of each value that stands where our mail has a slot. */
export function withoutValues(tokens: readonly Token[], { slots }: OwnWords): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const value = valueAt(tokens, at, out.slice(-3), slots);
    const [first, last] = [tokens[at], tokens[at + (value?.length ?? 1) - 1]];
    if (first === undefined || last === undefined) break;
    const { line, begin, opens } = first;
    out.push(value === undefined ? first : { ...last, word: value.word, line, begin, opens });
    at += value?.length ?? 1;
  }
  return out;
}

interface Value {
  readonly word: string;
  readonly length: number;
}

/** Up to two words of ours behind it; without those to the end that ours has there, on its line. */
function valueAt(
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
  slots: readonly number[],
): Value | undefined {
  const way = waysToSlot(before).find((words) => includes(slots, hashOf(words)));
  if (way === undefined) return undefined;
  const opened = hashOf(way);
  let toEnd: Value | undefined;
  let dated = false;
  let halted = before.at(-1)?.halts === true;
  for (let length = 1; length <= MAX_DATED_VALUE; length += 1) {
    const [last, one, two] = [0, 1, 2].map((more) => tokens[at + length - 1 + more]);
    if (last === undefined) break;
    dated ||= /\d/.test(last.word);
    const end = last.closes && last.line === before.at(-1)?.lastLine ? endOf(last) : undefined;
    for (const word of kindsOf(length, dated, halted)) {
      const valued = hashOf([word], opened);
      const behind = [one, two].flatMap((token) => (token ? [token.word] : []));
      if (includes(slots, hashOf(behind, valued))) return { word, length };
      if (end && includes(slots, hashOf([end], valued))) toEnd ??= { word, length };
    }
    halted ||= last.halts || last.ends;
  }
  return toEnd;
}

const endOf = ({ ends }: Token): string => (ends ? SENTENCE_END : LINE_END);

/** A value without a number is one clause; more is rather what the reader put in its place. */
const kindsOf = (length: number, dated: boolean, halted: boolean): readonly string[] => [
  ...(length <= MAX_VALUE && (dated || !halted) ? [VALUE] : []),
  ...(dated ? [DATED_VALUE] : []),
];
