import { dayInWords, momentInWords, scheduleInWords } from '../../core/mail/phrases.ts';
import type { Present } from '../../core/reader/lifecycle.ts';
import { owedMail } from '../../core/reader/owed.ts';
import type { Standing, Subscriber } from '../../core/reader/subscriber.ts';
import { type LocalDate, localDate } from '../../core/time.ts';

/** How somebody stands with us, in a heading and a sentence. */
export interface State {
  readonly headline: string;
  readonly detail: string;
}

/** A pause whose last day has passed is over, though the table says so only after the next letter. */
export function standingNow({ standing, zone }: Subscriber, { now }: Present): Standing['is'] {
  const over =
    standing.is === 'paused' &&
    standing.until !== undefined &&
    standing.until <= localDate(now, zone);
  return over ? 'active' : standing.is;
}

/** Says it as a person would. */
export function stateInWords(subscriber: Subscriber, present: Present): State {
  const { standing } = subscriber;
  switch (standing.is) {
    case 'pending':
      return {
        headline: 'One press is missing',
        detail: 'Press the button in the mail that we sent you, and your letters start.',
      };
    case 'active':
      return reading(subscriber, present);
    case 'paused':
      return standingNow(subscriber, present) === 'active'
        ? reading(subscriber, present)
        : paused(standing, subscriber, present);
    case 'left':
      return { headline: 'You have left', detail: 'Nothing is sent to you.' };
    case 'suppressed':
      return {
        headline: 'We can’t write to this address',
        detail: 'Mail to it was refused or not wanted, so nothing is sent to it any more.',
      };
  }
}

function reading(subscriber: Subscriber, { now, courses }: Present): State {
  const headline = 'Your letters';
  const come = `They come ${scheduleInWords(subscriber)}.`;
  const owed = owedMail(subscriber, courses);
  if (owed === undefined) {
    return { headline: 'You have had every letter', detail: 'For now, there is no next one.' };
  }
  if (subscriber.dueAt === undefined || subscriber.dueAt <= now) {
    return { headline, detail: `${come} The next one is on its way to you now.` };
  }
  const next = momentInWords(subscriber.dueAt, subscriber.zone);
  return { headline, detail: `${come} The next one: ${next}.` };
}

function paused(
  { from, until }: Standing & { is: 'paused' },
  subscriber: Subscriber,
  present: Present,
): State {
  const today = localDate(present.now, subscriber.zone);
  const ending = until === undefined ? 'until you say so' : `until ${dayInWords(until)}`;
  return from !== undefined && from > today
    ? beginsLater(from, ending)
    : { headline: 'Your letters are paused', detail: `They wait ${ending}. Nothing piles up.` };
}

const beginsLater = (from: LocalDate, ending: string): State => ({
  headline: 'A pause is coming up',
  detail: `From ${dayInWords(from)} on your letters wait, ${ending}.`,
});
