import { html } from 'hono/html';
import { SCORE_WORDS, SCORES, type Score } from '../../core/reader/check-in.ts';
import type { Markup } from './layout.ts';

/** Two circles as an image of its own: no style attribute, which the policy forbids. */
function circles(score: Score): Markup {
  const shift = [15, 12, 10, 8, 6, 4, 2][score - 1] ?? 0;
  return html`<svg class="circles" viewBox="0 0 56 26" aria-hidden="true" focusable="false">
<circle cx="${28 - shift}" cy="13" r="11"/><circle cx="${28 + shift}" cy="13" r="11"/></svg>`;
}

/** The tapped picture, one button to keep it, and the other six for a finger that slipped. */
export function checkInPage(score: Score, link: string): Markup {
  return html`<article class="note checkin"><h1>Like this?</h1>
<div class="chosen">${circles(score)}</div>
<p class="lead">You and your person this week: <strong>${SCORE_WORDS[score]}</strong>.</p>
<form method="post"><button>Yes, keep this answer</button></form>
${others(score, link)}
<p class="small">Your answer is kept for you alone. Nobody grades it, and no picture is the right
one.</p></article>`;
}

/** After the button: what was kept, and until when it may be changed. */
export function checkedInPage(score: Score, link: string): Markup {
  return html`<article class="note checkin"><h1>Noted, thank you</h1>
<div class="chosen">${circles(score)}</div>
<p class="lead">This week: <strong>${SCORE_WORDS[score]}</strong>, ${score} of 7. You will meet
it again at the end of your letters.</p>
<p>Changed your mind? Until the next check-in you may choose another.</p>
${others(score, link)}</article>`;
}

/** A later check-in is answered, so this one belongs to the past. */
export function settledPage(kept: Score | undefined): Markup {
  return html`<article class="note checkin"><h1>This one is in the past</h1>
${kept && html`<div class="chosen">${circles(kept)}</div>`}
<p class="lead">You have answered a later check-in since, so this one stays ${
    kept ? html`as it was: <strong>${SCORE_WORDS[kept]}</strong>` : 'open'
  }.</p>
<p>Otherwise hindsight would draw the line, and you would learn less from it.</p></article>`;
}

function others(chosen: Score, link: string): Markup {
  return html`<nav aria-label="The seven pictures"><ul class="pictures">${SCORES.map(
    (score) => html`<li><a href="${link}/${score}"${score === chosen && html` aria-current="true"`}>
${circles(score)}<span class="hidden">${score}, ${SCORE_WORDS[score]}</span></a></li>`,
  )}</ul></nav>`;
}
