import type { EmailAddress } from '../../functions/core/address.ts';
import type {
  CourseOutline,
  CourseSlug,
  LessonId,
  LessonOutline,
} from '../../functions/core/course.ts';
import type { Issue, IssueId } from '../../functions/core/newsletter.ts';
import { requestName } from '../../functions/core/reader/asked-link.ts';
import type { Request } from '../../functions/core/reader/request.ts';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type {
  AttemptId,
  Claim,
  Enrollment,
  Subscriber,
} from '../../functions/core/reader/subscriber.ts';
import {
  type Instant,
  type LocalDate,
  parseInstant,
  type Zone,
} from '../../functions/core/time.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import type { Language } from '../../functions/core/words/words.ts';

/** Builders: a test names the one field that matters to it. */

export function at(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not a moment: ${text}`);
  return parsed;
}

export function lesson(id: string, fields: Partial<LessonOutline> = {}): LessonOutline {
  return {
    id: id as LessonId,
    subject: `Subject of ${id}`,
    checkIn: false,
    forThosePast: 'never',
    ...fields,
  };
}

export function course(lessons: readonly (LessonOutline | string)[]): CourseOutline {
  return {
    slug: 'closer' as CourseSlug,
    language: 'en' as Language,
    title: 'Closer',
    subtitle: '',
    description: '',
    tracks: [],
    lessons: lessons.map((one) => (typeof one === 'string' ? lesson(one) : one)),
  };
}

export function enrollment(fields: Partial<Enrollment> = {}): Enrollment {
  return { course: 'closer' as CourseSlug, welcomed: true, received: [], ...fields };
}

/** A first claim, of what was due at that moment, by a reader in Berlin. */
export function claim(moment: Instant, fields: Partial<Claim> = {}): Claim {
  const zone = fields.zone ?? ('Europe/Berlin' as Zone);
  const spans = { due: moment, since: moment, tried: moment };
  return { attempt: 'first' as AttemptId, at: moment, zone, sinceZone: zone, ...spans, ...fields };
}

export const received = (...ids: string[]) => ids as unknown as readonly LessonId[];

/** An active reader in Berlin who gets a letter every day at 8. */
export function reader(fields: Partial<Subscriber> = {}): Subscriber {
  return {
    id: 'abcdefghijklmnop' as SubscriberId,
    address: 'ann@example.com' as EmailAddress,
    standing: { is: 'active' },
    enrollments: [enrollment()],
    newsletter: false,
    secret: 'secret' as LinkSecret,
    zone: 'Europe/Berlin' as Zone,
    hour: 8 as Hour,
    days: '1234567' as Days,
    revision: 1,
    ...fields,
  };
}

/** An issue for everybody who takes the newsletter, on its day at each reader's hour. */
export function issue(id: string, date: string, fields: Partial<Issue> = {}): Issue {
  const words = (text: string) => ({ literals: [text], slots: [] });
  return {
    id: id as IssueId,
    date: date as LocalDate,
    audience: {},
    title: `Title of ${id}`,
    preheader: `What ${id} is about`,
    mail: { subject: words(id), html: words(id), text: words(id) },
    page: `<h1>${id}</h1>`,
    ...fields,
  };
}

/** The same at a moment, as its mails' links know it. */
export const requestAt = (moment: Instant, fields: Partial<Request['asked']> = {}): Request =>
  request({ asked: { at: moment, name: requestName(moment), details: {}, ...fields } });

/** What the same person typed into the form this morning, whose confirmation mail has gone out. */
export function request(fields: Partial<Request> = {}): Request {
  const since = fields.asked?.at ?? at('2026-11-22T09:00:00Z');
  return {
    ...reader(),
    standing: { is: 'pending', since },
    enrollments: [enrollment({ welcomed: false })],
    asked: { at: since, details: { course: 'closer' } },
    ...fields,
  };
}
