import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import { ONCE_MORE } from '../press.ts';
import type { Markup } from './layout.ts';

/** What one press would add to a reader's letters, and the button. */
export function addPage(
  { wish }: Words,
  title: string,
  { guard, again }: { readonly guard: Markup; readonly again: boolean },
): Markup {
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${wish.notYet}</p>
<form method="post"><button autofocus${again && html` aria-describedby="${ONCE_MORE}"`}>${wish.do}</button>${guard}</form></article>`;
}

/** The same page after the first press and after the tenth; the first one can be taken back. */
export function addedPage(
  { wish, confirm }: Words,
  said: string,
  { preferences, undo }: { readonly preferences: string; readonly undo: string | undefined },
): Markup {
  const link = html`<a href="${preferences}">${confirm.changeLink}</a>`;
  return html`<article class="note"><h1>${wish.done}</h1>
<p class="lead" role="status">${said}</p>
<p>${confirm.change.pieces<Markup | string>({ link })}</p>
${undo && html`<p><a href="${undo}">${wish.undo}</a></p>`}</article>`;
}
