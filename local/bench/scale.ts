import { SHARDS } from '../../functions/adapters/item.ts';
import { mostInMessage, RATE_SHARE } from '../../functions/core/sending/pace.ts';
import { capacityFor, secondsOfMessage, secondsOfTick } from '../../infra/capacity.ts';
import { lambdaSeconds, MEGABYTES, PRICES, PROOFS_AN_OBJECT } from './prices.ts';

/**
 * What it takes when all readers of a list are due at the same hour, from the code's own constants and
 * what the bench has measured: nothing here was timed with ten million readers.
 */
export const LISTS = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000] as const;
export const RATES = [14, 50, 200, 500, 1000, 2000, 4000] as const;

/** From when on a letter is late (`Overdue`). */
export const LATE_HOURS = 2;

export const hoursToDrain = (readers: number, perSecond: number): number =>
  readers / (perSecond * RATE_SHARE) / 3600;

/** Mails a second with which nobody is late; SES gives whole ones. */
export const rateFor = (readers: number): number =>
  Math.ceil(readers / (LATE_HOURS * 3600 * RATE_SHARE));

/** SES's price of a mail à la carte. */
export const SES_MAIL = 0.1e-3;
/** Write units of a lesson: claim, finalise, and its index entry out and in (measured). */
const LESSON_WRITES = 4;

/** What a lesson costs beside SES, in dollars. */
export function overheadOf(perSecond: number): number {
  const message = mostInMessage({ perDay: -1, sentToday: 0, perSecond });
  const seconds = secondsOfMessage(message, MEGABYTES);
  // A message is received and deleted, and put there with nine others.
  const sqs = 2.1 * PRICES.sqsRequest;
  const each = sqs + PRICES.lambdaRequest + lambdaSeconds(seconds, MEGABYTES);
  const proof = PRICES.proof + PRICES.s3Put / PROOFS_AN_OBJECT;
  return LESSON_WRITES * PRICES.writeUnit + each / message + proof;
}

/** What one letter to all of a list costs. */
export const dollarsOf = (readers: number) => ({
  ses: readers * SES_MAIL,
  ours: readers * overheadOf(rateFor(readers)),
});

/** A part of the machine, and how much of what it can do a rate takes: 1 is all. */
export interface Load {
  readonly part: string;
  readonly share: number;
}

/** How many Lambdas an account may run at once without asking twice. */
const CONCURRENCY = 1000;
/** Write units a second that one key of an index takes (DynamoDB, "Partition throughput"). */
const KEY_WRITES = 1000;
/** Of a due entry: keys and their names, as DynamoDB counts them (KEYS_ONLY). */
const ENTRY_BYTES = 'pksubscriber#abcdefghijklmnopsksubscriberdueShard0dueAt2026-11-22T07:00:00Z'
  .length;
/** A Query answers with a megabyte at most. */
const PAGE_BYTES = 1024 * 1024;
/** A tick's time-out. */
const TICK_LIMIT_SECONDS = 50;
/** Messages that senders may hold at once (SQS, "Quotas"). */
const IN_FLIGHT = 120_000;
/** Write units a second of a table on demand before one asks (DynamoDB, "Quotas"). */
const TABLE_WRITES = 40_000;

/** How near each part is to its limit at a rate, the nearest first. */
export function loadsAt(perSecond: number): readonly Load[] {
  const lessons = perSecond * RATE_SHARE;
  const { senders, feedback, tickMemory } = capacityFor({
    concurrency: CONCURRENCY,
    sendRate: perSecond,
  });
  const loads: readonly Load[] = [
    {
      part: 'a query’s page of a shard',
      share: (lessons * 60) / SHARDS.length / (PAGE_BYTES / ENTRY_BYTES),
    },
    { part: 'index writes of a shard', share: (2 * lessons) / SHARDS.length / KEY_WRITES },
    {
      part: 'the tick’s time',
      share: secondsOfTick(lessons * 60, tickMemory) / TICK_LIMIT_SECONDS,
    },
    { part: 'Lambdas at once', share: (senders + feedback) / (CONCURRENCY / 2) },
    { part: 'the table’s writes', share: (LESSON_WRITES * lessons) / TABLE_WRITES },
    { part: 'messages in flight', share: senders / IN_FLIGHT },
  ];
  return [...loads].sort((a, b) => b.share - a.share);
}
