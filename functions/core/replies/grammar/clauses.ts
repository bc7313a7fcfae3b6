import { type Chunk, chunksOf } from './chunks.ts';
import type { Calendar } from './dates.ts';
import { frameOf } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import { spelledIn } from './lexicons.ts';
import { type Reading, readingOf } from './readings.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A sentence as one language reads it. */
export interface ReadSentence {
  readonly readings: readonly Reading[];
  /** Words that the language does not know, or that stand in no frame. */
  readonly left: number;
  readonly question: boolean;
  /** "Or" parts its clauses. */
  readonly alternative: boolean;
  /** "But" parts them. */
  readonly contrast: boolean;
  /** A time or rhythm stands among words that are in no frame. */
  readonly timed: boolean;
}

/** Clauses from the first comma or conjunction to the next. */
interface Segment {
  readonly chunks: readonly Chunk[];
  readonly opens: 'or' | 'but' | 'and' | undefined;
  /** Behind a comma, a dash or the like, and not only where a new subject begins. */
  readonly parted: boolean;
}

/** Reads a sentence clause by clause: the longest run of clauses that fits a frame is one. */
export function readSentence(
  sentence: Sentence,
  lexicon: Lexicon,
  calendar: Calendar,
): ReadSentence {
  const { question } = sentence;
  const tokens = spelledIn(sentence.tokens, lexicon);
  const segments = segmentsOf(chunksOf(tokens, lexicon, calendar));
  const readings: Reading[] = [];
  let left = 0;
  let at = 0;
  let told = false;
  let timed = false;
  let before: 'nothing' | 'other' = 'nothing';
  while (at < segments.length) {
    const found = longest(segments, at, calendar);
    if (found !== undefined) {
      const heard = before === 'nothing' || isJoined(segments[at], found.reading, told);
      readings.push(heard ? found.reading : { ...found.reading, sure: false, reported: true });
      if (!heard) left += 1;
      at = found.next;
      continue;
    }
    const chunks = segments[at]?.chunks ?? [];
    const name = isName(sentence, chunks, at === 0 || at === segments.length - 1);
    readings.push(name ? COURTESY : { ...OTHER, ...partsIn(chunks) });
    if (!name) {
      left += wordsIn(chunks, tokens);
      before = 'other';
      timed ||= chunks.some(isTime);
      told ||= chunks.some(({ meanings }) => meanings.some(({ tag }) => tag === 'report'));
    }
    at += 1;
  }
  return {
    readings,
    left,
    question,
    timed,
    alternative: segments.some(({ opens }) => opens === 'or'),
    contrast: segments.some(({ opens }) => opens === 'but'),
  };
}

const COURTESY: Reading = { does: 'courtesy', sure: true, asked: false, wishes: [] };
const OTHER: Reading = { does: 'other', sure: false, asked: false, wishes: [] };

/**
 * Whether a wish behind other words of its sentence is the reader's own: behind a conjunction, or
 * behind a comma where they ask for it, and nobody is quoted.
 */
function isJoined(segment: Segment | undefined, { asked, when }: Reading, told: boolean): boolean {
  const opens = segment?.opens;
  if (told) return false;
  if (opens === 'and' || opens === 'but') return true;
  return segment?.parted === true && (asked || when !== undefined);
}

/** Whether somebody is asked for something, in a clause that can't be read. */
const partsIn = (chunks: readonly Chunk[]): Pick<Reading, 'asked'> => ({
  asked: chunks.some(({ meanings }) =>
    meanings.some(({ tag }) => tag === 'demand' || tag === 'wish'),
  ),
});

const wordsIn = (chunks: readonly Chunk[], tokens: readonly Token[]): number =>
  chunks.reduce(
    (sum, { from, to }) =>
      sum + tokens.slice(from, to).filter(({ kind }) => kind !== 'mark').length,
    0,
  );

const isTime = ({ meanings }: Chunk): boolean =>
  meanings.some(
    (meaning) =>
      (meaning.tag === 'when' && meaning.when.is !== 'during') || meaning.tag === 'rhythm',
  );

function longest(
  segments: readonly Segment[],
  from: number,
  calendar: Calendar,
): { readonly reading: Reading; readonly next: number } | undefined {
  for (let next = segments.length; next > from; next -= 1) {
    const chunks = segments.slice(from, next).flatMap((segment) => segment.chunks);
    const bare = OPENING.has(segments[from]?.opens ?? '') ? chunks.slice(1) : chunks;
    const fit = bare.length === 0 ? undefined : frameOf(bare);
    if (fit !== undefined) return { reading: readingOf(fit, calendar), next };
  }
  return undefined;
}

/** Conjunctions that part what stands before from what comes, and are no part of either. */
const OPENING: ReadonlySet<string> = new Set(['or', 'but']);

function segmentsOf(chunks: readonly Chunk[]): readonly Segment[] {
  const segments: { chunks: Chunk[]; opens: Segment['opens']; parted: boolean }[] = [];
  for (const chunk of chunks) {
    const opens = conjunction(chunk);
    const last = segments.at(-1);
    const { parted } = chunk;
    const begins = last === undefined || parted || opens !== undefined || isSubject(chunk);
    if (begins) segments.push({ chunks: [chunk], opens, parted });
    else last.chunks.push(chunk);
  }
  return segments;
}

const isSubject = ({ meanings }: Chunk): boolean => meanings.some(({ tag }) => tag === 'subject');

function conjunction({ meanings }: Chunk): Segment['opens'] {
  for (const tag of ['or', 'but', 'and'] as const) {
    if (meanings.some((meaning) => meaning.tag === tag)) return tag;
  }
  return undefined;
}

/** "Anna, please stop", "thanks, Jo", or a line of one to three capitalized words at the end. */
function isName(
  { tokens, line, atEnd }: Sentence,
  chunks: readonly Chunk[],
  outer: boolean,
): boolean {
  const words = chunks
    .flatMap(({ from, to }) => tokens.slice(from, to))
    .filter(({ kind }) => kind !== 'mark');
  const capital = words.length > 0 && words.every((word) => word.capital);
  const unknown = chunks.every(({ meanings }) =>
    meanings.every(({ tag }) => tag === 'mark' || tag === 'number' || tag === 'when'),
  );
  if (!capital || !unknown) return false;
  const all = tokens.filter(({ kind }) => kind !== 'mark').length === words.length;
  return all ? line && atEnd && words.length <= 3 : outer && words.length <= 2;
}
