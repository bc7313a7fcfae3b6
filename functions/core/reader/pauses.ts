import { type Instant, type LocalDate, localDate } from '../time.ts';
import type { Span, Subscriber } from './subscriber.ts';

type Paused = Pick<Subscriber, 'standing' | 'issues'>;
type Now = Pick<Subscriber, 'zone'>;

/** Whether a day is one of a pause. */
export const covers = ({ from, until }: Span, day: LocalDate): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

/** A pause ends by its day, and nothing runs then. */
export const isOver = ({ until }: Span, day: LocalDate): boolean =>
  until !== undefined && until <= day;

/** A pause as it is stored: one that begins today has begun. */
export const spanFrom = ({ from, until }: Span, today: LocalDate): Span => ({
  ...(from !== undefined && from > today && { from }),
  ...(until !== undefined && { until }),
});

export const isSameSpan = (one: Span, other: Span): boolean =>
  one.from === other.from && one.until === other.until;

/** Whether somebody's letters are in a pause at a moment. */
export const areLettersPaused = ({ standing, zone }: Paused & Now, now: Instant): boolean =>
  standing.is === 'paused' && covers(standing, localDate(now, zone));

/** What holds somebody's issues: a pause of everything, and one of the newsletter. */
export const pausesOfIssues = ({ standing, issues }: Paused): readonly Span[] => [
  ...(standing.is === 'paused' && standing.letters !== true ? [standing] : []),
  ...(issues?.paused === undefined ? [] : [issues.paused]),
];

/** Whether somebody's issues are in a pause at a moment. */
export const areIssuesPaused = (subscriber: Paused & Now, now: Instant): boolean =>
  pausesOfIssues(subscriber).some((pause) => covers(pause, localDate(now, subscriber.zone)));

/** The newsletter's own pause, unless it is over. */
export function pauseOfNewsletter(
  { newsletter, issues, zone }: Pick<Subscriber, 'newsletter' | 'issues' | 'zone'>,
  now: Instant,
): Span | undefined {
  const paused = newsletter ? issues?.paused : undefined;
  return paused && isOver(paused, localDate(now, zone)) ? undefined : paused;
}

/** Whether somebody is in a pause of everything, or has said when one begins. */
export const holdsAll = (
  { standing, zone }: Pick<Subscriber, 'standing' | 'zone'>,
  now: Instant,
): boolean =>
  standing.is === 'paused' && !standing.letters && !isOver(standing, localDate(now, zone));

/** Whether somebody has paused their letters and not the newsletter. */
export const areLettersAlone = ({ standing }: Pick<Subscriber, 'standing'>): boolean =>
  standing.is === 'paused' && standing.letters === true;

/**
 * Whether a pause that names no list is of the letters alone: for whoever gets the newsletter, too, but not
 * where it only makes their own pause of everything longer or shorter.
 */
export function isOfLetters(
  reader: Pick<Subscriber, 'standing' | 'newsletter' | 'zone'>,
  now: Instant,
): boolean {
  const { standing, newsletter } = reader;
  const isAway = standing.is === 'paused' && standing.absent === true;
  return newsletter && (isAway || !holdsAll(reader, now));
}
