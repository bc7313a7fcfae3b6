import {
  type CourseOutline,
  type CourseSlug,
  type LessonId,
  nextLesson,
  type TrackId,
} from '../course.ts';
import { type Draft, type KeptCourse, type Row, rowsBetween } from '../outline.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** One letter, and how many readers of its course stand where to it. Each reader counts once. */
export interface StripRow extends Row {
  readonly had: number;
  /** It is the next one that they get. */
  readonly next: number;
  /** It comes to them after others. */
  readonly later: number;
  /** They get it at no time. */
  readonly never: number;
  /** Of `next`, `later` or `never`: would have got it, and no longer do. */
  readonly lost: number;
  /** Of `had`: get the same letter again, under its new name. */
  readonly again: number;
}

/** A course as a deployment would leave it, with who stands where. */
export interface Strip {
  readonly course: CourseSlug;
  readonly readers: number;
  readonly rows: readonly StripRow[];
  readonly harms: readonly Harm[];
}

/** What a deployment would take from readers. It needs a yes of its own. */
export type Harm =
  | {
      readonly is: 'course-gone';
      readonly course: CourseSlug;
      readonly readers: number;
    }
  | {
      /** They get no letter at all: there is none in their wording. */
      readonly is: 'track-gone';
      readonly course: CourseSlug;
      readonly track: TrackId | undefined;
      readonly readers: number;
    }
  | {
      /** They would miss letters that keep their places, since one that they have had comes later now. */
      readonly is: 'overtaken';
      readonly course: CourseSlug;
      readonly readers: number;
      readonly lessons: readonly LessonId[];
    }
  | {
      /** `skipped`: it moved, and some are past it now. */
      readonly is: 'removed' | 'renamed' | 'skipped';
      readonly course: CourseSlug;
      readonly lesson: LessonId;
      readonly to?: LessonId;
      readonly had: number;
      readonly lost: number;
      readonly again: number;
    };

/** Who stands where in a course, by letter. */
export function stripOf(
  subscribers: readonly Subscriber[],
  { outline, kept }: Draft,
  before: KeptCourse | undefined,
): Strip {
  const enrolled = subscribers
    .filter(({ standing: { is } }) => is === 'active' || is === 'paused')
    .flatMap(({ enrollments }) => enrollments)
    .filter(({ course, stopped }) => course === outline.slug && stopped !== true);
  const rows = rowsBetween(before, kept);
  const counts = new Map(rows.map(({ lesson }) => [lesson, { ...NOBODY }]));
  const ways = [waysBefore(before), waysThrough(outline)] as const;
  let overtaken = 0;
  for (const { received, readers } of alike(enrolled)) {
    const [was, now] = [ways[0](received), ways[1](received)];
    let misses = false;
    for (const { lesson, to, change } of rows) {
      const count = counts.get(lesson);
      if (count === undefined) continue;
      const way = now(lesson);
      count[way] += readers;
      if (way === 'never' && was(lesson)) {
        count.lost += readers;
        misses ||= change === 'same';
      }
      if (way === 'had' && to !== undefined && /^(next|later)$/.test(now(to))) {
        count.again += readers;
      }
    }
    if (misses) overtaken += readers;
  }
  const course = outline.slug;
  const counted = rows.map((row) => ({ ...row, ...(counts.get(row.lesson) ?? NOBODY) }));
  const lessons = missedIn(counted);
  return {
    course,
    readers: enrolled.length,
    rows: counted,
    harms: [
      ...[...astrayIn(enrolled, kept)].map(
        ([track, readers]): Harm => ({ is: 'track-gone', course, track, readers }),
      ),
      ...counted.flatMap((row) => harmOf(course, row)),
      ...(overtaken > 0 ? [{ is: 'overtaken' as const, course, readers: overtaken, lessons }] : []),
    ],
  };
}

const NOBODY = { had: 0, next: 0, later: 0, never: 0, lost: 0, again: 0 };

type Received = Enrollment['received'];

/** Those who have had the same letters: of however many readers, a course knows a few dozen. */
function alike(enrolled: readonly Enrollment[]) {
  const groups = new Map<string, { received: Received; readers: number }>();
  for (const { received } of enrolled) {
    const key = received.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { received, readers: 1 });
    else group.readers += 1;
  }
  return groups.values();
}

/** Whether a letter was to come for somebody, by the order that was deployed. */
function waysBefore(before: KeptCourse | undefined) {
  const live = (before?.lessons ?? []).filter(({ retired }) => retired !== true);
  const places = new Map(live.map(({ id }, place) => [id, place]));
  return (received: Received) => {
    const reached = Math.max(-1, ...received.map((id) => places.get(id) ?? -1));
    return (id: LessonId): boolean => (places.get(id) ?? -1) > reached;
  };
}

/** How somebody will stand to each letter. */
function waysThrough(outline: CourseOutline) {
  const places = new Map(outline.lessons.map((lesson, place) => [lesson.id, { lesson, place }]));
  return (received: Received) => {
    const had = new Set(received);
    const next = nextLesson(outline, received)?.id;
    const reached = Math.max(-1, ...received.map((id) => places.get(id)?.place ?? -1));
    return (id: LessonId): 'had' | 'next' | 'later' | 'never' => {
      if (had.has(id)) return 'had';
      if (id === next) return 'next';
      const found = places.get(id);
      if (found === undefined) return 'never';
      return found.place > reached || found.lesson.forThosePast !== 'never' ? 'later' : 'never';
    };
  };
}

/** Letters are compiled for each track of a course, and for nobody else. */
function astrayIn(
  enrolled: readonly Enrollment[],
  { tracks }: KeptCourse,
): ReadonlyMap<TrackId | undefined, number> {
  const astray = new Map<TrackId | undefined, number>();
  for (const { track } of enrolled) {
    const fits = track === undefined ? tracks.length === 0 : tracks.includes(track);
    if (!fits) astray.set(track, (astray.get(track) ?? 0) + 1);
  }
  return astray;
}

function harmOf(course: CourseSlug, row: StripRow): readonly Harm[] {
  const { lesson, change, to, had, lost, again } = row;
  const what = { course, lesson, had, lost, again, ...(to !== undefined && { to }) };
  if (change === 'removed' || change === 'renamed') {
    return had + lost > 0 ? [{ is: change, ...what }] : [];
  }
  return lost > 0 && change === 'moved' ? [{ is: 'skipped', ...what }] : [];
}

const missedIn = (rows: readonly StripRow[]): readonly LessonId[] =>
  rows.flatMap(({ lesson, change, lost }) => (change === 'same' && lost > 0 ? [lesson] : []));
