import { type Library, wordsFor } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Moves } from '../adapters/moves.ts';
import type { RateLimit } from '../adapters/rate-limit.ts';
import type { SignUps } from '../adapters/sign-ups.ts';
import { UnreadableItem } from '../adapters/stored.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { EmailAddress } from '../core/address.ts';
import type { Sender } from '../core/mail/compose.ts';
import { composeToAddress, type ToAddress } from '../core/mail/to-address.ts';
import { writeMail } from '../core/mail/write.ts';
import { type AskedMove, moveToken } from '../core/reader/move.ts';
import { mailLimits, moveLimits } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { notMailed, type Typed, typedThere } from '../core/reader/typed-address.ts';
import type { Instant } from '../core/time.ts';
import {
  firstSecret,
  type IdKey,
  type SecretKey,
  type SubscriberId,
  subscriberId,
} from '../core/token.ts';
import { countStranger } from './count-stranger.ts';
import { isWithin } from './within.ts';

/** All that asking a new mailbox touches. */
export interface NewAddressWorld {
  readonly subscribers: Pick<Subscribers, 'load' | 'save' | 'requests'>;
  readonly moves: Pick<Moves, 'ask'>;
  readonly rateLimit: RateLimit;
  readonly signUps: Pick<SignUps, 'sent'>;
  readonly library: Pick<Library, 'languages' | 'courses' | 'words' | 'notice'>;
  readonly mailer: Mailer;
  readonly sender: Sender;
  idKey(): Promise<IdKey>;
  secretKey(): Promise<SecretKey>;
  now(): Instant;
}

/** What becomes of a wish for another address, before anything is stored or mailed for it. */
export type WishThere =
  /** They have wished for too much of late, or may wish for nothing. */
  | { readonly is: 'too-many' }
  | ({ readonly address: EmailAddress; readonly at: Instant } & (
      | (Typed & { readonly is: 'nothing' | 'again' })
      | ((Typed & { readonly is: 'mail' }) & {
          /** Of the new address. */
          readonly id: SubscriberId;
          readonly known: Subscriber | undefined;
        })
    ));

/** Looks what a typed address is sent, if anything. It counts as a wish. */
export async function wishThere(
  world: NewAddressWorld,
  reader: Subscriber,
  address: EmailAddress,
): Promise<WishThere> {
  const at = world.now();
  const limits = mailLimits(reader, 'address', at);
  if (limits === undefined || !(await isWithin(world, reader, limits))) return { is: 'too-many' };
  const id = subscriberId(await world.idKey(), address);
  const there = await whoIsThere(world, id);
  if (there === undefined) return { is: 'nothing', address, at };
  const { known } = there;
  const secret = known?.secret ?? firstSecret(await world.secretKey(), id);
  const typed = typedThere(reader, there, { id, secret, now: at });
  return typed.is === 'mail' ? { ...typed, address, at, id, known } : { ...typed, address, at };
}

/** What a wish has come to. */
export type AskedThere =
  /** The button is in the new mailbox, or on its way there. */
  | 'asked'
  /** One of this week lies there, and works for another hour. */
  | 'lies-there'
  /** Whoever reads at the address has been told, and nothing changes. */
  | 'taken'
  /** No mail went there: its owner wants none, or has had those of this week. */
  | 'not-mailed'
  | 'too-many'
  /** Somebody else’s mail of this week has just gone; or this one, by a write whose answer was lost. */
  | 'overtaken'
  /** SES did not take the mail. */
  | 'not-sent';

/**
 * Mails the button to the new address, or whatever is to be said there. Whoever has typed it on a page is told
 * the same, whatever comes of it.
 */
export async function askThere(
  world: NewAddressWorld,
  reader: Subscriber,
  wish: WishThere,
): Promise<AskedThere> {
  switch (wish.is) {
    case 'too-many':
      return wish.is;
    case 'nothing':
      // It counts like a mail: how long the answer takes tells of three addresses a day, and of no more.
      await isWithin(world, reader, moveLimits(wish.at));
      return 'not-mailed';
    case 'again': {
      // An address that was written to for them is no other one: typing it again does not count.
      const { address: to, at, button } = wish;
      await world.moves.ask(reader.id, { to, at, button });
      return 'lies-there';
    }
    case 'mail':
      return mailThere(world, reader, wish);
  }
}

async function mailThere(
  world: NewAddressWorld,
  reader: Subscriber,
  wish: WishThere & { readonly is: 'mail' },
): Promise<AskedThere> {
  const { notice, address, at, id, known } = wish;
  if (!(await isWithin(world, reader, moveLimits(at)))) return 'too-many';
  // Whoever was faster, here or in the form, has had a mail of this week sent.
  if (!(await isNoted(world, wish))) return 'overtaken';
  const isTaken = notice === 'address-taken' && known !== undefined;
  const sent = await (isTaken
    ? mailTo(world, known, { notice, address }, id)
    : mailButton(world, reader, { to: address, at }, id));
  if (sent.is === 'not-sent') {
    if (sent.then !== 'suppress') await world.subscribers.save(notMailed(wish));
    return 'not-sent';
  }
  return isTaken ? 'taken' : 'asked';
}

const isNoted = async (
  { subscribers }: Pick<NewAddressWorld, 'subscribers'>,
  { note, over }: Typed & { readonly is: 'mail' },
): Promise<boolean> =>
  over === undefined ? subscribers.requests.make(note) : (await subscribers.save(note)) === 'saved';

/** The mail with the button, to an address that nobody is known by. */
async function mailButton(
  world: NewAddressWorld,
  reader: Subscriber,
  asked: AskedMove,
  id: SubscriberId,
) {
  await world.moves.ask(reader.id, asked);
  const url = `${world.sender.webUrl}/new-address/${moveToken(reader, asked, id)}`;
  const sent = await mailTo(world, reader, { notice: 'new-address', address: asked.to, url }, id);
  if (sent.is === 'sent') await countStranger(world);
  return sent;
}

/** Whoever is known by an address, and what was typed at it; undefined when either can't be read. */
async function whoIsThere({ subscribers }: Pick<NewAddressWorld, 'subscribers'>, id: SubscriberId) {
  try {
    const [known, request] = await Promise.all([
      subscribers.load(id),
      subscribers.requests.load(id),
    ]);
    return { known, request };
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return undefined;
  }
}

/** @param id of the address that it goes to: what comes back speaks of that one, whoever typed it */
function mailTo(
  world: Pick<NewAddressWorld, 'library' | 'mailer' | 'sender'>,
  reader: Subscriber,
  to: Omit<ToAddress, 'mail'>,
  id: SubscriberId,
) {
  const { library, mailer, sender } = world;
  const words = wordsFor(library, reader.enrollments[0]?.course);
  const mail = library.notice(to.notice, words.language);
  return mailer.send({
    from: sender.fromAddress,
    to: to.address,
    raw: writeMail(composeToAddress(reader, { ...to, mail }, sender, words)),
    tags: { kind: to.notice, subscriber: id },
    stream: to.notice === 'new-address' ? 'sign-ups' : 'notices',
  });
}
