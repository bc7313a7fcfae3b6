import { afterOutcome, type Health, rests, WELL } from '../core/sending/health.ts';
import type { SendOutcome } from '../core/sending/pace.ts';
import type { Instant } from '../core/time.ts';

/** A sender's own memory of how the mail provider answered; it ends with its environment. */
export interface Brake {
  /** Whether the sender rests, so that what comes off the queue is left to the due index. */
  rests(now: Instant): boolean;
  /** @returns whether this outcome is the one that stopped it for want of answers */
  saw(outcome: SendOutcome, now: Instant): boolean;
}

export function newBrake(): Brake {
  let health: Health = WELL;
  return {
    rests: (now) => rests(health, now),
    saw(outcome, now) {
      const rested = rests(health, now);
      health = afterOutcome(health, outcome, now);
      const held = outcome.is === 'not-sent' && outcome.then === 'hold';
      return !held && !rested && rests(health, now);
    },
  };
}
