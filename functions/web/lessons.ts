import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import type { EmailAddress } from '../core/address.ts';
import { coursePath, type LessonId, letterName, letterPath, publicLetter } from '../core/course.ts';
import { nextTime, slotValues } from '../core/mail/compose.ts';
import { fill, htmlValue, type SlotValues } from '../core/mail/template.ts';
import { had } from '../core/reader/had.ts';
import type { Enrollment, Subscriber } from '../core/reader/subscriber.ts';
import { type LinkSecret, mintToken, type SubscriberId } from '../core/token.ts';
import { type LetterHad, letterHad } from '../runtime/letter-had.ts';
import { openLink } from './link.ts';
import { refuse, showLesson, type WebContext } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** What stands behind the token of a copy where another letter than its own was wanted. */
export const LETTERS = 'letters';

/**
 * The web copy of a letter, and of no other. People pass on its address: it has no name in it, nothing
 * that they answered, and no link that is theirs.
 */
export function lessonRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/lessons/:token', async (c) => {
    const token = c.req.param('token');
    const found = await copied(world, token);
    if (found === undefined) return refuse(c, world, 404);
    // Which way a practice has tells what somebody answered, so a copy has the usual one.
    const { gentler: _, ...anybody } = found.enrollment;
    const place = { page: `/your-page/${token}`, copy: `/lessons/${token}` };
    return showCopy(c, world, { ...found, enrollment: anybody }, place);
  });
  // A letter that it links to, in mails as well: everybody's page of it, or else a link of the reader's.
  routes.get('/lessons/:token/:lesson', async (c) => {
    const { token, lesson } = c.req.param();
    const found = await copied(world, token);
    const other = found && linked(world.library, found, lesson);
    if (found === undefined || other === undefined) return refuse(c, world, 404);
    if (other === found.lesson) return c.redirect(`/lessons/${token}`, 302);
    const open = publicPath(world.library, found.enrollment.course, other);
    return c.redirect(open ?? `/your-page/${token}/${LETTERS}`, 302);
  });
  return routes;
}

/** The letter that a copy's link is of. */
async function copied(world: WebWorld, token: string): Promise<LetterHad | undefined> {
  const link = await openLink(world, token, 'lesson');
  return link && letterHad(world, link.subscriber, link.token.detail);
}

/** The page that everybody may read a letter on, if there is one. */
export function publicPath(
  { courses }: Pick<WebWorld['library'], 'courses'>,
  slug: string,
  id: string,
): string | undefined {
  const found = publicLetter(courses, slug, id);
  return found && letterPath(found.course.slug, found.lesson.id);
}

/** A letter as it came, for its reader alone: with the gentler way of a practice, and its check-in. */
export function showOwnCopy(
  c: WebContext,
  world: WebWorld,
  reader: Subscriber,
  { found, path }: { readonly found: LetterHad; readonly path: string },
) {
  const { course } = found.enrollment;
  const name = letterName(course, found.lesson);
  const checkIn = `/check-in/${mintToken(reader.secret, reader.id, 'check-in', name)}`;
  return showCopy(c, world, found, { page: path, copy: `${path}/${course}`, checkIn });
}

/** A letter that another one of its course links to, whether they had it or not. */
function linked(
  { courses, has }: WebWorld['library'],
  { enrollment }: LetterHad,
  other: string,
): LessonId | undefined {
  const course = courses.find(({ slug }) => slug === enrollment.course);
  const all = [...had(enrollment), ...(course?.lessons ?? []).map(({ id }) => id)];
  return all.find((id) => id === other && has(enrollment.course, id, enrollment));
}

/** The subject that a letter came with, also of one that is retired since. */
export function subjectOf(world: WebWorld, { enrollment, lesson }: LetterHad): string {
  const { courses, lesson: compiled } = world.library;
  const course = courses.find(({ slug }) => slug === enrollment.course);
  const outline = course?.lessons.find(({ id }) => id === lesson);
  if (outline !== undefined) return outline.subject;
  const { subject } = compiled(enrollment.course, lesson, enrollment);
  return fill(subject, anybodysValues(world, { enrollment, lesson }, { page: '/', copy: '/' }));
}

/** Where the links of a copy lead, on this site. */
interface Place {
  /** All that would be a reader's own. */
  readonly page: string;
  /** The copy itself, and behind a slash the letters that it links to. */
  readonly copy: string;
  readonly checkIn?: string;
}

function showCopy(c: WebContext, world: WebWorld, { enrollment, lesson }: LetterHad, place: Place) {
  const mail = world.library.lesson(enrollment.course, lesson, enrollment);
  const values = anybodysValues(world, { enrollment, lesson }, place);
  return showLesson(c, asPage(fill(mail.html, values, htmlValue)));
}

/** In a mail program a letter is one thing among others; as a page it is what the page is there for. */
const asPage = (letter: string): string => letter.replace('role="article"', 'role="main"');

/** Somebody who might read a letter: nobody in particular, with the rhythm that most have. */
const anybody = ({ library }: WebWorld, enrollment: Enrollment): Subscriber => ({
  ...library.publication.defaults,
  id: '' as SubscriberId,
  secret: '' as LinkSecret,
  address: '' as EmailAddress,
  standing: { is: 'active' },
  enrollments: [enrollment],
  newsletter: false,
  revision: 0,
});

/** Every link that would be a reader's leads to one page, which mails them theirs. */
function anybodysValues(
  world: WebWorld,
  { enrollment, lesson }: LetterHad,
  place: Place,
): SlotValues {
  const { page, copy, checkIn = page } = place;
  const { library, webUrl } = world;
  const { course: slug } = enrollment;
  const course = library.courses.find((candidate) => candidate.slug === slug);
  const words = wordsFor(library, slug);
  const toPage = `${webUrl}${page}`;
  return {
    ...slotValues(anybody(world, enrollment), { course, webUrl, words }),
    ...nextTime(words),
    nextLetterInWords: words.phrases.nextTime,
    confirmUrl: toPage,
    preferencesUrl: toPage,
    unsubscribeUrl: toPage,
    pauseUrl: toPage,
    keepUrl: toPage,
    leaveUrl: toPage,
    checkInUrl: `${webUrl}${checkIn}`,
    nextCourseUrl: toPage,
    letterUrl: `${webUrl}${letterPath(slug, lesson)}`,
    courseUrl: `${webUrl}${coursePath(slug)}`,
    webCopyUrl: `${webUrl}${copy}`,
  };
}
