import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import { type EmailAddress, masked, parseAddress } from '../core/address.ts';
import { composeToAddress, type ToAddress } from '../core/mail/to-address.ts';
import { writeMail } from '../core/mail/write.ts';
import { byReader } from '../core/reader/fact.ts';
import { isFree } from '../core/reader/move.ts';
import { networkOf } from '../core/reader/network.ts';
import { mailLimit, newAddressLimit } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { type SubscriberId, subscriberId } from '../core/token.ts';
import { readForm } from './form.ts';
import { moveBy, moveToken, pressThere } from './move.ts';
import { addressPage, askedTherePage, movedPage, movePage, notNowPage } from './pages/own.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { problemsInWords } from './problems.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
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
  const id = subscriberId(await world.idKey(), address);
  const [ofReader, ofAddress] = [mailLimit(reader.standing, 'address', now), newAddressLimit(now)];
  if (ofReader === undefined) return;
  for (const [source, { window, limit }] of [
    [`own#${reader.id}`, ofReader],
    [`move#${id}`, ofAddress],
  ] as const) {
    if ((await world.rateLimit.take(source, window, limit)).is === 'over') return;
  }
  const known = await whoIsThere(world, id);
  if (known === 'unreadable') return;
  if (isFree(known)) {
    const asked = { to: address, at: now };
    await world.moves.ask(reader.id, asked);
    const url = `${world.sender.webUrl}/new-address/${moveToken(reader, asked)}`;
    return mailTo(world, reader, { notice: 'new-address', address, url });
  }
  // Whoever left is not written to, whoever types their address.
  const reads = known?.standing.is === 'active' || known?.standing.is === 'paused';
  if (known !== undefined && reads) {
    await mailTo(world, known, { notice: 'address-taken', address });
  }
}

async function whoIsThere({ subscribers }: WebWorld, id: SubscriberId) {
  try {
    return await subscribers.load(id);
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return 'unreadable';
  }
}

async function mailTo(world: WebWorld, reader: Subscriber, to: Omit<ToAddress, 'mail'>) {
  const { library, mailer, sender } = world;
  const words = wordsOfReader(world, reader);
  const mail = library.notice(to.notice, words.language);
  await mailer.send({
    from: sender.fromAddress,
    to: to.address,
    raw: writeMail(composeToAddress(reader, { ...to, mail }, sender, words)),
    tags: { kind: to.notice },
    stream: 'notices',
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
    const token = c.req.param('token');
    const found = await moveBy(world, token);
    if (found === undefined) return refuse(c, world, 404);
    const fields = await readForm(c).catch(() => ({}));
    if (found.is === 'asked' && (await isRobots(world, found.reader, fields, 'move'))) {
      return showMove(c, world, found.reader, onceMore);
    }
    const details = { ...byReader('page'), network: networkOf(sourceIp(c)) };
    const came = await pressThere(world, token, details);
    if (came === undefined) return refuse(c, world, 404);
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
