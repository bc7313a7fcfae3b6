import type { CourseOutline } from '../../functions/core/course.ts';
import { reads, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import { isInCourse } from '../../functions/core/reader/turns.ts';
import {
  epochSeconds,
  type Instant,
  type LocalDate,
  localDate,
  nextDay,
  type Zone,
} from '../../functions/core/time.ts';
import { issueCosts } from '../account/newsletter/price.ts';
import { overheadOf, SES_MAIL } from '../bench/scale.ts';
import { type Limits, QUOTA_SECONDS, type SentMail } from './engine.ts';
import type { Lived } from './run.ts';

/** Mails by what they are: a course's letters, the newsletter's issues and digests, and what goes around them. */
export interface Counts {
  readonly letters: number;
  readonly issues: number;
  /** Confirmations and welcomes. */
  readonly others: number;
}

/** One day of the publication's own zone. */
export interface Day extends Counts {
  readonly day: LocalDate;
  /** The most mails in one minute. */
  readonly peak: number;
}

export interface Totals {
  readonly days: readonly Day[];
  readonly mails: Counts & { readonly all: number };
  /** The busiest minute, and the 24 hours in which SES counted the most. */
  readonly peakMinute: Most;
  readonly peakQuota: Most;
  /** Mails more than two hours late, and those still owed when the days were over. */
  readonly late: number;
  readonly waiting: number;
  /** In dollars, by the price list. */
  readonly cost: { readonly ses: number; readonly ours: number };
  readonly readers: Readonly<Record<Standing, number>>;
}

/** How many mails, and when: the beginning of that minute, or the end of those 24 hours. */
export interface Most {
  readonly mails: number;
  readonly at?: Instant;
}

type Standing = 'reading' | 'finished' | 'paused' | 'left' | 'unconfirmed';

/** What all readers together made of the days. */
export function totalsOf(
  lived: Lived,
  {
    days,
    zone,
    limits,
    courses,
  }: {
    readonly days: readonly LocalDate[];
    readonly zone: Zone;
    readonly limits: Limits;
    readonly courses: readonly CourseOutline[];
  },
): Totals {
  const { sent, readers, late, waiting, told } = lived;
  const byDay = grouped(sent, ({ at }) => localDate(at, zone));
  const mails = { ...countsOf(sent), all: sent.length };
  // Everybody who takes the newsletter is looked at twice.
  const issues = issueCosts(mails.issues, told / 2, limits);
  const plain = mails.letters + mails.others;
  return {
    days: days.map((day) => {
      const theirs = byDay.get(day) ?? [];
      return { day, ...countsOf(theirs), peak: busiestMinute(theirs).mails };
    }),
    mails,
    peakMinute: busiestMinute(sent),
    peakQuota: busiestDay(sent),
    late,
    waiting,
    cost: {
      ses: plain * SES_MAIL + issues.ses,
      ours: plain * overheadOf(limits.perSecond) + issues.ours,
    },
    readers: standings(readers, courses),
  };
}

/** The days from the first to the last. */
export function daysBetween(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}

const KINDS: Readonly<Record<SentMail['owed']['kind'], keyof Counts>> = {
  lesson: 'letters',
  issue: 'issues',
  digest: 'issues',
  confirmation: 'others',
  welcome: 'others',
};

function countsOf(mails: readonly SentMail[]): Counts {
  const counts = { letters: 0, issues: 0, others: 0 };
  for (const { owed } of mails) counts[KINDS[owed.kind]] += 1;
  return counts;
}

function busiestMinute(mails: readonly SentMail[]): Most {
  const minutes = grouped(mails, ({ at }) => at.slice(0, 'YYYY-MM-DDTHH:MM'.length));
  let most: Most = { mails: 0 };
  for (const [minute, { length }] of minutes)
    if (length > most.mails) most = { mails: length, at: `${minute}:00Z` as Instant };
  return most;
}

/** By what SES counts: the 24 hours up to each mail. */
function busiestDay(mails: readonly SentMail[]): Most {
  let [first, most]: [number, Most] = [0, { mails: 0 }];
  const seconds = mails.map(({ at }) => epochSeconds(at));
  mails.forEach(({ at }, place) => {
    const since = (seconds[place] ?? 0) - QUOTA_SECONDS;
    while ((seconds[first] ?? 0) <= since) first += 1;
    const count = place - first + 1;
    if (count > most.mails) most = { mails: count, at };
  });
  return most;
}

function standings(
  readers: readonly (Subscriber | undefined)[],
  courses: readonly CourseOutline[],
): Totals['readers'] {
  const counts = { reading: 0, finished: 0, paused: 0, left: 0, unconfirmed: 0 };
  for (const reader of readers) counts[standingOf(reader, courses)] += 1;
  return counts;
}

function standingOf(reader: Subscriber | undefined, courses: readonly CourseOutline[]): Standing {
  if (reader === undefined) return 'unconfirmed';
  if (!reads(reader)) return 'left';
  if (!isInCourse(reader, courses)) return 'finished';
  return reader.standing.is === 'paused' ? 'paused' : 'reading';
}

function grouped<T, Key>(things: readonly T[], keyOf: (thing: T) => Key): ReadonlyMap<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
