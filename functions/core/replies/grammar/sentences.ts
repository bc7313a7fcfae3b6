import { type Token, tokensOf } from './tokens.ts';

/** One sentence of a reply. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly question: boolean;
  /** It stands on a line of its own. */
  readonly line: boolean;
  /** The first or last of a mail's lines that say anything. */
  readonly atEnd: boolean;
  /** Nothing follows it. In a mail in capitals none is, for names don't stand out there. */
  readonly last: boolean;
}

/** Words that are written in short, with a full stop that ends no sentence. */
export interface InShort {
  readonly isMonth: (word: string) => boolean;
  /** "Nr. 16": a number follows. */
  readonly isNumbering: (word: string) => boolean;
}

/** A longer mail is no command (mail-standards §6.2): its beginning and end show whether one is in it. */
const HEAD_CHARS = 2500;
const TAIL_CHARS = 1200;
const MAX_SENTENCE = 60;
/** As many sentences as so much text has; more are no prose. */
const FIRST_SENTENCES = 24;
const LAST_SENTENCES = 12;

/** A picture ends a sentence as a full stop does, and says nothing. */
const PICTURES =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3){1,40}/gu;

/** The sentences of a reply. A line break ends one unless the line was wrapped by a program. */
export function sentences(text: string, short: InShort): readonly Sentence[] {
  const lines = paragraphs(within(unquoted(text.replace(PICTURES, ' ! '))));
  const named = /\p{Ll}/u.test(text);
  const all = lines.flatMap((line, at) =>
    split(tokensOf(line), short).map((tokens, nth, those) => ({
      tokens: tokens.slice(0, MAX_SENTENCE),
      question: /[?？؟]/.test(tokens.at(-1)?.text ?? ''),
      line: those.length === 1,
      atEnd: at >= lines.length - 3,
      last: named && at === lines.length - 1 && nth === those.length - 1,
    })),
  );
  if (all.length <= FIRST_SENTENCES + LAST_SENTENCES) return all;
  return [...all.slice(0, FIRST_SENTENCES), ...all.slice(-LAST_SENTENCES)];
}

/** A word of no language, for what was quoted: `please stop "the digest"` says what, in words that nobody reads. */
export const QUOTED = 'ꟷ';

/** What is quoted inside somebody's own sentence is not their own wish: `You wrote "stop and breathe"`. */
function unquoted(text: string): string {
  return (
    text
      .replace(
        /(\S[^\n"“„«]{0,200}?\s)["“„«][^"”“»\n]{0,199}([^"”“»\n])["”“»]/g,
        (_, before: string, last: string) =>
          `${before} ${QUOTED}${/[.!?…]/.test(last) ? last : ''} `,
      )
      // `"Whoever leaves a little every day leaves, too." I sent that to my cousins`
      .replace(/^[ \t]*["“„«][^"”“»\n]{20,200}["”“»](?=[ \t]{1,3}\S)/gm, ' … ')
      // `"No more letters", she wrote to me`
      .replace(/^[ \t]*["“„«][^"”“»\n]{1,200}["”“»](?=[ \t]{0,3}[,:;–—])/gm, ' … ')
  );
}

function within(text: string): string {
  if (text.length <= HEAD_CHARS + TAIL_CHARS) return text;
  return `${text.slice(0, HEAD_CHARS)}\n${text.slice(-TAIL_CHARS)}`;
}

/** Lines, with those joined that a mail program wrapped: long, and going on in lower case. */
function paragraphs(text: string): readonly string[] {
  const out: string[] = [];
  let wrapped = false;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const before = out.at(-1);
    const goesOn = wrapped && before !== undefined && /^[\p{Ll}\p{N}(]/u.test(line);
    if (goesOn) out[out.length - 1] = `${before} ${line}`;
    else if (/[\p{L}\p{N}?]/u.test(line)) out.push(line);
    wrapped = line.length >= 45 && !/[.!?:]$/.test(line);
  }
  return out;
}

/** "M. Lefèvre", "J. Smith". */
export const isInitial = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.capital && token.text.length === 1;

/** "am 12. Dezember", "Jan. 6" go on: a full stop behind a figure or a short word. */
function split(tokens: readonly Token[], short: InShort): readonly (readonly Token[])[] {
  const out: Token[][] = [];
  let open: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    // "No. 7", "Jan. 6": the stop only says that the word is cut.
    if (token.text === '.' && cut(tokens[at - 1], tokens[at + 1], short)) continue;
    if (token.text === '.' && at === tokens.length - 2 && isInitial(tokens[at - 1])) continue;
    open.push(token);
    if (!/^[!?.…。！？]/.test(token.text)) continue;
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (token.text === '.' && before && next && goesOn(before, next, short)) continue;
    out.push(open);
    open = [];
  }
  return [...out, open].filter((one) => one.some(({ kind }) => kind !== 'mark'));
}

const cut = (before: Token | undefined, next: Token | undefined, short: InShort): boolean =>
  before?.kind === 'word' &&
  next?.kind === 'figures' &&
  (short.isMonth(before.text) || short.isNumbering(before.text));

function goesOn(before: Token, next: Token, short: InShort): boolean {
  // "H. Siebert", "A. de Vries"
  if (isInitial(before)) return next.kind === 'word' && (next.capital || next.text.length <= 3);
  if (before.kind !== 'figures') return false;
  if (before.text.length > 2) return false;
  return (
    next.kind === 'figures' || next.kind === 'mark' || !next.capital || short.isMonth(next.text)
  );
}
