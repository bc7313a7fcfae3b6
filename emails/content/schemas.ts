import { z } from 'zod';
import {
  type CourseSlug,
  type ForThosePast,
  type LessonId,
  READERS,
  type TrackId,
} from '../../functions/core/course.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { languageTag, restsSchema } from '../../functions/core/publication.ts';
import { type LocalDate, parseLocalDate } from '../../functions/core/time.ts';

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

export const newsletterSchema = z.strictObject(
  {
    id: name('the name of this issue for ever').transform((id) => id as IssueId),
    subject,
    preheader,
    date: z
      .string({ error: 'a date such as 2026-12-31' })
      .refine((text) => parseLocalDate(text) !== undefined, 'a date such as 2026-12-31')
      .transform((text) => text as LocalDate),
    sources,
  },
  { error: 'id, subject, preheader and date' },
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
