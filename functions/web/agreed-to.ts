import type { Courses } from '../core/reader/owed.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Words } from '../core/words/words.ts';
import type { Wish } from './wish.ts';

/**
 * What a reader's page says where they agree to be sent more, and its button: the record of it names these
 * words. Undefined where they agree to nothing new.
 */
export function agreedTo(
  wish: Wish,
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  { preferences: said }: Words,
  courses: Courses,
): string | undefined {
  switch (wish.is) {
    case 'newsletter':
      return `${said.newsletterDetail}\n${said.newsletterOn}`;
    case 'take':
    case 'again-course': {
      const course = courses.find(({ slug }) => slug === wish.course)?.title;
      if (course === undefined) return undefined;
      if (wish.is !== 'take') return said.againCourse({ course });
      const theirs = enrollments.some((one) => one.course === wish.course);
      return (theirs ? said.goOnCourse : said.takeCourse)({ course });
    }
    default:
      return undefined;
  }
}
