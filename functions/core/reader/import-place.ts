import type { CourseOutline, LessonId } from '../course.ts';

/** A place at the end of a course, as a list writes it. */
const FINISHED = 'finished';

/**
 * The letters that somebody had by their place in a course: how many they had, the id of the last one, or
 * that they finished it.
 *
 * @returns undefined when the course has no such place
 */
export function placeIn({ lessons }: CourseOutline, text: string): readonly LessonId[] | undefined {
  const ids = lessons.map(({ id }) => id);
  if (text.toLowerCase() === FINISHED) return ids;
  const count = /^\d{1,5}$/.test(text) ? Number(text) : ids.indexOf(text as LessonId) + 1;
  const isNone = count === 0 && !/^0+$/.test(text);
  return isNone || count > ids.length ? undefined : ids.slice(0, count);
}

/**
 * The same place in words that {@link placeIn} reads: the last letter of the course that they had, in its
 * order. A number would be another place once a letter is put in.
 */
export function placeOf(course: CourseOutline | undefined, received: readonly LessonId[]): string {
  const ids = course?.lessons.map(({ id }) => id) ?? received;
  const reached = ids.findLast((id) => received.includes(id));
  if (reached === undefined) return '0';
  return course !== undefined && reached === ids.at(-1) ? FINISHED : reached;
}
