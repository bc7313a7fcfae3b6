import { isQuoted } from './attribution.ts';
import { hashOf, includes, type OwnWords, RUN } from './own-words.ts';
import { withoutValues } from './slot-values.ts';
import { type Token, tokensOf } from './tokens.ts';

/** So many words in our order are no chance. */
const LONG = 10;

/** The lines of a reply, cut so that none is ours in part, and which of them are ours. */
export interface Marked {
  readonly lines: readonly string[];
  readonly ours: ReadonlySet<number>;
}

/**
 * Finds what a reply has copied from our mails without quoting it: whole lines and sentences, in
 * our order. A label or an example that stands alone is not taken for ours: readers are told to
 * write it. Linear.
 */
export function marked(lines: readonly string[], own: OwnWords): Marked {
  if (own.runs.length === 0) return { lines, ours: new Set() };
  const passages = unquoted(lines).flatMap(([from, to]) => {
    const tokens = withoutValues(tokensOf(lines, from, to), own);
    return runs(tokens, own)
      .map(([first, last]) => trimmed(tokens, first, last))
      .filter((passage) => isOurs(passage, own));
  });
  return cut(lines, passages);
}

/** What is marked as a quote is nobody's copy, and ends what stands before it. */
function unquoted(lines: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const blocks: (readonly [number, number])[] = [];
  let from = 0;
  lines.forEach((line, at) => {
    if (!isQuoted(line)) return;
    if (at > from) blocks.push([from, at]);
    from = at + 1;
  });
  return from < lines.length ? [...blocks, [from, lines.length]] : blocks;
}

type Run = readonly [first: number, last: number];

/** Where the words go on as ours do. Two stretches side by side are two: one may be the reader's. */
function runs(tokens: readonly Token[], own: OwnWords): readonly Run[] {
  const words = tokens.map(({ word }) => word);
  const found: [first: number, last: number][] = [];
  tokens.forEach(({ opens }, at) => {
    const sentence = opens ? sentenceAt(tokens, at, own) : 0;
    const run = includes(own.runs, hashOf(words.slice(at, at + RUN))) ? RUN : 0;
    const last = at + Math.max(sentence, run) - 1;
    const before = found.at(-1);
    if (before !== undefined && at <= before[1]) before[1] = Math.max(before[1], last);
    else if (last >= at) found.push([at, last]);
  });
  return found;
}

const MAX_SENTENCE = 60;

/** How many words a sentence of ours has that stands here; none if it is another's. */
function sentenceAt(tokens: readonly Token[], at: number, { sentences }: OwnWords): number {
  const words: string[] = [];
  for (const { word, ends } of tokens.slice(at, at + MAX_SENTENCE)) {
    words.push(word);
    if (ends) return includes(sentences, hashOf(words)) ? words.length : 0;
  }
  return 0;
}

/** Only whole sentences and lines: half of one may be the reader's own, with words of ours in it. */
function trimmed(tokens: readonly Token[], first: number, last: number): readonly Token[] {
  let [from, to] = [first, last];
  while (from <= to && tokens[from]?.opens !== true) from += 1;
  while (to >= from && tokens[to]?.closes !== true) to -= 1;
  return tokens.slice(from, to + 1);
}

function isOurs(passage: readonly Token[], own: OwnWords): boolean {
  const whole = passage.some(({ opens }, at) => opens && sentenceAt(passage, at, own) > 0);
  if (whole || passage.length >= LONG) return true;
  const lines = [...new Set(passage.map(({ line }) => line))];
  return lines.length > 2 || (lines.length === 2 && !lines.every((line) => isExample(line)));

  function isExample(at: number): boolean {
    const words = passage.filter(({ line }) => line === at).map(({ word }) => word);
    return includes(own.examples, hashOf(words));
  }
}

/** The bars and blanks above a line stand with it: a bar alone would end the reply. */
function withBars(lines: readonly string[], at: number): number {
  let top = at;
  while (top > 0 && /^[\s=_*·-]*$/.test(lines[top - 1] ?? '')) top -= 1;
  return top;
}

/** Cuts lines where a passage begins or ends within one; what stands between its lines goes with it. */
function cut(lines: readonly string[], passages: readonly (readonly Token[])[]): Marked {
  const out: string[] = [];
  const ours = new Set<number>();
  let [line, column] = [0, 0];
  function take(toLine: number, toColumn: number, isOurs: boolean): void {
    while (line < toLine || (line === toLine && column < toColumn)) {
      const text = lines[line] ?? '';
      const end = line === toLine ? toColumn : text.length;
      const piece = text
        .slice(column, end)
        .trimEnd()
        .slice(column === 0 ? 0 : 1);
      if (piece !== '' || column === 0) {
        if (isOurs) ours.add(out.length);
        out.push(piece);
      }
      [line, column] = end >= text.length ? [line + 1, 0] : [line, end];
    }
  }
  for (const passage of passages) {
    const [first, last] = [passage.at(0), passage.at(-1)];
    if (first === undefined || last === undefined) continue;
    take(first.begin > 0 ? first.line : withBars(lines, first.line), first.begin, false);
    take(last.lastLine, last.end, true);
  }
  take(lines.length, 0, false);
  return { lines: out, ours };
}
