import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import type { CourseOutline, CourseSlug, LessonId } from '../core/course.ts';
import { parseScore, type Score } from '../core/reader/check-in.ts';
import { afterCheckIn, checkInsOf, mayStillScore, type Scores } from '../core/reader/check-ins.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Words } from '../core/words/words.ts';
import { change } from '../runtime/change.ts';
import { readForm } from './form.ts';
import { received } from './lessons.ts';
import { openLink } from './link.ts';
import { checkedInPage, checkInPage, settledPage } from './pages/check-in.ts';
import { linePage } from './pages/line.ts';
import { guard, isRobots, onceMore } from './press.ts';
import { refuse, showPage } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** A genuine check-in link with a score, and all that were given before. */
interface Asked {
  readonly owner: Subscriber;
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  readonly chosen: Score;
  readonly scores: Scores;
  readonly open: boolean;
  readonly words: Words;
  /** The link without its score. */
  readonly link: string;
}

/** One tap in a letter, one button here: the reader's own measure. */
export function checkInRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/check-in/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'check-in');
    const found = link && received(link.subscriber, link.token.detail);
    const { courses } = world.library;
    const course = courses.find(({ slug }) => slug === found?.enrollment.course);
    if (link === undefined || course === undefined) return refuse(c, world, 404);
    const words = wordsFor(world.library, course.slug);
    const checkIns = checkInsOf(course, await world.checkIns.load(link.subscriber.id));
    return showPage(c, world, words, words.checkIn.line, linePage(words, checkIns));
  });
  const path = '/check-in/:token/:score';
  routes.get(path, async (c) => {
    const asked = await read(world, c.req.param());
    if (asked === undefined) return refuse(c, world, 404);
    const { owner, words, chosen, scores, lesson, open, link } = asked;
    const { like, past } = words.checkIn;
    return open
      ? showPage(
          c,
          world,
          words,
          like,
          checkInPage(words, chosen, link, guard(world, words, owner)),
        )
      : showPage(c, world, words, past, settledPage(words, scores.get(lesson)));
  });
  routes.post(path, async (c) => {
    const asked = await read(world, c.req.param());
    if (asked === undefined) return refuse(c, world, 404);
    const { owner, words, course, lesson, chosen: score, scores, open, link } = asked;
    const { like, past, noted } = words.checkIn;
    if (!open) {
      return showPage(c, world, words, past, settledPage(words, scores.get(lesson)), 409);
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

async function read(
  world: WebWorld,
  params: { readonly token: string; readonly score: string },
): Promise<Asked | undefined> {
  const chosen = parseScore(params.score);
  const link = chosen && (await openLink(world, params.token, 'check-in'));
  const found = link && received(link.subscriber, link.token.detail);
  if (!chosen || !link || !found) return undefined;
  const { lesson, enrollment } = found;
  const course = world.library.courses.find(({ slug }) => slug === enrollment.course);
  if (course === undefined || !asks(course, lesson)) return undefined;
  const owner = link.subscriber;
  const scores = await world.checkIns.load(owner.id);
  const open = mayStillScore(course, lesson, scores);
  const words = wordsFor(world.library, course.slug);
  return {
    owner,
    words,
    course: course.slug,
    lesson,
    chosen,
    scores,
    open,
    link: `/check-in/${params.token}`,
  };
}

const asks = ({ lessons }: CourseOutline, lesson: LessonId): boolean =>
  lessons.some(({ id, checkIn }) => id === lesson && checkIn);
