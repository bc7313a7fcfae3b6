import { html } from 'hono/html';
import { SCORES, type Score } from '../../core/reader/check-in.ts';
import { scoreInWords, type Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** Two circles as an image of its own: no style attribute, which the policy forbids. */
function circles(score: Score): Markup {
  const shift = [15, 12, 10, 8, 6, 4, 2][score - 1] ?? 0;
  return html`<svg class="circles" viewBox="0 0 56 26" aria-hidden="true" focusable="false">
<circle cx="${28 - shift}" cy="13" r="11"/><circle cx="${28 + shift}" cy="13" r="11"/></svg>`;
}

const strong = (words: Words, score: Score): Markup =>
  html`<strong>${scoreInWords(words, score)}</strong>`;

/** The tapped picture, one button to keep it, and the other six for a finger that slipped. */
export function checkInPage(words: Words, score: Score, link: string, guard: Markup): Markup {
  const { like, yourWeek, keep, private: forYou } = words.checkIn;
  return html`<article class="note checkin"><h1>${like}</h1>
<div class="chosen">${circles(score)}</div>
<p class="lead">${yourWeek.pieces({ words: strong(words, score) })}</p>
<form method="post"><button>${keep}</button>${guard}</form>
${others(words, score, link)}
<p class="small">${forYou}</p></article>`;
}

/** After the button: what was kept, and until when it may be changed. */
export function checkedInPage(words: Words, score: Score, link: string): Markup {
  const { noted, thisWeek, changed } = words.checkIn;
  return html`<article class="note checkin"><h1>${noted}</h1>
<div class="chosen">${circles(score)}</div>
<p class="lead">${thisWeek.pieces({ words: strong(words, score), score: html`${score}` })}</p>
<p>${changed}</p>
${others(words, score, link)}</article>`;
}

/** A later check-in is answered, so this one belongs to the past. What was answered is not told here. */
export function settledPage({ checkIn: { past, pastDetail, hindsight } }: Words): Markup {
  return html`<article class="note checkin"><h1>${past}</h1>
<p class="lead">${pastDetail}</p>
<p>${hindsight}</p></article>`;
}

function others(words: Words, chosen: Score, link: string): Markup {
  const { pictures, picture } = words.checkIn;
  return html`<nav aria-label="${pictures}"><ul class="pictures">${SCORES.map(
    (score) => html`<li><a href="${link}/${score}"${score === chosen && html` aria-current="true"`}>
${circles(score)}<span class="hidden">${picture({ score, words: scoreInWords(words, score) })}</span></a></li>`,
  )}</ul></nav>`;
}
