import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { EmailAddress } from '../core/address.ts';
import { meantAddress } from '../core/reader/meant-address.ts';
import { isIn, isProbe } from '../core/reader/probe.ts';
import { parseSignUp, type SignUpProblems } from '../core/reader/sign-up.ts';
import { logError } from '../runtime/log.ts';
import { type Admission, admitted } from './admission.ts';
import { INBOX, keepAsked } from './asked-cookie.ts';
import { text, withDays } from './form.ts';
import { courseOf, frontPage } from './front-page.ts';
import { problemsInWords } from './problems.ts';
import { signUp } from './request.ts';
import { refuse, sourceIp, speaksJson, type WebContext } from './respond.ts';
import { shownBy } from './shown-by.ts';
import { isTrapped, readSignUp, type SignUpBody } from './sign-up-body.ts';
import { type WebEnv, type WebWorld, wordsOfPublication } from './world.ts';

type Read = Exclude<SignUpBody, { is: 'unreadable' }>;

/** The front page, and what its form does. */
export function signUpRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/', (c) => frontPage(c, world, { course: c.req.query('course') ?? '' }));
  routes.use('/subscribe', fromOtherSites(world));
  routes.post('/subscribe', async (c) => {
    const body = await readSignUp(c);
    if (body.is === 'unreadable') return refuse(c, world, body.status);
    try {
      return await answer(c, world, body);
    } catch (error) {
      if (!isPerson(c, body)) throw error;
      logError('web-failed', error);
      return frontPage(c, world, body.fields, { is: 'broken' });
    }
  });
  return routes;
}

async function answer(c: WebContext, world: WebWorld, body: Read) {
  const { fields } = body;
  if (isTrapped(fields)) return welcomeOrNot(c, world, body);
  const { courses, publication } = world.library;
  const given = body.is === 'form' ? withDays(body.given) : body.given;
  const parsed = parseSignUp(given, courses, publication.defaults, world.now());
  if ('problems' in parsed) return notUnderstood(c, world, body, parsed.problems);
  const { address } = parsed.signUp;
  if (await isOurOwn(world, address)) return notUnderstood(c, world, body, { email: 'email' });
  const meant = meantAddress(address);
  if (meant !== undefined && isPerson(c, body) && text(fields, 'sure') !== text(fields, 'email')) {
    return frontPage(c, world, fields, { is: 'asked-back', meant });
  }
  const shown = { solution: text(fields, 'altcha'), ticket: text(fields, 'waited') };
  const admission = await admitted(world, { ip: sourceIp(c), address, ...shown });
  if (admission.is !== 'admitted') return notNow(c, world, body, admission);
  const { waits } = admission;
  await signUp(world, parsed.signUp, { ip: sourceIp(c), shown: shownBy(c, world, body), waits });
  return welcomeOrNot(c, world, body, { meant, waits });
}

/** Scripts of the author's other sites may read the answer; their readers' cookies are no part of it. */
const fromOtherSites = ({ library }: WebWorld) =>
  cors({
    origin: (asking) => (library.publication.signUpFrom?.includes(asking) ? asking : null),
    allowMethods: ['POST'],
    allowHeaders: ['Content-Type'],
    maxAge: 3600,
  });

/** Nobody reads in our reply domain but a registered probe: what we send there comes back to us. */
async function isOurOwn(world: WebWorld, address: EmailAddress): Promise<boolean> {
  if (!isIn(world.replyDomain, address)) return false;
  return !isProbe(address, await world.probes.current(), world.now());
}

/** Whoever can be asked back: a browser with our form, and no program. */
const isPerson = (c: WebContext, body: Read): boolean => body.is === 'form' && !speaksJson(c);

/** The form again with what was typed, or what was expected of each field, for a program. */
function notUnderstood(c: WebContext, world: WebWorld, body: Read, problems: SignUpProblems) {
  if (isPerson(c, body)) return frontPage(c, world, body.fields, { is: 'wrong', problems });
  // A program has words for days, where the form has boxes to tick.
  const listed = { ...problems, ...(problems['days'] && { days: 'daysListed' as const }) };
  const errors = problemsInWords(wordsOfPublication(world), listed);
  return refuse(c, world, 422, { errors });
}

/** The form again, with what was typed and a way in; a program is told the way. */
function notNow(
  c: WebContext,
  world: WebWorld,
  body: Read,
  admission: Exclude<Admission, { is: 'admitted' }>,
) {
  c.header('Retry-After', String(admission.seconds));
  if (isPerson(c, body)) return frontPage(c, world, body.fields, admission);
  if (admission.is === 'later') return refuse(c, world, 429);
  const { challenge, ticket } = admission.proof;
  return refuse(c, world, 429, { altcha: challenge, waited: ticket });
}

/**
 * One answer for new, pending, known and unwelcome addresses, and for robots. What was meant is read
 * off what was typed.
 */
function welcomeOrNot(
  c: WebContext,
  world: WebWorld,
  { is, fields }: Read,
  {
    meant,
    waits = false,
  }: { readonly meant?: EmailAddress | undefined; readonly waits?: boolean } = {},
): Response {
  if (is === 'json' || speaksJson(c)) {
    const besides = { ...(meant && { didYouMean: meant }), ...(waits && { mayTakeHours: true }) };
    return c.json({ status: 'check-your-inbox', ...besides }, 202);
  }
  keepAsked(c, world, fields, { waits });
  const { slug } = courseOf(world, text(fields, 'course'));
  const usual = slug === world.library.publication.defaults.course;
  return c.redirect(usual ? INBOX : `${INBOX}?course=${slug}`, 303);
}
