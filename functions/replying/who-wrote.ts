import type { Probes } from '../adapters/probe.ts';
import type { FoundSubscriber } from '../adapters/read-subscriber.ts';
import type { Requests } from '../adapters/requests.ts';
import type { UnreadableItem } from '../adapters/stored.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { type EmailAddress, parseAddress } from '../core/address.ts';
import { type List, listOf } from '../core/mail/compose.ts';
import { type AskedLink, answeredIn, isAbout } from '../core/reader/asked-link.ts';
import { hasAddress } from '../core/reader/lifecycle.ts';
import { isIn, isProbe } from '../core/reader/probe.ts';
import type { Request } from '../core/reader/request.ts';
import type { Leaver, Subscriber } from '../core/reader/subscriber.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { type Route, routeOf, type Verdicts } from '../core/replies/trust.ts';
import type { Instant } from '../core/time.ts';
import { type IdKey, isGenuine, subscriberId } from '../core/token.ts';

/** Why a mail counts as somebody's. */
interface Proof {
  readonly genuineToken: boolean;
  readonly from: EmailAddress | undefined;
  /** The doctor's reader: its mail is none of our own, though it comes from our reply domain. */
  readonly probe: boolean;
  /** What they answer or leave, as the address says that it went to. */
  readonly list: List;
}

/** The subscriber that a mail is from, as far as it can be told. */
export interface Writer extends Proof {
  readonly subscriber: Subscriber;
  /** Which request's mail this answers, if it answers the mail of one. */
  readonly answers?: Pick<AskedLink, 'name'>;
  /** That request, while it is there. */
  readonly request?: Request;
}

/** Somebody whose item this code can't read: they may leave, and no more can be done for them. */
export interface UnreadableWriter extends Proof {
  readonly leaver: Leaver;
  readonly because: UnreadableItem;
}

interface WritersWorld {
  readonly subscribers: Pick<Subscribers, 'find' | 'movedTo'> & {
    readonly requests: Pick<Requests, 'load'>;
  };
  readonly probes: Pick<Probes, 'current'>;
  readonly sender: { readonly replyDomain: string };
  idKey(): Promise<IdKey>;
  now(): Instant;
}

/** By the token in the envelope recipient; without a genuine one, by the From address. */
export async function whoWrote(
  world: WritersWorld,
  { recipients, verdicts }: { readonly recipients: readonly string[]; readonly verdicts: Verdicts },
  mail: InboundMail,
): Promise<Writer | UnreadableWriter | undefined> {
  const from = parseAddress(mail.from);
  const route = routeOf(recipients);
  const probe = await isFromProbe(world, from, verdicts);
  const proven = route.to === 'other' ? undefined : await provenBy(world, route);
  if (proven && route.to !== 'other') {
    const list = listOf(route.token.detail);
    const writer = writerOf(proven, { genuineToken: true, from, probe, list });
    const answers = answeredIn(route.token.detail);
    if (answers === undefined || 'leaver' in writer) return writer;
    const request = await world.subscribers.requests.load(writer.subscriber.id);
    return { ...writer, answers, ...(request && isAbout(request, answers) && { request }) };
  }
  if (from === undefined) return undefined;
  const found = await world.subscribers.find(subscriberId(await world.idKey(), from));
  // An address that somebody has left for another is nobody's.
  const isKnown = found?.is === 'unreadable' || (found && hasAddress(found.subscriber));
  if (found === undefined || !isKnown) return undefined;
  return writerOf(found, { genuineToken: false, from, probe, list: 'letters' });
}

/** Whose token it is: also of a mail that went to an address which they have left for another. */
async function provenBy(
  { subscribers }: WritersWorld,
  { token, purpose }: Exclude<Route, { readonly to: 'other' }>,
): Promise<FoundSubscriber | undefined> {
  const found = await subscribers.find(token.id);
  if (found && isGenuine(token, leaverOf(found).secret, purpose)) return found;
  const to = await subscribers.movedTo(token.id, (secret) => isGenuine(token, secret, purpose));
  return to && subscribers.find(to);
}

/** Anybody can write our domain into a From: without DMARC's word, nothing is let through. */
async function isFromProbe(
  { probes, sender, now }: WritersWorld,
  from: EmailAddress | undefined,
  { dmarc }: Verdicts,
): Promise<boolean> {
  if (from === undefined || dmarc !== 'PASS' || !isIn(sender.replyDomain, from)) return false;
  return isProbe(from, await probes.current(), now());
}

const leaverOf = (found: FoundSubscriber): Leaver =>
  found.is === 'whole' ? found.subscriber : found.leaver;

function writerOf(found: FoundSubscriber, proof: Proof): Writer | UnreadableWriter {
  if (found.is === 'whole') return { ...proof, subscriber: found.subscriber };
  return { ...proof, leaver: found.leaver, because: found.because };
}
