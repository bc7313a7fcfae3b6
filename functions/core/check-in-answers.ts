import type { Answer, CheckIn } from './check-in.ts';
import type { CourseOutline, LessonId } from './course.ts';

/** A reader's answers by the lesson that asked. */
export type Answers = ReadonlyMap<LessonId, Answer>;

/** Every check-in of a course in reading order, with the answer if there is one. */
export function checkInsOf({ lessons }: CourseOutline, answers: Answers): readonly CheckIn[] {
  return lessons.flatMap(({ id, checkIn }, index) => {
    const answer = answers.get(id);
    if (!checkIn) return [];
    return [{ letter: index + 1, ...(answer !== undefined && { answer }) }];
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
