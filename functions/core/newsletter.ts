import type { Brand } from './brand.ts';
import type { CourseSlug, TrackId } from './course.ts';
import type { CompiledMail } from './mail/template.ts';
import { type Instant, type LocalDate, localDate, type Zone } from './time.ts';

/** What an issue is called for ever: in its address on the web, in message tags, and in the table. */
export type IssueId = Brand<string, 'IssueId'>;

/** Which of those who take the newsletter an issue is for. All that is said has to be so. */
export interface Audience {
  /** They had every letter of that course. */
  readonly finished?: CourseSlug;
  /** Letters of that course are still to come for them. */
  readonly taking?: CourseSlug;
  /** They read a course in that version. */
  readonly track?: TrackId;
  /** Their first course is in that language. */
  readonly language?: string;
}

/** When an issue goes, and to whom: all that sending has to know of it. */
export interface IssuePlan {
  readonly id: IssueId;
  /** It goes on this day, at each reader's hour. No two issues have the same one. */
  readonly date: LocalDate;
  /** It goes at this moment to everybody, and not at their hours; `date` is the day of it. */
  readonly at?: Instant;
  readonly audience: Audience;
  /** It comes to whoever takes a course as well, in the place of a letter. */
  readonly during?: true;
}

/** One issue of the newsletter, as the content compiler leaves it in the package. */
export interface Issue extends IssuePlan {
  readonly title: string;
  readonly preheader: string;
  readonly mail: CompiledMail;
  /** Html for everybody: no slots, no greeting, no personal links. */
  readonly page: string;
  /** It came with Kindling, and nobody has made it theirs: it is never sent. */
  readonly sample?: true;
}

/** Where everybody may read an issue. */
export const issuePath = (id: string): string => `/newsletter/${id}`;

/** Whether the day of an issue, or its moment, has come in a zone. */
export const isReached = (
  { date, at }: Pick<IssuePlan, 'date' | 'at'>,
  zone: Zone,
  now: Instant,
): boolean => (at === undefined ? date <= localDate(now, zone) : at <= now);

/** The issues whose day has come, newest first. Later ones may lie in the package, unseen. */
export function published(issues: readonly Issue[], now: Instant, zone: Zone): readonly Issue[] {
  return issues
    .filter((one) => isReached(one, zone, now))
    .sort((one, other) => (one.date < other.date ? 1 : -1));
}
