import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** One button, no questions, and a gentler way beside it. */
export function unsubscribePage(words: Words, preferences: string): Markup {
  const { title, detail, button, instead, insteadLink } = words.unsubscribe;
  const link = html`<a href="${preferences}?do=pause">${insteadLink}</a>`;
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${detail}</p>
<form method="post"><button>${button}</button></form>
<p>${instead.pieces({ link })}</p></article>`;
}

/** The same page after the first press and after the tenth. */
export function unsubscribedPage(words: Words, preferences: string): Markup {
  const { stopped, stoppedDetail, slipped, slippedLink } = words.unsubscribe;
  const link = html`<a href="${preferences}?do=rejoin">${slippedLink}</a>`;
  return html`<article class="note"><h1>${stopped}</h1>
<p class="lead">${stoppedDetail}</p>
<p>${slipped.pieces({ link })}</p>
</article>`;
}
