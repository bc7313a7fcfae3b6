import type { Answer, CheckIn } from './check-in.ts';
import type { CourseOutline, LessonId } from './course.ts';

/** A reader's answers by the lesson that asked. */
export type Answers = ReadonlyMap<LessonId, Answer>;

/**
 * Every check-in of a course in reading order, with the answer if there is one.
 *
 * @param showing the lesson that shows them, whose own check-in can have no answer yet
 */
export function checkInsOf(
  { lessons }: CourseOutline,
  answers: Answers,
  showing?: LessonId,
): readonly CheckIn[] {
  return lessons.flatMap(({ id, checkIn }, index) => {
    if (!checkIn) return [];
    const answer = answers.get(id);
    const shown = answer === undefined ? { today: id === showing } : { answer };
    return [{ letter: index + 1, ...shown }];
  });
}

/** An answer may be changed until a later check-in has one: then it belongs to the line drawn. */
export function mayStillAnswer(
  { lessons }: CourseOutline,
  lesson: LessonId,
  answers: Answers,
): boolean {
  const place = lessons.findIndex(({ id }) => id === lesson);
  return !lessons.slice(place + 1).some(({ id, checkIn }) => checkIn && answers.has(id));
}
