import type { EmailAddress } from '../address.ts';
import { type Instant, plusSeconds } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import { erased, hasAddress } from './lifecycle.ts';
import { OWN_SECONDS } from './own-link.ts';
import type { Subscriber } from './subscriber.ts';

/** Where a reader wants their letters to come from now on, until its mailbox has said yes. */
export interface AskedMove {
  readonly to: EmailAddress;
  readonly at: Instant;
}

/** From when on the button in the new mailbox does nothing any more. */
export const moveEnds = ({ at }: AskedMove): Instant => plusSeconds(at, OWN_SECONDS);

/** Where somebody went whose id is another by now, and the secret that their old links were made with. */
export interface MovedTo {
  readonly to: SubscriberId;
  readonly secret: LinkSecret;
}

/** Whether letters may move to an address: nobody is known by it, or whoever was has moved on. */
export const isFree = (known: Subscriber | undefined): boolean =>
  known === undefined || (known.standing.is === 'left' && !hasAddress(known));

/** Both ends of a move, to be stored in one write. */
export interface Move {
  readonly from: Subscriber;
  /** The reader under their new id, with all that they were. */
  readonly arrived: Subscriber;
  /** What stays under the old one: no address, and no way to mail it. */
  readonly remains: Subscriber;
}

/**
 * What a change of address makes of the two ids. The secret goes along, so that old links are told
 * from those of whoever asks for letters at the old address later: that one gets a fresh secret. Who
 * wants nothing that somebody types wants it at neither address.
 *
 * @param known what is stored under the new id, if anything is
 */
export function moved(
  from: Subscriber,
  to: { readonly id: SubscriberId; readonly address: EmailAddress },
  known: Subscriber | undefined,
  fresh: { readonly secret: LinkSecret; readonly now: Instant },
): Move {
  const { claim: _, ...reader } = from;
  return {
    from,
    arrived: { ...reader, ...to, revision: known?.revision ?? 0 },
    remains: {
      ...erased(from, fresh.secret, fresh.now),
      ...(from.quiet === true && { quiet: true }),
      standing: { is: 'left', at: fresh.now, by: 'page' },
    },
  };
}
