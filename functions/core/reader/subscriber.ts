import type { EmailAddress } from '../address.ts';
import type { Brand } from '../brand.ts';
import type { Counted } from '../counting.ts';
import type { CourseSlug, LessonId, TrackId } from '../course.ts';
import type { IssuePlan } from '../newsletter.ts';
import { type Instant, type LocalDate, plusSeconds, type Zone } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import type { LastLesson, Rhythm } from './schedule.ts';

/** Names one try at sending one mail; it travels in a message tag and comes back in SES events. */
export type AttemptId = Brand<string, 'AttemptId'>;

/**
 * How somebody left. Kept as the record of the withdrawal (GDPR Art. 7(3)); `import` is a list that was
 * brought here, which they had left elsewhere.
 */
export type Channel = 'one-click' | 'page' | 'reply' | 'mailto' | 'import';

/** Where somebody stands with us. Each state has only what it needs. */
export type Standing =
  /** Asked to join, or to come back, and has not confirmed; forgotten after {@link PENDING_DAYS} days. */
  | {
      readonly is: 'pending';
      readonly since: Instant;
      /** One more confirmation follows the next one: when it is asked for, or after two days. */
      readonly another?: true;
    }
  | { readonly is: 'active' }
  | Pause
  | {
      readonly is: 'left';
      readonly at: Instant;
      readonly by: Channel;
      /** The pause that they left in: whoever takes the leave back is in it again. */
      readonly pause?: Pause;
    }
  /** The address must not be mailed again, whoever asks. */
  | { readonly is: 'suppressed'; readonly at: Instant; readonly because: Unmailable };

/** Standings in which somebody gets nothing any more. */
export type End = Standing & { readonly is: 'left' | 'suppressed' };

/** From that day (now) until that day (until they say so), in their zone. */
export interface Span {
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/** Gets nothing for that long. */
export interface Pause extends Span {
  readonly is: 'paused';
  readonly since: Instant;
  /** No letters, and the newsletter goes on. */
  readonly letters?: true;
  /** Their mail program said so, or letter after letter came back; any word of theirs ends it. */
  readonly absent?: true;
}

/**
 * Why an address must not be mailed: it does not exist, its owner complained, SES refuses it, or its
 * owner had everything erased.
 */
export type Unmailable = 'hard-bounce' | 'complaint' | 'refused' | 'erased';

/** One course somebody takes. What comes next is derived from `received` and the course. */
export interface Enrollment {
  readonly course: CourseSlug;
  readonly track?: TrackId;
  /** Their first check-in found them far apart: practices have a gentler way for them. */
  readonly gentler?: true;
  readonly welcomed: boolean;
  /** Stable ids of the lessons they got, oldest first; since they began again, if they did. */
  readonly received: readonly LessonId[];
  /** The other letters that they had in times before, the last time's first (see had.ts). */
  readonly earlier?: readonly LessonId[];
  /** How often they have begun it again. News of a letter of an earlier time is none of this one. */
  readonly again?: number;
  /** They want no more of it, and can go on where they were. */
  readonly stopped?: true;
}

/** When an issue that waits for somebody may go at the earliest. */
export type Waiting = Pick<IssuePlan, 'date' | 'at' | 'during'>;

/** Where somebody is in the newsletter. It stays as short as it is, however many issues they have had. */
export interface InNewsletter {
  /** They have had what was sent before this day, or came after it. */
  readonly from: LocalDate;
  /** Days of later issues that they have had before others: while a course went on. */
  readonly ahead?: readonly LocalDate[];
  /** What they are to be looked up for. */
  readonly waits?: readonly Waiting[];
  /** The last that they had, by the day of its issue; a digest by that of its last one. */
  readonly had?: { readonly on: LocalDate; readonly digest?: true };
  /** They want issues also while a course goes on. */
  readonly alongside?: true;
  /** They want none for that long, whatever becomes of their letters. */
  readonly paused?: Span;
}

/** The courses that somebody has not stopped, in their order. */
export const runningCourses = ({
  enrollments,
}: Pick<Subscriber, 'enrollments'>): readonly CourseSlug[] =>
  enrollments.filter(({ stopped }) => stopped !== true).map(({ course }) => course);

/** A mail that is being sent right now, or whose fate is not known yet. */
export interface Claim {
  readonly attempt: AttemptId;
  /** From when on others have to wait, for a lease. */
  readonly at: Instant;
  /** Where the reader was at that moment: they may move before the news of the mail comes. */
  readonly zone: Zone;
  /** The due moment that it was taken for. A reader's wish may have moved theirs since. */
  readonly due: Instant;
  /** The first attempt whose mail may have gone, for all that is known, and where the reader was then. */
  readonly since: Instant;
  readonly sinceZone: Zone;
  /** The last one. */
  readonly tried: Instant;
}

/** Whether somebody gets letters, now or after a pause. */
export const reads = ({ standing: { is } }: Pick<Subscriber, 'standing'>): boolean =>
  is === 'active' || is === 'paused';

/** What somebody who reads can ask for beside what they get. */
export const ADDITIONS = ['newsletter', 'course', 'track'] as const;
export type Addition = (typeof ADDITIONS)[number];

/** Names one request among all that are ever made at its address: the links of its mails hold it. */
export type RequestName = Brand<string, 'RequestName'>;

/** How somebody came to ask for letters: the first half of the record of their consent. */
export interface Asked {
  readonly at: Instant;
  /** Absent where older code made it, and where nobody is asked for a yes. */
  readonly name?: RequestName;
  readonly details: Readonly<Record<string, string>>;
  /** Who was known by the address at that time, which the one mail about it depends on; absent for nobody. */
  readonly of?: 'reader' | 'left';
  /** What a reader asked for and does not have: each is a button of its own. */
  readonly adds?: readonly Addition[];
  /** Nobody asked for letters: a reader typed the address as their new one, and it was mailed. */
  readonly forMove?: true;
  /** The readers who had a button mailed there, by the names of their secrets, and when. */
  readonly buttons?: Readonly<Record<string, Instant>>;
}

/**
 * Which of two items somebody is stored in. A request is what was typed into a form and nobody has
 * confirmed: it lies beside whoever is known by that address, has its own wishes and claim, and is
 * gone after a week, so a stranger's request can't touch a reader (decision 032).
 */
export type Place = 'subscriber' | 'request';

/** All that a send needs, in one item under 1 KB, so that a write is one unit. */
export interface Subscriber extends Rhythm {
  readonly id: SubscriberId;
  readonly address: EmailAddress;
  readonly name?: string;
  readonly standing: Standing;
  /** One letter a day, however many courses: one course after another, in this order, or by turns. */
  readonly enrollments: readonly Enrollment[];
  /** Their courses take turns. */
  readonly byTurns?: true;
  readonly newsletter: boolean;
  /** Known of whoever takes the newsletter, since an issue was sent to them or they took it here. */
  readonly issues?: InNewsletter;
  /** Wants nothing of the topic where a mail is seen and not opened. */
  readonly discreet?: true;
  /** Nothing that anybody types, into the form or as a new address, sends this address a mail. */
  readonly quiet?: true;
  readonly secret: LinkSecret;
  readonly last?: LastLesson;
  /** SES did not take what was owed: nothing is tried again before this day of theirs. */
  readonly notBefore?: LocalDate;
  /** When something is owed to them; absent while nothing is. Key of the `due` index. */
  readonly dueAt?: Instant;
  /** It is an issue of the newsletter, which gives way to letters. */
  readonly dueOf?: 'issues';
  readonly claim?: Claim;
  /** Only in a request: it is one by this. */
  readonly asked?: Asked;
  /** Counts changes. A save states the one it saw, so that no change is lost to another. */
  readonly revision: number;
}

/**
 * All that leaving needs to know. Every version that an item will ever have keeps these four, with
 * what they mean now (decision 016); `is` may be a word of newer code.
 */
export interface Leaver extends Pick<Subscriber, 'id' | 'secret' | 'revision'> {
  readonly standing: { readonly is: string };
  /** The pause that they are in, where it can be read: coming back, they are in it again. */
  readonly pause?: Pause;
  /** Told where it can be read: their pages speak as the letters of their first course do. */
  readonly enrollments?: readonly Pick<Enrollment, 'course'>[];
  /** The last that they had, where it can be read: what they leave after is counted. */
  readonly lastMail?: Counted;
}

/** Somebody who gets nothing any more. */
export type Ended = Leaver & { readonly standing: End };

/** The item that this is stored in. */
export const placeOf = ({ asked }: Pick<Subscriber, 'asked'>): Place =>
  asked === undefined ? 'subscriber' : 'request';

/** How long an unconfirmed sign-up is kept, in days. Two confirmation mails at most are sent in that time. */
export const PENDING_DAYS = 7;

/**
 * When a request is forgotten; undefined for whoever is kept. Before requests had a place of their
 * own, a new reader's was a subscriber that is pending.
 */
export function forgottenAt({
  standing,
  asked,
}: Pick<Subscriber, 'standing' | 'asked'>): Instant | undefined {
  // An address that can't be mailed is remembered, whoever asked for it.
  if (standing.is === 'suppressed') return undefined;
  const since = asked?.at ?? (standing.is === 'pending' ? standing.since : undefined);
  return since && plusSeconds(since, PENDING_DAYS * 86_400);
}

/** Whether a request waited too long for its confirmation. The table forgets it hours later. */
export function isForgotten(
  subscriber: Pick<Subscriber, 'standing' | 'asked'>,
  now: Instant,
): boolean {
  const at = forgottenAt(subscriber);
  return at !== undefined && at <= now;
}
