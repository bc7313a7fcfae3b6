import { begged, begs } from './begging.ts';
import { type Chunk, chunksOf, type Lattice, latticeOf, type Tag } from './chunks.ts';
import type { Calendar } from './dates.ts';
import { asEnd, leaves, orKept } from './ends.ts';
import { type Fit, longestFit, tagsIn } from './fit.ts';
import { KEPT_BEHIND } from './frames.ts';
import { gappedFit, lateFit } from './gaps.ts';
import type { Lexicon } from './lexicon.ts';
import { verbsIn } from './lexicons.ts';
import { isName } from './names.ts';
import { type Reading, readingOf } from './readings.ts';
import { has, NO_SEGMENT, OPENING, type Segment, segmentsOf } from './segments.ts';
import { QUOTED, type Sentence } from './sentences.ts';
import { liesAhead, type When } from './times.ts';
import type { Token } from './tokens.ts';

/** A sentence as one language reads it. */
export interface ReadSentence {
  readonly readings: readonly Reading[];
  /** Words that the language does not know, or that stand in no frame. */
  readonly left: number;
  readonly question: boolean;
  /** "Or" parts what was read, and not only days of one clause. */
  readonly alternative: boolean;
  /** A wish, and then a "but" with something that can't be read. */
  readonly contrast: boolean;
  /** What was not read of it is more than a short reason. */
  readonly personal: boolean;
  /** The newsletter is named in it, wherever. */
  readonly newsletter: boolean;
  /** The newsletter, and a word of ending, in words that are in no frame. */
  readonly aside: boolean;
  /** A time or rhythm stands among words that are in no frame. */
  readonly timed: boolean;
  /** Days to come stand there, for which something may be asked. */
  readonly ahead: boolean;
}

/**
 * Reads a sentence clause by clause: the longest run of clauses that fits a frame is one.
 *
 * @param thanked the sentence before it ends with a courtesy, so that a name may follow
 */
export function readSentence(
  sentence: Sentence,
  lexicon: Lexicon,
  calendar: Calendar,
  thanked = false,
): ReadSentence {
  const tokens = verbsIn(sentence.tokens, lexicon);
  const lattice = latticeOf(tokens, lexicon, calendar);
  const segments = segmentsOf(tokens, lattice);
  const tags = tagsIn(lattice);
  const ends = segments.map(({ to }) => to);
  const out: Reading[] = [];
  let [left, at] = [0, 0];
  let [told, timed, after, contrast, alternative] = [false, false, false, false, false];
  let [but, personal, ahead] = [false, false, false];
  while (at < segments.length) {
    const segment = segments[at] ?? NO_SEGMENT;
    alternative ||= segment.opens === 'or';
    but = segment.opens === 'but' || (but && !segment.parted);
    const start = OPENING.has(segment.opens ?? '') ? segment.from + 1 : segment.from;
    const comma = segments.find(({ from, parted }) => parted && from > start)?.from;
    const fitFrom = (from: number, until: readonly number[]) =>
      longestFit(lattice, from, until, tags, comma ?? tokens.length);
    const longest = fitFrom(start, ends);
    const keptFrom = (from: number) => {
      const next = segments.find((one) => one.parted && one.from > from)?.from ?? tokens.length;
      return longestFit(lattice, from, ends, tags, next, KEPT_BEHIND);
    };
    const kept = segment.opens === 'but' && ended(out) ? keptFrom(start) : undefined;
    const more = longest && leavingMore(longest, start, segments, fitFrom);
    const whole =
      kept !== undefined && kept.end >= (more?.end ?? 0)
        ? kept
        : more && beforeBut(more, start, segments, fitFrom, keptFrom);
    const words = { tokens, lattice, tags, isPersonal: lexicon.isPersonal };
    const fit =
      whole ?? gappedFit(words, start, ends) ?? lateFit(words, start, segment.to, fitFrom);
    if (fit !== undefined) {
      const begging =
        sentence.question && lexicon.language.pronounBegs === true && begs(fit, lattice, start);
      const read = readingOf(fit, calendar);
      const made = whole === undefined ? { ...read, loose: true as const } : read;
      const said = begging ? begged(made) : made;
      const besides = segment.opens === 'but' && ended(out) ? orKept(said) : said;
      const reading = joined(besides, segment, out.at(-1));
      if (whole !== undefined && whole === kept) out.push(...out.splice(-1).map(asEnd));
      const joins = isJoined(segment, reading, told);
      const bare = after && !told && !joins && isBare(segment, reading);
      const heard = !after || bare || joins;
      left += (fit.from ?? start) - start;
      if (bare) out.push({ ...reading, loose: true });
      else out.push(heard ? reading : { ...reading, sure: false, reported: true });
      if (!heard) {
        left += 1;
        personal ||= reading.wishes.length > 0;
        contrast ||= but && out.some(({ wishes }) => wishes.length > 0);
      }
      at = segments.findIndex(({ to }) => to === fit.end) + 1;
      continue;
    }
    const chunks = chunksOf(
      tokens.slice(segment.from, segment.to),
      lattice.slice(segment.from).map(shifted(segment.from, segment.to)),
    );
    const name = isName(
      sentence,
      tokens.slice(segment.from, segment.to),
      chunks,
      at === segments.length - 1 || out.every(({ does }) => does === 'courtesy'),
      thanked,
    );
    // "Please unsubscribe | my husband": what follows with no comma may be the object.
    const before = out.at(-1);
    if (!name && !segment.parted && segment.opens === undefined && before?.object === false)
      out[out.length - 1] = { ...before, sure: false };
    if (before !== undefined && leaves(before) && isAll(lattice, segment))
      out[out.length - 1] = { ...before, all: true };
    // "Stop the letters, she said": who said so comes behind.
    const clauseEnd = comma ?? tokens.length;
    if (!name && segment.parted && before !== undefined && areSaying(lattice, start, clauseEnd))
      out[out.length - 1] = { ...before, sure: false, reported: true };
    out.push(name ? COURTESY : OTHER);
    if (!name) {
      left += tokens.slice(segment.from, segment.to).filter(({ kind }) => kind !== 'mark').length;
      after = true;
      const words = tokens.slice(segment.from, segment.to);
      personal ||= words.some((_, nth) => tells(words, nth, lexicon));
      contrast ||= but && out.some(({ wishes }) => wishes.length > 0);
      timed ||= chunks.some(isTime);
      ahead ||= chunks.some((chunk) => isAhead(chunk, calendar));
      told ||= chunks.some(({ meanings }) => meanings.some(({ tag }) => tag === 'report'));
    }
    at += 1;
  }
  return {
    readings: out,
    left,
    personal: personal || (left > 0 && sentence.question && !out.some(({ asked }) => asked)),
    timed,
    ahead,
    newsletter: tags.has('newsletter'),
    aside: left > 0 && mayEndIt(tags, out),
    question: sentence.question,
    alternative,
    contrast,
  };
}

/**
 * "Unsubscribe me and delete | my data": the longest clause may take the verb of the next one. A
 * shorter one is better where what follows it then reaches farther.
 */
function leavingMore(
  fit: Fit,
  start: number,
  segments: readonly Segment[],
  fitFrom: (from: number, ends: readonly number[]) => Fit | undefined,
): Fit {
  const next = segments.find(({ from }) => from === fit.end);
  if (next === undefined || next.parted || next.opens !== undefined) return fit;
  const ends = segments.map(({ to }) => to);
  if (fitFrom(fit.end, ends) !== undefined) return fit;
  const shorter = fitFrom(
    start,
    ends.filter((end) => end < fit.end),
  );
  const rest = shorter && fitFrom(shorter.end, ends);
  return shorter !== undefined && rest !== undefined && rest.end > fit.end ? shorter : fit;
}

/** "No newsletter, | but the letters": an end takes nothing of what is named behind a "but". */
function beforeBut(
  fit: Fit,
  start: number,
  segments: readonly Segment[],
  fitFrom: (from: number, ends: readonly number[]) => Fit | undefined,
  keptFrom: (from: number) => Fit | undefined,
): Fit {
  const but = segments.find(({ from, opens }) => opens === 'but' && from > start && from < fit.end);
  if (but === undefined || fit.frame.does !== 'leave') return fit;
  const ends = segments.map(({ to }) => to).filter((end) => end <= but.from);
  const shorter = fitFrom(start, ends);
  const parts = shorter?.frame.does === 'leave' && shorter.end === but.from;
  return parts && keptFrom(but.from + 1) !== undefined ? shorter : fit;
}

/** "Stop the newsletter and the letters, both", "stop the letters, and the newsletter, too". */
const isAll = (lattice: Lattice, { from, to }: Segment): boolean =>
  isOnly(lattice, from, to, 'all') ||
  [...(lattice[from] ?? [])].some(
    ([end, meanings]) =>
      meanings.some(({ tag }) => tag === 'and') && isOnly(lattice, end, to, 'newsletter'),
  );

const isOnly = (lattice: Lattice, from: number, to: number, wanted: Tag): boolean =>
  lattice[from]?.get(to)?.some(({ tag }) => tag === wanted) === true;

/** "And while you're at it drop the newsletter": it may end, in words that could not be read. */
const mayEndIt = (tags: ReadonlySet<Tag>, readings: readonly Reading[]): boolean =>
  tags.has('newsletter') &&
  [...ENDING_IT].some((tag) => tags.has(tag)) &&
  !readings.some(({ newsletter }) => newsletter === true);
const ENDING_IT: ReadonlySet<Tag> = new Set<Tag>(['end', 'drop', 'pull', 'off', 'leave', 'refuse']);

/** Whether what was read last is an end, or may be one. */
const ended = (readings: readonly Reading[]): boolean =>
  readings.slice(-1).some((one) => leaves(one) || one.does === 'maybeLeave');

/** "Pause until Monday, and then weekdays at 8": what is joined to a sure wish is one, too. */
function joined(reading: Reading, { opens }: Segment, before: Reading | undefined): Reading {
  const follows = opens === 'and' && before?.sure === true && before.wishes.length > 0;
  return follows ? { ...reading, sure: true, asked: reading.asked || before.asked } : reading;
}

/** The lattice of a part of a sentence, counted from its beginning. */
const shifted =
  (from: number, to: number) =>
  (spans: Lattice[number]): Lattice[number] =>
    new Map(
      [...spans].filter(([end]) => end <= to).map(([end, meanings]) => [end - from, meanings]),
    );

const COURTESY: Reading = {
  does: 'courtesy',
  sure: true,
  asked: false,
  begged: false,
  object: false,
  parts: false,
  wishes: [],
};
const OTHER: Reading = {
  does: 'other',
  sure: false,
  asked: false,
  begged: false,
  object: false,
  parts: false,
  wishes: [],
};

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

const areSaying = (lattice: Lattice, from: number, to: number): boolean =>
  lattice.slice(from, to).every((spans) => [...SAYING].some((tag) => has(spans, tag)));
const SAYING: ReadonlySet<Tag> = new Set<Tag>(['report', 'subject', 'soft', 'mark']);

/** A word that tells of somebody or of feelings, and what was quoted. */
function tells(tokens: readonly Token[], at: number, { isPersonal }: Lexicon): boolean {
  const { kind, text } = tokens[at] ?? { kind: 'mark', text: '' };
  return kind === 'mark' ? text === '…' : text === QUOTED || isPersonal(tokens, at);
}

/** "I'm swamped, stop the letters": a command behind a comma, which asks by itself. */
const isBare = ({ parted }: Segment, { sure, asked, object, does, when }: Reading): boolean =>
  sure &&
  (object || does === 'schedule') &&
  (asked || (parted && when === undefined && COMMANDS.has(does)));
const COMMANDS: ReadonlySet<Reading['does']> = new Set(['leave', 'pause', 'resume', 'resend']);

/** "A week off" says in one run what it is, and for how long. */
const whensIn = ({ meanings }: Chunk): readonly When[] =>
  meanings.flatMap((meaning) => ('when' in meaning && meaning.when) || []);

const isTime = (chunk: Chunk): boolean =>
  chunk.meanings.some(({ tag }) => tag === 'rhythm') ||
  whensIn(chunk).some(({ is }) => is !== 'during');

const isAhead = (chunk: Chunk, { today }: Calendar): boolean =>
  whensIn(chunk).some((when) => liesAhead(when, today));
