import { html } from 'hono/html';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import type { Words } from '../../core/words/words.ts';
import { faulty, type Problems, problemAt, problemSummary } from './fields.ts';
import type { Markup } from './layout.ts';

/** Nothing is opened here: one button mails a link to whoever the letter went to. */
export function askPage({ own }: Words, title: string, detail: string, guard: Markup): Markup {
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${detail}</p>
<form method="post"><button>${own.ask}</button>${guard}</form></article>`;
}

/** The one answer to that button. */
export function sentPage({ own }: Words): Markup {
  return html`<article class="note"><h1>${own.sent}</h1>
<p class="lead" role="status">${own.sentDetail}</p></article>`;
}

/** All that is stored, to read here or to take along. */
export function dataPage(
  { preferences, wish }: Words,
  items: readonly object[],
  guard: Markup,
): Markup {
  return html`<article class="note"><h1>${preferences.data}</h1>
<p class="lead">${wish.exportDetail}</p>
<form method="post"><button>${preferences.data}</button>${guard}</form>
<pre class="data" tabindex="0" role="region" aria-label="${preferences.data}">${JSON.stringify(items, undefined, 2)}</pre></article>`;
}

/** The last question, and one button. */
export function erasePage({ wish }: Words, guard: Markup): Markup {
  return html`<article class="note"><h1>${wish.erase}</h1>
<p class="lead">${wish.eraseDetail}</p>
<p>${wish.notYet}</p>
<form method="post"><button>${wish.do}</button>${guard}</form></article>`;
}

/** One field: where letters are to come from now on. */
export function addressPage(
  words: Words,
  { address }: Pick<Subscriber, 'address'>,
  guard: Markup,
  { typed = '', problems = {} }: { readonly typed?: string; readonly problems?: Problems } = {},
): Markup {
  const { own, preferences } = words;
  return html`<article class="note"><h1>${preferences.address}</h1>
${problemSummary(words, problems)}
<p class="lead">${own.addressDetail({ address })}</p>
<form method="post"><div class="field"><label for="email">${own.newAddress}</label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="email" required maxlength="254" value="${typed}"${faulty('email', problems)}>
${problemAt('email', problems)}</div>
<button>${own.askThere}</button>${guard}</form></article>`;
}

/** The one answer to a typed address. */
export function askedTherePage({ own }: Words, address: string): Markup {
  return html`<article class="note"><h1>${own.sent}</h1>
<p class="lead" role="status">${own.askedThere({ address })}</p></article>`;
}

/** In the new mailbox: what one press would do. */
export function movePage({ own }: Words, from: string, guard: Markup): Markup {
  return html`<article class="note"><h1>${own.move}</h1>
<p class="lead">${own.moveDetail({ address: from })}</p>
<form method="post"><button>${own.moveYes}</button>${guard}</form></article>`;
}

/** The same page after the first press and after the tenth. */
export function movedPage({ own }: Words): Markup {
  return html`<article class="note"><h1>${own.moved}</h1>
<p class="lead" role="status">${own.movedDetail}</p></article>`;
}

/** What can't be done now, and why. */
export const notNowPage = (title: string, detail: string): Markup =>
  html`<article class="note"><h1>${title}</h1>
<p class="lead">${detail}</p></article>`;
