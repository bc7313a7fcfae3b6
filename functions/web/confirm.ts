import { Hono } from 'hono';
import { offers } from '../core/reader/addition.ts';
import { type AskedLink, askedLinkIn } from '../core/reader/asked-link.ts';
import { byReader } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import { nextLetterAt } from '../core/reader/next.ts';
import { owedNow } from '../core/reader/owed.ts';
import { isGone, isOpen, joined } from '../core/reader/request.ts';
import { type Enrollment, reads, type Subscriber } from '../core/reader/subscriber.ts';
import { mintWish } from '../core/replies/signed-wish.ts';
import { undoOf } from '../core/replies/undo.ts';
import { isGenuine, parseToken } from '../core/token.ts';
import { momentInWords } from '../core/words/phrases.ts';
import type { Words } from '../core/words/words.ts';
import { untilSaved } from '../runtime/change.ts';
import { type Answered, type Asking, askingAt, sayYes } from '../runtime/say-yes.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { showAddition } from './addition.ts';
import { readForm } from './form.ts';
import { preferencesPath, wishPath } from './link.ts';
import {
  askAgainPage,
  comeBackPage,
  confirmedPage,
  confirmPage,
  leftSincePage,
  unmailablePage,
} from './pages/confirm.ts';
import { guard, isRobots, onceMore } from './press.ts';
import { refuse, showPage, sourceIp, speaksJson, type WebContext } from './respond.ts';
import {
  presentOf,
  type WebEnv,
  type WebWorld,
  wordsOfPublication,
  wordsOfReader,
} from './world.ts';

/** Double opt-in: the link shows a button, and only the button confirms. */
export function confirmRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/confirm/:token', async (c) => {
    const found = await foundBy(world, c.req.param('token'));
    return found === undefined ? gone(c, world) : pageFor(c, world, found);
  });
  routes.post('/confirm/:token', async (c) => {
    const found = await foundBy(world, c.req.param('token'));
    if (found === undefined) return gone(c, world);
    const fields = await readForm(c).catch(() => ({}));
    const press = `confirm ${found.addition ?? ''}`;
    if (await isRobots(world, found.owner, fields, press)) return pageFor(c, world, found, true);
    const source = { ...byReader('page'), network: networkOf(sourceIp(c)) };
    let before: Asking['known'];
    const answered = await untilSaved(async (): Promise<Answered | 'changed'> => {
      const asking = await askingAt(world, found.owner.id, found);
      before = asking.known;
      return sayYes(world, asking, found.addition, source);
    });
    const { became } = answered;
    if (became) await sendSoon(world, became);
    const undo = found.addition && before && became && undoPath(world, before, became);
    return pageFor(c, world, { ...found, ...answered, undo });
  });
  return routes;
}

/** What takes back that something was added. */
function undoPath(world: WebWorld, before: Subscriber, became: Subscriber): string | undefined {
  const back = undoOf(before, became, world.library);
  return back.length > 0 ? wishPath(mintWish(became, 'undo', back, world.now())) : undefined;
}

/** A genuine confirm link: whom it speaks of, and which addition, where it is one of several. */
interface Found extends Asking, AskedLink {
  readonly owner: NonNullable<Asking['request'] | Asking['known']>;
  /** What takes back the addition that was just made. */
  readonly undo?: string | undefined;
}

/**
 * A link is good for what its own mail asked, and afterwards shows how the reader stands. Of who is no reader,
 * an earlier mail's is like one whose week is over.
 */
async function foundBy(world: WebWorld, text: string): Promise<Found | undefined> {
  const token = parseToken(text);
  if (token === undefined) return undefined;
  const link = askedLinkIn(token.detail);
  const asking = await askingAt(world, token.id, link);
  const owner = asking.request ?? asking.known;
  if (owner === undefined || !isGenuine(token, owner.secret, 'confirm')) return undefined;
  return { ...asking, ...link, owner };
}

/** What a confirm link shows, by where its owner stands now. */
function pageFor(c: WebContext, world: WebWorld, found: Found, again = false) {
  const { request, known, owner, addition, undo } = found;
  const subscriber = (known && reads(known) ? known : (request ?? known)) ?? owner;
  const words = wordsOfReader(world, request ?? subscriber);
  const said = words.confirm;
  const form = { guard: guard(world, words, owner), again };
  switch (subscriber.standing.is) {
    case 'pending': {
      const open = addition === undefined && isOpen(subscriber, world.now());
      if (!open) return asleep(c, world, 410, words, subscriber.enrollments[0]);
      const slug = subscriber.enrollments[0]?.course;
      const course = world.library.courses.find((candidate) => candidate.slug === slug);
      const body = isGone(known)
        ? comeBackPage(
            words,
            {
              course,
              back: joined(subscriber, known, presentOf(world)),
              isNew: course !== undefined && known.enrollments.every((one) => one.course !== slug),
            },
            form,
          )
        : confirmPage(words, subscriber, course, form);
      return showPage(c, world, words, said.start, again ? onceMore(words, body, 'button') : body);
    }
    case 'active':
    case 'paused':
      if (addition === undefined) return inPage(c, world, words, subscriber);
      return request && offers(request, addition, world.now())
        ? showAddition(c, world, { request, reader: subscriber, addition, undo, ...form })
        : asleep(c, world, 410, words);
    case 'left': {
      return showPage(c, world, words, said.left, leftSincePage(words));
    }
    case 'suppressed':
      return showPage(c, world, words, said.unmailable, unmailablePage(words));
  }
}

function inPage(c: WebContext, world: WebWorld, words: Words, reader: Found['owner']) {
  const present = presentOf(world);
  const first = {
    firstLetter: momentInWords(nextLetterAt(reader, present), reader.zone, words),
    welcome: owedNow(reader, present.courses, present.now)?.kind === 'welcome',
  };
  const body = confirmedPage(words, reader, first, {
    preferences: preferencesPath(reader),
    guard: guard(world, words, reader),
  });
  return showPage(c, world, words, words.confirm.in, body);
}

/**
 * A request is gone after its week, and nobody knows then whose a link was: so any that may have been
 * one of ours is told the same.
 */
const gone = (c: WebContext, world: WebWorld) =>
  parseToken(c.req.param('token') ?? '') === undefined
    ? refuse(c, world, 404)
    : asleep(c, world, 404);

/** Too late; whoever comes so late may ask again. */
function asleep(
  c: WebContext,
  world: WebWorld,
  status: 404 | 410,
  words: Words = wordsOfPublication(world),
  asked?: Enrollment,
) {
  if (speaksJson(c)) return refuse(c, world, 404);
  return showPage(c, world, words, words.confirm.asleep, askAgainPage(words, asked), status);
}
