import { type Instant, plusSeconds } from '../time.ts';
import type { SendOutcome } from './pace.ts';

/** What one sender has seen of the mail provider of late: the moments of its doubts. */
export interface Health {
  readonly doubts: readonly Instant[];
  /** Until then it sends nothing that it was not told to try. */
  readonly restsUntil?: Instant;
}

export const WELL: Health = { doubts: [] };

/** So many answers that never came, within a minute, are no accident of one mail. */
export const FEW_DOUBTS = 3;

/** How far back a doubt counts, in seconds. */
const RECENT_SECONDS = 60;

/**
 * How long a sender rests by itself, in seconds: until everything that the tick had put on the queue
 * has come off it. By then the tick rests, too, and only its probes come.
 */
export const REST_SECONDS = 120;

/**
 * What an answer, or the lack of one, makes of a sender's view. In an outage each further mail would
 * be one more that may or may not have gone, and one more reader without today's letter; a refusal
 * of the whole account meets every mail alike.
 */
export function afterOutcome(health: Health, outcome: SendOutcome, now: Instant): Health {
  const rested: Health = { doubts: [], restsUntil: plusSeconds(now, REST_SECONDS) };
  switch (outcome.is) {
    case 'sent':
      return WELL;
    case 'not-sent':
      return outcome.then === 'hold' ? rested : health;
    case 'in-doubt': {
      const since = plusSeconds(now, -RECENT_SECONDS);
      const doubts = [...health.doubts.filter((at) => at > since), now];
      return doubts.length < FEW_DOUBTS ? { ...health, doubts } : rested;
    }
  }
}

/** Whether a sender rests. */
export const rests = ({ restsUntil }: Health, now: Instant): boolean =>
  restsUntil !== undefined && restsUntil > now;

/** Whether an answer shows that the provider takes mail again: any that concerns one mail alone. */
export const showsHealth = (outcome: SendOutcome): boolean =>
  outcome.is === 'sent' || (outcome.is === 'not-sent' && outcome.then !== 'hold');
