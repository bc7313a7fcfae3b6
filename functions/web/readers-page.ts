import type { CourseSlug } from '../core/course.ts';
import { consentIn } from '../core/reader/consent.ts';
import { byReader } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import { parseMatter, parsePagePart } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { recorded } from '../runtime/change.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { keptWording } from '../runtime/wording.ts';
import { agreedTo } from './agreed-to.ts';
import { type FormFields, text } from './form.ts';
import { changeThroughLink } from './link.ts';
import { mailOwnLink } from './mail-own-link.ts';
import { withdraw } from './never.ts';
import { preferencesPage } from './pages/preferences.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { problemsInWords } from './problems.ts';
import { opensAll, type PageLink, partOf, pathOf } from './reach.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { isWayBack, type Told, tellingQuery, toldIn } from './told.ts';
import { undoForm } from './undo.ts';
import { grant, parseAction, parseWish, type Wish, type WishProblems } from './wish.ts';
import { presentOf, type WebWorld, wordsOfReader } from './world.ts';

/** A reader's page, with what its link opens. */
export function showReadersPage(
  c: WebContext,
  world: WebWorld,
  link: PageLink,
  fields: FormFields,
  problems: WishProblems = {},
  around = asItIs,
) {
  const { subscriber } = link;
  const words = wordsOfReader(world, subscriber);
  const body = preferencesPage({
    words,
    subscriber,
    present: presentOf(world),
    whole: opensAll(link),
    form: {
      first: parseAction(text(fields, 'do') || text(fields, 'action')),
      fields,
      told: toldIn(subscriber, c.req.query('told')),
    },
    problems: problemsInWords(words, problems),
    guard: guard(world, words, subscriber),
  });
  const wrong = Object.keys(problems).length > 0;
  return showPage(c, world, words, words.preferences.title, around(words, body), wrong ? 422 : 200);
}

/** A press on it, all but that of leaving. */
export async function pressOnReadersPage(
  c: WebContext,
  world: WebWorld,
  link: PageLink,
  fields: FormFields,
) {
  const { subscriber } = link;
  const action = parseAction(text(fields, 'action'));
  if (action === 'leave') return refuse(c, world, 405);
  if (await isRobots(world, subscriber, fields, `preferences ${action}`)) {
    return showReadersPage(c, world, link, fields, {}, onceMore);
  }
  if (action === 'mail') return mail(c, world, link, fields);
  const parsed = parseWish(action, fields, subscriber, world.now());
  if ('problems' in parsed) return showReadersPage(c, world, link, fields, parsed.problems);
  return carryOut(c, world, link, { wish: parsed.wish, fields });
}

/** Does it, and leads back to the page, which says what is different now. */
async function carryOut(
  c: WebContext,
  world: WebWorld,
  link: PageLink,
  { wish, fields }: { readonly wish: Wish; readonly fields: FormFields },
) {
  const present = presentOf(world);
  const part = opensAll(link) ? undefined : partOf(wish);
  const may = (stored: Subscriber) => part === undefined || isWayBack(stored, fields);
  const source = {
    ...byReader('page'),
    network: networkOf(sourceIp(c)),
    ...(may(link.subscriber) && (await wordingShown(world, wish, link.subscriber))),
  };
  let told: Told = { action: wish.is, is: 'unchanged' };
  const { token, purpose } = link;
  const changed = await changeThroughLink(world.subscribers, token, purpose, (stored) => {
    const granted = grant(wish, stored, present);
    if (granted.is === 'changed' && !may(stored)) {
      told = { action: 'mail', is: 'changed' };
      return { is: 'unchanged' };
    }
    told = {
      action: wish.is,
      is: granted.is,
      ...('course' in wish && { course: wish.course as CourseSlug }),
      ...(granted.is === 'refused' && { because: granted.because }),
      ...(granted.is === 'changed' && { undo: undoForm(wish, stored, present.now) }),
    };
    return recorded(granted, (after) => consentIn(stored, after, source, present.now));
  });
  if (changed.is === 'unknown') return refuse(c, world, 404);
  if (told.action === 'mail') await mailOwnLink(world, changed.after, 'page', part);
  if (changed.is === 'changed') await sendSoon(world, changed.after);
  if (told.action === 'no-form-mail') await withdraw(world, changed.after);
  return back(c, link, changed.is === 'changed' ? saved(changed.after) : changed.after, told);
}

/** As it lies in the table now: a save counts. */
const saved = (after: Subscriber): Subscriber => ({ ...after, revision: after.revision + 1 });

const back = (c: WebContext, link: PageLink, subscriber: Subscriber, told: Told) =>
  c.redirect(`${pathOf(link)}${tellingQuery(subscriber, told)}`, 303);

/** The same answer, whatever becomes of the mail. */
async function mail(c: WebContext, world: WebWorld, link: PageLink, fields: FormFields) {
  const matter = parseMatter(text(fields, 'matter'));
  if (matter === undefined) return showReadersPage(c, world, link, fields, { action: 'action' });
  const part = matter === 'page' ? parsePagePart(text(fields, 'do')) : undefined;
  await mailOwnLink(world, link.subscriber, matter, part);
  return back(c, link, link.subscriber, { action: 'mail', is: 'changed' });
}

/** What the page said beside the button by which somebody agrees to be sent more. */
async function wordingShown(world: WebWorld, wish: Wish, shownTo: Subscriber) {
  const words = wordsOfReader(world, shownTo);
  const said = agreedTo(wish, shownTo, words, presentOf(world));
  return said === undefined ? undefined : keptWording(world, words.language, said);
}
