import type { EmailAddress } from '../address.ts';
import type { Instant } from '../time.ts';

/**
 * The reader that `npm run doctor -- --live` makes up. It lives in the reply domain, where nobody
 * else can: nobody joins from there, and mail from there counts as our own (decision 022).
 */
export interface Probe {
  readonly address: EmailAddress;
  /** Minutes from now; then it is mail of our own again. */
  readonly until: Instant;
}

/** Whether an address is in a domain, and not in one below it. */
export const isIn = (domain: string, address: EmailAddress): boolean =>
  address.endsWith(`@${domain}`);

/** Whether an address is that of the registered probe, for as long as it is let through. */
export const isProbe = (
  address: EmailAddress,
  registered: Probe | undefined,
  now: Instant,
): boolean => registered !== undefined && registered.address === address && now < registered.until;
