import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EmailAddress } from '../address.ts';
import { base32 } from '../base32.ts';
import { epochSeconds, type Instant, instant } from '../time.ts';
import type { IdKey } from '../token.ts';
import { partOf } from './network.ts';

/** How many sign-ups of one kind there may be in a clock hour. */
export interface Limit {
  /** So many without more ado; afterwards whoever asks has to show that they are no flood. */
  readonly free: number;
  /** And no more than so many, whatever is shown. */
  readonly most: number;
}

/** A class room passes, a script does not. */
export const OF_NETWORK: Limit = { free: 50, most: 100 };
/** While the form's mails go slowly, so that one network can't fill the line by itself. */
export const OF_NETWORK_IN_LINE: Limit = { free: 3, most: 3 };
/** Whoever mistypes their name asks again; nobody has a reason to ask ten times. */
export const OF_ADDRESS: Limit = { free: 3, most: 10 };
/** Whoever has a network for every address: so many mails a publication sends to strangers. */
export const OF_ALL: Limit = { free: 300, most: 1000 };
/** Waiting costs a flood nothing, so only so many get in by it. */
export const OF_WAITERS: Limit = { free: 60, most: 60 };

/** What counts everybody, and everybody who waited. */
export const EVERYBODY = 'everybody';
export const WAITERS = 'waiters';

/** Whoever holds one IPv6 address holds all of its /64 (RFC 6177 §2), so these count as one. */
const OWN_BITS = { v4: 32, v6: 64 } as const;

const HOUR_MS = 3_600_000;

/** A clock hour, in which sign-ups are counted. */
export interface RateWindow {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** The clock hour of a moment. */
export function rateWindow(now: Instant): RateWindow {
  const start = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS;
  return { startsAt: instant(new Date(start)), endsAt: instant(new Date(start + HOUR_MS)) };
}

/** Names a network without telling its address: a keyed hash, like a subscriber's id. */
export const networkHash = (key: IdKey, ip: string): string =>
  hashed(key, `network\n${partOf(ip, OWN_BITS)}`, 16);

/** Names an address for a counter, and is not its id: whoever sees one learns nothing of the other. */
export const addressHash = (key: IdKey, address: EmailAddress): string =>
  hashed(key, `address\n${address}`, 16);

/** What challenges are signed with: a key of their own, since a library holds it. */
export const challengeKey = (key: IdKey): string => hashed(key, 'challenge', 52);

/** So long somebody waits whose browser runs no scripts, in seconds, and so long it stays good. */
export const WAIT_SECONDS = 30;
const TICKET_SECONDS = 3600;

/** A note of when an address was asked for. Nothing is stored for it, and it is good for no other. */
export function waitTicket(key: IdKey, address: EmailAddress, now: Instant): string {
  const since = epochSeconds(now);
  return `${since}.${ticketMac(key, address, since)}`;
}

/** Whether a note is ours and for this address; and if so, whether its time has come. */
export function readTicket(
  key: IdKey,
  address: EmailAddress,
  ticket: string,
  now: Instant,
): 'waited' | 'waits' | 'no-ticket' {
  const [, digits = '', mac = ''] = /^(\d{1,12})\.([a-z2-7]{26})$/.exec(ticket) ?? [];
  if (digits === '') return 'no-ticket';
  const since = Number(digits);
  const genuine = timingSafeEqual(Buffer.from(mac), Buffer.from(ticketMac(key, address, since)));
  const waited = epochSeconds(now) - since;
  if (!genuine || waited > TICKET_SECONDS) return 'no-ticket';
  return waited >= WAIT_SECONDS ? 'waited' : 'waits';
}

const ticketMac = (key: IdKey, address: EmailAddress, since: number): string =>
  hashed(key, `wait\n${address}\n${since}`, 26);

/** @param letters of base32 that are kept */
const hashed = (key: IdKey, text: string, letters: number): string =>
  base32(createHmac('sha256', key).update(text).digest()).slice(0, letters);
