import type { Present } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Words } from '../core/words/words.ts';
import { isFinished } from './pages/state.ts';
import type { Wish } from './wish.ts';

/**
 * What a reader's page says where they agree to be sent more, and its button: the record of it names these
 * words. Undefined where they agree to nothing new.
 */
export function agreedTo(
  wish: Wish,
  subscriber: Subscriber,
  { preferences: said, finished }: Words,
  present: Present,
): string | undefined {
  const all = isFinished(subscriber, present);
  switch (wish.is) {
    case 'newsletter':
      return `${all ? finished.newsletter : said.newsletterDetail}\n${said.newsletterOn}`;
    case 'take':
    case 'again-course': {
      const course = present.courses.find(({ slug }) => slug === wish.course)?.title;
      if (course === undefined) return undefined;
      if (wish.is !== 'take') return said.againCourse({ course });
      if (all) return finished.begin({ course });
      const theirs = subscriber.enrollments.some((one) => one.course === wish.course);
      return (theirs ? said.goOnCourse : said.takeCourse)({ course });
    }
    default:
      return undefined;
  }
}
