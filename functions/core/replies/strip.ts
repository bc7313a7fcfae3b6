import { attributionAt, isQuoted } from './attribution.ts';
import { capped } from './caps.ts';
import { fold } from './characters.ts';
import { headerBlockAt } from './header-block.ts';
import { ANSWER_ABOVE, SEPARATORS } from './separator-words.ts';
import { SIGNATURES } from './signature-words.ts';

/** The lines that are the person's own, and how the walk through a mail came to them. */
interface Walk {
  readonly lines: readonly string[];
  readonly fingerprints: readonly string[];
  readonly own: string[];
  readonly fenced: ReadonlySet<number>;
  at: number;
  /** Inside a quote that was announced: bars count as quote marks, too. */
  announced: boolean;
}

/**
 * What the person newly wrote: no quotes, no headers of quotes, no signature, nothing of our own
 * footer; whether they wrote above, below or between the quotes. Pure; takes linear time, since
 * the text is capped first and every quantifier is bounded.
 *
 * @param ownFooter sentences that only our own mail says; where one stands unquoted, the rest of
 *   the mail is ours.
 */
export function strip(text: string, ownFooter: readonly string[] = []): string {
  return tidy(walk(text, ownFooter).filter((line) => !isQuoted(line)));
}

/** As `strip`, with the quotes the person wrote between, for somebody who reads the answer. */
export function inContext(text: string, ownFooter: readonly string[] = []): string {
  const lines = walk(text, ownFooter);
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isQuoted(line));
  return tidy(lines.slice(0, last + 1));
}

const tidy = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*\n/, '')
    .trim();

function walk(text: string, ownFooter: readonly string[]): readonly string[] {
  const lines = capped(text)
    .split('\n')
    .map((line) => line.trimEnd());
  const state: Walk = {
    lines,
    fingerprints: ownFooter.map(squeezed).filter((words) => words.length >= 8),
    own: [],
    fenced: fences(lines),
    at: 0,
    announced: false,
  };
  while (state.at < lines.length && step(state) === 'on');
  return state.own;
}

/** Takes one line or one attribution; `done` when nothing after it is the person's. */
function step(state: Walk): 'on' | 'done' {
  const { lines, at } = state;
  const line = lines[at] ?? '';
  if (state.fenced.has(at)) return keep(state, line);
  const ours = state.fingerprints.length > 0 && isOurs(state, line);
  if (isQuoted(line) || (state.announced && /^\s{0,4}\|/.test(line))) {
    return ours || answersAbove(line) ? skip(state) : keepQuote(state, line);
  }
  if (ours || answersAbove(line) || isSeparator(line) || headerBlockAt(lines, at)) return 'done';
  const attribution = attributionAt(lines, at);
  if (attribution > 0) return afterAttribution(state, attribution);
  if (isDelimiter(line) || isSignature(line)) return hasText(state) ? 'done' : skip(state);
  if (isOverflow(state, line)) return skip(state);
  return keep(state, line);
}

function keep(state: Walk, line: string): 'on' {
  state.own.push(line);
  if (line.trim() !== '') state.announced = false;
  state.at += 1;
  return 'on';
}

function keepQuote(state: Walk, line: string): 'on' {
  if (!state.announced) state.own.push(line);
  state.at += 1;
  return 'on';
}

function skip(state: Walk): 'on' {
  state.at += 1;
  return 'on';
}

/**
 * Below an attribution, marked quotes are dropped and what stands between them stays. Unmarked text
 * is the quote if the person wrote above it; if not, it is what they wrote (below), unless it ends
 * in our own footer.
 */
function afterAttribution(state: Walk, taken: number): 'on' | 'done' {
  const rest = state.lines.slice(state.at + taken);
  const next = rest.find((line) => line.trim() !== '') ?? '';
  const marked = isQuoted(next) || /^\s{0,4}\|/.test(next);
  if (!marked && (hasText(state) || rest.some((line) => isOurs(state, line)))) return 'done';
  state.at += taken;
  state.announced = true;
  return 'on';
}

const hasText = ({ own }: Walk): boolean =>
  own.some((line) => line.trim() !== '' && !isQuoted(line));

/** Lines inside a closed block of code: "--" and "#" mean something else there. */
function fences(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open = -1;
  lines.forEach((line, at) => {
    if (!/^\s{0,3}```/.test(line)) return;
    if (open >= 0) for (let i = open; i <= at; i += 1) inside.add(i);
    open = open >= 0 ? -1 : at;
  });
  return inside;
}

/** `-- ` (RFC 3676 §4.3) and the rules of dashes or underscores that stand for it. */
function isDelimiter(line: string): boolean {
  return /^\s{0,8}(?:[-–—_][-–—_ ]{1,90}|[–—]|[=*~#+]{4,90})\s{0,8}$/.test(line);
}

const SIGNATURE = new RegExp(`^(?:${SIGNATURES.join('|')})`, 'u');

function isSignature(line: string): boolean {
  if (line.length > 160 || line.trim().length < 5) return false;
  const bare = fold(line)
    .replace(/^[\s<([{*_~-]{1,12}/, '')
    .replace(/[\s>)\]}*_~-]{1,12}$/, '');
  return SIGNATURE.test(bare);
}

const SEPARATOR_WORDS = new Set(SEPARATORS.map(fold));

/** "-----Original Message-----", "Begin forwarded message:", "[Quoted text hidden]". */
function isSeparator(line: string): boolean {
  const folded = line.length > 120 ? '' : fold(line);
  if (!/[-_=*:[]/.test(folded)) return false;
  const bare = folded.replace(/^[\s\-_=*[>#]{1,90}|[\s\-_=*\]:#]{1,90}$/g, '');
  return SEPARATOR_WORDS.has(bare);
}

function answersAbove(line: string): boolean {
  const folded = fold(line);
  return ANSWER_ABOVE.some((words) => folded.includes(words));
}

const squeezed = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

function isOurs({ fingerprints }: Walk, line: string): boolean {
  const words = squeezed(line);
  return fingerprints.some((ours) => words.includes(ours));
}

/**
 * The end of a quoted line that a mailer wrapped without its mark: directly below a long quoted
 * line and directly above another, and going on in the middle of a sentence.
 */
function isOverflow({ lines, at }: Walk, line: string): boolean {
  const before = lines[at - 1] ?? '';
  const overflowed = isQuoted(before) && before.length >= 60 && !/\?["')]?$/.test(before);
  if (!overflowed || line.trim() === '' || !isQuoted(lines[at + 1] ?? '')) return false;
  return !/[.!:;]["')]?$/.test(before) || /^\s*\p{Ll}/u.test(line);
}
