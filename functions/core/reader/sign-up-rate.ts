import { createHmac } from 'node:crypto';
import { base32 } from '../base32.ts';
import { type Instant, instant } from '../time.ts';
import type { IdKey } from '../token.ts';
import { partOf } from './network.ts';

/** Sign-ups that one network may ask for in a clock hour: a class room passes, a script does not. */
export const SIGN_UPS_AN_HOUR = 100;

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
export function networkHash(key: IdKey, ip: string): string {
  const hash = createHmac('sha256', key)
    .update(`network\n${partOf(ip, OWN_BITS)}`)
    .digest();
  return base32(hash).slice(0, 16);
}
