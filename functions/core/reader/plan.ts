import type { CourseSlug, ForThosePast, LessonId, LessonOutline } from '../course.ts';
import { type Courses, missingCourses } from './owed.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** What a deployment of these courses would mean for one lesson and the people who read. */
export interface LessonPlan {
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  readonly forThosePast: ForThosePast;
  /** Are past its place without having had it: what becomes of them is the lesson's own field. */
  readonly past: number;
  /** Had nothing more to come, so nobody looks for them until they are woken. */
  readonly finished: number;
}

/** Who would get what, for each lesson of each course, in reading order. */
export function planOf(
  subscribers: readonly Subscriber[],
  courses: Courses,
): readonly LessonPlan[] {
  const readers = subscribers.filter(({ standing: { is } }) => is === 'active' || is === 'paused');
  return courses.flatMap(({ slug, lessons }) => {
    const enrolled = readers.flatMap((reader) =>
      reader.enrollments
        .filter(({ course, stopped }) => course === slug && stopped !== true)
        .map((enrollment) => whereIn(reader, enrollment, lessons)),
    );
    return lessons.map(({ id, forThosePast }, place) => {
      const count = (what: Place) =>
        enrolled.filter((whereTo) => whereTo(id, place) === what).length;
      return {
        course: slug,
        lesson: id,
        forThosePast,
        past: count('past'),
        finished: count('finished'),
      };
    });
  });
}

type Place = 'had' | 'ahead' | 'past' | 'finished';

/** Where a reader stands to each lesson of a course. */
function whereIn(
  { standing, dueAt }: Subscriber,
  { received }: Enrollment,
  lessons: readonly LessonOutline[],
): (lesson: LessonId, place: number) => Place {
  const had = new Set(received);
  const reached = lessons.findLastIndex(({ id }) => had.has(id));
  const waits = standing.is === 'paused' && standing.until === undefined;
  const finished = dueAt === undefined && !waits;
  return (lesson, place) => {
    if (had.has(lesson)) return 'had';
    if (finished) return 'finished';
    return place > reached ? 'ahead' : 'past';
  };
}

/** How many people read each course that is neither here nor retired. */
export function missingFrom(
  subscribers: readonly Subscriber[],
  courses: Courses,
): ReadonlyMap<CourseSlug, number> {
  const missing = new Map<CourseSlug, number>();
  for (const reader of subscribers) {
    const { is } = reader.standing;
    if (is === 'left' || is === 'suppressed') continue;
    for (const slug of missingCourses(reader, courses)) {
      missing.set(slug, (missing.get(slug) ?? 0) + 1);
    }
  }
  return missing;
}

const THEN: Readonly<Record<ForThosePast, string>> = {
  never: 'never',
  'next-day': 'it is their next one',
  'at-the-end': 'after their last one',
};

/** The lessons that not everybody gets in their place, a line each; nothing when there are none. */
export function planInWords(plans: readonly LessonPlan[]): readonly string[] {
  return plans
    .filter(({ past, finished }) => past + finished > 0)
    .map(({ course, lesson, past, finished, forThosePast }) => {
      const parts = [
        ...(past > 0 ? [`${past} are past it (${THEN[forThosePast]})`] : []),
        ...(finished > 0 ? [`${finished} have finished`] : []),
      ];
      return `${course}/${lesson}: ${parts.join(', ')}`;
    });
}
