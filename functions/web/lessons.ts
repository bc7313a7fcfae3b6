import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import type { LessonId } from '../core/course.ts';
import { lessonLinks, nextLetterInWords, nextTime, slotValues } from '../core/mail/compose.ts';
import { fill, htmlValue, type SlotValues } from '../core/mail/template.ts';
import type { Enrollment, Subscriber } from '../core/reader/subscriber.ts';
import { openLink } from './link.ts';
import { refuse, showLesson, type WebContext } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** The web copy of a letter, as its reader got it, and of the letters that it links to. */
export function lessonRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const show = async (c: WebContext, token: string, other?: string) => {
    const link = await openLink(world, token, 'lesson');
    const found = link && received(link.subscriber, link.token.detail);
    if (link === undefined || found === undefined) return refuse(c, world, 404);
    const { enrollment } = found;
    const lesson = other === undefined ? found.lesson : linked(world.library, found, other);
    if (lesson === undefined) return refuse(c, world, 404);
    const mail = world.library.lesson(enrollment.course, lesson, enrollment);
    const values = valuesFor(world, link.subscriber, enrollment, lesson);
    return showLesson(c, fill(mail.html, values, htmlValue));
  };
  routes.get('/lessons/:token', (c) => show(c, c.req.param('token')));
  routes.get('/lessons/:token/:lesson', (c) =>
    show(c, c.req.param('token'), c.req.param('lesson')),
  );
  return routes;
}

/** A letter that another one of its course links to: their copy of it, or a look ahead. */
function linked(
  { courses }: WebWorld['library'],
  { enrollment }: Received,
  other: string,
): LessonId | undefined {
  const course = courses.find(({ slug }) => slug === enrollment.course);
  const all = [...enrollment.received, ...(course?.lessons ?? []).map(({ id }) => id)];
  return all.find((id) => id === other);
}

/** A letter that somebody had, and the course that it is in. */
interface Received {
  readonly enrollment: Enrollment;
  readonly lesson: LessonId;
}

/** The course in which somebody got a lesson, if they did. */
export function received({ enrollments }: Subscriber, detail: string): Received | undefined {
  const lesson = detail as LessonId;
  const enrollment = enrollments.find((one) => one.received.includes(lesson));
  return enrollment && { enrollment, lesson };
}

function valuesFor(
  { library, webUrl, now }: WebWorld,
  subscriber: Subscriber,
  { course: slug }: Enrollment,
  lesson: LessonId,
): SlotValues {
  const course = library.courses.find((candidate) => candidate.slug === slug);
  const words = wordsFor(library, slug);
  return {
    ...slotValues(subscriber, { course, webUrl, words }),
    nextLetterInWords: nextLetterInWords(subscriber, { words, now: now() }),
    ...nextTime(words),
    ...lessonLinks(subscriber, { course: slug, lesson }, webUrl),
  };
}
