import type { CourseOutline, LessonId } from '../course.ts';
import type { CheckIn, Score } from './check-in.ts';

/** A reader's scores by the lesson that asked. */
export type Scores = ReadonlyMap<LessonId, Score>;

/**
 * Every check-in of a course in reading order, with the score if there is one.
 *
 * @param showing the lesson that shows them, whose own check-in can have no score yet
 */
export function checkInsOf(
  { lessons }: CourseOutline,
  scores: Scores,
  showing?: LessonId,
): readonly CheckIn[] {
  return lessons.flatMap(({ id, checkIn }, index) => {
    if (!checkIn) return [];
    const score = scores.get(id);
    const shown = score === undefined ? { today: id === showing } : { score };
    return [{ letter: index + 1, ...shown }];
  });
}

/** A score may be changed until a later check-in has one: then it belongs to the line drawn. */
export function mayStillScore(
  { lessons }: CourseOutline,
  lesson: LessonId,
  scores: Scores,
): boolean {
  const place = lessons.findIndex(({ id }) => id === lesson);
  return !lessons.slice(place + 1).some(({ id, checkIn }) => checkIn && scores.has(id));
}
