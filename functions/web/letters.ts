import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import { letterPath, publicLetter } from '../core/course.ts';
import { cardOf } from '../core/picture.ts';
import { SHORTLY } from './headers.ts';
import { letterPage } from './pages/letter.ts';
import { publicHead, refuse, showPage } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/**
 * The letters that everybody may read: what a reader passes on, with no name and no key of theirs in
 * it, and how to get the others below.
 */
export function letterRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/letters/:course/:lesson', (c) => {
    const asked = c.req.param();
    const found = publicLetter(world.library.courses, asked.course, asked.lesson);
    if (found === undefined) return refuse(c, world, 404);
    const { course, lesson } = found;
    const letter = world.library.letterPage(course.slug, lesson.id);
    if (letter === undefined) return refuse(c, world, 404);
    c.header('Cache-Control', SHORTLY);
    // Whoever was given the link may read it; it is not shown to everybody who searches.
    if (lesson.web === 'linked') c.header('X-Robots-Tag', 'noindex');
    const words = wordsFor(world.library, course.slug);
    const head = publicHead(world, {
      title: lesson.subject,
      description: `${course.title}: ${course.subtitle}`,
      path: letterPath(course.slug, lesson.id),
      card: { name: cardOf('course', course.slug), words: `${course.title}: ${course.subtitle}` },
    });
    const { publication } = world.library;
    return showPage(c, world, words, head, letterPage(words, publication, course, letter));
  });
  return routes;
}
