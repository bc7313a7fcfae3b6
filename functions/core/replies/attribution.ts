import { fold } from './characters.ts';
import { LEADS, QUOTING, WROTE } from './quote-words.ts';

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

/** A verb not inside a longer word; scripts without spaces have no such edge. */
const WROTE_ANYWHERE = new RegExp(
  `(?:^|[^\\p{L}]|(?<=[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}]))(?:${alternatives(WROTE)})`,
  'u',
);
const WROTE_AT_END = new RegExp(
  `(?:^|[^\\p{L}])(?:${alternatives(WROTE)})(?:\\s?\\(?/?\\p{L}{0,3}\\)?)?\\s?:?[\\s-]{0,8}$`,
  'u',
);
const BEGINS = new RegExp(
  `^(?:(?:${alternatives(LEADS)})[\\s,]|\\p{L}{1,12}[.,]{0,2}\\s?\\d|\\d|\\p{L}{2,14}\\.?,\\s)`,
  'u',
);
const QUOTING_BEGINS = new RegExp(`^(?:${alternatives(QUOTING)})\\s\\S.{0,150}:$`, 'u');

/** A year, a time or a numeric date: what a program writes and a person seldom does. */
const DATED =
  /(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;
const ADDRESS = /[^\s@<>"]{1,64}@[^\s@<>"]{1,200}|<\s?mailto:/;
const DATED_NAME_ADDRESS =
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[^<]{0,80}<[^<>@\s]{1,64}@[^<>\s]{1,100}>$/;

const MAX_LINES = 7;
const MAX_CHARS = 500;

/**
 * How many lines from `at` on say who wrote the quote below ("On … wrote:", also without a verb,
 * broken over several lines, in any language of the tables); 0 when they say no such thing.
 */
export function attributionAt(lines: readonly string[], at: number): number {
  let said = '';
  for (let n = 1; n <= MAX_LINES; n += 1) {
    const next = lines[at + n - 1];
    if (next === undefined || (n > 1 && !continues(said, next))) return 0;
    said = `${said} ${next.trim()}`.trim();
    if (said === '' || said.length > MAX_CHARS) return 0;
    if (next.trim() === '') continue;
    const sentence = plain(said);
    if (attributes(sentence)) return beginsLater(lines, at, n) ? 0 : n;
    if (quotesWithoutDate(sentence) && quotedNext(lines, at + n)) return n;
    if (!couldBegin(sentence)) return 0;
  }
  return 0;
}

/** A quoted line, or what stands for one. Initials before the mark are Usenet's way. */
export function isQuoted(line: string): boolean {
  return /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,8}(?:>|&gt;|＞|»(?![^«]{1,200}«)|›(?![^‹]{1,200}‹)|[A-Z]{1,4}>(?:\s|$))/.test(
    line,
  );
}

function plain(said: string): string {
  return fold(said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'))
    .replace(/^[\s*_|#-]{1,60}/, '')
    .replace(/[*_]{1,4}$/, '')
    .trim();
}

function attributes(said: string): boolean {
  const dated = DATED.test(said);
  const address = ADDRESS.test(said);
  const colon = said.endsWith(':');
  if (colon && (dated || address) && WROTE_ANYWHERE.test(said)) return true;
  if (dated && (address || BEGINS.test(said)) && WROTE_AT_END.test(said)) return true;
  if (colon && address && BEGINS.test(said) && DATED.test(said.slice(0, 60))) return true;
  return DATED_NAME_ADDRESS.test(said);
}

/** "Jo wrote:", which a person may write as well, so only with a quote below. */
function quotesWithoutDate(said: string): boolean {
  if (said.split(' ').length > 14) return false;
  return QUOTING_BEGINS.test(said) || (said.endsWith(':') && WROTE_AT_END.test(said));
}

function couldBegin(said: string): boolean {
  if (said.includes('<') || said.includes('@')) return true;
  return BEGINS.test(said) && /\d/.test(said);
}

/** Blank or quoted lines only continue an address or the verb that a program broke off. */
function continues(said: string, next: string): boolean {
  if (next.length > 300) return false;
  if (next.trim() === '') return /<$|\p{L}$/u.test(said) && DATED.test(said);
  if (isQuoted(next))
    return (
      /^\s*(?:>|&gt;)\s?[^>]{0,40}:?$/.test(next) && said.includes('<') && /:$/.test(next.trim())
    );
  return true;
}

/** Whether the lines would be one without the first ones, which are then somebody's text. */
function beginsLater(lines: readonly string[], at: number, n: number): boolean {
  for (let skip = 1; skip < n; skip += 1) {
    const said = plain(lines.slice(at + skip, at + n).join(' '));
    if (BEGINS.test(said) && DATED.test(said) && attributes(said)) return true;
  }
  return false;
}

function quotedNext(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 3).find((line) => line.trim() !== '');
  return next !== undefined && (isQuoted(next) || /^\s{0,4}\|/.test(next));
}
