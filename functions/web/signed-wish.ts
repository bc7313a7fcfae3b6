import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import { masked } from '../core/address.ts';
import { consentIn } from '../core/reader/consent.ts';
import { BY_AUTHOR, byReader, type Fact } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import { comesNext } from '../core/reader/next.ts';
import type { Courses } from '../core/reader/owed.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { type Done, done } from '../core/replies/deeds.ts';
import { isOfData, mintWish, openWish, type SignedWish } from '../core/replies/signed-wish.ts';
import { undoOf } from '../core/replies/undo.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Instant } from '../core/time.ts';
import { parseToken } from '../core/token.ts';
import { doneInWords, nextInWords, optionInWords } from '../core/words/wishes.ts';
import type { Words } from '../core/words/words.ts';
import { change, recorded } from '../runtime/change.ts';
import { logError } from '../runtime/log.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { wordingOf } from '../runtime/wording.ts';
import { readForm } from './form.ts';
import { openLinkIn, preferencesPath, unsubscribePath, wishPath } from './link.ts';
import { mailOwnLink } from './mail-own-link.ts';
import { asleepPage, donePage, wishPage } from './pages/signed-wish.ts';
import { guard, isRobots, onceMore } from './press.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import {
  presentOf,
  type WebEnv,
  type WebWorld,
  wordsOfPublication,
  wordsOfReader,
} from './world.ts';

/** A signed wish that may be done now, and whose letters it is about. */
interface Open extends SignedWish {
  readonly subscriber: Subscriber;
}

/** Choices of a question, what takes a change back, an author's links. */
export function signedWishRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const answer =
    (act: (c: WebContext, open: Open) => Promise<Response> | Response) => async (c: WebContext) => {
      const token = c.req.param('token') ?? '';
      try {
        const open = await opened(world, token);
        if (open === undefined) return refuse(c, world, 404);
        return await (open.isOver ? asleep(c, world, open) : act(c, open));
      } catch (error) {
        return orLeaving(c, world, token, error);
      }
    };
  routes.get(
    '/wish/:token',
    answer((c, open) => {
      const { words, title, body } = wishShown(world, open);
      return showPage(c, world, words, title, body);
    }),
  );
  routes.post(
    '/wish/:token',
    answer(async (c, open) => {
      if (await isByRobot(c, world, open)) {
        const { words, title, body } = wishShown(world, open);
        return showPage(c, world, words, title, onceMore(words, body));
      }
      if (open.audience === 'question') await world.correspondence.settle(open.subscriber.id);
      return carryOut(c, world, open);
    }),
  );
  return routes;
}

function wishShown(world: WebWorld, open: Open) {
  const words = wordsOf(world, open);
  const title = optionInWords(open.acts, open.subscriber, words, world.library.courses);
  return { words, title, body: wishPage(words, title, open, guard(world, words, open.subscriber)) };
}

/** Whoever leaves is asked nothing twice. */
async function isByRobot(c: WebContext, world: WebWorld, { acts, subscriber }: Open) {
  if (acts.some(({ is }) => is === 'leave')) return false;
  const fields = await readForm(c).catch(() => ({}));
  return isRobots(world, subscriber, fields, `wish ${acts.map(({ is }) => is).join(' ')}`);
}

/** What is stored about somebody can't be read: then readers are shown what they still can do. */
async function orLeaving(c: WebContext, world: WebWorld, token: string, error: unknown) {
  if (!(error instanceof UnreadableItem)) throw error;
  const link = await openLinkIn(world.subscribers.leavers, token, 'wish');
  if (link === undefined) return refuse(c, world, 404);
  const wish = openWish(link.token, link.subscriber.secret, world.now());
  if (wish === undefined) return refuse(c, world, 404);
  if (wish.audience === 'author') throw error;
  logError('wish-unreadable', error);
  return c.redirect(unsubscribePath(link.subscriber), 303);
}

async function opened(world: WebWorld, text: string): Promise<Open | undefined> {
  const token = parseToken(text);
  const subscriber = token && (await world.subscribers.load(token.id));
  const wish = subscriber && openWish(token, subscriber.secret, world.now());
  return wish && { ...wish, subscriber };
}

/** The author reads the publication's language; a reader that of their letters. */
const wordsOf = (world: WebWorld, { audience, subscriber }: Open) =>
  audience === 'author' ? wordsOfPublication(world) : wordsOfReader(world, subscriber);

/** Whoever comes too late is told so. The author is shown no link of a reader's. */
function asleep(c: WebContext, world: WebWorld, open: Open) {
  const words = wordsOf(world, open);
  const preferences = open.audience === 'author' ? undefined : preferencesPath(open.subscriber);
  return showPage(c, world, words, words.wish.asleep, asleepPage(words, preferences), 410);
}

/** Does it to whoever the reader is by now, and says what came of it. */
async function carryOut(c: WebContext, world: WebWorld, open: Open) {
  const { audience, subscriber } = open;
  const acts = open.acts.filter((act) => !isOfData(act));
  const ofAuthor = audience === 'author';
  // The reader wrote, and the author pressed for them.
  const setting = { ...presentOf(world), by: ofAuthor ? 'reply' : 'page' } as const;
  const words = wordsOf(world, open);
  const source = sourceOf(c, acts, ofAuthor);
  const worded = await wordingOf(world, acts, () => words);
  let before = subscriber;
  let result = done([], subscriber, setting);
  const changed = await change(world.subscribers, subscriber.id, (stored) => {
    before = stored;
    result = done(acts, stored, setting);
    if (!result.changed) return { is: 'unchanged' };
    const change = { is: 'changed', subscriber: result.subscriber } as const;
    return recorded<Subscriber>(change, (changed) =>
      factOf(stored, changed, { ...source, ...worded }, setting.now),
    );
  });
  if (changed.is === 'unknown') return refuse(c, world, 404);
  const { after } = changed;
  for (const act of result.acts)
    if (act.is === 'no-wish') await world.correspondence.label(act.mail, 'no-wish');
  if (changed.is === 'changed') await sendSoon(world, after);
  const mailed = await mailData(world, after, open.acts);
  const back = undoOf(before, after, setting);
  const undo = back.length > 0 && mintWish(after, ofAuthor ? 'author' : 'undo', back, setting.now);
  const said = [
    ...(acts.length > 0 || !mailed ? [saidOf(result, after, words, setting.courses)] : []),
    ...(mailed ? [words.preferences.mailed({ address: masked(after.address) })] : []),
  ];
  const body = donePage(words, {
    said: said.join(' '),
    isDone: mailed || result.acts.length > 0,
    next: nextInWords(comesNext(after, setting), after, words),
    undo: undo ? wishPath(undo) : undefined,
  });
  return showPage(c, world, words, words.wish.done, body);
}

/** Who brings it about, for the record. */
const sourceOf = (c: WebContext, acts: readonly Act[], ofAuthor: boolean): Fact['details'] =>
  ofAuthor
    ? { ...BY_AUTHOR, acts: acts.map(({ is }) => is).join(' ') }
    : { ...byReader('page'), network: networkOf(sourceIp(c)) };

const saidOf = ({ acts, because }: Done, after: Subscriber, words: Words, courses: Courses) =>
  acts.length === 0 && because === 'too-late'
    ? words.preferences.refusedLate
    : doneInWords(acts, [], after, words, courses);

/**
 * No link that lies in a mail for days opens or ends what is stored: a press has a fresh one mailed to
 * the address that is stored, which works for an hour.
 */
async function mailData(world: WebWorld, after: Subscriber, acts: readonly Act[]) {
  const matters = new Set(acts.filter(isOfData).map(({ is }) => (is === 'erase' ? is : 'data')));
  for (const matter of matters) await mailOwnLink(world, after, matter);
  return matters.size > 0;
}

/** What is a consent is kept as a record, and so is all that an author changes. */
function factOf(
  before: Subscriber,
  after: Subscriber,
  source: Fact['details'],
  now: Instant,
): Fact | undefined {
  const consent = consentIn(before, after, source, now);
  if (consent !== undefined) return consent;
  return source.by === 'author' ? { kind: 'changed', at: now, details: source } : undefined;
}
