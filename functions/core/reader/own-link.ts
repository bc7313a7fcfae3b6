import { A_DAY } from '../replies/answering.ts';
import { type Instant, instant, plusSeconds } from '../time.ts';
import { isGenuine, type LinkSecret, mintToken, type Token } from '../token.ts';
import type { Standing, Subscriber } from './subscriber.ts';

/** What is a reader's own: seen, taken along, moved or erased by a link that was mailed for it. */
export const MATTERS = ['page', 'letters', 'line', 'address', 'data', 'erase'] as const;
export type Matter = (typeof MATTERS)[number];

/** Parses a matter from a form. */
export const parseMatter = (given: string): Matter | undefined =>
  MATTERS.find((matter) => matter === given);

/**
 * For how many seconds such a link works. Letters are passed on and mailboxes are left open: what
 * opens a reader's own is to be of no use to whoever finds it later (mail-standards §7).
 */
export const OWN_SECONDS = 3600;

/** Makes the token of a link for one thing that is a reader's own. */
export const mintOwn = (
  { id, secret }: Pick<Subscriber, 'id' | 'secret'>,
  matter: Matter,
  now: Instant,
): string => mintToken(secret, id, 'own', `${matter}.${untilOf(now)}`);

/** The page that such a link opens. */
export const ownUrl = (
  webUrl: string,
  reader: Pick<Subscriber, 'id' | 'secret'>,
  matter: Matter,
  now: Instant,
): string => `${webUrl}/own/${mintOwn(reader, matter, now)}`;

const untilOf = (now: Instant): string => String(Date.parse(plusSeconds(now, OWN_SECONDS)) / 1000);

/** A link's matter, and whether its hour is over; undefined when it is none of ours. */
export function openOwn(
  token: Token,
  secret: LinkSecret,
  now: Instant,
): { readonly matter: Matter; readonly isOver: boolean } | undefined {
  const [name = '', until = ''] = token.detail.split('.');
  const matter = parseMatter(name);
  if (!isGenuine(token, secret, 'own') || matter === undefined) return undefined;
  return { matter, isOver: Number(until) * 1000 <= Date.parse(now) };
}

/** How many mails somebody may be sent on a press, in a stretch of time. */
export interface MailLimit {
  readonly window: { readonly startsAt: Instant; readonly endsAt: Instant };
  readonly limit: number;
}

const HOUR = 3600;
const WEEK = 7 * 86_400;

/**
 * The limit of mails that are sent because somebody pressed a button on a page: whoever holds a
 * letter can press it. Somebody who left may still see, take along and erase what is theirs, by one
 * mail in seven days; who has not confirmed or can't be mailed gets none.
 */
export function mailLimit(
  { is }: Pick<Standing, 'is'>,
  matter: Matter,
  now: Instant,
): MailLimit | undefined {
  if (is === 'active' || is === 'paused') return { window: windowOf(now, HOUR), limit: 6 };
  if (is !== 'left' || matter === 'page' || matter === 'address') return undefined;
  return { window: windowOf(now, WEEK), limit: 1 };
}

/**
 * So many new addresses may a reader type in a day and in a week, in UTC: they may be anybody's, or made
 * up. Whoever moves has one, and mistypes it once or twice.
 */
const MOVE_LIMITS = { day: 3, week: 6 } as const;

/** The limits of mails to addresses that one reader typed, each with a name to count it by. */
export const moveLimits = (now: Instant): readonly (MailLimit & { readonly per: string })[] => [
  { per: 'day', window: windowOf(now, 24 * HOUR), limit: MOVE_LIMITS.day },
  { per: 'week', window: windowOf(now, WEEK), limit: MOVE_LIMITS.week },
];

/**
 * How many of these mails whoever holds nothing but a letter's copy on the web can cause, whatever for: a copy
 * is passed on, and its reader did not ask for what others press.
 */
export const copyLimit = (now: Instant): MailLimit => ({
  window: windowOf(now, 24 * HOUR),
  limit: 2,
});

/** Letters that are sent once more on a press: as many in a day as replies are answered (core/replies). */
export const againLimit = (now: Instant): MailLimit => ({
  window: windowOf(now, 24 * HOUR),
  limit: A_DAY,
});

function windowOf(now: Instant, seconds: number): MailLimit['window'] {
  const start = Math.floor(Date.parse(now) / 1000 / seconds) * seconds;
  const startsAt = instant(new Date(start * 1000));
  return { startsAt, endsAt: plusSeconds(startsAt, seconds) };
}
