import { afterOutcome, type Health, judged, rests, WELL } from '../core/sending/health.ts';
import type { SendOutcome } from '../core/sending/pace.ts';
import type { Instant } from '../core/time.ts';

/** A sender's own memory of how the mail provider answered; it ends with its environment. */
export interface Brake {
  /** Whether the sender rests, so that what comes off the queue is left to the due index. */
  rests(now: Instant): boolean;
  saw(outcome: SendOutcome, now: Instant): Seen;
}

/** An outcome, seen beside those before it. */
export interface Seen {
  /** As it is to be taken. */
  readonly outcome: SendOutcome;
  /** Whether it is the one that stopped the sender for want of answers. */
  readonly stopped: boolean;
}

export function newBrake(): Brake {
  let health: Health = WELL;
  return {
    rests: (now) => rests(health, now),
    saw(told, now) {
      const rested = rests(health, now);
      const outcome = judged(health, told);
      health = afterOutcome(health, outcome, now);
      const held = outcome.is === 'not-sent' && outcome.then === 'hold';
      return { outcome, stopped: !held && !rested && rests(health, now) };
    },
  };
}
