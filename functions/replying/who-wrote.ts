import type { FoundSubscriber } from '../adapters/read-subscriber.ts';
import type { UnreadableItem } from '../adapters/stored.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { type EmailAddress, parseAddress } from '../core/address.ts';
import type { Leaver, Subscriber } from '../core/reader/subscriber.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { routeOf } from '../core/replies/trust.ts';
import { type IdKey, isGenuine, subscriberId } from '../core/token.ts';

/** Why a mail counts as somebody's. */
interface Proof {
  readonly genuineToken: boolean;
  readonly from: EmailAddress | undefined;
}

/** The subscriber that a mail is from, as far as it can be told. */
export interface Writer extends Proof {
  readonly subscriber: Subscriber;
}

/** Somebody whose item this code can't read: they may leave, and no more can be done for them. */
export interface UnreadableWriter extends Proof {
  readonly leaver: Leaver;
  readonly because: UnreadableItem;
}

/** By the token in the envelope recipient; without a genuine one, by the From address. */
export async function whoWrote(
  world: { readonly subscribers: Pick<Subscribers, 'find'>; idKey(): Promise<IdKey> },
  { recipients }: { readonly recipients: readonly string[] },
  mail: InboundMail,
): Promise<Writer | UnreadableWriter | undefined> {
  const from = parseAddress(mail.from);
  const route = routeOf(recipients);
  if (route.to !== 'other') {
    const found = await world.subscribers.find(route.token.id);
    if (found && isGenuine(route.token, leaverOf(found).secret, route.purpose)) {
      return writerOf(found, { genuineToken: true, from });
    }
  }
  if (from === undefined) return undefined;
  const found = await world.subscribers.find(subscriberId(await world.idKey(), from));
  return found && writerOf(found, { genuineToken: false, from });
}

const leaverOf = (found: FoundSubscriber): Leaver =>
  found.is === 'whole' ? found.subscriber : found.leaver;

function writerOf(found: FoundSubscriber, proof: Proof): Writer | UnreadableWriter {
  if (found.is === 'whole') return { ...proof, subscriber: found.subscriber };
  return { ...proof, leaver: found.leaver, because: found.because };
}
