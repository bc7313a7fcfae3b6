import { moveClock } from './api.js';
import { announce, byId } from './dom.js';
import { aheadWords, homeZone, isoDay, momentOf, plural, soonWords, zoneWords } from './words.js';

/** @typedef {import('./mailbox.js').State} State */

/** The minute's tick after a letter is due takes it, and the queue a moment more. */
const PAST_DUE = 2 * 60_000;

const DAY = 24 * 60 * 60_000;

/** Shows what time it is in the cloud, and when the reader's next letter is due. @param {State} state */
export function showClock(state) {
  const now = byId('now');
  setText(now, momentOf(state.now, Date.now()));
  now.title = `${zoneWords(homeZone())} time`;
  setText(byId('ahead'), aheadWords(state.now - Date.now()) || 'same as your computer');
  const moment = /** @type {HTMLInputElement} */ (byId('moment'));
  moment.min = inputValue(state.now);
  if (moment.value <= moment.min && moment !== document.activeElement) {
    moment.value = `${isoDay(state.now + DAY)}T08:00`;
  }
  showNextLetter(state);
}

/** @param {State} state */
function showNextLetter({ reader, person, now }) {
  const button = byId('next-letter');
  const { dueAt, zone } = person?.item ?? {};
  button.hidden = !dueAt || !zone || Date.parse(dueAt) <= now;
  if (!dueAt || !zone) return;
  button.title = `The next letter to ${reader}: ${soonWords(dueAt, now, zone)} (${zoneWords(zone)})`;
}

/** @param {State} state */
export function startClock(state) {
  for (const button of document.querySelectorAll('[data-advance]')) {
    const advance = button.getAttribute('data-advance') ?? '';
    button.addEventListener('click', () => void move({ advance }, state));
  }
  byId('next-letter').addEventListener('click', () => {
    const dueAt = state.person?.item?.dueAt;
    if (dueAt) void move({ to: new Date(Date.parse(dueAt) + PAST_DUE).toISOString() }, state);
  });
  byId('go-to').addEventListener('submit', (event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLInputElement} */ (byId('moment'));
    void move({ to: new Date(value).toISOString() }, state);
  });
}

/** @param {Parameters<typeof moveClock>[0]} wish @param {State} state */
async function move(wish, state) {
  const before = state.messages.length;
  const pressed = /** @type {HTMLElement | null} */ (document.activeElement);
  busy(true);
  announce('Moving the clock, and doing all that falls due on the way …');
  try {
    await moveClock(wish);
    await state.refresh();
    const came = state.messages.length - before;
    const mails = came === 0 ? 'No mail came.' : `${plural(came, 'mail')} came.`;
    announce(`It is ${momentOf(state.now, Date.now())}. ${mails}`);
  } catch (error) {
    announce(`The clock stays where it is. ${/** @type {Error} */ (error).message}`);
  }
  busy(false);
  // A button that is switched off loses the focus, and with it the keyboard's place.
  pressed?.focus();
}

/** @param {boolean} moving */
function busy(moving) {
  /** @type {HTMLFieldSetElement} */ (byId('moves')).disabled = moving;
  byId('progress').hidden = !moving;
  document.body.toggleAttribute('data-moving', moving);
}

/** As `datetime-local` wants it, in this computer's zone. @param {number} when */
const inputValue = (when) => `${isoDay(when)}T${new Date(when).toTimeString().slice(0, 5)}`;

/** @param {HTMLElement} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.replaceChildren(text);
}
