import { html, noChange, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { moveClock } from './api.js';
import { aheadWords, homeZone, isoDay, momentOf, plural, soonWords, zoneWords } from './words.js';

/** @typedef {import('./mailbox.js').State} State */

/** The minute's tick after a letter is due takes it, and the queue a moment more. */
const PAST_DUE = 2 * 60_000;

const DAY = 24 * 60 * 60_000;

/** By how much it can be moved at a press. */
const STEPS = /** @type {const} */ ([
  ['PT1H', '+1 hour'],
  ['P1D', '+1 day'],
  ['P1W', '+1 week'],
]);

/** What time it is in the cloud, and what moves it. @param {State} state */
export const clock = (state) => html`
  <section class="clock" aria-labelledby="clock-title">
    <h2 class="hidden" id="clock-title">Clock</h2>
    <p class="now"><time id="now" title=${`${zoneWords(homeZone())} time`}>${state.begun ? momentOf(state.now, Date.now()) : '…'}</time>
      <span id="ahead">${state.begun ? aheadWords(state.now - Date.now()) || 'same as your computer' : nothing}</span></p>
    <fieldset id="moves" ?disabled=${state.moving}>
      <legend class="hidden">Move the clock</legend>
      <div class="steps">
        ${STEPS.map(([advance, text]) => html`<button type="button" @click=${() => move({ advance }, state)}>${text}</button>`)}
        ${nextLetter(state)}
      </div>
      ${goTo(state)}
    </fieldset>
  </section>`;

/** To when the reader's next letter is due. @param {State} state */
function nextLetter(state) {
  const { reader, person, now } = state;
  const { dueAt, zone } = person?.item ?? {};
  if (!dueAt || !zone || Date.parse(dueAt) <= now) return nothing;
  const to = new Date(Date.parse(dueAt) + PAST_DUE).toISOString();
  const says = `The next letter to ${reader}: ${soonWords(dueAt, now, zone)} (${zoneWords(zone)})`;
  return html`<button type="button" id="next-letter" title=${says} @click=${() => move({ to }, state)}>Next letter</button>`;
}

/** @param {State} state */
function goTo(state) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const moment = momentField();
    if (moment) void move({ to: new Date(moment.value).toISOString() }, state);
  };
  const earliest = inputValue(state.now);
  return html`<form id="go-to" @submit=${submit}>
    <label for="moment">Go to</label>
    <input id="moment" type="datetime-local" required min=${earliest} .value=${live(momentAhead(state, earliest))}>
    <button type="submit">Go</button></form>`;
}

/** Tomorrow morning, once what stands there is over; what is being typed stays. @param {State} state @param {string} earliest */
function momentAhead({ begun, now }, earliest) {
  const moment = momentField();
  const stays = moment && (moment === document.activeElement || moment.value > earliest);
  return !begun || stays ? noChange : `${isoDay(now + DAY)}T08:00`;
}

const momentField = () =>
  /** @type {HTMLInputElement | null} */ (document.getElementById('moment'));

/** @param {Parameters<typeof moveClock>[0]} wish @param {State} state */
async function move(wish, state) {
  const before = state.messages.length;
  const pressed = /** @type {HTMLElement | null} */ (document.activeElement);
  state.show({
    moving: true,
    said: 'Moving the clock, and doing all that falls due on the way …',
  });
  const said = await moved(wish, state, before).catch(
    (/** @type {Error} */ error) => `The clock stays where it is. ${error.message}`,
  );
  state.show({ moving: false, said });
  // A button that is switched off loses the focus, and with it the keyboard's place.
  pressed?.focus();
}

/** @param {Parameters<typeof moveClock>[0]} wish @param {State} state @param {number} before */
async function moved(wish, state, before) {
  await moveClock(wish);
  await state.refresh();
  const came = state.messages.length - before;
  const mails = came === 0 ? 'No mail came.' : `${plural(came, 'mail')} came.`;
  return `It is ${momentOf(state.now, Date.now())}. ${mails}`;
}

/** As `datetime-local` wants it, in this computer's zone. @param {number} when */
const inputValue = (when) => `${isoDay(when)}T${new Date(when).toTimeString().slice(0, 5)}`;
