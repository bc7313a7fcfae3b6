import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import type { LastLesson } from '../../functions/core/reader/schedule.ts';
import type { Place } from '../../functions/core/reader/subscriber.ts';
import type { Instant, LocalDate } from '../../functions/core/time.ts';

/** What came of one course. */
export interface Taken {
  /** Since they began the course again, if they did. */
  readonly lessons: LessonId[];
  again: string | undefined;
  /** When each lesson came. */
  readonly at: Map<LessonId, Instant>;
  /** Of which nobody can tell any more whether they came: what comes next may go on from before them. */
  readonly lost: Set<LessonId>;
  welcomedAt?: Instant;
}

/** What is unknown of the mails that one claim is about. */
interface Doubt {
  /** Whether the sender of the last mail may not know that it went. */
  inDoubt: boolean;
  /** How many tries there were at the mail that comes next. */
  tries: number;
}
const noDoubt = (): Doubt => ({ inDoubt: false, tries: 0 });

/** What one reader was promised, and what came: plain lists, from which the promises can be read off. */
export interface Inbox {
  readonly courses: Map<CourseSlug, Taken>;
  /** The course of the last lesson, where their courses took turns then and nothing was wished since. */
  turnOf?: CourseSlug;
  readonly days: string[];
  /** When each issue came, by its day: itself, or told of in a digest. */
  readonly issues: Map<LocalDate, Instant>;
  /** The day since which they get what comes of the newsletter, and that on which they last ticked its box. */
  takesOn?: LocalDate;
  tickedOn?: LocalDate;
  /** When the last lesson and the last welcome came. */
  lessonAt?: Instant;
  welcomedAt?: Instant;
  /** When they first confirmed, for which they are to get a welcome. */
  joinedAt?: Instant;
  joinedBy?: CourseSlug;
  /** Whether they asked to join and have had no mail about it. */
  asks: boolean;
  confirmations: number;
  confirmationAt?: Instant;
  /** How many confirmations their sign-ups are good for: one for a stranger to a reader, else two. */
  allowed: number;
  /** When they, or somebody, last signed up, and when they last wanted the mail once more. */
  signedUpAt: Instant;
  againAt: Instant;
  /** When what was typed into the form last made a mail to them, who were known. */
  bothered?: Instant;
  /** When they last asked for something. */
  wishedAt: Instant;
  /** Of a reader's mails and of what was typed at their address, each has a claim of its own. */
  readonly doubts: Readonly<Record<Place, Doubt>>;
  /** Until when the sender of a mail may not have known that it went. */
  knownAt?: Instant;
  /** Mails of which no proof comes for hours, though those of others do: each may come once more. */
  readonly unproven: Set<Instant>;
  /** Mails that SES refused for what is in them. */
  refused: readonly { readonly mail: string; readonly at: Instant }[];
  claimedAt?: Instant;
  /** When SES last did not know their address yet, as in the sandbox. */
  waitedAt?: Instant;
  /** When there was last a reason why what they typed was asked about a day later. */
  asksLaterAt?: Instant;
  /** When there was last a reason why their letter could not come before another day. */
  putOff?: LastLesson;
}

export function emptyInbox(): Inbox {
  const never = '' as Instant;
  const none = { confirmations: 0, allowed: 0, asks: false };
  const doubts = { subscriber: noDoubt(), request: noDoubt() };
  const times = { wishedAt: never, signedUpAt: never, againAt: never };
  return {
    courses: new Map(),
    days: [],
    issues: new Map(),
    unproven: new Set(),
    refused: [],
    ...times,
    doubts,
    ...none,
  };
}

/** What came of a course, from the first look on. */
export function takenOf({ courses }: Inbox, course: CourseSlug): Taken {
  const known = courses.get(course);
  if (known !== undefined) return known;
  const fresh: Taken = { lessons: [], again: undefined, at: new Map(), lost: new Set() };
  courses.set(course, fresh);
  return fresh;
}

/** A letter came, or one that it may take for another day's: the next one is for a day behind it. */
export function cameOn(inbox: Inbox, day: string, at: Instant): void {
  if (day > (inbox.days.at(-1) ?? '')) inbox.days.push(day);
  inbox.lessonAt = at;
  delete inbox.turnOf;
}

/** Nobody can tell any more whether what came then did. */
export const isLostAt = (inbox: Inbox, then: Instant | undefined): void =>
  areLost(inbox, (when) => when === then);

/** The same of all that came from then on. */
export const isLostSince = (inbox: Inbox, then: Instant): void =>
  areLost(inbox, (when) => when >= then);

function areLost({ courses }: Inbox, isThen: (when: Instant) => boolean): void {
  for (const { at, lost } of courses.values()) {
    for (const [lesson, when] of at) if (isThen(when)) lost.add(lesson);
  }
}

/** What belongs to a mailbox, whoever reads there: what was typed into the form, and came of that. */
const ofMailbox = (inbox: Inbox) => ({
  asks: inbox.asks,
  confirmations: inbox.confirmations,
  allowed: inbox.allowed,
  signedUpAt: inbox.signedUpAt,
  againAt: inbox.againAt,
  ...(inbox.asksLaterAt !== undefined && { asksLaterAt: inbox.asksLaterAt }),
  ...(inbox.confirmationAt !== undefined && { confirmationAt: inbox.confirmationAt }),
  ...(inbox.bothered !== undefined && { bothered: inbox.bothered }),
});

/** What becomes of two inboxes when a reader goes from one to the other, with all that came so far. */
export function movedOver(from: Inbox, to: Inbox): { readonly from: Inbox; readonly to: Inbox } {
  const { confirmationAt: _, bothered: __, asksLaterAt: ___, ...reading } = from;
  return {
    from: {
      ...emptyInbox(),
      ...ofMailbox(from),
      unproven: new Set(from.unproven),
      doubts: { subscriber: noDoubt(), request: from.doubts.request },
    },
    to: {
      ...reading,
      ...ofMailbox(to),
      unproven: new Set([...from.unproven, ...to.unproven]),
      doubts: { subscriber: from.doubts.subscriber, request: to.doubts.request },
    },
  };
}
