import type { Counted } from '../counting.ts';
import type { Issue } from '../newsletter.ts';
import { type HadLetter, lastHad, lettersHad } from '../reader/had.ts';
import { lastMail } from '../reader/last-mail.ts';
import type { Courses } from '../reader/owed.ts';
import type { Subscriber } from '../reader/subscriber.ts';

/** The letter that a mail is about, and where it stands in its course. */
export interface LetterAnswered extends HadLetter {
  readonly subject: string;
  readonly place: number;
  readonly of: number;
  /** The mail's subject names it. Otherwise it is the last one that they had. */
  readonly isNamed: boolean;
}

/** The letter that a mail answers, by its subject; or else the last one that they had. */
export function letterAnswered(
  reader: Pick<Subscriber, 'enrollments' | 'last'>,
  courses: Courses,
  subject: string,
): LetterAnswered | undefined {
  const had = lettersHad(reader).flatMap((letter) => placed(letter, courses));
  const named = had.findLast((letter) => subject.includes(letter.subject));
  if (named !== undefined) return { ...named, isNamed: true };
  const last = lastHad(reader);
  const about = (last && placed(last, courses)[0]) ?? had.at(-1);
  return about && { ...about, isNamed: false };
}

/** What a mail answers, as it is counted: the letter or issue that its subject names, or the last that they had. */
export function mailAnswered(
  reader: Pick<Subscriber, 'enrollments' | 'last' | 'issues'>,
  { courses, newsletters }: { readonly courses: Courses; readonly newsletters: readonly Issue[] },
  subject: string,
): Counted | undefined {
  const letter = letterAnswered(reader, courses, subject);
  if (letter?.isNamed) return { is: 'letter', course: letter.course, lesson: letter.lesson };
  const known = reader.issues?.had === undefined ? [] : newsletters;
  const issue = known.find(({ title }) => subject.includes(title));
  return issue ? { is: 'issue', on: issue.date } : lastMail(reader);
}

/** A letter whose course has it no more has no name by which anybody could answer it. */
function placed(letter: HadLetter, courses: Courses): readonly Omit<LetterAnswered, 'isNamed'>[] {
  const lessons = courses.find(({ slug }) => slug === letter.course)?.lessons ?? [];
  const at = lessons.findIndex(({ id }) => id === letter.lesson);
  const subject = lessons[at]?.subject;
  return subject === undefined ? [] : [{ ...letter, subject, place: at + 1, of: lessons.length }];
}
