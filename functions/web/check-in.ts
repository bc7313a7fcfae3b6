import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import type { CourseOutline, CourseSlug, LessonId } from '../core/course.ts';
import { parseScore, type Score } from '../core/reader/check-in.ts';
import { afterCheckIn, mayStillScore } from '../core/reader/check-ins.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Words } from '../core/words/words.ts';
import { change } from '../runtime/change.ts';
import { letterHad } from '../runtime/letter-had.ts';
import { type AskedByMail, askedByMail, showAsk } from './ask-by-mail.ts';
import { readForm } from './form.ts';
import { openLink } from './link.ts';
import { checkedInPage, checkInPage, settledPage } from './pages/check-in.ts';
import { guard, isRobots, onceMore } from './press.ts';
import { refuse, showPage } from './respond.ts';
import { type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/** A genuine check-in link with a score. */
interface Asked {
  readonly owner: Subscriber;
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  readonly chosen: Score;
  readonly open: boolean;
  readonly words: Words;
  /** The link without its score. */
  readonly link: string;
}

/** One tap in a letter, one button here: the reader's own measure. */
export function checkInRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  // A letter is passed on, and its link with it: what was answered opens by one that is mailed.
  routes.get('/check-in/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'check-in');
    if (link === undefined) return refuse(c, world, 404);
    return showAsk(c, world, link.subscriber, lineByMail(world, link.subscriber));
  });
  routes.post('/check-in/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'check-in');
    if (link === undefined) return refuse(c, world, 404);
    return askedByMail(c, world, link.subscriber, lineByMail(world, link.subscriber));
  });
  const path = '/check-in/:token/:score';
  routes.get(path, async (c) => {
    const asked = await read(world, c.req.param());
    if (asked === undefined) return refuse(c, world, 404);
    const { owner, words, chosen, open, link } = asked;
    const { like, past } = words.checkIn;
    const body = checkInPage(words, chosen, link, guard(world, words, owner));
    return open
      ? showPage(c, world, words, like, body)
      : showPage(c, world, words, past, settledPage(words));
  });
  routes.post(path, async (c) => {
    const asked = await read(world, c.req.param());
    if (asked === undefined) return refuse(c, world, 404);
    const { owner, words, course, lesson, chosen: score, open, link } = asked;
    const { like, past, noted } = words.checkIn;
    if (!open) {
      return showPage(c, world, words, past, settledPage(words), 409);
    }
    const fields = await readForm(c).catch(() => ({}));
    if (await isRobots(world, owner, fields, `check-in ${score}`)) {
      const body = checkInPage(words, score, link, guard(world, words, owner));
      return showPage(c, world, words, like, onceMore(words, body));
    }
    await world.checkIns.store(owner.id, lesson, score, world.now());
    const { courses } = world.library;
    await change(world.subscribers, owner.id, (stored) =>
      afterCheckIn(stored, { course, lesson, score }, courses),
    );
    return showPage(c, world, words, noted, checkedInPage(words, score, link));
  });
  return routes;
}

function lineByMail(world: WebWorld, reader: Subscriber): AskedByMail {
  const { checkIn, own } = wordsOfReader(world, reader);
  return { matter: 'line', title: checkIn.line, detail: own.lineByMail };
}

async function read(
  world: WebWorld,
  params: { readonly token: string; readonly score: string },
): Promise<Asked | undefined> {
  const chosen = parseScore(params.score);
  const link = chosen && (await openLink(world, params.token, 'check-in'));
  const found = link && letterHad(world, link.subscriber, link.token.detail);
  if (!chosen || !link || !found) return undefined;
  const { lesson, enrollment } = found;
  const course = world.library.courses.find(({ slug }) => slug === enrollment.course);
  if (course === undefined || !asks(course, lesson)) return undefined;
  const owner = link.subscriber;
  const scores = await world.checkIns.load(owner.id);
  const open = mayStillScore(course, lesson, scores, enrollment);
  const words = wordsFor(world.library, course.slug);
  return {
    owner,
    words,
    course: course.slug,
    lesson,
    chosen,
    open,
    link: `/check-in/${params.token}`,
  };
}

const asks = ({ lessons }: CourseOutline, lesson: LessonId): boolean =>
  lessons.some(({ id, checkIn }) => id === lesson && checkIn);
