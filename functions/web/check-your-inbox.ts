import { Hono } from 'hono';
import { wordsFor } from '../adapters/library.ts';
import { parseAddress } from '../core/address.ts';
import { RESEND_AFTER_SECONDS } from '../core/reader/request.ts';
import { admitted } from './admission.ts';
import { INBOX, type JustAsked, justAsked, keepAsked, waitsFor } from './asked-cookie.ts';
import { readForm, text } from './form.ts';
import { courseOf, frontPage } from './front-page.ts';
import { checkInboxPage, type Resend } from './pages/check-your-inbox.ts';
import { sendAgain } from './request.ts';
import { showPage, sourceIp, type WebContext } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/**
 * The page after the form: which address it was, the way back to put it right, and the mail once more.
 * All of it is the same whoever is known by the address.
 */
export function checkYourInboxRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(INBOX, (c) => {
    const asked = justAsked(c);
    return inbox(c, world, asked, asked === undefined ? 'offered' : resendOf(asked));
  });
  routes.get(`${INBOX}/address`, (c) => {
    const asked = justAsked(c);
    return asked === undefined ? c.redirect('/', 303) : frontPage(c, world, asked.fields);
  });
  routes.post(INBOX, async (c) => {
    const asked = justAsked(c);
    const address = asked && parseAddress(text(asked.fields, 'email'));
    if (asked === undefined || address === undefined) return c.redirect('/', 303);
    if (asked.again || asked.waits) return inbox(c, world, asked, resendOf(asked));
    if (waitsFor(asked, world.now()) < RESEND_AFTER_SECONDS) return inbox(c, world, asked, 'soon');
    const fields = await readForm(c).catch(() => ({}));
    const shown = { solution: text(fields, 'altcha'), ticket: text(fields, 'waited') };
    const asker = { ip: sourceIp(c), address, ...shown };
    const admission = await admitted(world, asker);
    if (admission.is !== 'admitted') {
      c.header('Retry-After', String(admission.seconds));
      return inbox(c, world, asked, admission.is === 'prove' ? admission : 'later');
    }
    const { waits } = admission;
    await sendAgain(world, address, waits);
    keepAsked(c, world, asked.fields, { again: true, waits });
    return c.redirect(INBOX, 303);
  });
  return routes;
}

/** What waits in line is not asked for once more: it comes. */
const resendOf = ({ again, waits }: JustAsked): Resend =>
  waits ? 'waits' : again ? 'sent' : 'offered';

function inbox(c: WebContext, world: WebWorld, asked: JustAsked | undefined, resend: Resend) {
  const slug = (asked && text(asked.fields, 'course')) || c.req.query('course');
  const words = wordsFor(world.library, courseOf(world, slug).slug);
  const address = asked && text(asked.fields, 'email').trim();
  const status = resend === 'later' || typeof resend === 'object' ? 429 : 200;
  const page = checkInboxPage(words, address, resend);
  return showPage(c, world, words, words.signUp.inbox, page, status);
}
