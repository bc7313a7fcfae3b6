import { z } from 'zod';
import { type EmailAddress, parseAddress } from '../address.ts';
import { type CourseOutline, offered, type TrackId } from '../course.ts';
import { oneLine } from '../one-line.ts';
import { type Instant, parseZone } from '../time.ts';
import type { Courses } from './owed.ts';
import { parseDays, parseHour, type Rhythm, weekday } from './schedule.ts';

/** A sign-up that was understood. */
export interface SignUp extends Rhythm {
  readonly address: EmailAddress;
  readonly name?: string;
  readonly course: CourseOutline;
  readonly track?: TrackId;
  readonly newsletter: boolean;
  readonly discreet?: true;
}

/** What the form offers when somebody leaves a field alone. */
export interface SignUpDefaults extends Rhythm {
  readonly course: string;
}

/** What can be wrong with a sign-up; each has a sentence that says what was expected. */
export type SignUpProblem =
  | 'email'
  | 'name'
  | 'nameLink'
  | 'zone'
  | 'hour'
  | 'days'
  | 'course'
  | 'track'
  | 'body';

/** Field by field; `body` is also the field of what is no form at all. */
export type SignUpProblems = Readonly<Partial<Record<string, SignUpProblem>>>;

/** The longest name, in UTF-16 code units, as a browser's maxlength counts them. */
export const MAX_NAME = 80;

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
  discreet: z.union([z.boolean(), z.string()]).optional(),
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
  const problems: Partial<Record<(typeof FIELDS)[number], SignUpProblem>> = {};
  const check = <T>(field: (typeof FIELDS)[number], value: T | undefined): T | undefined => {
    if (value === undefined) problems[field] = field;
    return value;
  };

  const address = check('email', parseAddress(fields.email ?? ''));
  const name = nameIn(fields.name ?? '');
  if (name.length > MAX_NAME) problems.name = 'name';
  if (hasLink(name)) problems.name = 'nameLink';
  const zone = check('zone', optional(fields.zone, parseZone, defaults.zone));
  const hour = check('hour', optional(fields.hour, parseHour, defaults.hour));
  const today = weekday(now, zone ?? defaults.zone);
  const toDays = (days: string | readonly string[]) => parseDays(days, today);
  const days = check('days', optional(fields.days, toDays, defaults.days));
  const slug = fields.course || defaults.course;
  const course = check(
    'course',
    offered(courses).find((candidate) => candidate.slug === slug),
  );
  const track = course && check('track', trackOf(course, fields.track));

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
      ...(isYes(fields.discreet) && { discreet: true as const }),
    },
  };
}

/** Marks that turn the direction of writing: a name with one would turn the sentence around it (UAX 9). */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name as it is greeted by, without what turns or breaks a line. */
export const nameIn = (given: string): string => oneLine(given.replace(TURNS, ''));

/** A greeting is no place to advertise in, and a stranger may have typed it. */
const hasLink = (name: string): boolean => name.includes('://');

/** Whether a mail can begin with that name, or with none. */
export const isGreeting = (name: string): boolean => name.length <= MAX_NAME && !hasLink(name);

const FIELDS = ['email', 'name', 'zone', 'hour', 'days', 'course', 'track'] as const;

function shapeProblems(error: z.ZodError): SignUpProblems {
  return Object.fromEntries(
    error.issues.map(({ path: [field] }) => [
      String(field ?? 'body'),
      FIELDS.find((known) => known === field) ?? 'body',
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

/**
 * The track that somebody asks for, or the first one; `none` in a course without tracks.
 *
 * @returns undefined when the course has no such track
 */
export function trackOf(course: CourseOutline, given = ''): TrackId | 'none' | undefined {
  const [first] = course.tracks;
  if (first === undefined) return given === '' ? 'none' : undefined;
  return given === '' ? first.id : course.tracks.find(({ id }) => id === given)?.id;
}

const isYes = (given: boolean | string | undefined): boolean =>
  given === true || (typeof given === 'string' && /^(on|true|yes|1)$/i.test(given));
