import { Hono } from 'hono';
import { confirm } from '../core/reader/lifecycle.ts';
import { nextSlot } from '../core/reader/schedule.ts';
import { isForgotten, type Subscriber } from '../core/reader/subscriber.ts';
import { momentInWords } from '../core/words/phrases.ts';
import { followUp } from './follow-up.ts';
import { changeThroughLink, openLink, preferencesPath } from './link.ts';
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
    const link = await openLink(world, c.req.param('token'), 'confirm');
    if (link === undefined) return refuse(c, world, 404);
    return pageFor(c, world, link.subscriber);
  });
  routes.post('/confirm/:token', async (c) => {
    const present = presentOf(world);
    const changed = await changeThroughLink(
      world.subscribers,
      c.req.param('token'),
      'confirm',
      (stored) =>
        isForgotten(stored, present.now)
          ? { is: 'refused', because: 'not-confirmed' }
          : confirm(stored, present),
    );
    if (changed.is === 'unknown') return refuse(c, world, 404);
    if (changed.is === 'changed') {
      const details = { ip: sourceIp(c) };
      await followUp(world, changed.after, { kind: 'confirmed', at: present.now, details });
    }
    return pageFor(c, world, changed.after);
  });
  return routes;
}

/** What a confirm link shows, by where its owner stands now. */
function pageFor(c: WebContext, world: WebWorld, subscriber: Subscriber) {
  const now = world.now();
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
    case 'left':
      return showPage(c, world, words, said.left, leftSincePage(words, preferences));
    case 'suppressed':
      return showPage(c, world, words, said.unmailable, unmailablePage(words));
  }
}
