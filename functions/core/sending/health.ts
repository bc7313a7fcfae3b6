import { type Instant, plusSeconds } from '../time.ts';
import { NO_CONNECTION, type SendOutcome } from './pace.ts';

/** What one sender has seen of the mail provider of late: the moments at which nobody answered. */
export interface Health {
  readonly unanswered: readonly Instant[];
  /** So many mails in a row were refused by a guess. */
  readonly guessed: number;
  /** Until then it sends nothing that it was not told to try. */
  readonly restsUntil?: Instant;
}

export const WELL: Health = { unanswered: [], guessed: 0 };

/** So many answers that never came, within a minute, or guesses in a row are no accident of one mail. */
export const FEW = 3;

/** How far back a missing answer counts, in seconds. */
const RECENT_SECONDS = 60;

/**
 * How long a sender rests by itself, in seconds: until everything that the tick had put on the queue
 * has come off it. By then the tick rests, too, and only its probes come.
 */
export const REST_SECONDS = 120;

/**
 * An answer as it is to be taken: a refusal that nobody knows, and that meets one mail after another, is the
 * account's. After a hold the first such is, too, since none was sent in between.
 */
export function judged(health: Health, outcome: SendOutcome): SendOutcome {
  if (!isGuess(outcome) || health.guessed + 1 < FEW) return outcome;
  const then = 'hold';
  return { is: 'not-sent', then, why: outcome.why };
}

const isGuess = (outcome: SendOutcome): outcome is SendOutcome & { is: 'not-sent' } =>
  outcome.is === 'not-sent' && outcome.guessed === true;

/**
 * What an answer, or the lack of one, makes of a sender's view. In an outage each further mail would
 * be one more that may or may not have gone, and one more reader without today's letter; a refusal
 * of the whole account meets every mail alike.
 */
export function afterOutcome(health: Health, outcome: SendOutcome, now: Instant): Health {
  const restsUntil = plusSeconds(now, REST_SECONDS);
  const rested: Health = { ...health, unanswered: [], restsUntil };
  if (outcome.is === 'sent') return WELL;
  if (outcome.is === 'not-sent' && outcome.then === 'hold') return rested;
  if (isGuess(outcome)) return { ...health, guessed: health.guessed + 1 };
  if (isAnswered(outcome)) return health;
  const since = plusSeconds(now, -RECENT_SECONDS);
  const unanswered = [...health.unanswered.filter((at) => at > since), now];
  return unanswered.length < FEW ? { ...health, unanswered } : rested;
}

/** Whether the provider said anything: a mail in doubt, and one that reached nobody, had no answer. */
const isAnswered = (outcome: SendOutcome): boolean =>
  outcome.is === 'sent' || (outcome.is === 'not-sent' && outcome.why !== NO_CONNECTION);

/** Whether a sender rests. */
export const rests = ({ restsUntil }: Health, now: Instant): boolean =>
  restsUntil !== undefined && restsUntil > now;

/** Whether an answer shows that the provider takes mail again: any that concerns one mail alone. */
export const showsHealth = (outcome: SendOutcome): boolean =>
  isAnswered(outcome) && !(outcome.is === 'not-sent' && outcome.then === 'hold');
