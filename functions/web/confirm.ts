import { Hono } from 'hono';
import type { Fact } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import { isOpen, joined, type Request } from '../core/reader/request.ts';
import { nextSlot } from '../core/reader/schedule.ts';
import { isForgotten, type Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine, parseToken } from '../core/token.ts';
import { momentInWords } from '../core/words/phrases.ts';
import { untilSaved } from '../runtime/change.ts';
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
    const shown = await untilSaved(async () => {
      const found = await foundBy(world, c.req.param('token'));
      return found === undefined ? 'nobody' : confirmed(world, found, sourceIp(c));
    });
    if (shown === 'nobody') return refuse(c, world, 404);
    if (shown.joined) await sendSoon(world, shown.joined);
    return pageFor(c, world, shown);
  });
  return routes;
}

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
  if (secret === undefined || !isGenuine(token, secret, 'confirm')) return undefined;
  // Nothing lifts a suppression: one that came since the request was made ends it.
  return known?.standing.is === 'suppressed' ? { known } : { request, known };
}

/** Whom the page shows, after a press: who joined by it, or whoever it speaks of. */
type Shown = Found & { readonly joined?: Subscriber };

/** Makes a reader of a request that is still open, with the record of both halves of the consent. */
async function confirmed(world: WebWorld, found: Found, ip: string): Promise<Shown | 'changed'> {
  const { request, known } = found;
  const { subscribers } = world;
  const present = presentOf(world);
  const asking = request ?? known;
  if (asking === undefined || !isOpen(asking, present.now)) return found;
  const reader = joined(asking, known, present);
  const details = { network: networkOf(ip) };
  const fact: Fact = { kind: 'confirmed', at: present.now, details };
  const saved =
    request !== undefined
      ? await subscribers.requests.grant(request, reader, [
          { kind: 'asked', ...request.asked },
          fact,
        ])
      : // Before requests had a place of their own, whoever asked was a subscriber who waits.
        await subscribers.save(reader, fact);
  return saved === 'saved' ? { known: reader, joined: reader } : saved;
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
      return showPage(c, world, words, said.left, leftSincePage(words));
    }
    case 'suppressed':
      return showPage(c, world, words, said.unmailable, unmailablePage(words));
  }
}
