import { lastMail } from '../core/reader/last-mail.ts';
import type {
  Channel,
  Claim,
  Enrollment,
  Leaver,
  Pause,
  Standing,
  Subscriber,
  Unmailable,
} from '../core/reader/subscriber.ts';
import type { Instant, Zone } from '../core/time.ts';
import { idInKey, isIssueShard } from './item.ts';
import { askedIn } from './read-asked.ts';
import { inNewsletterIn } from './read-issues.ts';
import { lastIn } from './read-last.ts';
import {
  type Attributes,
  aCount,
  aFlag,
  aText,
  aTrue,
  beyond,
  itemOf,
  listOf,
  MalformedItem,
  mapIn,
  mapsIn,
  oneOf,
  optional,
  required,
  type Stored,
  UnreadableItem,
} from './stored.ts';
import {
  aCourse,
  aDay,
  aLesson,
  anAddress,
  anAttempt,
  anHour,
  anInstant,
  aSecret,
  aTrack,
  aZone,
  weekdays,
} from './stored-values.ts';

/** A subscriber, or what leaving needs of an item that this code can't read, and why it can't. */
export type FoundSubscriber =
  | { readonly is: 'whole'; readonly subscriber: Subscriber }
  | { readonly is: 'unreadable'; readonly leaver: Leaver; readonly because: UnreadableItem };

const KIND = 'subscriber';
const CHANNELS: readonly Channel[] = ['one-click', 'page', 'reply', 'mailto', 'import'];
const CAUSES: readonly Unmailable[] = ['hard-bounce', 'complaint', 'refused', 'erased'];

/**
 * Reads a subscriber's item. What may be missing has its default here: no version is the first, and
 * a claim made before claims had a zone is in the reader's; one that does not say for which due
 * moment is for the one that stands. Unknown attributes of the item itself are left where they
 * lie, since a save names what it touches.
 *
 * @throws UnreadableItem
 */
export function fromItem(fields: Attributes): Subscriber {
  const item = itemOf(KIND, fields);
  const name = optional(item, 'name', aText);
  const zone = required(item, 'zone', aZone);
  const notBefore = optional(item, 'notBefore', aDay);
  const discreet = optional(item, 'discreet', aTrue);
  const byTurns = optional(item, 'byTurns', aTrue);
  const quiet = optional(item, 'quiet', aTrue);
  const dueAt = optional(item, 'dueAt', anInstant);
  return {
    id: required(item, 'pk', idInKey),
    address: required(item, 'address', anAddress),
    ...(name !== undefined && { name }),
    zone,
    hour: required(item, 'hour', anHour),
    days: required(item, 'days', weekdays),
    standing: standingIn(item),
    enrollments: mapsIn(item, 'enrollments').map(enrollmentOf),
    ...(byTurns !== undefined && { byTurns }),
    newsletter: required(item, 'newsletter', aFlag),
    ...(fields['issues'] !== undefined && { issues: inNewsletterIn(item) }),
    ...(discreet !== undefined && { discreet }),
    ...(quiet !== undefined && { quiet }),
    secret: required(item, 'secret', aSecret),
    ...(fields['last'] !== undefined && { last: lastIn(item) }),
    ...(notBefore !== undefined && { notBefore }),
    ...(dueAt !== undefined && { dueAt }),
    ...(isIssueShard(fields['dueShard']) && { dueOf: 'issues' as const }),
    ...(fields['claim'] !== undefined && { claim: claimIn(item, zone, dueAt) }),
    ...(fields['asked'] !== undefined && { asked: askedIn(item) }),
    revision: required(item, 'revision', aCount),
  };
}

/**
 * Reads of an item of any version what leaving needs, and nothing else.
 *
 * @throws MalformedItem when even that is not there
 */
export function leaverFrom(fields: Attributes): Leaver {
  const item: Stored = { kind: KIND, path: '', fields };
  return {
    id: required(item, 'pk', idInKey),
    secret: required(item, 'secret', aSecret),
    standing: { is: required(mapIn(item, 'standing'), 'is', aText) },
    revision: required(item, 'revision', aCount),
    enrollments: coursesIn(fields['enrollments']),
    ...pauseIn(fields),
    ...lastMailIn(fields),
  };
}

/** What they had last, if this code can read it: leaving must not fail for it, either. */
function lastMailIn(fields: Attributes): Pick<Leaver, 'lastMail'> {
  const last = wholeIn(fields).map(lastMail)[0];
  return last === undefined ? {} : { lastMail: last };
}

/** The pause that somebody is in, if this code can read it: leaving must not fail for it. */
function pauseIn(fields: Attributes): { readonly pause?: Pause } {
  try {
    const standing = standingIn(itemOf(KIND, fields));
    return standing.is === 'paused' ? { pause: standing } : {};
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return {};
  }
}

/** The courses that can be read of whatever lies there: for the language of a page, no more. */
const coursesIn = (stored: unknown): readonly Pick<Enrollment, 'course'>[] =>
  (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => {
    const course =
      typeof one === 'object' && one !== null && 'course' in one && aCourse(one.course);
    return course ? [{ course }] : [];
  });

/** The whole of somebody, or what leaving needs. @throws MalformedItem when not even that is there */
export function foundIn(item: Attributes): FoundSubscriber {
  try {
    return { is: 'whole', subscriber: fromItem(item) };
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return { is: 'unreadable', leaver: leaverFrom(item), because: error };
  }
}

/** The subscriber alone, where somebody who can't be read is nobody. */
export function wholeIn(item: Attributes): readonly Subscriber[] {
  try {
    return [fromItem(item)];
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return [];
  }
}

function standingIn(item: Stored): Standing {
  const given = mapIn(item, 'standing');
  const { is } = given.fields;
  switch (is) {
    case 'active':
      return { ...beyond(given, ['is']), is };
    case 'pending': {
      const since = required(given, 'since', anInstant);
      const another = optional(given, 'another', aTrue);
      return {
        ...beyond(given, ['is', 'since', 'another']),
        is,
        since,
        ...(another !== undefined && { another }),
      };
    }
    case 'paused':
      return pauseOf(given);
    case 'left': {
      const at = required(given, 'at', anInstant);
      const by = required(given, 'by', oneOf(CHANNELS));
      const pause =
        given.fields['pause'] === undefined ? undefined : pauseOf(mapIn(given, 'pause'));
      return {
        ...beyond(given, ['is', 'at', 'by', 'pause']),
        is,
        at,
        by,
        ...(pause && { pause }),
      };
    }
    case 'suppressed': {
      const at = required(given, 'at', anInstant);
      const because = required(given, 'because', oneOf(CAUSES));
      return { ...beyond(given, ['is', 'at', 'because']), is, at, because };
    }
    default:
      throw new MalformedItem(given.kind, `${given.path}is`);
  }
}

function pauseOf(given: Stored): Pause {
  const from = optional(given, 'from', aDay);
  const until = optional(given, 'until', aDay);
  const absent = optional(given, 'absent', aTrue);
  const letters = optional(given, 'letters', aTrue);
  return {
    ...beyond(given, ['is', 'since', 'from', 'until', 'absent', 'letters']),
    is: 'paused',
    since: required(given, 'since', anInstant),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(letters !== undefined && { letters }),
    ...(absent !== undefined && { absent }),
  };
}

const lessons = listOf(aLesson);

const ENROLLMENT: readonly (keyof Enrollment)[] = [
  'course',
  'track',
  'gentler',
  'welcomed',
  'received',
  'earlier',
  'again',
  'stopped',
];

function enrollmentOf(given: Stored): Enrollment {
  const track = optional(given, 'track', aTrack);
  const gentler = optional(given, 'gentler', aTrue);
  const earlier = optional(given, 'earlier', lessons);
  const again = optional(given, 'again', aCount);
  const stopped = optional(given, 'stopped', aTrue);
  return {
    ...beyond(given, ENROLLMENT),
    course: required(given, 'course', aCourse),
    ...(track !== undefined && { track }),
    ...(gentler !== undefined && { gentler }),
    welcomed: required(given, 'welcomed', aFlag),
    received: required(given, 'received', lessons),
    ...(earlier !== undefined && { earlier }),
    ...(again !== undefined && { again }),
    ...(stopped !== undefined && { stopped }),
  };
}

function claimIn(item: Stored, readersZone: Zone, dueAt: Instant | undefined): Claim {
  const given = mapIn(item, 'claim');
  const at = required(given, 'at', anInstant);
  const zone = optional(item, 'claimZone', aZone) ?? readersZone;
  return {
    ...beyond(given, ['attempt', 'at', 'due', 'tried']),
    attempt: required(given, 'attempt', anAttempt),
    at,
    zone,
    due: optional(given, 'due', anInstant) ?? dueAt ?? at,
    since: optional(item, 'claimSince', anInstant) ?? at,
    sinceZone: optional(item, 'claimSinceZone', aZone) ?? zone,
    tried: optional(given, 'tried', anInstant) ?? at,
  };
}
