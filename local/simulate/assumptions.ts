import { DAILY, type Days, type Hour, WEEKDAYS } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';

/**
 * Who the made-up readers are. None of it was measured: it is what an author may take for likely before they know
 * better, and each number is an option of the command (docs/simulating.md).
 */
export const DEFAULTS = {
  readers: 1000,
  days: 60,
  seed: 1,
  /** Days in which all of them join, evenly. */
  joining: 7,
  /** Of a hundred who read for thirty days: who ask for a pause, and who leave. */
  pausing: 10,
  leaving: 10,
  /** Of a hundred: who choose an hour and days of their own, and who take the newsletter. */
  choosing: 40,
  newsletter: 40,
  /** What SES allows an account that has left the sandbox, at first. */
  quota: 50_000,
  rate: 14,
} as const;

/** One of several, each as often as its weight says. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** Beside the publication's own zone, in which half of all readers are. */
export const ELSEWHERE = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Australia/Sydney',
  'Pacific/Auckland',
] as readonly string[] as readonly Zone[];

/** Of those who choose: the morning more than the evening. */
export const HOURS: Weighted<Hour> = (
  [
    [5, 1],
    [6, 4],
    [6.5, 2],
    [7, 5],
    [7.5, 3],
    [8, 5],
    [9, 4],
    [12, 3],
    [17, 2],
    [19, 3],
    [20, 4],
    [21, 4],
    [22, 2],
  ] as const
).map(([hour, weight]) => [hour as number as Hour, weight] as const);

export const DAYS: Weighted<Days> = [
  [DAILY, 5],
  [WEEKDAYS, 3],
  ['135' as Days, 2],
  ['67' as Days, 1],
  ['7' as Days, 1],
];

/** The shortest and the longest pause, in days. */
export const PAUSE_DAYS = [3, 21] as const;

/** How long somebody takes to press the button of their confirmation mail, in minutes, at most. */
export const CONFIRM_MINUTES = 180;
