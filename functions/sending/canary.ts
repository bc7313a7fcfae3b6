import type { Mailer } from '../adapters/mailer.ts';
import type { EmailAddress } from '../core/address.ts';
import type { SendOutcome } from '../core/sending/pace.ts';
import { type Instant, secondsBetween } from '../core/time.ts';

/** Takes mail from everybody, in the sandbox too, and shows it to nobody (SES, "mailbox simulator"). */
const NOBODY = 'success@simulator.amazonses.com' as EmailAddress;

/** One a minute is as good as many: its proof shows that the stream of proofs works. */
const PAUSE_SECONDS = 60;

/**
 * A mail to nobody, whose proof tells "no proof came" from "no proofs come" when nothing else is
 * being sent, at a hundredth of a cent.
 *
 * @param now wall time
 * @returns what became of it; undefined when one went a moment ago
 */
export function canaryOf(
  mailer: Mailer,
  from: EmailAddress,
  now: () => Instant,
): () => Promise<SendOutcome | undefined> {
  let last: Instant | undefined;
  const raw = `From: ${from}\r\nTo: ${NOBODY}\r\nSubject: canary\r\n\r\n`;
  return async () => {
    const at = now();
    if (last !== undefined && secondsBetween(last, at) < PAUSE_SECONDS) return undefined;
    last = at;
    return mailer.send({ from, to: NOBODY, raw, tags: { kind: 'canary' }, stream: 'notices' });
  };
}
