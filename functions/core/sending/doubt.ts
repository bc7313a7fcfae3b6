import type { Claim, Subscriber } from '../reader/subscriber.ts';

/** Somebody with a claim of ours, and the claim that stood there before. */
export interface Claimed {
  readonly subscriber: Subscriber;
  /** Its lease had ended without news of its mail. */
  readonly before?: Claim;
}

/**
 * A claim in the place of what lay there: of whatever is in doubt, the beginning stays.
 *
 * @param found as it was before the claim; or with the claim, if the call was answered and repeated.
 *   Older doubt shows by being older then.
 */
export function claimedOver(
  found: Subscriber,
  { attempt, at, due }: Pick<Claim, 'attempt' | 'at' | 'due'>,
): Claimed {
  const { claim: before, zone } = found;
  const since = before?.since ?? at;
  const claim: Claim = { attempt, at, zone, due, since, tried: at };
  const doubtful = before !== undefined && (before.attempt !== attempt || since < before.at);
  return { subscriber: { ...found, claim }, ...(doubtful && { before }) };
}
