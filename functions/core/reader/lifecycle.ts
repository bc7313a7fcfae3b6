import type { EmailAddress } from '../address.ts';
import type { Track } from '../course.ts';
import { type Instant, type LocalDate, localDate, UTC } from '../time.ts';
import type { LinkSecret } from '../token.ts';
import type { Fact } from './fact.ts';
import { withAlongside, withNewsletter } from './issues.ts';
import { arranged, type Courses } from './owed.ts';
import { spanFrom } from './pauses.ts';
import { DAILY, type Hour, type Rhythm } from './schedule.ts';
import { stillDue } from './still-due.ts';
import type {
  Channel,
  End,
  Ended,
  Leaver,
  Span,
  Standing,
  Subscriber,
  Unmailable,
} from './subscriber.ts';

/** Why a wish may be refused. */
export const REFUSALS = [
  'not-confirmed',
  'has-left',
  'suppressed',
  'nothing-to-skip',
  'no-such-track',
  'no-such-course',
  /** It was offered for another moment: it is done, or something came since. */
  'too-late',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * What a wish makes of a subscriber: a new value to save, nothing (it is so already), or a
 * refusal, which changes nothing either.
 */
export type Change<Of = Subscriber> =
  | {
      readonly is: 'changed';
      readonly subscriber: Of;
      /** What is kept of it as a record, in the same write. */
      readonly fact?: Fact;
    }
  | { readonly is: 'unchanged' }
  | {
      readonly is: 'refused';
      readonly because: Refusal;
    };

/** All that a change may look at besides the subscriber. */
export interface Present {
  readonly now: Instant;
  readonly courses: Courses;
}

const UNCHANGED = { is: 'unchanged' } as const;
const NO_TRACK = { is: 'refused', because: 'no-such-track' } as const;

/**
 * No letters from a day (now, when absent) until a day (until they say so, when absent); and no issues, unless it
 * is said to be of the letters alone.
 */
export function pause(
  subscriber: Subscriber,
  { letters, ...days }: Span & { readonly letters?: boolean },
  present: Present,
): Change {
  const standing: Standing = {
    is: 'paused',
    since: present.now,
    ...spanFrom(days, localDate(present.now, subscriber.zone)),
    ...(letters && { letters }),
  };
  return whenReading(subscriber, () => become(subscriber, standing, present));
}

/**
 * No letters while they are away, by their mail program's word: only for somebody who reads, and
 * from the day on which they go.
 */
export function away(
  subscriber: Subscriber,
  { from, until }: { readonly from?: LocalDate; readonly until: LocalDate },
  present: Present,
): Change {
  const { standing } = subscriber;
  const wasAway = standing.is === 'paused' && standing.absent === true;
  const today = localDate(present.now, subscriber.zone);
  if ((standing.is !== 'active' && !wasAway) || until <= today) return UNCHANGED;
  const later = from !== undefined && from > today && from < until;
  const pause = { is: 'paused', since: present.now, ...(later && { from }), until } as const;
  return become(subscriber, { ...pause, absent: true }, present);
}

/** Letters again, from their next hour on. Never brings back somebody who left. */
export function resume(subscriber: Subscriber, present: Present): Change {
  return whenReading(subscriber, ({ is }) =>
    is === 'active' ? UNCHANGED : become(subscriber, { is: 'active' }, present),
  );
}

/** Another zone, hour or choice of days. */
export function reschedule(subscriber: Subscriber, rhythm: Rhythm, present: Present): Change {
  const { zone, hour, days } = rhythm;
  return whenReading(subscriber, (standing) =>
    become({ ...subscriber, zone, hour, days }, standing, present),
  );
}

/**
 * Another wording of a course that somebody takes, from the next letter on.
 *
 * @param slug the course; the one that they take first, where none is said
 */
export function changeTrack(
  subscriber: Subscriber,
  wanted: (track: Track) => boolean,
  { courses }: Pick<Present, 'courses'>,
  slug: string | undefined = subscriber.enrollments[0]?.course,
): Change {
  const { enrollments } = subscriber;
  const known = enrollments.find(({ course }) => course === slug);
  const track = courses.find((course) => course.slug === slug)?.tracks.find(wanted)?.id;
  return whenReading(subscriber, () => {
    if (known === undefined || track === undefined) return NO_TRACK;
    if (known.track === track) return UNCHANGED;
    const changed = enrollments.map((one) => (one === known ? { ...one, track } : one));
    return { is: 'changed', subscriber: { ...subscriber, enrollments: changed } };
  });
}

/** Mails whose inbox line tells nothing, or as they are. Nothing else changes, least of all when they come. */
export function beDiscreet(subscriber: Subscriber, on: boolean): Change {
  return whenReading(subscriber, () => {
    if ((subscriber.discreet === true) === on) return UNCHANGED;
    const { discreet: _, ...rest } = subscriber;
    return { is: 'changed', subscriber: on ? { ...rest, discreet: true } : rest };
  });
}

/** Whether what is typed, into the form or as a new address, may send them a mail. Also for who left: it is their mailbox. */
export function beQuiet(subscriber: Subscriber, on: boolean): Change {
  if ((subscriber.quiet === true) === on) return UNCHANGED;
  const { quiet: _, ...rest } = subscriber;
  return { is: 'changed', subscriber: on ? { ...rest, quiet: true } : rest };
}

/** The newsletter beside the letters, or not. When letters come is as it was. */
export function takeNewsletter(
  subscriber: Subscriber,
  on: boolean,
  { now, courses }: Present,
): Change {
  return whenReading(subscriber, () =>
    subscriber.newsletter === on
      ? UNCHANGED
      : {
          is: 'changed',
          subscriber: stillDue(withNewsletter(subscriber, on, now), courses, now),
        },
  );
}

/** Issues of the newsletter also while a course goes on, or at its end. */
export function takeAlongside(
  subscriber: Subscriber,
  on: boolean,
  { now, courses }: Present,
): Change {
  return whenReading(subscriber, () => {
    const after = withAlongside(subscriber, on, now);
    return after === subscriber
      ? UNCHANGED
      : { is: 'changed', subscriber: stillDue(after, courses, now) };
  });
}

/** Nothing ever again. Always possible: also for a pending sign-up, and twice. */
export function leave(subscriber: Subscriber, by: Channel, present: Present): Change {
  const { standing } = subscriber;
  const leaver = standing.is === 'paused' ? { ...subscriber, pause: standing } : subscriber;
  const end = left(leaver, by, present.now);
  return end === undefined ? UNCHANGED : become(subscriber, end, present);
}

/**
 * The standing of somebody who leaves, with the pause they were in; undefined when they get nothing
 * already.
 */
export function left(
  { standing: { is }, pause }: Leaver,
  by: Channel,
  now: Instant,
): End | undefined {
  if (is === 'left' || is === 'suppressed') return undefined;
  return { is: 'left', at: now, by, ...(pause && { pause }) };
}

/**
 * Takes back a leave, from a link that this leave made: in the goodbye mail, or on the page after the
 * press. Whoever left in a pause is in that pause again.
 *
 * @param of the moment of the leave. One that came later stays: nobody comes back by an old link.
 */
export function rejoin(subscriber: Subscriber, of: Instant, present: Present): Change {
  const { standing } = subscriber;
  if (standing.is === 'suppressed') return { is: 'refused', because: 'suppressed' };
  if (standing.is !== 'left' || standing.at !== of) return UNCHANGED;
  return become(subscriber, standing.pause ?? { is: 'active' }, present);
}

/** The standing of an address that must not be mailed again, which nothing lifts; undefined when that is known. */
export function suppressed(
  { standing: { is } }: Leaver,
  because: Unmailable,
  now: Instant,
): End | undefined {
  return is === 'suppressed' ? undefined : { is: 'suppressed', at: now, because };
}

/** Where an address stood, and none can be read any more (RFC 2606 §2). */
export const NO_ADDRESS = 'erased@erased.invalid' as EmailAddress;

/** Whether somebody can be written to at all: of whoever was erased or has moved, nothing is left. */
export const hasAddress = ({ address }: Pick<Subscriber, 'address'>): boolean =>
  address !== NO_ADDRESS;

/**
 * What stays of somebody whose data is erased: that the address of this id must not be mailed, and
 * nothing that tells whose it was. Its links die with its secret.
 */
export function erased(
  { id, revision }: Pick<Subscriber, 'id' | 'revision'>,
  secret: LinkSecret,
  now: Instant,
): Subscriber {
  return {
    id,
    revision,
    secret,
    address: NO_ADDRESS,
    zone: UTC,
    hour: 0 as Hour,
    days: DAILY,
    enrollments: [],
    newsletter: false,
    standing: { is: 'suppressed', at: now, because: 'erased' },
  };
}

/** An end as a change of what leaving knows of somebody, for an item of any version. */
export function ended(leaver: Leaver, end: End | undefined): Change<Ended> {
  return end === undefined
    ? UNCHANGED
    : { is: 'changed', subscriber: { ...leaver, standing: end } };
}

/** What only somebody who reads can wish for. */
export function whenReading(
  { standing }: Subscriber,
  then: (standing: Standing & { is: 'active' | 'paused' }) => Change,
): Change {
  switch (standing.is) {
    case 'active':
    case 'paused':
      return then(standing);
    case 'pending':
      return { is: 'refused', because: 'not-confirmed' };
    case 'left':
      return { is: 'refused', because: 'has-left' };
    case 'suppressed':
      return { is: 'refused', because: 'suppressed' };
  }
}

function become(subscriber: Subscriber, standing: Standing, present: Present): Change {
  const { now, courses } = present;
  return { is: 'changed', subscriber: arranged({ ...subscriber, standing }, courses, now) };
}
