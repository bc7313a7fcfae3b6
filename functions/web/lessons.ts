import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import type { LessonId } from '../core/course.ts';
import { checkInsSoFar } from '../core/mail/check-ins.ts';
import { lessonLinks, nextLetterInWords, slotValues } from '../core/mail/compose.ts';
import { fill, htmlValue, type SlotValues } from '../core/mail/template.ts';
import { checkInsOf } from '../core/reader/check-ins.ts';
import type { Enrollment, Subscriber } from '../core/reader/subscriber.ts';
import { openLink } from './link.ts';
import { refuse, showLesson } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** The web copy of a letter, as its reader got it. */
export function lessonRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/lessons/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'lesson');
    const found = link && received(link.subscriber, link.token.detail);
    if (link === undefined || found === undefined) return refuse(c, world, 404);
    const { enrollment, lesson } = found;
    const mail = world.library.lesson(enrollment.course, lesson, enrollment.track);
    const values = await valuesFor(world, link.subscriber, enrollment, lesson);
    return showLesson(c, fill(mail.html, values, htmlValue));
  });
  return routes;
}

/** The course in which somebody got a lesson, if they did. */
export function received(
  { enrollments }: Subscriber,
  detail: string,
): { readonly enrollment: Enrollment; readonly lesson: LessonId } | undefined {
  const lesson = detail as LessonId;
  const enrollment = enrollments.find((one) => one.received.includes(lesson));
  return enrollment && { enrollment, lesson };
}

async function valuesFor(
  { library, checkIns, webUrl, now }: WebWorld,
  subscriber: Subscriber,
  { course: slug }: Enrollment,
  lesson: LessonId,
): Promise<SlotValues> {
  const course = library.courses.find((candidate) => candidate.slug === slug);
  const words = wordsFor(library, slug);
  const scores = await checkIns.load(subscriber.id);
  return {
    ...slotValues(subscriber, { course, webUrl, words }),
    nextLetterInWords: nextLetterInWords(subscriber, { words, now: now() }),
    ...lessonLinks(subscriber, lesson, webUrl),
    ...(course && checkInsSoFar(checkInsOf(course, scores), library.checkIns(words.language))),
  };
}
