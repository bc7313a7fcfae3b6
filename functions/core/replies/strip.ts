import { attributionAt, isQuoted } from './attribution.ts';
import { capped, cappedLine } from './caps.ts';
import { fold } from './characters.ts';
import { headerBlockAt } from './header-block.ts';
import { NO_WORDS, type OwnWords } from './own-words.ts';
import { marked } from './passages.ts';
import { ANSWER_ABOVE, SEPARATORS } from './separator-words.ts';
import { DISCLAIMERS, SIGNATURES } from './signature-words.ts';

/** The lines that are the person's own, and how the walk through a mail came to them. */
interface Walk {
  readonly lines: readonly string[];
  /** Which lines are copied from a mail of ours, without a quote mark. */
  readonly ours: ReadonlySet<number>;
  readonly own: string[];
  readonly fenced: ReadonlySet<number>;
  at: number;
  /** Inside a quote that was announced: bars count as quote marks, too. */
  announced: boolean;
  /** Whether such a copy stood before anything that announces a quote. */
  copied: boolean;
}

/** What the person newly wrote, and whether a copy of a mail of ours, that no mark shows, stood among it. */
export interface Written {
  readonly text: string;
  readonly besideOurs: boolean;
}

/** What the person newly wrote, as {@link newlyWritten} tells it. */
export const strip = (text: string, own?: OwnWords): string => newlyWritten(text, own).text;

/**
 * What the person newly wrote: no quotes, no headers of quotes, no signature, nothing that a mail
 * of ours says, quoted or not; whether they wrote above, below or between. Pure; takes linear
 * time, since the text is capped first and every quantifier is bounded.
 *
 * @param own what our mails say; every caller in the product has them (`library.ownWords`)
 */
export function newlyWritten(text: string, own: OwnWords = NO_WORDS): Written {
  const { own: lines, copied } = walk(text, own);
  return { text: tidy(lines.filter((line) => !isQuoted(line))), besideOurs: copied };
}

/**
 * As `strip`, with the quotes that the person wrote below, for somebody who reads the answers. Of a
 * long quote only the end is kept; addresses in it may be the person's own links, and go.
 */
export function inContext(text: string, own: OwnWords = NO_WORDS): string {
  const { own: lines } = walk(text, own);
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isQuoted(line));
  return tidy(shortened(lines.slice(0, last + 1)));
}

const CONTEXT_LINES = 8;

function shortened(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  let quote: string[] = [];
  for (const line of lines) {
    if (isQuoted(line)) quote.push(line.replace(/https?:\/\/[^\s>)\]]+/g, '…'));
    else if (line.trim() === '' && quote.length > 0) quote.push('');
    else {
      const more = quote.length > CONTEXT_LINES;
      out.push(...(more ? ['> […]', ...quote.slice(-CONTEXT_LINES)] : quote), line);
      quote = [];
    }
  }
  return out;
}

const tidy = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*\n/, '')
    .trim();

function walk(text: string, own: OwnWords): Walk {
  // Paragraphs of ours may be longer than any line that is looked at.
  const copied = marked(capped(text), own);
  const lines = copied.lines.map(cappedLine);
  const state: Walk = {
    lines,
    ours: copied.ours,
    own: [],
    fenced: fences(lines),
    at: 0,
    announced: false,
    copied: false,
  };
  while (state.at < lines.length && step(state) === 'on');
  return state;
}

/** Takes one line or one attribution; `done` when nothing after it is the person's. */
function step(state: Walk): 'on' | 'done' {
  const { lines, at } = state;
  const line = lines[at] ?? '';
  if (state.ours.has(at)) {
    state.copied ||= !state.announced;
    return keepQuote(state, `> ${line}`.trimEnd());
  }
  if (state.fenced.has(at)) return keep(state, line);
  if (isQuoted(line)) return answersAbove(line) ? skip(state) : keepQuote(state, line);
  if (state.announced && BAR.test(line)) return keepQuote(state, line.replace(BAR, '>'));
  if (answersAbove(line) || isSeparator(line) || headerBlockAt(lines, at)) return 'done';
  const attribution = attributionAt(lines, at);
  if (attribution > 0) return afterAttribution(state, attribution);
  if (isDelimiter(line) || isSignature(line)) return hasText(state) ? endsAt(state) : skip(state);
  if (hasText(state) && isDisclaimer(line)) return 'done';
  if (isOverflow(state, line)) return skip(state);
  return keep(state, line);
}

/** What a rule ends: one right above a copy of ours is under a heading of it. */
function endsAt(state: Walk): 'done' {
  const { lines, ours, at } = state;
  const next = lines.findIndex((line, place) => place > at && line.trim() !== '');
  state.copied ||= next > at && [next, next + 1, next + 2].some((place) => ours.has(place));
  return 'done';
}

function keep(state: Walk, line: string): 'on' {
  state.own.push(line);
  if (line.trim() !== '') state.announced = false;
  state.at += 1;
  return 'on';
}

function keepQuote(state: Walk, line: string): 'on' {
  state.own.push(line);
  state.at += 1;
  return 'on';
}

function skip(state: Walk): 'on' {
  state.at += 1;
  return 'on';
}

/**
 * Below an attribution, marked quotes are dropped and what stands between them stays. Unmarked text
 * is the quote if the person wrote above it; if not, it is what they wrote (below).
 */
function afterAttribution(state: Walk, taken: number): 'on' | 'done' {
  const rest = state.lines.slice(state.at + taken);
  const next = rest.find((line) => line.trim() !== '') ?? '';
  if (!isQuoted(next) && !BAR.test(next) && hasText(state)) return 'done';
  state.at += taken;
  state.announced = true;
  return 'on';
}

/** A quote in bars, where one was announced. */
const BAR = /^\s{0,4}\|/;

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

const DISCLAIMER = new RegExp(`^(?:${DISCLAIMERS.join('|')})`, 'u');
/** A shorter line may be somebody's own: "This message is confidential, dear." */
const SHORTEST_DISCLAIMER = 60;

const isDisclaimer = (line: string): boolean =>
  line.length >= SHORTEST_DISCLAIMER && DISCLAIMER.test(fold(line.slice(0, 300)).trim());

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
