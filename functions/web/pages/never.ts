import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** No mail that a form sends, ever: one button. */
export function neverPage({ never }: Words, guard: Markup): Markup {
  return html`<article class="note"><h1>${never.title}</h1>
<p class="lead">${never.detail}</p>
<form method="post"><input type="hidden" name="quiet" value="yes">
<button>${never.button}</button>${guard}</form></article>`;
}

/** It is so, and can be taken back. */
export function quietPage({ never }: Words, guard: Markup): Markup {
  return html`<article class="note"><h1>${never.done}</h1>
<p class="lead">${never.doneDetail}</p>
<form method="post"><input type="hidden" name="quiet" value="no">
<button class="quiet">${never.back}</button>${guard}</form></article>`;
}
