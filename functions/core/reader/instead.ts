import type { IssuePlan } from '../newsletter.ts';
import type { Instant } from '../time.ts';
import type { OwedLetter } from './owed.ts';
import { isLetterTime, nextSlot } from './schedule.ts';
import type { Claim, Subscriber } from './subscriber.ts';

type ClaimedReader = Subscriber & { readonly claim: Claim };

/**
 * Whether a letter would come in the place of another mail, that was due at its own moment: of a welcome whose
 * course has ended since, or of an issue that waits in a pause of the newsletter. It waits for its own hour, as it may
 * be its reader's second one on that day; where that has passed meanwhile, it goes.
 */
export const isEarly = ({ kind }: OwedLetter, reader: ClaimedReader, now: Instant): boolean =>
  kind === 'lesson' && isBeforeHour(reader, now);

/**
 * Whether issues would come in the place of one that was due at its own moment and is none of theirs any more: cancelled, for
 * others, or to wait for the end of a course. Like a letter, they wait for their reader's hour.
 *
 * @param ready the issues that may go now
 */
export const areIssuesEarly = (
  ready: readonly Pick<IssuePlan, 'at'>[],
  reader: ClaimedReader,
  now: Instant,
): boolean => !ready.some(({ at }) => at === reader.claim.due) && isBeforeHour(reader, now);

/** Whether what was due was so before their hour, which has not come since. */
function isBeforeHour(reader: ClaimedReader, now: Instant): boolean {
  const { claim, last, notBefore } = reader;
  return !isLetterTime(reader, claim.due) && nextSlot(reader, claim.due, last, notBefore) > now;
}
