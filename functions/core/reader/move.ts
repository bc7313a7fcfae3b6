import type { EmailAddress } from '../address.ts';
import { epochSeconds, type Instant, plusSeconds } from '../time.ts';
import { type LinkSecret, mintToken, type SecretName, type SubscriberId } from '../token.ts';
import { erased, hasAddress } from './lifecycle.ts';
import { OWN_SECONDS } from './own-link.ts';
import type { Subscriber } from './subscriber.ts';

/** Where a reader wants their letters to come from now on, until its mailbox has said yes. */
export interface AskedMove {
  readonly to: EmailAddress;
  readonly at: Instant;
  /** When the button was mailed that they press, where that was for an earlier wish of theirs. */
  readonly button?: Instant;
}

/** What a wish's button says: the moment that it was mailed, and the id of the new address. */
export const moveDetail = (
  { at, button = at }: Pick<AskedMove, 'at' | 'button'>,
  to: SubscriberId,
): string => `${epochSeconds(button)}.${to}`;

/**
 * The token of the button that is mailed to the new address: good for one wish of one reader, and for that
 * address alone. Who has two of them mailed in one second has not read the mail in both.
 *
 * @param to the id of the new address
 */
export const moveToken = (
  { id, secret }: Pick<Subscriber, 'id' | 'secret'>,
  asked: Pick<AskedMove, 'at' | 'button'>,
  to: SubscriberId,
): string => mintToken(secret, id, 'move', moveDetail(asked, to));

/** From when on the button in the new mailbox does nothing any more. */
export const moveEnds = ({ at }: AskedMove): Instant => plusSeconds(at, OWN_SECONDS);

/** Where links lead that were made under an id with a secret which is not that of who is there now. */
export interface MovedTo {
  readonly to: SubscriberId;
  readonly secret: LinkSecret;
  /** Whose they are: nobody else is ever found by them, whoever is there. */
  readonly reader: SecretName;
}

/** Whether letters may move to an address: nobody is known by it, or whoever was has moved on. */
export const isFree = (known: Subscriber | undefined): boolean =>
  known === undefined || (known.standing.is === 'left' && !hasAddress(known));

/** Where a move leads. */
export interface Goal {
  readonly id: SubscriberId;
  readonly address: EmailAddress;
  /** The secret that the id begins with (`firstSecret`). */
  readonly first: LinkSecret;
}

/** Both ends of a move, to be stored in one write. */
export interface Move {
  readonly from: Subscriber;
  /** The reader under their new id, with all that they were. */
  readonly arrived: Subscriber;
  /** What stays under the old one: no address, and no way to mail it. */
  readonly remains: Subscriber;
  /**
   * The secret of the new id until now. What was sent there, as a confirmation that somebody asked
   * for, has links of it, and whoever opens them reads in that mailbox.
   */
  readonly before: LinkSecret;
}

/**
 * What a change of address makes of the two ids. The secret goes along, so that old links are told
 * from those of whoever asks for letters at the old address later: that one gets a fresh secret. Who
 * wants nothing that somebody types wants it at neither address.
 *
 * @param to the new id, with the secret that it began with
 * @param known what is stored under it, if anything is
 */
export function moved(
  from: Subscriber,
  { first, ...to }: Goal,
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
    before: known?.secret ?? first,
  };
}
