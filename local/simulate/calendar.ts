import { Temporal } from 'temporal-polyfill';
import type { CourseOutline } from '../../functions/core/course.ts';
import type { Issue } from '../../functions/core/newsletter.ts';
import { dayWithoutRest } from '../../functions/core/rest.ts';
import { type Instant, type LocalDate, localDate, type Zone } from '../../functions/core/time.ts';
import type { SentMail } from './engine.ts';
import type { MadeUp } from './readers.ts';

/** One mail, as a calendar names it. */
export interface Entry {
  readonly is: SentMail['owed']['kind'];
  readonly at: Instant;
  /** Of a letter: its place in the course, from 1 on. */
  readonly number?: number;
  /** Of a letter or an issue. */
  readonly title?: string;
}

/** One of a reader's own days. */
export interface CalendarDay {
  readonly day: LocalDate;
  readonly mails: readonly Entry[];
  /** Not one of the days that they chose. */
  readonly unchosen?: true;
  /** A holiday of the course. */
  readonly rests?: true;
  readonly paused?: true;
  /** By how much their clocks go on (or back) that day, in minutes. */
  readonly clock?: number;
  /** They leave on this day. */
  readonly leaves?: true;
}

/** What one reader's calendar is made from. */
export interface Diary {
  readonly reader: MadeUp;
  /** All that was sent to anybody. */
  readonly sent: readonly SentMail[];
  readonly issues: readonly Pick<Issue, 'id' | 'title'>[];
  readonly days: readonly LocalDate[];
}

/** A reader's days, with all that came on them and all that kept letters away. */
export function calendarOf({ reader, sent, issues, days }: Diary): readonly CalendarDay[] {
  const { signUp, leaves } = reader;
  const { zone, course } = signUp;
  const theirs = sent.filter((mail) => mail.reader === reader.number);
  const lastDay = leaves && localDate(leaves, zone);
  return days.map((day) => {
    const clock = clockChange(day, zone);
    const isThere = lastDay === undefined || day <= lastDay;
    return {
      day,
      mails: theirs
        .filter(({ at }) => localDate(at, zone) === day)
        .map((mail) => entryOf(mail, course, issues)),
      ...(!isChosen(signUp.days, day) && { unchosen: true as const }),
      ...(isThere && dayWithoutRest(course.rests ?? [], day) !== day && { rests: true as const }),
      ...(isThere && isPaused(reader, day) && { paused: true as const }),
      ...(clock !== 0 && { clock }),
      ...(day === lastDay && { leaves: true as const }),
    };
  });
}

function entryOf({ owed, at }: SentMail, course: CourseOutline, issues: Diary['issues']): Entry {
  switch (owed.kind) {
    case 'lesson': {
      const place = course.lessons.findIndex(({ id }) => id === owed.lesson);
      const title = course.lessons[place]?.subject ?? owed.lesson;
      return { is: owed.kind, at, number: place + 1, title };
    }
    case 'issue':
      return {
        is: owed.kind,
        at,
        title: issues.find(({ id }) => id === owed.issue)?.title ?? owed.issue,
      };
    default:
      return { is: owed.kind, at };
  }
}

const isChosen = (days: string, day: LocalDate): boolean =>
  days.includes(String(Temporal.PlainDate.from(day).dayOfWeek));

/** Also the day on which they ask for it. */
const isPaused = ({ pauses, signUp: { zone } }: MadeUp, day: LocalDate): boolean =>
  pauses.some(({ at, until }) => localDate(at, zone) <= day && day < until);

/** What a day has more than 24 hours is what clocks go back on it. */
const clockChange = (day: LocalDate, zone: Zone): number =>
  Math.round((24 - Temporal.PlainDate.from(day).toZonedDateTime(zone).hoursInDay) * 60);
