import type { EmailAddress } from '../address.ts';
import { type Purpose, parseToken, type Token } from '../token.ts';

/** What SES found out about a mail on its way in. Any other word than PASS proves nothing. */
export interface Verdicts {
  readonly spam: string;
  readonly virus: string;
  readonly dmarc: string;
}

/** Where a mail was sent to, by its envelope: To and Cc can say anything. */
export type Route =
  | { readonly to: 'reply' | 'unsubscribe'; readonly token: Token; readonly purpose: Purpose }
  | { readonly to: 'other' };

/**
 * How sure we are that the subscriber wrote (mail-standards §7):
 * 1 a genuine token, their address, and DMARC agrees; 2 a genuine token alone, as from a forwarder;
 * 3 their address with DMARC's word for it; 4 nothing but a claim, or DMARC's word that it was
 * somebody else: a token travels with every letter that is passed on.
 */
export type Trust = 1 | 2 | 3 | 4;

const ADDRESS = /^(reply|unsub)\+([a-z2-7.-]+)@/;

/** Reads the envelope recipients that our receipt rule matched. */
export function routeOf(recipients: readonly string[]): Route {
  for (const recipient of recipients) {
    const [, box, text] = ADDRESS.exec(recipient.toLowerCase()) ?? [];
    const token = text === undefined ? undefined : parseToken(text);
    if (token === undefined) continue;
    return box === 'unsub'
      ? { to: 'unsubscribe', token, purpose: 'unsubscribe' }
      : { to: 'reply', token, purpose: 'reply' };
  }
  return { to: 'other' };
}

/** SPF is not asked: it proves the envelope sender, who may be anybody. */
export function trustIn(
  proof: { readonly genuineToken: boolean; readonly dmarc: string },
  from: EmailAddress | undefined,
  subscriber: EmailAddress,
): Trust {
  const theirs = from === subscriber && proof.dmarc === 'PASS';
  const anothers = from !== subscriber && proof.dmarc === 'PASS';
  if (proof.genuineToken) return theirs ? 1 : anothers ? 4 : 2;
  return theirs ? 3 : 4;
}
