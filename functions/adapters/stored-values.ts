import type { EmailAddress } from '../core/address.ts';
import type { CourseSlug, LessonId, TrackId } from '../core/course.ts';
import type { IssueId } from '../core/newsletter.ts';
import { parseRequestName } from '../core/reader/asked-link.ts';
import { type Days, parseHour } from '../core/reader/schedule.ts';
import type { AttemptId } from '../core/reader/subscriber.ts';
import type { Instant, LocalDate, Zone } from '../core/time.ts';
import { type LinkSecret, parseSubscriberId } from '../core/token.ts';
import { type Parse, textOf } from './stored.ts';

/**
 * Stored values by their shape. Their own parsers saw them on the way in, and all of them again
 * (Temporal, Intl, URL) would take forty times as long on a letter's way (decision 016). What
 * a shape lets pass, such as a zone that this runtime has lost, shows where it is used.
 */
const shaped =
  <T extends string>(shape: RegExp): Parse<T> =>
  (value) =>
    typeof value === 'string' && shape.test(value) ? (value as T) : undefined;

/** Text of a shape that also is a date: there is no month 13. */
const dated = <T extends string>(shape: RegExp): Parse<T> => {
  const parse = shaped<T>(shape);
  return (value) => {
    const text = parse(value);
    return text === undefined || Number.isNaN(Date.parse(text)) ? undefined : text;
  };
};

const NAME = /^[a-z0-9-]+$/;

export const anInstant = dated<Instant>(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
export const aDay = dated<LocalDate>(/^\d{4}-\d\d-\d\d$/);
export const aZone = shaped<Zone>(/^[A-Za-z][A-Za-z0-9_+/-]*$/);
/** Sorted digits, none of them twice. */
export const weekdays = shaped<Days>(/^(?=.)1?2?3?4?5?6?7?$/);
/** ASCII without spaces or line breaks: it becomes a header. */
export const anAddress = shaped<EmailAddress>(/^[!-?A-~]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
export const aCourse = shaped<CourseSlug>(NAME);
export const aTrack = shaped<TrackId>(NAME);
export const anIssue = shaped<IssueId>(NAME);
export const aLesson = shaped<LessonId>(NAME);
/** Never empty: links made with an empty secret could be made by anybody. */
export const aSecret = shaped<LinkSecret>(/^[\w-]+$/);
export const anAttempt = shaped<AttemptId>(/^[\w-]+$/);
export const anHour = (value: unknown) =>
  typeof value === 'number' ? parseHour(value) : undefined;
export const aRequestName = textOf(parseRequestName);
export const anId = textOf(parseSubscriberId);
