import { z } from 'zod';
import { type EmailAddress, parseAddress } from '../address.ts';
import type { CourseOutline, TrackId } from '../course.ts';
import { oneLine } from '../one-line.ts';
import { type Instant, parseZone } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import type { Courses } from './owed.ts';
import { parseDays, parseHour, type Rhythm, weekday } from './schedule.ts';
import { forgottenAt, type Subscriber } from './subscriber.ts';

/** A sign-up that was understood. */
export interface SignUp extends Rhythm {
  readonly address: EmailAddress;
  readonly name?: string;
  readonly course: CourseOutline;
  readonly track?: TrackId;
  readonly newsletter: boolean;
}

/** What the form offers when somebody leaves a field alone. */
export interface SignUpDefaults extends Rhythm {
  readonly course: string;
}

/** Field by field, what was expected instead. */
export type SignUpProblems = Readonly<Record<string, string>>;

const MAX_NAME = 80;

const one = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const shape = z.object({
  email: one.optional(),
  name: one.optional(),
  course: one.optional(),
  zone: one.optional(),
  hour: one.optional(),
  days: z.union([z.string(), z.array(z.string())]).optional(),
  track: one.optional(),
  newsletter: z.union([z.boolean(), z.string()]).optional(),
});

/**
 * Understands a sign-up from a form or from JSON. Empty optional fields count as left out.
 *
 * @returns the sign-up, or every problem at once, keyed by field
 */
export function parseSignUp(
  given: unknown,
  courses: Courses,
  defaults: SignUpDefaults,
  now: Instant,
): { readonly signUp: SignUp } | { readonly problems: SignUpProblems } {
  const parsed = shape.safeParse(given);
  if (!parsed.success) return { problems: shapeProblems(parsed.error) };
  const fields = parsed.data;
  const problems: Record<string, string> = {};
  const check = <T>(field: string, value: T | undefined, expected: string): T | undefined => {
    if (value === undefined) problems[field] = expected;
    return value;
  };

  const address = check('email', parseAddress(fields.email ?? ''), EXPECTED.email);
  const name = oneLine(fields.name ?? '');
  if (name.length > MAX_NAME) problems['name'] = EXPECTED.name;
  const zone = check('zone', optional(fields.zone, parseZone, defaults.zone), EXPECTED.zone);
  const hour = check('hour', optional(fields.hour, parseHour, defaults.hour), EXPECTED.hour);
  const today = weekday(now, zone ?? defaults.zone);
  const toDays = (days: string | readonly string[]) => parseDays(days, today);
  const days = check('days', optional(fields.days, toDays, defaults.days), EXPECTED.days);
  const slug = fields.course || defaults.course;
  const course = check(
    'course',
    courses.find((candidate) => candidate.slug === slug),
    EXPECTED.course,
  );
  const track = course && check('track', trackOf(course, fields.track), EXPECTED.track);

  if (!address || !zone || hour === undefined || !days || !course || !track) return { problems };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    signUp: {
      address,
      ...(name !== '' && { name }),
      zone,
      hour,
      days,
      course,
      ...(track !== 'none' && { track }),
      newsletter: isYes(fields.newsletter),
    },
  };
}

const EXPECTED = {
  email: 'Please enter an email address, such as ann@example.com.',
  name: `Please use at most ${MAX_NAME} characters for your name.`,
  zone: 'Please choose a time zone from the list, such as Europe/Berlin.',
  hour: 'Please choose an hour from 0 to 23.',
  days: 'Please choose at least one day: daily, weekdays, weekends, weekly, or mon to sun.',
  course: 'Please choose a course from the list.',
  track: 'Please choose one of the versions on offer.',
} as const;

function shapeProblems(error: z.ZodError): SignUpProblems {
  return Object.fromEntries(
    error.issues.map(({ path: [field] }) => [
      String(field ?? 'body'),
      EXPECTED[field as keyof typeof EXPECTED] ?? 'Please send an object with the form’s fields.',
    ]),
  );
}

/** The default for a field left empty; undefined for one that cannot be understood. */
function optional<Given extends string | readonly string[], T>(
  given: Given | undefined,
  parse: (given: Given) => T | undefined,
  fallback: T,
): T | undefined {
  return given === undefined || given.length === 0 ? fallback : parse(given);
}

function trackOf(course: CourseOutline, given = ''): TrackId | 'none' | undefined {
  const [first] = course.tracks;
  if (first === undefined) return given === '' ? 'none' : undefined;
  return given === '' ? first.id : course.tracks.find(({ id }) => id === given)?.id;
}

const isYes = (given: boolean | string | undefined): boolean =>
  given === true || (typeof given === 'string' && /^(on|true|yes|1)$/i.test(given));

/**
 * What a sign-up makes of the record under its address. A known reader, a fresh pending sign-up and
 * an unmailable address stay as they are: nobody can pester them with our form. Somebody who left
 * and comes back goes on where they were; no lesson is sent twice.
 *
 * @returns the value to save, or undefined when nothing is to change
 */
export function admit(
  signUp: SignUp,
  known: Subscriber | undefined,
  fresh: { readonly id: SubscriberId; readonly secret: LinkSecret; readonly now: Instant },
): Subscriber | undefined {
  if (known !== undefined && !mayAskAgain(known, fresh.now)) return undefined;
  const { course, track, ...reader } = signUp;
  const earlier = known?.enrollments ?? [];
  // The same enrollment goes on, with all that lies in it; only its track is chosen anew.
  const { track: _, ...goesOn } = earlier.find(({ course: slug }) => slug === course.slug) ?? {
    received: [],
  };
  const others = earlier.filter((candidate) => candidate.course !== course.slug);
  return {
    id: fresh.id,
    ...reader,
    standing: { is: 'pending', since: fresh.now },
    enrollments: [
      {
        ...goesOn,
        course: course.slug,
        ...(track !== undefined && { track }),
        welcomed: false,
      },
      ...others,
    ],
    secret: known?.secret ?? fresh.secret,
    ...(known?.last && { last: known.last }),
    dueAt: fresh.now,
    revision: known?.revision ?? 0,
  };
}

function mayAskAgain({ standing }: Subscriber, now: Instant): boolean {
  if (standing.is === 'left') return true;
  return standing.is === 'pending' && forgottenAt(standing.since) <= now;
}
