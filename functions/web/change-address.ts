import { Hono } from 'hono';
import { masked, parseAddress } from '../core/address.ts';
import { byReader } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { askThere, wishThere } from '../runtime/new-address.ts';
import { readForm } from './form.ts';
import { moveBy, pressThere } from './move.ts';
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
  await askThere(world, subscriber, await wishThere(world, subscriber, address));
  return showPage(c, world, words, words.own.sent, askedTherePage(words, address));
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
