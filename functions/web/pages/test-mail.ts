import { html } from 'hono/html';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** What all links of a test mail come to. */
export const testMailPage = ({ testMail: { title, detail } }: Words): Markup =>
  html`<article class="note"><h1>${title}</h1>
<p class="lead">${detail}</p></article>`;
