import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** What we can't do, by HTTP status; each has a title and a detail among the words. */
export type Refusal = 400 | 404 | 405 | 413 | 415 | 422 | 429 | 500;

/** What we say then: the same to everybody, whatever the cause. */
export const refusalInWords = ({ refusals }: Words, status: Refusal) => ({
  title: refusals[`title${status}`],
  detail: refusals[`detail${status}`],
});

/** The page for it. */
export function refusalPage(words: Words, status: Refusal): Markup {
  const { title, detail } = refusalInWords(words, status);
  return html`<article class="note"><h1>${title}</h1><p>${detail}</p>
<p><a href="/">${words.page.home}</a></p></article>`;
}
