import type { Lattice, Meaning, Tag } from './chunks.ts';
import { ENDING, FRAMES, type Frame, NEGATING } from './frames.ts';

/** A frame, what each run of words is in it, and before which token it ends. */
export interface Fit {
  readonly frame: Frame;
  readonly taken: readonly Meaning[];
  readonly end: number;
}

/** A way through the words so far: which needs are met, and by what. */
interface Way {
  readonly met: number;
  readonly taken: readonly Meaning[];
}

/**
 * The frame that takes most words from a token on, every run of them, up to one of the ends. The
 * first in their order wins among those that take as many.
 *
 * @param ends where clauses may part, ascending
 * @param comma where the next comma or the like stands, or the end
 */
export function longestFit(
  lattice: Lattice,
  from: number,
  ends: readonly number[],
  tags: ReadonlySet<Tag>,
  comma: number,
): Fit | undefined {
  let best: Fit | undefined;
  for (const frame of FRAMES) {
    if (!frame.needs.every((need) => need.some((tag) => tags.has(tag)))) continue;
    // "Not interested, take me off": a comma makes two things of them, and "not" keeps nothing.
    const within = frame.does === 'keep' ? ends.filter((end) => end <= comma) : ends;
    const fit = fitOf(frame, lattice, from, within);
    if (fit !== undefined && fit.end > (best?.end ?? from)) best = fit;
  }
  return best;
}

function fitOf(
  frame: Frame,
  lattice: Lattice,
  from: number,
  ends: readonly number[],
): Fit | undefined {
  const all = (1 << frame.needs.length) - 1;
  const ways = new Map<number, Map<number, Way>>([[from, new Map([[0, { met: 0, taken: [] }]])]]);
  for (let at = from; at < lattice.length; at += 1) {
    for (const way of ways.get(at)?.values() ?? []) {
      for (const [to, meanings] of lattice[at] ?? []) extend(frame, way, meanings, to, ways);
    }
  }
  for (const end of [...ends].reverse()) {
    const way = ways.get(end)?.get(all);
    if (way !== undefined && end > from && allows(frame, way.taken))
      return { frame, taken: way.taken, end };
  }
  return undefined;
}

/** Each run meets one need that is open, or stands where the frame allows it. */
function extend(
  { does, needs, may }: Frame,
  way: Way,
  meanings: readonly Meaning[],
  to: number,
  ways: Map<number, Map<number, Way>>,
): void {
  const there = ways.get(to) ?? new Map<number, Way>();
  const add = (met: number, meaning: Meaning) => {
    const known = there.get(met);
    // The fewest runs: a phrase as a whole says more than its words.
    if (known === undefined || known.taken.length > way.taken.length + 1)
      there.set(met, { met, taken: [...way.taken, meaning] });
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
function allows({ does, needs }: Frame, taken: readonly Meaning[]): boolean {
  if (does === 'schedule') return excludes(taken);
  if (does === 'keep' && needs[0] === NEGATING) return negates(taken);
  if (does === 'noNewsletter') return !keepsNewsletter(taken);
  return does !== 'leave' || !unable(taken);
}

/** "Non posso leggere le lettere", "no can you": what is denied there is the asking, not the mail. */
const unable = (taken: readonly Meaning[]): boolean =>
  taken.some(({ tag }, at) => {
    const next = taken[at + 1]?.tag;
    return tag === 'no' && (next === 'wish' || next === 'demand');
  });

/** "No" turns days into the others, and an hour into nothing that can be done. */
const excludes = (taken: readonly Meaning[]): boolean =>
  !taken.some(({ tag }) => tag === 'no' || tag === 'end' || tag === 'refuse') ||
  taken.every(
    (meaning) =>
      meaning.tag !== 'rhythm' || (meaning.rhythm.is === 'days' && meaning.rhythm.named === true),
  );

/** "Don't stop" keeps all as it is; "no thanks, take me off" does not. */
function negates(taken: readonly Meaning[]): boolean {
  const said = taken.map(({ tag }) => tag).filter((tag) => tag !== 'soft' && tag !== 'me');
  return said.some((tag, at) => NEGATING.includes(tag) && ENDING.includes(said[at + 1] ?? 'mark'));
}

/** "Stop the letters, but keep the newsletter": what stands behind "keep" is kept. */
const keepsNewsletter = (taken: readonly Meaning[]): boolean => {
  const kept = taken.slice(taken.findIndex(({ tag }) => tag === 'keep') + 1);
  return kept.find(({ tag }) => tag === 'ours' || tag === 'newsletter')?.tag === 'newsletter';
};

/** Every tag that stands anywhere in a sentence. */
export const tagsIn = (lattice: Lattice): ReadonlySet<Tag> =>
  new Set(lattice.flatMap((spans) => [...spans.values()].flat().map(({ tag }) => tag)));
