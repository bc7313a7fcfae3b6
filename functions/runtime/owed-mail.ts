import { type Library, wordsFor } from '../adapters/library.ts';
import { composeOwed, type Sender } from '../core/mail/compose.ts';
import type { OutgoingMail } from '../core/mail/write.ts';
import { courseOf, type OwedMail } from '../core/reader/owed.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';

/** All that putting an owed mail together touches. */
export interface OwedMailWorld {
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
}

/**
 * The mail that somebody is owed, with their values in it: in their course's language and their track.
 *
 * @throws when the package lacks it, or it has a slot that it gets no value for
 */
export function owedMailFor(
  { library, sender, now }: OwedMailWorld,
  subscriber: Subscriber,
  owed: OwedMail,
): OutgoingMail {
  const slug = courseOf(owed, subscriber);
  const words = wordsFor(library, slug);
  const enrollment = subscriber.enrollments.find(({ course }) => course === slug);
  const mail =
    owed.kind === 'lesson'
      ? library.lesson(owed.course, owed.lesson, enrollment ?? {})
      : library.notice(owed.kind, words.language);
  return composeOwed(subscriber, {
    owed,
    mail,
    course: library.courses.find((course) => course.slug === slug),
    sender,
    words,
    now: now(),
  });
}
