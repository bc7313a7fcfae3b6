import { html, nothing } from 'lit-html';
import { addressIn } from './compose.js';
import { outcomeWords } from './outcome.js';
import { standingWords } from './standing.js';
import { fullDay, homeZone, scheduleWords, soonWords, timeOf, zoneWords } from './words.js';

/** @typedef {import('./api.js').Subscriber} Subscriber */
/** @typedef {import('./mailbox.js').State} State */

/** What Kindling knows about the reader of the selected mail. @param {State} state */
export const reader = (state) => html`
  <section class="reader" id="reader" aria-labelledby="reader-title" ?hidden=${state.reader === ''}>${
    state.reader === '' ? nothing : known(state)
  }</section>`;

/** @param {State} state */
function known({ reader, person, replies, now }) {
  const written = replies.filter(({ from }) => addressIn(from) === reader);
  return html`
    <h2 id="reader-title">What Kindling knows about <span>${reader}</span></h2>
    ${person?.item ? facts(person.item, now) : stranger()}
    ${written.length > 0 ? html`<h3 class="label">What they wrote</h3>${history(written, now)}` : nothing}
    ${person ? stored(person) : nothing}`;
}

const stranger = () =>
  html`<p class="standing soft">Nothing: this address is on no list. The author’s own mailbox is like that.</p>`;

/** @param {Subscriber} subscriber @param {number} now */
function facts(subscriber, now) {
  const { zone, enrollments, claim, dueAt, newsletter } = subscriber;
  return html`
    <p class="standing">${standingWords(subscriber, now)}</p>
    <dl>
      ${fact('Letters come', `${scheduleWords(subscriber)}, ${zoneWords(zone)}`)}
      ${zone === homeZone() ? nothing : fact('Their time now', `${fullDay(now, now, zone)}, ${timeOf(now, zone)}`)}
      ${fact('Next due', dueAt ? dueWords(dueAt, now, zone) : 'nothing')}
      ${enrollments.map(courseFacts)}
      ${fact('Newsletter', newsletter ? 'yes' : 'no')}
      ${fact('Open claim', claim ? `one mail is being sent, since ${timeOf(claim.at)}` : 'none')}
    </dl>`;
}

/** @param {string} name @param {string} value */
const fact = (name, value) => html`<dt>${name}</dt><dd>${value}</dd>`;

/** @param {string} dueAt @param {number} now @param {string} zone */
const dueWords = (dueAt, now, zone) =>
  Date.parse(dueAt) <= now ? 'right now' : soonWords(dueAt, now, zone);

/** @param {import('./api.js').Enrollment} enrollment */
function courseFacts({ course, track, welcomed, received }) {
  const last = received.at(-1);
  return html`
    ${fact('Course', track ? `${course}, ${track}` : course)}
    ${fact('Welcome sent', welcomed ? 'yes' : 'not yet')}
    ${fact('Letters sent', last ? `${received.length}, the last was “${last}”` : 'none yet')}`;
}

/** @param {State['replies']} written @param {number} now */
const history = (written, now) =>
  html`<ul class="history">${written
    .toReversed()
    .map(
      (reply) =>
        html`<li><q>${reply.text}</q>${reply.outcome ? ` ${outcomeWords(reply, now)}` : nothing}</li>`,
    )}</ul>`;

/** @param {unknown} value */
const stored = (value) => html`<details>
  <summary>As it is stored</summary><pre tabindex="0">${JSON.stringify(value, null, 2)}</pre></details>`;
