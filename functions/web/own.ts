import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import { type CourseSlug, type LessonId, letterName } from '../core/course.ts';
import { checkInsOf } from '../core/reader/check-ins.ts';
import { openOwn } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { parseToken } from '../core/token.ts';
import { letterHad } from '../runtime/letter-had.ts';
import { type AskedByMail, askedByMail, showAsk } from './ask-by-mail.ts';
import { changeAddress } from './change-address.ts';
import { readForm, text } from './form.ts';
import { LETTERS, publicPath, showOwnCopy } from './lessons.ts';
import { openLink } from './link.ts';
import { eraseData, exportData } from './own-data.ts';
import { sendAgain, showLetters } from './own-letters.ts';
import { linePage } from './pages/line.ts';
import { addressPage, dataPage, erasePage } from './pages/own.ts';
import { leaveFromPage } from './preferences.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { pressOnReadersPage, showReadersPage } from './readers-page.ts';
import { refuse, showPage, type WebContext } from './respond.ts';
import { type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/**
 * What is a reader's own, each behind a link that was mailed for it and is good for an hour; and the
 * pages that mail one, for whoever holds a letter.
 */
export function ownRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/own/:token', async (c) => {
    const open = await opened(world, c.req.param('token'));
    return open === undefined ? refuse(c, world, 404) : show(c, world, open);
  });
  // What a letter's own copy is called when it links to others; alone, it is all of them.
  routes.get('/own/:token/:course', async (c) => {
    const token = c.req.param('token');
    const open = await opened(world, token);
    return open === undefined ? refuse(c, world, 404) : c.redirect(`/own/${token}`, 302);
  });
  routes.get('/own/:token/:course/:lesson', async (c) => {
    const open = await opened(world, c.req.param('token'));
    if (open === undefined || open.matter !== 'letters') return refuse(c, world, 404);
    const path = `/own/${c.req.param('token')}`;
    if (open.isOver) return c.redirect(path, 302);
    const { course, lesson } = c.req.param();
    const name = letterName(course as CourseSlug, lesson as LessonId);
    const found = letterHad(world, open.subscriber, name);
    if (found !== undefined) return showOwnCopy(c, world, open.subscriber, { found, path });
    const ahead = publicPath(world.library, course, lesson);
    return ahead === undefined ? refuse(c, world, 404) : c.redirect(ahead, 302);
  });
  routes.post('/own/:token', async (c) => {
    const open = await opened(world, c.req.param('token'));
    return open === undefined ? refuse(c, world, 404) : act(c, world, open);
  });
  // What follows the token is a check-in's score, or that it was another letter that they wanted.
  for (const path of ['/your-page/:token', '/your-page/:token/:score'] as const) {
    const asked = async (c: WebContext, then: typeof showAsk | typeof askedByMail) => {
      const link = await openLink(world, c.req.param('token') ?? '', 'lesson');
      if (link === undefined) return refuse(c, world, 404);
      const { subscriber } = link;
      return then(c, world, subscriber, fromCopy(world, subscriber, c.req.param('score')));
    };
    routes.get(path, (c) => asked(c, showAsk));
    routes.post(path, (c) => asked(c, askedByMail));
  }
  return routes;
}

/** All that would be a reader's own in a copy leads here: their page, or the letters that they had. */
function fromCopy(world: WebWorld, reader: Subscriber, wanted: string | undefined): AskedByMail {
  const { preferences, own } = wordsOfReader(world, reader);
  const [matter, title] =
    wanted === LETTERS
      ? (['letters', preferences.letters] as const)
      : (['page', preferences.title] as const);
  return { matter, title, detail: own.notInCopies, fromCopy: true };
}

/** A genuine link of this kind, and whose it is. */
type Open = NonNullable<ReturnType<typeof openOwn>> & { readonly subscriber: Subscriber };

async function opened(world: WebWorld, text: string): Promise<Open | undefined> {
  const token = parseToken(text);
  const subscriber = token && (await world.subscribers.load(token.id));
  const open = subscriber && openOwn(token, subscriber.secret, world.now());
  return open && { ...open, subscriber };
}

async function show(c: WebContext, world: WebWorld, open: Open, typed = '', around = asItIs) {
  const { matter, isOver, subscriber } = open;
  if (isOver) return showAsk(c, world, subscriber, overByMail(world, open), around);
  const words = wordsOfReader(world, subscriber);
  const { preferences, wish } = words;
  const behind = guard(world, words, subscriber);
  switch (matter) {
    case 'page': {
      const page = { token: c.req.param('token') ?? '', purpose: 'own', subscriber } as const;
      return showReadersPage(c, world, page, { do: c.req.query('do') ?? '' });
    }
    case 'letters':
      return showLetters(c, world, subscriber);
    case 'line':
      return showLine(c, world, subscriber);
    case 'address':
      return showPage(
        c,
        world,
        words,
        preferences.address,
        around(words, addressPage(words, subscriber, behind, { typed })),
      );
    case 'data': {
      const items = await world.ownData.export(subscriber.id);
      const body = around(words, dataPage(words, items, behind));
      return showPage(c, world, words, preferences.data, body);
    }
    case 'erase':
      return showPage(c, world, words, wish.erase, around(words, erasePage(words, behind)));
  }
}

/** Once the hour of a link is over, a press asks for another one like it. */
function overByMail(world: WebWorld, { matter, subscriber }: Open): AskedByMail {
  const { over, overDetail } = wordsOfReader(world, subscriber).own;
  return { matter, title: over, detail: overDetail, status: 410 };
}

/** The check-ins of each course that asks them, as lines and in words. */
async function showLine(c: WebContext, world: WebWorld, subscriber: Subscriber) {
  const words = wordsOfReader(world, subscriber);
  const scores = await world.checkIns.load(subscriber.id);
  const lines = subscriber.enrollments.flatMap(({ course: slug }) => {
    const course = world.library.courses.find((one) => one.slug === slug);
    const checkIns = course ? checkInsOf(course, scores) : [];
    if (course === undefined || checkIns.length === 0) return [];
    return [{ words: wordsFor(world.library, slug), title: course.title, checkIns }];
  });
  return showPage(c, world, words, words.checkIn.line, linePage(words, lines));
}

/** A press on one of these pages. Leaving needs no hour. */
async function act(c: WebContext, world: WebWorld, open: Open) {
  const { matter, isOver, subscriber } = open;
  if (matter === 'page') return actOnPage(c, world, open);
  if (isOver) return askedByMail(c, world, subscriber, overByMail(world, open));
  if (matter === 'letters') return sendAgain(c, world, subscriber);
  if (matter !== 'data' && matter !== 'erase' && matter !== 'address') return refuse(c, world, 405);
  const fields = await readForm(c).catch(() => ({}));
  const typed = text(fields, 'email');
  if (await isRobots(world, subscriber, fields, `own ${matter}`)) {
    return show(c, world, open, typed, onceMore);
  }
  switch (matter) {
    case 'data':
      return exportData(c, world, subscriber.id);
    case 'erase':
      return eraseData(c, world, wordsOfReader(world, subscriber), subscriber);
    case 'address':
      return changeAddress(c, world, subscriber, typed);
  }
}

async function actOnPage(c: WebContext, world: WebWorld, open: Open) {
  const { isOver, subscriber } = open;
  const token = c.req.param('token') ?? '';
  const fields = await readForm(c).catch(() => undefined);
  if (fields && text(fields, 'action') === 'leave') return leaveFromPage(c, world, token, 'own');
  if (isOver) return askedByMail(c, world, subscriber, overByMail(world, open));
  if (fields === undefined) return refuse(c, world, 400);
  return pressOnReadersPage(c, world, { token, purpose: 'own', subscriber }, fields);
}
