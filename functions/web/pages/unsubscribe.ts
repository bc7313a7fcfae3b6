import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** One button, no questions, and a gentler way beside it. */
export function unsubscribePage(preferences: string): Markup {
  return html`<article class="note"><h1>Stop the letters?</h1>
<p class="lead">One press, and nothing more is sent to you.</p>
<form method="post"><button>Yes, stop the letters</button></form>
<p>Only short of time? <a href="${preferences}?do=pause">Pause them instead</a>: they wait, and
nothing piles up.</p></article>`;
}

/** The same page after the first press and after the tenth. */
export function unsubscribedPage(preferences: string): Markup {
  return html`<article class="note"><h1>Your letters have stopped</h1>
<p class="lead">You get nothing more from us. Thank you for reading as far as you did, and go
well.</p>
<p>Did your finger slip? <a href="${preferences}?do=rejoin">That was a mistake, keep me on</a>.</p>
</article>`;
}
