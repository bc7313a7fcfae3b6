import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import { UnreadableItem } from '../adapters/stored.ts';
import type { EmailAddress } from '../core/address.ts';
import type { CourseOutline } from '../core/course.ts';
import { published } from '../core/newsletter.ts';
import { networkOf } from '../core/reader/network.ts';
import { isIn, isProbe } from '../core/reader/probe.ts';
import { requestFor } from '../core/reader/request.ts';
import { parseSignUp, type SignUp, type SignUpProblems } from '../core/reader/sign-up.ts';
import { networkHash, rateWindow, SIGN_UPS_AN_HOUR } from '../core/reader/sign-up-rate.ts';
import { secondsBetween } from '../core/time.ts';
import { firstSecret, type SubscriberId, subscriberId } from '../core/token.ts';
import { logError } from '../runtime/log.ts';
import { fingerprint } from './fingerprint.ts';
import { sendSoon } from './follow-up.ts';
import { type FormFields, text, withDays } from './form.ts';
import { checkInboxPage, signUpPage } from './pages/sign-up.ts';
import { problemsInWords } from './problems.ts';
import { refuse, showPage, sourceIp, speaksJson, type WebContext } from './respond.ts';
import { isTrapped, readSignUp, type SignUpBody, typedSignUp } from './sign-up-body.ts';
import { type WebEnv, type WebWorld, wordsOfPublication } from './world.ts';

/** The front page, the sign-up, and the page after it. */
export function signUpRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => frontPage(c, world, { course: c.req.query('course') ?? '' }));
  routes.get('/check-your-inbox', (c) => {
    const words = wordsFor(world.library, courseOf(world, c.req.query('course')).slug);
    return showPage(c, world, words, words.signUp.inbox, checkInboxPage(words));
  });
  routes.post('/subscribe', async (c) => {
    const body = await readSignUp(c);
    if (body.is === 'unreadable') return refuse(c, world, body.status);
    if (body.is === 'form' && isTrapped(body.given)) {
      return welcomeOrNot(c, world, courseOf(world, text(body.given, 'course')));
    }
    const { courses, publication } = world.library;
    const given = body.is === 'form' ? withDays(body.given) : body.given;
    const parsed = parseSignUp(given, courses, publication.defaults, world.now());
    if ('problems' in parsed) return notUnderstood(c, world, body, parsed.problems);
    if (await isOurOwn(world, parsed.signUp.address)) {
      return notUnderstood(c, world, body, { email: 'email' });
    }
    const late = await tooMany(world, sourceIp(c));
    if (late !== undefined) {
      c.header('Retry-After', String(late));
      return refuse(c, world, 429);
    }
    await signUp(world, parsed.signUp, sourceIp(c));
    return welcomeOrNot(c, world, parsed.signUp.course);
  });
  return routes;
}

/** Nobody reads in our reply domain but a registered probe: what we send there comes back to us. */
async function isOurOwn(world: WebWorld, address: EmailAddress): Promise<boolean> {
  if (!isIn(world.replyDomain, address)) return false;
  return !isProbe(address, await world.probes.current(), world.now());
}

/** The form again with what was typed, or what was expected of each field, for a program. */
function notUnderstood(
  c: WebContext,
  world: WebWorld,
  body: Exclude<SignUpBody, { is: 'unreadable' }>,
  problems: SignUpProblems,
) {
  if (body.is === 'form' && !speaksJson(c)) return frontPage(c, world, body.given, problems);
  // A program has words for days, where the form has boxes to tick.
  const listed = { ...problems, ...(problems['days'] && { days: 'daysListed' as const }) };
  return refuse(c, world, 422, problemsInWords(wordsOfPublication(world), listed));
}

/** One answer for new, pending, known and unwelcome addresses, and for robots. */
function welcomeOrNot(c: WebContext, { library }: WebWorld, { slug }: CourseOutline): Response {
  if (speaksJson(c)) return c.json({ status: 'check-your-inbox' }, 202);
  const usual = slug === library.publication.defaults.course;
  return c.redirect(usual ? '/check-your-inbox' : `/check-your-inbox?course=${slug}`, 303);
}

function frontPage(
  c: WebContext,
  world: WebWorld,
  fields: FormFields,
  problems: SignUpProblems = {},
) {
  const { publication, courses, newsletters } = world.library;
  const course = courseOf(world, text(fields, 'course'));
  const words = wordsFor(world.library, course.slug);
  const status = Object.keys(problems).length > 0 ? 422 : 200;
  const title = status === 422 ? words.refusals.title422 : course.title;
  const body = signUpPage({
    words,
    publication,
    course,
    others: courses.filter((other) => other !== course),
    issues: published(newsletters, world.now(), publication.defaults.zone),
    form: typedSignUp(fields, publication, course),
    problems: problemsInWords(words, problems),
  });
  return showPage(c, world, words, title, body, status);
}

/** The course of that name; the publication's first choice for any other. */
function courseOf({ library }: WebWorld, slug = ''): CourseOutline {
  const { courses, publication } = library;
  const named = (name: string) => courses.find((course) => course.slug === name);
  const course = named(slug) ?? named(publication.defaults.course);
  if (course === undefined) throw new Error('the package lacks its default course');
  return course;
}

/** How many seconds this network has to wait; undefined while it need not. */
async function tooMany(world: WebWorld, ip: string): Promise<number | undefined> {
  const now = world.now();
  const window = rateWindow(now);
  const source = networkHash(await world.idKey(), ip);
  const within = await world.rateLimit.take(source, window, SIGN_UPS_AN_HOUR);
  return within ? undefined : Math.max(1, secondsBetween(now, window.endsAt));
}

/**
 * Decides, stores, and only then acts. A sign-up that changes nothing takes as long: the time that an
 * answer takes must not tell who is on the list.
 */
async function signUp(world: WebWorld, wish: SignUp, ip: string): Promise<void> {
  const { subscribers } = world;
  const now = world.now();
  const key = await world.idKey();
  const id = subscriberId(key, wish.address);
  const details = await detailsOf(world, wish, ip);
  const fresh = { id, secret: firstSecret(key, id), now, details };
  const known = await knownAs(world, id);
  const request = known.is === 'unreadable' ? undefined : requestFor(wish, known.subscriber, fresh);
  await (request === undefined
    ? subscribers.requests.pretend(id)
    : subscribers.requests.make(request));
  await sendSoon(world, { id, dueAt: now, request: true });
}

/** The record of how they asked: it lies in the request, and stays only if they confirm. */
async function detailsOf({ library, webUrl, wordings }: WebWorld, wish: SignUp, ip: string) {
  const { language, signUp } = wordsFor(library, wish.course.slug);
  const wording = fingerprint(signUp.consent);
  await wordings.keep({ name: wording, language, text: signUp.consent });
  return {
    network: networkOf(ip),
    url: `${webUrl}/`,
    wording,
    language,
    course: wish.course.slug,
    newsletter: String(wish.newsletter),
  };
}

/** Whoever is stored and can't be read gets the answer of everybody: a fault tells nobody who reads. */
async function knownAs({ subscribers }: WebWorld, id: SubscriberId) {
  try {
    return { is: 'readable', subscriber: await subscribers.load(id) } as const;
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    logError('sign-up-unreadable', error);
    return { is: 'unreadable' } as const;
  }
}
