import { Hono } from 'hono';
import { offered } from '../core/course.ts';
import { cardOf } from '../core/picture.ts';
import { pathOf } from './front-page.ts';
import { SHORTLY } from './headers.ts';
import { coursesPage } from './pages/courses.ts';
import { publicHead, showPage } from './respond.ts';
import { type WebEnv, type WebWorld, wordsOfPublication } from './world.ts';

/** The courses that somebody can take. */
export function courseRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/courses', (c) => {
    const { courses, publication } = world.library;
    c.header('Cache-Control', SHORTLY);
    const words = wordsOfPublication(world);
    const all = offered(courses);
    const head = publicHead(world, {
      title: words.readOn.courses,
      description: all.map(({ title, subtitle }) => `${title}: ${subtitle}.`).join(' '),
      path: '/courses',
      card: { name: cardOf('course', publication.defaults.course), words: publication.name },
    });
    const entries = all.map((course) => ({ course, path: pathOf(world, course) }));
    return showPage(c, world, words, head, coursesPage(words, entries));
  });
  return routes;
}
