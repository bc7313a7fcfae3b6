import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { copyLimit, type Matter } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isWithin } from '../runtime/within.ts';
import { readForm } from './form.ts';
import { mailOwnLink } from './mail-own-link.ts';
import { askPage, notNowPage, sentPage } from './pages/own.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { showPage, type WebContext } from './respond.ts';
import { type WebWorld, wordsOfReader } from './world.ts';

/** What a link does not open, and a press on its page has mailed. */
export interface AskedByMail {
  readonly matter: Matter;
  readonly title: string;
  readonly detail: string;
  /** Of the page that asks, where it is another than 200. */
  readonly status?: ContentfulStatusCode;
  /** Asked for on a letter's copy, which anybody may hold. */
  readonly fromCopy?: true;
}

/** The page with one button. */
export function showAsk(
  c: WebContext,
  world: WebWorld,
  reader: Subscriber,
  { title, detail, status }: AskedByMail,
  around = asItIs,
) {
  const words = wordsOfReader(world, reader);
  const body = askPage(words, title, detail, guard(world, words, reader));
  return showPage(c, world, words, title, around(words, body), status);
}

/** The press on it, answered alike whatever becomes of the mail. */
export async function askedByMail(
  c: WebContext,
  world: WebWorld,
  reader: Subscriber,
  asked: AskedByMail,
) {
  const fields = await readForm(c).catch(() => ({}));
  if (await isRobots(world, reader, fields, `by mail ${asked.matter}`)) {
    return showAsk(c, world, reader, asked, onceMore);
  }
  const words = wordsOfReader(world, reader);
  // Presses count, and no mails: whoever holds a copy is not told whether its reader gets any.
  if (asked.fromCopy && !(await isWithin(world, reader, [copyLimit(world.now())]))) {
    const { againOver, copyOverDetail } = words.own;
    return showPage(c, world, words, againOver, notNowPage(againOver, copyOverDetail), 429);
  }
  await mailOwnLink(world, reader, asked.matter);
  return showPage(c, world, words, words.own.sent, sentPage(words));
}
