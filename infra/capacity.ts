import { mostInMessage, RATE_SHARE } from '../functions/core/sending/pace.ts';

/** What the doors of sending are given. */
export interface Capacity {
  /** How many Lambdas each queue may keep busy at once. */
  readonly senders: number;
  readonly feedback: number;
  /** In megabytes, and with it the share of a core. */
  readonly senderMemory: number;
  readonly tickMemory: number;
}

/** What an account lets us do. */
export interface Allowed {
  /** How many Lambdas may run at once, ten or more. */
  readonly concurrency: number;
  /** How many mails SES takes a second. */
  readonly sendRate: number;
}

/** The fewest that Lambda allows for a queue, and far more than a list's events need. */
const FEEDBACK = 2;
/** Enough for 100 mails a second; sign-ups pass through them, too. */
const FEWEST_SENDERS = 3;
/** Pollers share messages unevenly, and SES is slower at times. */
const HEADROOM = 1.25;

/** A core at 1,769 MB, and a part of it below that (Lambda developer guide, "Configure memory"). */
export const WHOLE_CORE = 1769;
const MEMORIES = [256, 512, 1024, WHOLE_CORE] as const;

/**
 * CPU of one whole core, in seconds: of a mail from claim to finalise, and of a due moment in a tick.
 * `npm run bench` measures both, and fails when they have grown beyond this.
 */
export const CPU_SECONDS = { mail: 0.003, due: 0.000_02 } as const;
/** What a message waits for, in seconds: claim 5 ms, SES 144 ms, finalise 6 ms (sending.md §5). */
const WAITS_SECONDS = 0.155;
/** A tick has 50 seconds, and is to be done when the first messages of its minute are. */
const TICK_SECONDS = 20;

/** Seconds that a sender takes for a message: all of it waits at once, and is worked on in turn. */
export const secondsOfMessage = (mails: number, memory: number): number =>
  WAITS_SECONDS + (mails * CPU_SECONDS.mail * WHOLE_CORE) / memory;

/** Seconds that a tick works for so many due moments. */
export const secondsOfTick = (due: number, memory: number): number =>
  (due * CPU_SECONDS.due * WHOLE_CORE) / memory;

/**
 * Sizes the doors so that they carry what SES takes.
 *
 * Queues may take half of what the account may run at once, so that the web, the tick and replies
 * find the other half free while thousands of letters go out. Room can't be reserved for them in a
 * new account: all ten have to stay unreserved (Lambda developer guide, "Reserved concurrency").
 * Where that is not enough, the senders get a larger part of a core.
 */
export function capacityFor({ concurrency, sendRate }: Allowed): Capacity {
  const most = Math.floor(concurrency / 2) - FEEDBACK;
  const perMinute = sendRate * RATE_SHARE * 60;
  const senderMemory = leastOf((memory) => sendersFor(sendRate, memory) <= most);
  return {
    senders: Math.min(most, Math.max(FEWEST_SENDERS, sendersFor(sendRate, senderMemory))),
    feedback: FEEDBACK,
    senderMemory,
    tickMemory: leastOf((memory) => secondsOfTick(perMinute, memory) <= TICK_SECONDS),
  };
}

const leastOf = (suffices: (memory: number) => boolean): number =>
  MEMORIES.find(suffices) ?? WHOLE_CORE;

/** How many senders of this size it takes for a rate. */
function sendersFor(sendRate: number, memory: number): number {
  const message = mostInMessage({ perDay: -1, sentToday: 0, perSecond: sendRate });
  const carried = message / secondsOfMessage(message, memory);
  return Math.ceil((sendRate * RATE_SHARE * HEADROOM) / carried);
}
