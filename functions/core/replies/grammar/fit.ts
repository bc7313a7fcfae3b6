import type { Lattice, Meaning, Tag } from './chunks.ts';
import type { Frame } from './frame.ts';
import { ENDING, FRAMES, NEGATING } from './frames.ts';

/** A frame, what each run of words is in it, and before which token it ends. */
export interface Fit {
  readonly frame: Frame;
  readonly taken: readonly Meaning[];
  readonly end: number;
  /** What stands within its runs: "everything", where it is named and not thanked for; the letters, the newsletter. */
  readonly within?: ReadonlySet<Within>;
  /** Where it begins, if words that were not read stand in front of it. */
  readonly from?: number;
}

/** A way through the words so far: which needs are met, and by what. */
interface Way {
  readonly met: number;
  readonly taken: readonly Meaning[];
  /** What stands within its runs: everything that ends, what is kept, and what is praised or asked for. */
  readonly within: ReadonlySet<Within>;
}

type Within = 'all' | 'letters' | 'newsletter' | 'praise' | 'plea';
const NOTHING: ReadonlySet<Within> = new Set();

/**
 * The frame that takes most words from a token on, every run of them, up to one of the ends. The
 * first in their order wins among those that take as many.
 *
 * @param ends where clauses may part, ascending
 * @param comma where the next comma or the like stands, or the end
 * @param frames those that are tried
 */
export function longestFit(
  lattice: Lattice,
  from: number,
  ends: readonly number[],
  tags: ReadonlySet<Tag>,
  comma: number,
  frames: readonly Frame[] = FRAMES,
): Fit | undefined {
  let best: Fit | undefined;
  for (const frame of frames) {
    if (!frame.needs.every((need) => need.some((tag) => tags.has(tag)))) continue;
    // "Not interested, take me off": a comma makes two things of them, and "not" keeps nothing.
    const within = COMMA_ENDS.has(frame.does) ? ends.filter((end) => end <= comma) : ends;
    const fit = fitOf(frame, lattice, from, within);
    if (fit === undefined) continue;
    if (isBetter(fit, best, from) || tellsBetter(fit, best)) best = fit;
  }
  return best;
}

/** It takes more words, or as many for the same thing in fewer runs, which say more as a whole. */
function isBetter(fit: Fit, best: Fit | undefined, from: number): boolean {
  if (fit.end !== best?.end) return fit.end > (best?.end ?? from);
  const { does, sure } = best.frame;
  const same = fit.frame.does === does && (fit.frame.sure || !sure);
  return same && fit.taken.length < best.taken.length;
}

/** "At weekends I rest" as a whole is a reason, and no rest at a time. */
const tellsBetter = ({ frame, taken, end }: Fit, best: Fit | undefined): boolean =>
  best?.end === end &&
  TELLS.has(frame.does) &&
  taken.some(({ tag }) => tag === frame.does || tag === 'missing') &&
  (!best.frame.sure || best.frame.does === 'resend' || tellsOfNone(frame, taken)) &&
  taken.length < best.taken.length;

/** "I got no letter today" as a whole tells of one that is missing, and ends nothing. */
const tellsOfNone = ({ does }: Frame, taken: readonly Meaning[]): boolean =>
  does === 'reason' && taken.every(({ tag }) => tag === 'missing' || tag === 'mark');

const TELLS: ReadonlySet<Frame['does']> = new Set<Frame['does']>(['reason', 'away', 'when']);

/** Clauses of these end at a comma. */
const COMMA_ENDS: ReadonlySet<Frame['does']> = new Set<Frame['does']>(['keep', 'unsaid']);

function fitOf(
  frame: Frame,
  lattice: Lattice,
  from: number,
  ends: readonly number[],
): Fit | undefined {
  const all = (1 << frame.needs.length) - 1;
  const ways = new Map<number, Map<number, Way>>([
    [from, new Map([[0, { met: 0, taken: [], within: NOTHING }]])],
  ]);
  for (let at = from; at < lattice.length; at += 1) {
    const here = [...(ways.get(at)?.values() ?? [])];
    if (here.length === 0) continue;
    const spans = lattice[at] ?? NONE;
    // "Los lunes" is a rhythm behind a pause, and no "them" with a day.
    const days = frame.does === 'pause' ? daysFrom(spans) : at;
    for (const [to, meanings] of spans) {
      const heard =
        to < days ? meanings.filter(({ tag }) => tag !== 'it' && tag !== 'soft') : meanings;
      const within = LOOKED_INTO.has(frame.does) ? tagsWithin(lattice, at, to) : NO_TAGS;
      for (const way of here) extend(frame, way, heard, to, ways, within);
    }
  }
  for (const end of [...ends].reverse()) {
    const way = ways.get(end)?.get(all);
    if (way !== undefined && end > from && allows(frame, way))
      return { frame, taken: way.taken, end, within: way.within };
  }
  return undefined;
}

const NONE: Lattice[number] = new Map();

/** What words within a run mean by themselves, of what is looked for there. */
function tagsWithin(lattice: Lattice, from: number, to: number): ReadonlySet<Tag> {
  const found = new Set<Tag>();
  for (let at = from; at < to; at += 1)
    for (const [end, meanings] of lattice[at] ?? NONE)
      if (end <= to) for (const { tag } of meanings) if (LOOKED_FOR.has(tag)) found.add(tag);
  return found;
}
const NO_TAGS: ReadonlySet<Tag> = new Set();
/** What they come to hangs on words within their runs. */
const LOOKED_INTO: ReadonlySet<Frame['does']> = new Set<Frame['does']>([
  ...(['leave', 'noNewsletter', 'pause', 'resume', 'schedule'] as const),
]);
const LOOKED_FOR: ReadonlySet<Tag> = new Set<Tag>([
  ...(['all', 'and', 'newsletter', 'ours', 'letter', 'list'] as const),
]);

function withinRun(before: Way['within'], { tag }: Meaning, tags: ReadonlySet<Tag>): Way['within'] {
  if (KIND.has(tag)) {
    const isOfOurs = tags.has('ours') || tags.has('letter') || tags.has('list');
    return new Set([...before, isOfOurs ? 'praise' : 'plea']);
  }
  if (tags.has('all') && ENDABLE.has(tag)) return new Set([...before, 'all']);
  if (!HOLDING.has(tag)) return before;
  const named: readonly Within[] = [
    ...(tags.has('newsletter') ? (['newsletter'] as const) : []),
    ...(tags.has('ours') ? (['letters'] as const) : []),
  ];
  const isBoth = named.length > 1 && tags.has('and') && tag !== 'keep';
  return new Set([...before, ...named, ...(isBoth ? (['all'] as const) : [])]);
}

/** What is said for kindness' sake: of what is ours it says that it is liked. */
const KIND: ReadonlySet<Tag> = new Set<Tag>(['courtesy', 'soft']);

/** Runs that may name a list in some languages: "mettez la newsletter en pause". */
const HOLDING: ReadonlySet<Tag> = new Set<Tag>(['keep', 'pause', 'rest', 'resume', 'goOn']);

/** Runs that say what ends or pauses: thanks for everything, and too much of it, end nothing. */
const ENDABLE: ReadonlySet<Tag> = new Set<Tag>([
  ...(['it', 'ours', 'list', 'newsletter', 'letter', 'me', 'more', 'off', 'send', 'get'] as const),
  ...(['leave', 'end', 'drop', 'pull', 'no', 'refuse', 'aloneLeave', 'maybeLeave'] as const),
  ...(['pause', 'rest', 'alonePause'] as const),
]);

/** Before which token the longest run ends that names days, or nowhere. */
const daysFrom = (spans: Lattice[number]): number =>
  Math.max(
    -1,
    ...[...spans].flatMap(([to, meanings]) =>
      meanings.some((one) => one.tag === 'rhythm' && one.rhythm.is === 'days') ? [to] : [],
    ),
  );

/** Each run meets one need that is open, or stands where the frame allows it. */
function extend(
  { does, needs, may }: Frame,
  way: Way,
  meanings: readonly Meaning[],
  to: number,
  ways: Map<number, Map<number, Way>>,
  tags: ReadonlySet<Tag>,
): void {
  const there = ways.get(to) ?? new Map<number, Way>();
  const add = (met: number, meaning: Meaning) => {
    const known = there.get(met);
    // The fewest runs: a phrase as a whole says more than its words.
    if (known === undefined || known.taken.length > way.taken.length + 1)
      there.set(met, {
        met,
        taken: [...way.taken, meaning],
        within: withinRun(way.within, meaning, tags),
      });
  };
  // "On Sundays" is a rhythm where rhythms are asked for, though it may be a date elsewhere.
  const rhythmic = does === 'schedule' && meanings.some(({ tag }) => tag === 'rhythm');
  for (const meaning of meanings) {
    if (rhythmic && meaning.tag === 'when') continue;
    if (may.has(meaning.tag)) add(way.met, meaning);
    needs.forEach((need, nth) => {
      const bit = 1 << nth;
      if ((way.met & bit) === 0 && need.includes(meaning.tag)) add(way.met | bit, meaning);
    });
  }
  if (there.size > 0) ways.set(to, there);
}

/** What the order of words decides, and what a "no" can't mean. */
function allows({ does, needs }: Frame, { taken, within }: Way): boolean {
  if (TELLS.has(does))
    return !ASKING.has(taken.findLast(({ tag }) => tag !== 'mark')?.tag ?? 'mark');
  if (does === 'schedule') return excludes(taken) && !states(taken) && !praises(taken, within);
  if (does === 'keep' && needs[0] === NEGATING) return negates(taken);
  if (does === 'resume') return resumes(needs, taken);
  if (does === 'keep') return !gone(taken);
  if (does === 'noNewsletter') return !keepsNewsletter(taken, within);
  return does !== 'leave' || !unable(taken);
}

/** "I have no time, could | you stop": what begins to ask belongs to what follows. */
const ASKING: ReadonlySet<Tag> = new Set<Tag>(['wish', 'demand']);

/**
 * "I'll be in touch again" asks for nothing to go on. Where the time is all that says "again", it has
 * to be one at which somebody is back.
 */
const resumes = (needs: Frame['needs'], taken: readonly Meaning[]): boolean =>
  taken.every(
    (meaning) =>
      meaning.tag !== 'when' ||
      (needs[0]?.includes('when') === true
        ? meaning.when.is === 'back'
        : meaning.when.is !== 'open'),
  );

/** "Non posso leggere le lettere", "no can you": what is denied there is the asking, not the mail. */
const unable = (taken: readonly Meaning[]): boolean =>
  taken.some(({ tag }, at) => {
    const next = taken[at + 1]?.tag;
    return tag === 'no' && (next === 'wish' || next === 'demand');
  });

/** "Prefiero no seguir con el curso": what is denied is not kept. */
const gone = (taken: readonly Meaning[]): boolean =>
  taken.some(({ tag }, at) => tag === 'keep' && NEGATING.includes(taken[at - 1]?.tag ?? 'mark'));

/** "No" turns days into the others, and an hour into nothing that can be done. */
const excludes = (taken: readonly Meaning[]): boolean =>
  !taken.some(({ tag }) => tag === 'no' || tag === 'end' || tag === 'refuse') ||
  taken.every(
    (meaning) =>
      meaning.tag !== 'rhythm' || (meaning.rhythm.is === 'days' && meaning.rhythm.named === true),
  );

/** "The letters come at 7, which is fine": whoever says what is asks for nothing. */
function states(taken: readonly Meaning[]): boolean {
  if (taken.some(({ tag }) => ASKING.has(tag))) return false;
  const said = taken.map(({ tag }) => tag).filter((tag) => !BETWEEN.has(tag));
  const [what, does, ...more] = said;
  if (what !== 'ours' && what !== 'letter') return false;
  // "Enough" is a verb of arriving in some languages.
  return does === 'rather' ? more.includes('rather') : COMING.has(does ?? 'mark');
}

/** "J'aime vos lettres à 7 heures": whoever says what they like asks for nothing. */
const praises = (taken: readonly Meaning[], within: Way['within']): boolean =>
  within.has('praise') && !within.has('plea') && !taken.some(({ tag }) => MOVING.has(tag));
const MOVING: ReadonlySet<Tag> = new Set<Tag>([...ASKING, 'change', 'send', 'get', 'rather']);

const BETWEEN: ReadonlySet<Tag> = new Set<Tag>(['soft', 'mark', 'me', 'greeting', 'courtesy']);
const COMING: ReadonlySet<Tag> = new Set<Tag>(['get', 'keep', 'change']);

/** "Don't stop" keeps all as it is; "no thanks, take me off" does not. */
function negates(taken: readonly Meaning[]): boolean {
  const said = taken.map(({ tag }) => tag).filter((tag) => tag !== 'soft' && tag !== 'me');
  return said.some((tag, at) => NEGATING.includes(tag) && ENDING.includes(said[at + 1] ?? 'mark'));
}

/**
 * "Stop the letters, but keep the newsletter": what is kept stands in the run that keeps, behind it, or right in
 * front of it where the verb comes last.
 */
const keepsNewsletter = (taken: readonly Meaning[], within: Way['within']): boolean => {
  if (within.has('letters') || within.has('newsletter')) return within.has('newsletter');
  const at = taken.findIndex(({ tag }) => tag === 'keep');
  const behind = taken.slice(at + 1).find(({ tag }) => tag === 'ours' || tag === 'newsletter');
  const kept = behind ?? taken.slice(0, at).findLast(({ tag }) => tag !== 'soft' && tag !== 'me');
  return kept?.tag === 'newsletter';
};

/** Every tag that stands anywhere in a sentence. */
export const tagsIn = (lattice: Lattice): ReadonlySet<Tag> =>
  new Set(lattice.flatMap((spans) => [...spans.values()].flat().map(({ tag }) => tag)));
