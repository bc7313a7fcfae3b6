import { type Library, wordsFor } from '../adapters/library.ts';
import { choicesOf } from '../core/mail/choices.ts';
import { composeOwed, type Sender } from '../core/mail/compose.ts';
import { offersOf } from '../core/mail/offers.ts';
import type { NoticeName } from '../core/mail/template.ts';
import type { OutgoingMail } from '../core/mail/write.ts';
import { courseOf, type OwedLetter } from '../core/reader/owed.ts';
import { isRequest } from '../core/reader/request.ts';
import type { Asked, Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';

/** All that putting an owed mail together touches. */
export interface OwedMailWorld {
  readonly library: Pick<
    Library,
    'courses' | 'languages' | 'words' | 'lesson' | 'notice' | 'choice'
  >;
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
  owed: OwedLetter,
): OutgoingMail {
  const slug = courseOf(owed, subscriber);
  const words = wordsFor(library, slug);
  const enrollment = subscriber.enrollments.find(({ course }) => course === slug);
  const mail =
    owed.kind === 'lesson'
      ? library.lesson(owed.course, owed.lesson, enrollment ?? {})
      : library.notice(noticeOf(owed.kind, subscriber), words.language);
  const { webUrl } = sender;
  const offers =
    isRequest(subscriber) && subscriber.asked.of === 'reader'
      ? offersOf(subscriber, { courses: library.courses, webUrl, words })
      : undefined;
  return composeOwed(subscriber, {
    owed,
    mail,
    course: library.courses.find((course) => course.slug === slug),
    sender,
    words,
    now: now(),
    ...(offers && { own: choicesOf(offers, library.choice) }),
  });
}

const noticeOf = (kind: 'confirmation' | 'welcome', { asked }: Subscriber): NoticeName =>
  kind === 'welcome' ? kind : askingNotice(asked);

/** The one mail about a request, by who was known at its address. */
export function askingNotice(asked: Pick<Asked, 'of'> | undefined): NoticeName {
  if (asked?.of === undefined) return 'confirmation';
  return asked.of === 'reader' ? 'already' : 'comeback';
}
