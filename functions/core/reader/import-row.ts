import { type EmailAddress, parseAddress } from '../address.ts';
import { type CourseOutline, offered } from '../course.ts';
import { type Instant, parseInstant, parseZone, plusSeconds } from '../time.ts';
import type { Fact } from './fact.ts';
import type { ListRow, ListShape, ListStanding } from './import-columns.ts';
import { placeIn } from './import-place.ts';
import type { Courses } from './owed.ts';
import { parseDayDigits, parseDays, parseHour, type Rhythm } from './schedule.ts';
import { isGreeting, nameIn, trackOf } from './sign-up.ts';
import type { Enrollment, Standing, Subscriber } from './subscriber.ts';

/** Somebody of a list as they would be stored: all but what is made here, and what only sending knows. */
export type Newcomer = Omit<
  Subscriber,
  'id' | 'secret' | 'revision' | 'dueAt' | 'notBefore' | 'claim' | 'asked'
>;

/** What a list says of how somebody came to be on it, for the record of their consent. */
export type Evidence = Readonly<Record<string, string>>;

/** What in a line can't be understood, or contradicts itself. */
export type RowProblem =
  | 'columns'
  | 'email'
  | 'name'
  | 'status'
  | 'date'
  | 'future'
  | 'course'
  | 'place'
  | 'track'
  | 'zone'
  | 'hour'
  | 'days'
  | 'newsletter'
  | 'nothing-asked'
  | 'whole'
  | 'differs';

/** What the author says of the whole list, where its lines say nothing. */
export interface ListWishes {
  readonly defaults: Rhythm;
  readonly course: CourseOutline | undefined;
  readonly newsletter: boolean;
  /** Everybody of whom the list does not say otherwise has confirmed elsewhere. */
  readonly confirmed: boolean;
}

interface Present {
  readonly now: Instant;
  readonly courses: Courses;
}

type Understood = { readonly newcomer: Newcomer; readonly evidence: Evidence };

/**
 * Understands one line of a list.
 *
 * @returns who comes, or the first thing that is wrong with it: nothing is guessed
 */
export function newcomerIn(
  row: ListRow,
  shape: ListShape,
  wishes: ListWishes,
  present: Present,
): Understood | { readonly problem: RowProblem } {
  const address = parseAddress(row.email ?? '');
  if (address === undefined) return { problem: 'email' };
  const times = timesIn(row, present.now);
  if ('problem' in times) return times;
  const standing = listStandingOf(row, shape, wishes);
  if (standing === undefined) return { problem: 'status' };
  const evidence = { tool: shape.tool, ...times.said, ...textsIn(row) };
  const end = endOf(standing, times.leftAt ?? present.now);
  if (end !== undefined) {
    return { newcomer: { ...NOBODY_READS, ...wishes.defaults, address, standing: end }, evidence };
  }
  const wanted = wantedIn(row, wishes, present.courses);
  if ('problem' in wanted) return wanted;
  const is: Standing =
    standing === 'confirmed' ? { is: 'active' } : { is: 'pending', since: present.now };
  return { newcomer: { address, standing: is, ...wanted }, evidence };
}

/** Of whom gets nothing only the address is kept, so that they go on getting nothing. */
const NOBODY_READS = { enrollments: [], newsletter: false } as const;

/**
 * By what the line says; where it says that somebody is on the list and no more, a time at which they
 * confirmed counts as their yes, or else the author's word for all.
 */
function listStandingOf(
  { status, leftAt, isLeft, bouncedAt, consentAt }: ListRow,
  shape: ListShape,
  { confirmed }: Pick<ListWishes, 'confirmed'>,
): ListStanding | undefined {
  if (bouncedAt !== undefined) return 'bounced';
  if (leftAt !== undefined || (isLeft !== undefined && saidYes(isLeft) === true)) return 'left';
  const said = status === undefined ? 'unsaid' : shape.standingOf(status);
  return said === 'unsaid' && (confirmed || consentAt !== undefined) ? 'confirmed' : said;
}

function endOf(standing: ListStanding, at: Instant): Standing | undefined {
  switch (standing) {
    case 'left':
      return { is: 'left', at, by: 'import' };
    case 'bounced':
      return { is: 'suppressed', at, because: 'hard-bounce' };
    case 'complained':
      return { is: 'suppressed', at, because: 'complaint' };
    case 'refused':
      return { is: 'suppressed', at, because: 'refused' };
    default:
      return undefined;
  }
}

/** So far ahead of UTC clocks are that write times without a zone. */
const AHEAD_SECONDS = 14 * 3600;

function timesIn(
  row: ListRow,
  now: Instant,
):
  | { readonly said: Evidence; readonly leftAt: Instant | undefined }
  | { readonly problem: RowProblem } {
  const said: Record<string, string> = {};
  let leftAt: Instant | undefined;
  for (const field of ['consentAt', 'signedUpAt', 'leftAt', 'bouncedAt'] as const) {
    const text = row[field];
    if (text === undefined) continue;
    const at = momentIn(text);
    if (at === undefined) return { problem: 'date' };
    if (at > plusSeconds(now, AHEAD_SECONDS)) return { problem: 'future' };
    if (field === 'leftAt' || field === 'bouncedAt') leftAt = at > now ? now : at;
    else said[field] = at;
  }
  return { said, leftAt };
}

/** ISO 8601 in the spellings that tools have for it; where days and months could be confused it is none. */
const MOMENT =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?(?: [A-Z]{3,4})?)?$/;

/**
 * A moment as lists write it: `2024-03-01`, `2024-03-01 10:00:00` (taken for UTC), `2024-03-01T10:00:00Z`,
 * and as Go prints it, `2024-03-01 10:00:00.123 +0000 UTC`.
 */
export function momentIn(text: string): Instant | undefined {
  const [, day, time = '00:00', seconds = ':00', zone = 'Z'] = MOMENT.exec(text) ?? [];
  const offset = zone.length > 3 ? zone.replace(/^(...):?/, '$1:') : 'Z';
  return day === undefined ? undefined : parseInstant(`${day}T${time}${seconds}${offset}`);
}

/** The longest text that is kept of a line, in UTF-16 code units: an item has little room. */
const LONGEST = 300;

const textsIn = ({ source, wording }: ListRow): Evidence => ({
  ...(source !== undefined && { source: source.slice(0, LONGEST) }),
  ...(wording !== undefined && { wording: wording.slice(0, LONGEST) }),
});

type Wanted = Omit<Newcomer, 'address' | 'standing'>;

/** What somebody is to get, and when. */
function wantedIn(
  row: ListRow,
  wishes: ListWishes,
  courses: Courses,
): Wanted | { readonly problem: RowProblem } {
  const { defaults } = wishes;
  const name = nameIn(row.firstName ?? row.name ?? '');
  if (!isGreeting(name)) return { problem: 'name' };
  const zone = row.zone === undefined ? defaults.zone : parseZone(row.zone);
  if (zone === undefined) return { problem: 'zone' };
  const hour = row.hour === undefined ? defaults.hour : parseHour(row.hour);
  if (hour === undefined) return { problem: 'hour' };
  const days =
    row.days === undefined ? defaults.days : (parseDayDigits(row.days) ?? parseDays(row.days, 1));
  if (days === undefined) return { problem: 'days' };
  const newsletter = row.newsletter === undefined ? wishes.newsletter : saidYes(row.newsletter);
  if (newsletter === undefined) return { problem: 'newsletter' };
  const enrollment = enrollmentIn(row, wishes.course, courses);
  if (enrollment !== undefined && 'problem' in enrollment) return enrollment;
  if (enrollment === undefined && !newsletter) return { problem: 'nothing-asked' };
  const enrollments = enrollment === undefined ? [] : [enrollment];
  return { ...(name !== '' && { name }), zone, hour, days, newsletter, enrollments };
}

/** Whoever begins gets a welcome; whoever goes on, or is at the end, knows the course. */
function enrollmentIn(
  row: ListRow,
  forAll: CourseOutline | undefined,
  courses: Courses,
): Enrollment | undefined | { readonly problem: RowProblem } {
  const course =
    row.course === undefined ? forAll : offered(courses).find(({ slug }) => slug === row.course);
  if (row.course !== undefined && course === undefined) return { problem: 'course' };
  if (course === undefined) return row.place === undefined ? undefined : { problem: 'course' };
  const received = placeIn(course, row.place ?? '0');
  if (received === undefined) return { problem: 'place' };
  const track = trackOf(course, row.track);
  if (track === undefined) return { problem: 'track' };
  const welcomed = received.length > 0;
  return { course: course.slug, ...(track !== 'none' && { track }), welcomed, received };
}

/** A yes or a no as spreadsheets write them. */
function saidYes(text: string): boolean | undefined {
  if (/^(yes|true|on|1|x)$/i.test(text)) return true;
  return /^(no|false|off|0)$/i.test(text) ? false : undefined;
}

/** An address with all that a list says of it, and the line that says so. */
export interface Incoming extends Understood {
  readonly line: number;
  /** What is known of them from before, of our own export. */
  readonly facts: readonly Fact[];
}

const ends = ({ newcomer: { standing } }: Incoming): boolean =>
  standing.is === 'left' || standing.is === 'suppressed';

/**
 * Which of two lines counts that have one address: whichever says that they get nothing, or else the
 * first.
 */
export const counting = (first: Incoming, second: Incoming): Incoming =>
  ends(second) && !ends(first) ? second : first;

/** By address, so that nobody comes twice. */
export type Incomings = ReadonlyMap<EmailAddress, Incoming>;
