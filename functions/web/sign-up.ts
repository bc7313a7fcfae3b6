import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import type { CourseOutline } from '../core/course.ts';
import { published } from '../core/newsletter.ts';
import { admit, parseSignUp, type SignUp } from '../core/reader/sign-up.ts';
import { networkHash, rateWindow, SIGN_UPS_AN_HOUR } from '../core/reader/sign-up-rate.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { secondsBetween } from '../core/time.ts';
import { subscriberId } from '../core/token.ts';
import { change } from '../runtime/change.ts';
import { logError } from '../runtime/log.ts';
import { fingerprint } from './fingerprint.ts';
import { followUp, pretendFollowUp } from './follow-up.ts';
import { type FormFields, withDays } from './form.ts';
import type { Problems } from './pages/fields.ts';
import { CONSENT, checkInboxPage, signUpPage } from './pages/sign-up.ts';
import { refuse, showPage, sourceIp, speaksJson, type WebContext } from './respond.ts';
import { isTrapped, readSignUp, typedSignUp } from './sign-up-body.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** The front page, the sign-up, and the page after it. */
export function signUpRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => frontPage(c, world, { course: c.req.query('course') ?? '' }));
  routes.get('/check-your-inbox', (c) =>
    showPage(c, world, 'Please look in your inbox', checkInboxPage()),
  );
  routes.post('/subscribe', async (c) => {
    const body = await readSignUp(c);
    if (body.is === 'unreadable') return refuse(c, world, body.status);
    if (body.is === 'form' && isTrapped(body.given)) return welcomeOrNot(c);
    const { courses, publication } = world.library;
    const given = body.is === 'form' ? withDays(body.given) : body.given;
    const parsed = parseSignUp(given, courses, publication.defaults, world.now());
    if ('problems' in parsed) {
      if (body.is === 'json' || speaksJson(c)) return refuse(c, world, 422, parsed.problems);
      return frontPage(c, world, body.given, forPeople(parsed.problems));
    }
    const late = await tooMany(world, sourceIp(c));
    if (late !== undefined) {
      c.header('Retry-After', String(late));
      return refuse(c, world, 429);
    }
    await signUp(world, parsed.signUp, sourceIp(c));
    return welcomeOrNot(c);
  });
  return routes;
}

/** The form has boxes to tick where the API has words. */
const forPeople = (problems: Problems): Problems =>
  problems['days'] === undefined
    ? problems
    : { ...problems, days: 'Please choose at least one day.' };

/** One answer for new, pending, known and unwelcome addresses, and for robots. */
function welcomeOrNot(c: WebContext): Response {
  return speaksJson(c)
    ? c.json({ status: 'check-your-inbox' }, 202)
    : c.redirect('/check-your-inbox', 303);
}

function frontPage(c: WebContext, world: WebWorld, fields: FormFields, problems: Problems = {}) {
  const { publication, courses } = world.library;
  const course = courseOf(world, String(fields['course'] ?? ''));
  const others = courses.filter((other) => other !== course);
  const form = typedSignUp(fields, publication, course);
  const status = Object.keys(problems).length > 0 ? 422 : 200;
  const title = status === 422 ? 'Something needs another look' : course.title;
  const issues = published(world.library.newsletters, world.now(), publication.defaults.zone);
  const body = signUpPage(publication, course, others, issues, form, problems);
  return showPage(c, world, title, body, status);
}

function courseOf({ library }: WebWorld, slug: string): CourseOutline {
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

/** Decides, saves, and only then acts; a sign-up that changes nothing takes as long. */
async function signUp(world: WebWorld, wish: SignUp, ip: string): Promise<void> {
  const now = world.now();
  const id = subscriberId(await world.idKey(), wish.address);
  const saved = await admittedIfReadable(world, wish, { id, secret: world.newSecret(), now });
  if (saved === undefined) return pretendFollowUp(world, id);
  const details = {
    ip,
    form: `${world.webUrl}/`,
    wording: fingerprint(CONSENT),
    course: wish.course.slug,
    newsletter: String(wish.newsletter),
  };
  await followUp(world, saved, { kind: 'asked', at: now, details });
}

/** Whoever is stored and can't be read gets the answer of everybody: a fault tells nobody who reads. */
async function admittedIfReadable(
  ...given: Parameters<typeof admitted>
): Promise<Subscriber | undefined> {
  try {
    return await admitted(...given);
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    logError('sign-up-unreadable', error);
    return undefined;
  }
}

/** A new address is one conditional write; a known one is decided again on what is stored. */
async function admitted(
  { subscribers }: WebWorld,
  wish: SignUp,
  fresh: Parameters<typeof admit>[2],
): Promise<Subscriber | undefined> {
  const first = admit(wish, undefined, fresh);
  const known = first && (await subscribers.create(first));
  if (known === undefined || admit(wish, known, fresh) === undefined) {
    return known === undefined ? first : undefined;
  }
  const changed = await change(subscribers, fresh.id, (stored) => {
    const subscriber = admit(wish, stored, fresh);
    return subscriber === undefined ? { is: 'unchanged' } : { is: 'changed', subscriber };
  });
  return changed.is === 'changed' ? changed.after : undefined;
}
