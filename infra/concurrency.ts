/** How many Lambdas each queue may keep busy at once. */
export interface Ceilings {
  readonly send: number;
  readonly feedback: number;
}

/** The fewest that Lambda allows for a queue, and far more than a list's events need. */
const FEEDBACK = 2;
/** At 40 mails a second each: more than SES lets most accounts send. */
const MOST_SENDERS = 10;

/**
 * Queues may take half of what the account may run at once, so that the web, the tick and replies
 * find the other half free while thousands of letters go out. Room can't be reserved for them in a
 * new account: all ten have to stay unreserved (Lambda developer guide, "Reserved concurrency").
 *
 * @param concurrency how many Lambdas the account may run at once, ten or more
 */
export function ceilings(concurrency: number): Ceilings {
  const half = Math.floor(concurrency / 2);
  return { send: Math.min(half - FEEDBACK, MOST_SENDERS), feedback: FEEDBACK };
}
