import type { Instant } from '../time.ts';
import type { OwedLetter } from './owed.ts';
import { isLetterTime, nextSlot } from './schedule.ts';
import type { Claim, Subscriber } from './subscriber.ts';

/**
 * Whether a letter would come in the place of another mail, that was due at its own moment: of a welcome whose
 * course has ended since, or of an issue that waits in a pause of the newsletter. It waits for its own hour, as it may
 * be its reader's second one on that day; where that has passed meanwhile, it goes.
 */
export const isEarly = (
  { kind }: OwedLetter,
  subscriber: Subscriber & { claim: Claim },
  now: Instant,
): boolean => {
  const { claim, last, notBefore } = subscriber;
  return (
    kind === 'lesson' &&
    !isLetterTime(subscriber, claim.due) &&
    nextSlot(subscriber, claim.due, last, notBefore) > now
  );
};
