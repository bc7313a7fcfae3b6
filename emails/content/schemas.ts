import { z } from 'zod';
import {
  type CourseSlug,
  type ForThosePast,
  type LessonId,
  READERS,
  type TrackId,
} from '../../functions/core/course.ts';
import type { Audience, IssueId } from '../../functions/core/newsletter.ts';
import { languageTag, restsSchema } from '../../functions/core/publication.ts';
import {
  type Instant,
  type LocalDate,
  parseInstant,
  parseLocalDate,
} from '../../functions/core/time.ts';

/** Lower-case words with hyphens: fit for addresses of pages, file names and message tags. */
const name = (what: string, most = 60) =>
  z
    .string({ error: `${what}: lower-case letters, digits and hyphens` })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `${what}: lower-case letters, digits and hyphens`)
    .max(most, `${what}: at most ${most} characters`);

/** One line, since it goes into a header; no control characters (header injection). */
export const line = (what: string) =>
  z
    .string({ error: what })
    .trim()
    .min(1, what)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, `${what}, on one line`)
    .refine((text) => !text.includes('{{'), `${what}, the same for every reader (no {{...}})`);

const subject = line('the subject');
const preheader = line('the line that inboxes show beside the subject');
const sources = z
  .array(z.string(), { error: 'a list of source keys: [one-2001, two-2002]' })
  .default([]);

const MINUTES = 'the minutes it takes to read, a whole number';

export const lessonSchema = z.strictObject(
  {
    // A letter's links carry its id; `parseToken` in functions/core reads at most 32 characters.
    id: name('the name of this letter for ever', 32).transform((id) => id as LessonId),
    subject,
    preheader,
    minutes: z.int({ error: MINUTES }).min(1, MINUTES).max(60, MINUTES),
    sources,
    'for-those-past': z
      .enum(['never', 'at-the-end', 'next-day'] satisfies ForThosePast[], {
        error: 'never, at-the-end or next-day',
      })
      .default('never'),
    retired: z.boolean({ error: 'true or false' }).default(false),
    form: line('what kind of writing it is, one of the forms of style.yaml').optional(),
  },
  { error: 'id, subject, preheader and minutes' },
);

export const noticeSchema = z.strictObject({ subject, preheader }, { error: 'subject, preheader' });

/** How it is said when an issue goes. */
export const WHEN =
  'a day such as 2026-12-31, or a moment with its offset such as 2026-12-31T18:00+01:00';

/** The day on which an issue goes at each reader's hour, or the moment at which it goes to all. */
export type SendOn = { readonly date: LocalDate } | { readonly at: Instant };

function sendOnIn(text: string): SendOn | undefined {
  const date = parseLocalDate(text);
  if (date !== undefined) return { date };
  // An hour without an offset is another moment for each who reads the file.
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(text);
  const at = isMoment ? parseInstant(text) : undefined;
  return at && { at };
}

const course = z
  .string({ error: 'a folder of content/courses' })
  .transform((slug) => slug as CourseSlug);
const audience = z
  .strictObject(
    {
      finished: course.optional(),
      taking: course.optional(),
      track: z
        .string({ error: 'a track of a course' })
        .transform((id) => id as TrackId)
        .optional(),
      language: languageTag.optional(),
    },
    { error: 'all, or any of finished, taking, track and language' },
  )
  .refine((said) => Object.keys(said).length > 0, {
    error: 'all, or any of finished, taking, track and language',
  })
  .refine(({ finished, taking }) => finished === undefined || finished !== taking, {
    error: 'another course: nobody has finished one and takes it',
    path: ['taking'],
  })
  .transform((said) => said as Audience);

export const newsletterSchema = z.strictObject(
  {
    id: name('the name of this issue for ever').transform((id) => id as IssueId),
    subject,
    preheader,
    'send-on': z.string({ error: WHEN }).transform((text, context) => {
      const found = sendOnIn(text);
      if (found === undefined) context.addIssue({ code: 'custom', message: WHEN });
      return found ?? z.NEVER;
    }),
    audience: z.preprocess((said) => (said === 'all' ? undefined : said), audience.optional()),
    'during-courses': z.boolean({ error: 'true or false' }).default(false),
    sample: z.boolean({ error: 'true or false' }).default(false),
    sources,
  },
  { error: 'id, subject, preheader and send-on' },
);

/** Letters that must have a block, by their ids: no later change may lose a safety note. */
const ids = z.array(z.string(), { error: 'a list of letters by their ids: [one, two]' });
const letters = ids.default([]);

export const courseSchema = z.strictObject(
  {
    id: name('the name of the course for ever').transform((id) => id as CourseSlug),
    language: languageTag.optional(),
    title: line('the title'),
    subtitle: line('the subtitle'),
    description: z
      .string({ error: 'what the course is, in a few sentences' })
      .trim()
      .min(1, 'what the course is, in a few sentences'),
    tracks: z
      .array(
        z.strictObject(
          {
            id: name('the name of the track')
              .refine((id) => id !== 'all', 'a name other than all, which means no track')
              .transform((id) => id as TrackId),
            label: line('the words a reader chooses by'),
            for: z.enum(READERS, { error: 'couple or friends' }).optional(),
          },
          { error: 'an id and a label' },
        ),
        { error: 'a list of tracks, each an id and a label' },
      )
      .default([]),
    next: name('the course to offer after this one')
      .transform((slug) => slug as CourseSlug)
      .optional(),
    rests: restsSchema.default([]),
    order: ids.optional(),
    'on-the-web': z
      .enum(['none', 'first', 'all'], { error: 'none, first or all' })
      .default('first'),
    sources: z
      .record(z.string(), line('the source, in one line'), {
        error: 'a source in one line for each key',
      })
      .default({}),
    requires: z
      .strictObject(
        { safety: letters, 'check-in': letters, 'four-weeks': letters },
        { error: 'safety, check-in or four-weeks, each with a list of letters' },
      )
      .prefault({}),
  },
  { error: 'id, title, subtitle and description' },
);
