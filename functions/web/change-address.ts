import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import { type EmailAddress, masked, parseAddress } from '../core/address.ts';
import { composeToAddress, type ToAddress } from '../core/mail/to-address.ts';
import { writeMail } from '../core/mail/write.ts';
import { byReader } from '../core/reader/fact.ts';
import type { AskedMove } from '../core/reader/move.ts';
import { networkOf } from '../core/reader/network.ts';
import { mailLimits, moveLimits } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { notMailed, type Typed, typedThere } from '../core/reader/typed-address.ts';
import type { Instant } from '../core/time.ts';
import { firstSecret, type SubscriberId, subscriberId } from '../core/token.ts';
import { countStranger } from '../runtime/count-stranger.ts';
import { readForm } from './form.ts';
import { moveBy, moveToken, pressThere } from './move.ts';
import { addressPage, askedTherePage, movedPage, movePage, notNowPage } from './pages/own.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { problemsInWords } from './problems.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { isWithin } from './within.ts';
import { type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/** The typed address: it gets a mail with a button, or none; whoever typed it reads the same. */
export async function changeAddress(
  c: WebContext,
  world: WebWorld,
  subscriber: Subscriber,
  typed: string,
) {
  const words = wordsOfReader(world, subscriber);
  const address = parseAddress(typed);
  if (address === undefined || address === subscriber.address) {
    const wrong = address === undefined ? 'email' : 'otherAddress';
    const problems = problemsInWords(words, { email: wrong });
    const body = addressPage(words, subscriber, guard(world, words, subscriber), {
      typed,
      problems,
    });
    return showPage(c, world, words, words.preferences.address, body, 422);
  }
  await askThere(world, subscriber, address);
  return showPage(c, world, words, words.own.sent, askedTherePage(words, address));
}

async function askThere(world: WebWorld, reader: Subscriber, address: EmailAddress) {
  const now = world.now();
  const limits = mailLimits(reader, 'address', now);
  if (limits === undefined || !(await isWithin(world, reader, limits))) return;
  const id = subscriberId(await world.idKey(), address);
  const there = await whoIsThere(world, id);
  if (there === undefined) return;
  const first = firstSecret(await world.secretKey(), id);
  const secret = there.known?.secret ?? first;
  const typed = typedThere(reader, there, { id, secret, now });
  switch (typed.is) {
    case 'nothing':
      // It counts like a mail: how long the answer takes tells of three addresses a day, and of no more.
      await isWithin(world, reader, moveLimits(now));
      return;
    case 'again':
      // An address that was written to for them is no other one: typing it again does not count.
      await world.moves.ask(reader.id, { to: address, at: now, button: typed.button });
      return;
    case 'mail':
      return mailThere(world, reader, { typed, address, id, at: now, known: there.known });
  }
}

interface MailThere {
  readonly typed: Typed & { readonly is: 'mail' };
  readonly address: EmailAddress;
  readonly id: SubscriberId;
  readonly at: Instant;
  readonly known: Subscriber | undefined;
}

async function mailThere(
  world: WebWorld,
  reader: Subscriber,
  { typed, address, id, at, known }: MailThere,
) {
  if (!(await isWithin(world, reader, moveLimits(at)))) return;
  // Whoever was faster, here or in the form, has had a mail of this week sent.
  if (!(await isNoted(world, typed))) return;
  const { notice } = typed;
  const sent = await (notice === 'address-taken' && known !== undefined
    ? mailTo(world, known, { notice, address }, id)
    : mailButton(world, reader, { to: address, at }, id));
  if (sent.is === 'not-sent' && sent.then !== 'suppress') {
    await world.subscribers.save(notMailed(typed));
  }
}

const isNoted = async (
  { subscribers }: WebWorld,
  { note, over }: MailThere['typed'],
): Promise<boolean> =>
  over === undefined ? subscribers.requests.make(note) : (await subscribers.save(note)) === 'saved';

/** The mail with the button, to an address that nobody is known by. */
async function mailButton(world: WebWorld, reader: Subscriber, asked: AskedMove, id: SubscriberId) {
  await world.moves.ask(reader.id, asked);
  const url = `${world.sender.webUrl}/new-address/${moveToken(reader, asked, id)}`;
  const sent = await mailTo(world, reader, { notice: 'new-address', address: asked.to, url }, id);
  if (sent.is === 'sent') await countStranger(world);
  return sent;
}

/** Whoever is known by an address, and what was typed at it; undefined when either can't be read. */
async function whoIsThere({ subscribers }: WebWorld, id: SubscriberId) {
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
  world: WebWorld,
  reader: Subscriber,
  to: Omit<ToAddress, 'mail'>,
  id: SubscriberId,
) {
  const { library, mailer, sender } = world;
  const words = wordsOfReader(world, reader);
  const mail = library.notice(to.notice, words.language);
  return mailer.send({
    from: sender.fromAddress,
    to: to.address,
    raw: writeMail(composeToAddress(reader, { ...to, mail }, sender, words)),
    tags: { kind: to.notice, subscriber: id },
    stream: to.notice === 'new-address' ? 'sign-ups' : 'notices',
  });
}

/** The button in the new mailbox: who has both has asked twice, and the letters move. */
export function newAddressRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/new-address/:token', async (c) => {
    const found = await moveBy(world, c.req.param('token'));
    if (found === undefined) return refuse(c, world, 404);
    const words = wordsOfReader(world, found.reader);
    if (found.is === 'moved') return showPage(c, world, words, words.own.moved, movedPage(words));
    return found.is === 'over' ? over(c, world, found.reader) : showMove(c, world, found.reader);
  });
  routes.post('/new-address/:token', async (c) => {
    const found = await moveBy(world, c.req.param('token'));
    if (found === undefined) return refuse(c, world, 404);
    const fields = await readForm(c).catch(() => ({}));
    if (found.is === 'asked' && (await isRobots(world, found.reader, fields, 'move'))) {
      return showMove(c, world, found.reader, onceMore);
    }
    const details = { ...byReader('page'), network: networkOf(sourceIp(c)) };
    const came = await pressThere(world, found, details);
    if (came.is === 'over') return over(c, world, came.reader);
    const words = wordsOfReader(world, came.reader);
    if (came.is === 'moved') return showPage(c, world, words, words.own.moved, movedPage(words));
    const { busy, busyDetail } = words.own;
    return showPage(c, world, words, busy, notNowPage(busy, busyDetail), 409);
  });
  return routes;
}

function showMove(c: WebContext, world: WebWorld, reader: Subscriber, around = asItIs) {
  const words = wordsOfReader(world, reader);
  const body = movePage(words, masked(reader.address), guard(world, words, reader));
  return showPage(c, world, words, words.own.move, around(words, body));
}

function over(c: WebContext, world: WebWorld, reader: Subscriber) {
  const words = wordsOfReader(world, reader);
  const { moveOver, moveOverDetail } = words.own;
  return showPage(c, world, words, moveOver, notNowPage(moveOver, moveOverDetail), 410);
}
