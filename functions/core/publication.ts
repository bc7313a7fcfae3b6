import { z } from 'zod';
import { type EmailAddress, parseAddress } from './address.ts';
import type { CourseSlug } from './course.ts';
import { type Days, type Hour, parseDays, parseHour, type Rhythm } from './reader/schedule.ts';
import type { Rest } from './rest.ts';
import { type LocalDate, parseLocalDate, parseZone, type Zone } from './time.ts';

/** A name and an address, as in a From header. */
export interface Mailbox {
  readonly name: string;
  readonly address: EmailAddress;
}

/** Who writes, and what a new reader gets unless they choose otherwise. */
export interface Publication {
  readonly name: string;
  /** BCP 47, `en` or `pt-BR`. */
  readonly language: string;
  readonly from: Mailbox;
  /** Gets what readers write, and what was not understood. */
  readonly author: Mailbox;
  /** Printed in every mail. Lines are kept. */
  readonly postalAddress: string;
  /** One sentence in every footer, such as what the letters are no substitute for. */
  readonly footerNote?: string;
  /** Whoever writes the letters and issues, as they sign them. */
  readonly signature?: string;
  /** Where the way out of the page with numbers to call leads: a site that says nothing of anybody. */
  readonly quickExit: string;
  /** Whether a reader in danger or despair is sent a note at once, with numbers to call. */
  readonly noteInDistress: boolean;
  /** Other sites whose scripts may sign readers up, as browsers call them: `https://example.org`. */
  readonly signUpFrom?: readonly string[];
  readonly defaults: Rhythm & { readonly course: CourseSlug };
  /** Courses that are over: their folders are gone, and their readers are done with them. */
  readonly retiredCourses: readonly CourseSlug[];
  /** Days on which no letter of any course comes. */
  readonly rests?: readonly Rest[];
}

/** A schema's messages say what is expected; who reports a mistake adds what was found. */
const line = (what: string) =>
  z
    .string({ error: what })
    .trim()
    .min(1, what)
    // No control characters: names end up in mail headers.
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u, `${what}, on one line`);

/** A value that one of our parsers makes from what was written. */
function parsed<T>(
  parse: (given: string | number | readonly string[]) => T | undefined,
  what: string,
) {
  return z
    .union([z.string(), z.number(), z.array(z.string())], { error: what })
    .transform((given, context): T => {
      const value = parse(given);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: what });
      return z.NEVER;
    });
}

const text =
  <T>(parse: (given: string) => T | undefined) =>
  (given: unknown): T | undefined =>
    typeof given === 'string' ? parse(given) : undefined;

const mailbox = z.strictObject(
  {
    name: line('the name that readers see'),
    address: parsed<EmailAddress>(text(parseAddress), 'an address such as letters@example.com'),
  },
  { error: 'a name and an address' },
);

/** Exactly as a browser sends it (RFC 6454 §6.1), so that it can be compared letter by letter. */
const origin = () =>
  z
    .string({ error: 'a site such as https://example.org' })
    .refine((given) => URL.canParse(given) && new URL(given).origin === given, {
      error: 'a site such as https://example.org, without a path or a slash at its end',
    });

const WHAT_DAYS = 'daily, weekdays, weekends, or a list such as [mon, wed, fri]';

/** A BCP 47 tag, of a publication or a course. */
export const languageTag = z
  .string({ error: 'a language such as en or pt-BR' })
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language such as en or pt-BR');

const courseFolder = z
  .string({ error: 'the folder of a course' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'the folder of a course')
  .transform((slug) => slug as CourseSlug);

const day = () =>
  z
    .string({ error: 'a date such as 2026-12-31' })
    .refine((text) => parseLocalDate(text) !== undefined, 'a date such as 2026-12-31')
    .transform((text) => text as LocalDate);

/** Longer than any holiday: whoever says so has mistaken the year. */
const LONGEST_DAYS = 366;

const rest = z
  .strictObject(
    {
      from: day(),
      until: day(),
      course: z
        .undefined({ error: 'nothing: a rest of one course stands in its own course.yaml' })
        .optional(),
    },
    { error: 'its first day and its last: from and until' },
  )
  .transform(({ from, until }): Rest => ({ from, until }))
  .superRefine(({ from, until }, context) => {
    const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
    const wrong = (message: string) =>
      context.addIssue({ code: 'custom', path: ['until'], message });
    if (days < 1) wrong(`the last day, ${from} or later`);
    if (days > LONGEST_DAYS) wrong(`the last day, within a year of ${from}`);
  });

/** Holidays, of a publication or of one course. */
export const restsSchema = z
  .array(rest, { error: 'a list of holidays, each with from and until' })
  .superRefine((rests, context) => {
    for (const [index, { from, until }] of rests.entries()) {
      const same = rests.slice(0, index).find((one) => from <= one.until && one.from <= until);
      if (same === undefined) continue;
      const message = `days outside of another rest: it is ${same.from} to ${same.until} already`;
      context.addIssue({ code: 'custom', path: [index, 'from'], message });
    }
  });

/** `content/publication.yaml`, in its spelling, to a {@link Publication}. */
export const publicationSchema = z
  .strictObject({
    name: line('the name of the publication'),
    language: languageTag,
    from: mailbox,
    author: mailbox,
    'postal-address': z
      .string({ error: 'the address that every mail must show, over several lines' })
      .trim()
      .min(1, 'the address that every mail must show, over several lines'),
    'footer-note': line('one sentence for every footer').optional(),
    signature: line('the name that letters are signed with').optional(),
    'quick-exit': z
      .string({ error: 'a site such as https://www.wikipedia.org/' })
      .regex(/^https:\/\/[^\s"<>]+$/, 'a site such as https://www.wikipedia.org/')
      .default('https://www.wikipedia.org/'),
    'note-in-distress': z.boolean({ error: 'true or false' }).default(true),
    'retired-courses': z.array(courseFolder, { error: 'a list of folders of courses' }).default([]),
    rests: restsSchema.optional(),
    'sign-up-from': z
      .array(origin(), { error: 'a list of sites such as https://example.org' })
      .optional(),
    defaults: z.strictObject(
      {
        course: courseFolder,
        zone: parsed<Zone>(text(parseZone), 'a time zone such as Europe/Berlin'),
        hour: parsed<Hour>(
          (given) => (typeof given === 'object' ? undefined : parseHour(given)),
          'an hour from 0 to 23',
        ),
        days: parsed<Days>(parseDefaultDays, WHAT_DAYS),
      },
      { error: 'course, zone, hour and days' },
    ),
  })
  .transform((given): Publication => {
    const {
      'postal-address': postalAddress,
      'footer-note': footerNote,
      'note-in-distress': noteInDistress,
      'quick-exit': quickExit,
      'retired-courses': retiredCourses,
      'sign-up-from': signUpFrom,
      signature,
      rests,
      ...others
    } = given;
    return {
      ...others,
      postalAddress,
      noteInDistress,
      quickExit,
      retiredCourses,
      ...(signUpFrom !== undefined && { signUpFrom }),
      ...(rests !== undefined && { rests }),
      ...(signature !== undefined && { signature }),
      ...(footerNote !== undefined && { footerNote }),
    };
  });

/** `weekly` means the day somebody signs up on, so it can't be everybody's default. */
function parseDefaultDays(given: string | number | readonly string[]): Days | undefined {
  if (typeof given === 'number' || given === 'weekly') return undefined;
  return parseDays(given, 1);
}
