import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** One button, no questions, and a word of the gentler way. */
export function unsubscribePage({ unsubscribe }: Words): Markup {
  const { title, detail, button, instead } = unsubscribe;
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${detail}</p>
<form method="post"><button>${button}</button></form>
<p>${instead}</p></article>`;
}

/** The same page after the first press and after the tenth; the way back only after the first. */
export function unsubscribedPage({ unsubscribe }: Words, back: string | undefined): Markup {
  const { stopped, stoppedDetail, slipped, slippedLink } = unsubscribe;
  return html`<article class="note"><h1>${stopped}</h1>
<p class="lead">${stoppedDetail}</p>
${back !== undefined && html`<p>${slipped.pieces({ link: html`<a href="${back}">${slippedLink}</a>` })}</p>`}
</article>`;
}
