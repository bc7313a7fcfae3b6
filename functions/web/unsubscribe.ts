import { Hono } from 'hono';
import type { List } from '../core/mail/compose.ts';
import { byReader } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import type { Channel, Leaver, Subscriber } from '../core/reader/subscriber.ts';
import { mintWish } from '../core/replies/signed-wish.ts';
import { undoOf } from '../core/replies/undo.ts';
import { wayOut } from '../core/replies/way-out.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Instant } from '../core/time.ts';
import type { Words } from '../core/words/words.ts';
import { endListThrough, type ListLink, openListLink } from './end-list.ts';
import { readForm, text } from './form.ts';
import { leaveThroughLink } from './leave.ts';
import { unsubscribePath, wishPath } from './link.ts';
import { unsubscribedPage, unsubscribePage } from './pages/unsubscribe.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { presentOf, type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/**
 * Leaving, by a person's button or by a mail program's (RFC 8058): no login, no redirect, and no
 * matter which version of this code has written about them. A link ends the list whose mail it lies in, and the
 * page says what goes on. Nothing here leads to more: mail programs and whoever stands between see these links.
 */
export function unsubscribeRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/unsubscribe/:token', async (c) => {
    const link = await openListLink(world, c.req.param('token'));
    if (link === undefined) return refuse(c, world, 404);
    const { subscriber, list, ends, reader } = link;
    const { is } = subscriber.standing;
    if (is === 'left' || is === 'suppressed') return stopped(c, world, subscriber, { list });
    return reader && ends.length === 0
      ? oneStopped(c, world, list, reader)
      : asking(c, world, link);
  });
  routes.post('/unsubscribe/:token', async (c) => {
    const token = c.req.param('token');
    const { channel, isAll } = await pressOf(c);
    if (isAll) {
      const left = await leaveThroughLink(c, world, token, 'unsubscribe', channel);
      if (left.is === 'unknown') return refuse(c, world, 404);
      return stopped(c, world, left.after, { leftAt: left.at });
    }
    const details = { ...byReader(channel), network: networkOf(sourceIp(c)) };
    const ended = await endListThrough(world, token, { channel, details });
    if (ended === undefined) return refuse(c, world, 404);
    const isPerson = channel === 'page';
    if (ended.is === 'all') {
      return stopped(c, world, ended.after, {
        list: ended.list,
        leftAt: isPerson ? ended.at : undefined,
      });
    }
    const { list, before, after } = ended;
    return oneStopped(
      c,
      world,
      list,
      after,
      isPerson ? undoOf(before, after, presentOf(world)) : [],
    );
  });
  return routes;
}

function asking(c: WebContext, world: WebWorld, link: ListLink) {
  const { subscriber, reader, goesOn } = link;
  // What can't be read ends altogether, so it is asked of all of it.
  const list = reader === undefined ? 'letters' : link.list;
  const words = wordsOfReader(world, subscriber);
  const { title, titleNewsletter } = words.unsubscribe;
  const said = list === 'letters' ? title : titleNewsletter;
  return showPage(c, world, words, said, unsubscribePage(words, said, { list, goesOn }));
}

/** The page of a list that has ended while the other one goes on, which one press ends as well. */
function oneStopped(
  c: WebContext,
  world: WebWorld,
  list: List,
  reader: Subscriber,
  undo: readonly Act[] = [],
) {
  const { goesOn } = wayOut(list, reader, presentOf(world));
  const words = wordsOfReader(world, reader);
  const title = titleOf(list, words);
  const also = goesOn && { list: goesOn, path: unsubscribePath(reader, goesOn) };
  const back = undo.length > 0 ? backTo(world, reader, undo) : undefined;
  return showPage(c, world, words, title, unsubscribedPage(words, title, { also, back }));
}

const titleOf = (list: List, { unsubscribe }: Words): string =>
  list === 'letters' ? unsubscribe.stopped : unsubscribe.stoppedNewsletter;

const backTo = (world: WebWorld, reader: Leaver, undo: readonly Act[]): string =>
  wishPath(mintWish(reader, 'undo', undo, world.now()));

/** What the page after a leave goes by. */
interface Leave {
  /** Of which list's mail the link was. */
  readonly list?: List;
  /** The moment of the leave that a person has just made by a button of ours. */
  readonly leftAt?: Instant | undefined;
}

/**
 * The page after a leave. Only the press that made it is answered with the way back: the link names
 * that leave and takes back no other.
 */
export async function stopped(
  c: WebContext,
  world: WebWorld,
  subscriber: Leaver,
  { list = 'letters', leftAt }: Leave,
): Promise<Response> {
  const words = wordsOfReader(world, subscriber);
  // Who only asked has nothing to come back to.
  const reader = leftAt && (await world.subscribers.leavers.load(subscriber.id));
  const back = leftAt && reader ? backTo(world, reader, [{ is: 'rejoin', of: leftAt }]) : undefined;
  const title = titleOf(list, words);
  return showPage(c, world, words, title, unsubscribedPage(words, title, { back }));
}

interface Press {
  readonly channel: Channel;
  /** The second button, beside that of one list. */
  readonly isAll: boolean;
}

/** Whatever the body is, the wish is clear; a broken one only leaves open who pressed. */
async function pressOf(c: WebContext): Promise<Press> {
  try {
    const fields = await readForm(c);
    const isOneClick = text(fields, 'List-Unsubscribe') === 'One-Click';
    return { channel: isOneClick ? 'one-click' : 'page', isAll: text(fields, 'all') === 'yes' };
  } catch {
    return { channel: 'page', isAll: false };
  }
}
