import type { CourseOutline, CourseSlug, LessonId, TrackId } from './course.ts';
import type { Rest } from './rest.ts';

/** A letter in its place, as it was deployed or is about to be. */
export interface KeptLesson {
  readonly id: LessonId;
  readonly subject: string;
  readonly retired?: true;
}

/**
 * What is remembered of a course once it is deployed, so that the next deployment can be compared with
 * it. Unlike the outline that decisions are made by, it has its retired letters in their places.
 */
export interface KeptCourse {
  readonly slug: CourseSlug;
  readonly tracks: readonly TrackId[];
  /** In reading order. */
  readonly lessons: readonly KeptLesson[];
  /** The author ended it. */
  readonly retired?: true;
  readonly rests?: readonly Rest[];
}

/** A course as it lies in the folder: what decisions need, and what will be remembered of it. */
export interface Draft {
  readonly outline: CourseOutline;
  readonly kept: KeptCourse;
}

/** What a deployment would do to one letter. */
export type Change =
  | 'same'
  | 'added'
  | 'moved'
  /** Was retired, and is no longer. */
  | 'back'
  | 'retired'
  | 'removed'
  /** Its id is gone, and another came with its subject or in its place. */
  | 'renamed';

/** One letter, in the order of the folder; one that is gone stands where it was. */
export interface Row {
  readonly lesson: LessonId;
  readonly change: Change;
  /** Counted from 1; absent for a letter that nobody gets any more. */
  readonly place?: number;
  /** Its place so far, if it had one. */
  readonly was?: number;
  /** Of a renamed letter: the id that came. */
  readonly to?: LessonId;
}

/**
 * Compares a course with what was deployed.
 *
 * @param before undefined where nothing is remembered: then nothing has changed, for all that is known
 */
export function rowsBetween(before: KeptCourse | undefined, now: KeptCourse): readonly Row[] {
  const next = now.lessons.filter(isLive);
  if (before === undefined) {
    return next.map(({ id }, index) => ({ lesson: id, change: 'same', place: index + 1 }));
  }
  const last = before.lessons.filter(isLive);
  const moved = movedBetween(last, next);
  const rows = next.map(({ id }, index): Row => {
    const was = placeIn(last, id);
    const retired = before.lessons.some((one) => one.id === id && !isLive(one));
    const change =
      was === undefined ? (retired ? 'back' : 'added') : moved.has(id) ? 'moved' : 'same';
    return { lesson: id, change, place: index + 1, ...(was !== undefined && { was }) };
  });
  return withGone(rows, before, now);
}

const isLive = ({ retired }: KeptLesson): boolean => retired !== true;

function placeIn(lessons: readonly KeptLesson[], id: LessonId): number | undefined {
  const index = lessons.findIndex((one) => one.id === id);
  return index < 0 ? undefined : index + 1;
}

/** The fewest letters of which one can say that they moved, and all others kept their order. */
function movedBetween(last: readonly KeptLesson[], next: readonly KeptLesson[]): Set<LessonId> {
  const both = next.filter(({ id }) => placeIn(last, id) !== undefined);
  const stays = longestRise(both.map(({ id }) => placeIn(last, id) ?? 0));
  return new Set(both.filter((_, index) => !stays.has(index)).map(({ id }) => id));
}

/**
 * The indexes of a longest part of a list whose numbers only rise. Of several the one with the smaller
 * numbers: of two letters that changed places, the one that comes earlier now is what moved.
 */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ways: (readonly number[])[] = [];
  for (const [index, number] of numbers.entries()) {
    const before = ways.filter((way) => (numbers[way.at(-1) ?? 0] ?? 0) < number);
    ways.push([...longest(before), index]);
  }
  return new Set(longest(ways));
}

const longest = (ways: readonly (readonly number[])[]): readonly number[] =>
  ways.reduce((most, way) => (way.length >= most.length ? way : most), []);

/** Puts those that nobody will get any more below the letter that they came after. */
function withGone(rows: readonly Row[], before: KeptCourse, now: KeptCourse): readonly Row[] {
  const all = [...rows];
  const last = before.lessons.filter(isLive);
  let after = -1;
  for (const { id, subject } of before.lessons) {
    const stands = all.findIndex(({ lesson }) => lesson === id);
    if (stands >= 0) {
      after = stands;
      continue;
    }
    const kept = now.lessons.find((one) => one.id === id);
    // Retired before, and still: nothing has changed.
    if (kept !== undefined && placeIn(last, id) === undefined) continue;
    const was = placeIn(last, id);
    const place = was === undefined ? {} : { was };
    const to = kept === undefined ? nameThatCame({ id, subject }, before, now) : undefined;
    after += 1;
    all.splice(after, 0, {
      lesson: id,
      change: kept !== undefined ? 'retired' : to === undefined ? 'removed' : 'renamed',
      ...place,
      ...(to !== undefined && { to }),
    });
  }
  return all;
}

/** The new id with the subject of one that is gone, or else the only one between its neighbors. */
function nameThatCame(gone: KeptLesson, before: KeptCourse, now: KeptCourse): LessonId | undefined {
  const came = now.lessons.filter(({ id }) => !before.lessons.some((one) => one.id === id));
  const bySubject = came.find(({ subject }) => subject === gone.subject);
  if (bySubject !== undefined) return bySubject.id;
  const left = before.lessons.filter(({ id }) => !now.lessons.some((one) => one.id === id));
  const heirs = came.filter(({ subject }) => !left.some((one) => one.subject === subject));
  const gap = gapOf(gone.id, before, now);
  const inGap = heirs.filter(({ id }) => gapOf(id, now, before) === gap);
  const goneInGap = left.filter(({ id }) => gapOf(id, before, now) === gap);
  return inGap.length === goneInGap.length
    ? inGap[goneInGap.findIndex(({ id }) => id === gone.id)]?.id
    : undefined;
}

/** The letters on both sides of one, as far as the other course has them, too. */
function gapOf(id: LessonId, inside: KeptCourse, other: KeptCourse): string {
  const index = inside.lessons.findIndex((one) => one.id === id);
  const isThere = (one: KeptLesson) => other.lessons.some((known) => known.id === one.id);
  const previous = inside.lessons.slice(0, index).findLast(isThere);
  const following = inside.lessons.slice(index + 1).find(isThere);
  return `${previous?.id ?? ''} ${following?.id ?? ''}`;
}

/** Whether every letter has its name, its place and its days, so that nobody's readers have to be looked at. */
export function areSame(before: readonly KeptCourse[], now: readonly KeptCourse[]): boolean {
  const text = (courses: readonly KeptCourse[]) =>
    JSON.stringify([...courses].sort((a, b) => (a.slug < b.slug ? -1 : 1)).map(inOrder));
  return text(before) === text(now);
}

/** What readers meet of it: a subject may change at any time. */
const inOrder = ({ slug, tracks, lessons, retired, rests = [] }: KeptCourse) => [
  slug,
  tracks,
  lessons.map((one) => [one.id, one.retired === true]),
  retired === true,
  rests.map(({ from, until }) => [from, until]),
];
