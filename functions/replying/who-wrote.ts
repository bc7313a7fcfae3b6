import type { Subscribers } from '../adapters/subscribers.ts';
import { type EmailAddress, parseAddress } from '../core/address.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { routeOf } from '../core/replies/trust.ts';
import { type IdKey, isGenuine, subscriberId } from '../core/token.ts';

/** The subscriber that a mail is from, as far as it can be told. */
export interface Writer {
  readonly subscriber: Subscriber;
  readonly genuineToken: boolean;
  readonly from: EmailAddress | undefined;
}

/** By the token in the envelope recipient; without a genuine one, by the From address. */
export async function whoWrote(
  world: { readonly subscribers: Pick<Subscribers, 'load'>; idKey(): Promise<IdKey> },
  { recipients }: { readonly recipients: readonly string[] },
  mail: InboundMail,
): Promise<Writer | undefined> {
  const from = parseAddress(mail.from);
  const route = routeOf(recipients);
  if (route.to !== 'other') {
    const subscriber = await world.subscribers.load(route.token.id);
    if (subscriber && isGenuine(route.token, subscriber.secret, route.purpose)) {
      return { subscriber, genuineToken: true, from };
    }
  }
  if (from === undefined) return undefined;
  const subscriber = await world.subscribers.load(subscriberId(await world.idKey(), from));
  return subscriber && { subscriber, genuineToken: false, from };
}
