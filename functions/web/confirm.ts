import { Hono } from 'hono';
import type { Fact } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import { isOpen, joined, type Request } from '../core/reader/request.ts';
import { nextSlot } from '../core/reader/schedule.ts';
import { isForgotten, type Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine, parseToken } from '../core/token.ts';
import { momentInWords } from '../core/words/phrases.ts';
import { sendSoon } from './follow-up.ts';
import { preferencesPath } from './link.ts';
import {
  confirmedPage,
  confirmPage,
  expiredPage,
  leftSincePage,
  unmailablePage,
} from './pages/confirm.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { presentOf, type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/** Double opt-in: the link shows a button, and only the button confirms. */
export function confirmRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/confirm/:token', async (c) => {
    const found = await foundBy(world, c.req.param('token'));
    return found === undefined ? refuse(c, world, 404) : pageFor(c, world, found);
  });
  routes.post('/confirm/:token', async (c) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const found = await foundBy(world, c.req.param('token'));
      if (found === undefined) return refuse(c, world, 404);
      const joining = await confirmed(world, found, sourceIp(c));
      if (joining.is === 'idle') return pageFor(c, world, found);
      if (joining.is === 'saved') {
        await sendSoon(world, joining.reader);
        return pageFor(c, world, { known: joining.reader });
      }
    }
    throw new Error(`request changed ${TRIES} times while being confirmed`);
  });
  return routes;
}

/** Two writers at once are rare; five times in a row is a fault. */
const TRIES = 5;

/** Whom a confirm link speaks of: a request, whoever is known by its address, or both. */
interface Found {
  readonly request?: Request | undefined;
  readonly known?: Subscriber | undefined;
}

/** A link is good for its request, and afterwards shows how the reader stands. */
async function foundBy({ subscribers }: WebWorld, text: string): Promise<Found | undefined> {
  const token = parseToken(text);
  if (token === undefined) return undefined;
  const [request, known] = await Promise.all([
    subscribers.requests.load(token.id),
    subscribers.load(token.id),
  ]);
  const { secret } = request ?? known ?? {};
  return secret !== undefined && isGenuine(token, secret, 'confirm')
    ? { request, known }
    : undefined;
}

/** Makes a reader of a request that is still open, with the record of both halves of the consent. */
async function confirmed(world: WebWorld, { request, known }: Found, ip: string) {
  const present = presentOf(world);
  const { now: at } = present;
  const fact: Fact = { kind: 'confirmed', at, details: { network: networkOf(ip) } };
  if (request !== undefined && isOpen(request, at)) {
    const reader = joined(request, known, present);
    const asked: Fact = { kind: 'asked', ...request.asked };
    const is = await world.subscribers.requests.grant(request, reader, [asked, fact]);
    return { is, reader };
  }
  // Before requests had a place of their own, whoever asked was a subscriber who waits.
  if (request === undefined && known !== undefined && isOpen(known, at)) {
    const reader = joined(known, known, present);
    return { is: await world.subscribers.save(reader, fact), reader };
  }
  return { is: 'idle' } as const;
}

/** What a confirm link shows, by where its owner stands now. */
function pageFor(c: WebContext, world: WebWorld, { request, known }: Found) {
  const now = world.now();
  const subscriber = request ?? known;
  if (subscriber === undefined) return refuse(c, world, 404);
  const words = wordsOfReader(world, subscriber);
  const said = words.confirm;
  const preferences = preferencesPath(subscriber);
  switch (subscriber.standing.is) {
    case 'pending': {
      if (isForgotten(subscriber, now)) {
        return showPage(c, world, words, said.asleep, expiredPage(words), 410);
      }
      const slug = subscriber.enrollments[0]?.course;
      const course = world.library.courses.find((candidate) => candidate.slug === slug);
      return showPage(c, world, words, said.start, confirmPage(words, subscriber, course));
    }
    case 'active':
    case 'paused': {
      const slot = nextSlot(subscriber, now, subscriber.last);
      const first = momentInWords(slot, subscriber.zone, words);
      const body = confirmedPage(words, subscriber, first, preferences);
      return showPage(c, world, words, said.in, body);
    }
    case 'left': {
      const way = request === undefined ? preferences : '/';
      return showPage(c, world, words, said.left, leftSincePage(words, way));
    }
    case 'suppressed':
      return showPage(c, world, words, said.unmailable, unmailablePage(words));
  }
}
