import type { CourseOutline, CourseSlug, LessonId } from '../course.ts';
import type { CheckIn, Score } from './check-in.ts';
import type { Change } from './lifecycle.ts';
import type { Courses } from './owed.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** A reader's scores by the lesson that asked. */
export type Scores = ReadonlyMap<LessonId, Score>;

/** Every check-in of a course in reading order, with the score if there is one. */
export function checkInsOf({ lessons }: CourseOutline, scores: Scores): readonly CheckIn[] {
  return lessons.flatMap(({ id, checkIn }, index) => {
    if (!checkIn) return [];
    const score = scores.get(id);
    return [{ letter: index + 1, ...(score !== undefined && { score }) }];
  });
}

/**
 * A score may be changed until a later check-in has one: then it belongs to the line drawn. Of whoever
 * takes the course another time, the later ones count that they had this time: a new line takes the
 * place of the old one, answer by answer.
 */
export function mayStillScore(
  { lessons }: CourseOutline,
  lesson: LessonId,
  scores: Scores,
  { again, received }: Pick<Enrollment, 'again' | 'received'>,
): boolean {
  const place = lessons.findIndex(({ id }) => id === lesson);
  const isOfNow = (id: LessonId) => again === undefined || received.includes(id);
  return !lessons
    .slice(place + 1)
    .some(({ id, checkIn }) => checkIn && scores.has(id) && isOfNow(id));
}

/** Up to this picture, the two circles do not touch. */
const FAR_APART: Score = 2;

/**
 * What an answer makes of its reader: the first check-in of a course decides whether practices have
 * their gentler way, and decides again when the answer is changed. No other one does.
 */
export function afterCheckIn(
  subscriber: Subscriber,
  answer: { readonly course: CourseSlug; readonly lesson: LessonId; readonly score: Score },
  courses: Courses,
): Change {
  const course = courses.find(({ slug }) => slug === answer.course);
  const first = course?.lessons.find(({ checkIn }) => checkIn);
  const wanted = answer.score <= FAR_APART;
  const decides = ({ course: slug, gentler }: Enrollment) =>
    slug === answer.course && first?.id === answer.lesson && (gentler === true) !== wanted;
  if (!subscriber.enrollments.some(decides)) return { is: 'unchanged' };
  const enrollments = subscriber.enrollments.map((enrollment): Enrollment => {
    if (!decides(enrollment)) return enrollment;
    const { gentler: _, ...rest } = enrollment;
    return wanted ? { ...rest, gentler: true } : rest;
  });
  return { is: 'changed', subscriber: { ...subscriber, enrollments } };
}
