import { A_DAY } from '../replies/answering.ts';
import { type Instant, instant, plusSeconds } from '../time.ts';
import { isGenuine, type LinkSecret, mintToken, type Token } from '../token.ts';
import type { Subscriber } from './subscriber.ts';

/** What is a reader's own: seen, taken along, moved or erased by a link that was mailed for it. */
export const MATTERS = ['page', 'letters', 'line', 'address', 'data', 'erase'] as const;
export type Matter = (typeof MATTERS)[number];

/** Parses a matter from a form. */
export const parseMatter = (given: string): Matter | undefined =>
  MATTERS.find((matter) => matter === given);

/**
 * What of somebody's page only a link opens that was mailed for it: letters are passed on, and whoever holds
 * one is not to have its reader sent more, or other things, than they chose.
 */
export const PAGE_PARTS = ['take', 'track', 'newsletter', 'discreet', 'form-mail'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** Parses such a part from a form. */
export const parsePagePart = (given: string): PagePart | undefined =>
  PAGE_PARTS.find((part) => part === given);

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

/** The page that such a link opens, and what comes first on it. */
export const ownUrl = (
  webUrl: string,
  reader: Pick<Subscriber, 'id' | 'secret'>,
  matter: Matter,
  now: Instant,
  part?: PagePart,
): string => `${webUrl}/own/${mintOwn(reader, matter, now)}${part ? `?do=${part}` : ''}`;

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

/** How many mails somebody may be sent on a press, in a stretch of time that is counted by a name. */
export interface MailLimit {
  readonly per: string;
  readonly window: { readonly startsAt: Instant; readonly endsAt: Instant };
  readonly limit: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * So many links for one thing is somebody mailed who has left, in a day and in a week. They wanted no more
 * mail, and whoever holds a letter of theirs can press; but what is theirs stays theirs, and a link that ran
 * out is no reason to wait for a week.
 */
const LEFT_LIMITS = { day: 2, week: 4 } as const;

/**
 * The limits of mails that are sent because somebody pressed a button on a page: whoever holds a
 * letter can press it. Each thing of somebody who left counts by itself, so that no press for one keeps
 * another from them; and none of it counts with what is typed into a form. Their page holds more than a letter's
 * link opens only where they have said "never again". Who has not confirmed or can't be mailed gets none.
 *
 * @returns undefined where none is sent
 */
export function mailLimits(
  { standing: { is }, quiet }: Pick<Subscriber, 'standing' | 'quiet'>,
  matter: Matter,
  now: Instant,
): readonly MailLimit[] | undefined {
  if (is === 'active' || is === 'paused') {
    return [{ per: 'own', window: windowOf(now, HOUR), limit: 6 }];
  }
  if (is !== 'left' || matter === 'address') return undefined;
  if (matter === 'page' && quiet !== true) return undefined;
  return [
    { per: `own-${matter}-day`, window: windowOf(now, DAY), limit: LEFT_LIMITS.day },
    { per: `own-${matter}-week`, window: windowOf(now, WEEK), limit: LEFT_LIMITS.week },
  ];
}

/**
 * So many new addresses may a reader type in a day and in a week, in UTC: they may be anybody's, or made
 * up. Whoever moves has one, and mistypes it once or twice.
 */
const MOVE_LIMITS = { day: 3, week: 6 } as const;

/** The limits of mails to addresses that one reader typed. */
export const moveLimits = (now: Instant): readonly MailLimit[] => [
  { per: 'move-day', window: windowOf(now, DAY), limit: MOVE_LIMITS.day },
  { per: 'move-week', window: windowOf(now, WEEK), limit: MOVE_LIMITS.week },
];

/**
 * How many of these mails whoever holds nothing but a letter's copy on the web can cause, whatever for: a copy
 * is passed on, and its reader did not ask for what others press.
 */
export const copyLimit = (now: Instant): MailLimit => ({
  per: 'copy',
  window: windowOf(now, DAY),
  limit: 2,
});

/** Letters that are sent once more on a press: as many in a day as replies are answered (core/replies). */
export const againLimit = (now: Instant): MailLimit => ({
  per: 'again',
  window: windowOf(now, DAY),
  limit: A_DAY,
});

function windowOf(now: Instant, seconds: number): MailLimit['window'] {
  const start = Math.floor(Date.parse(now) / 1000 / seconds) * seconds;
  const startsAt = instant(new Date(start * 1000));
  return { startsAt, endsAt: plusSeconds(startsAt, seconds) };
}
