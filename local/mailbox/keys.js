import { html } from 'lit-html';
import { linkTo, reveal } from './list.js';

/** @typedef {import('./api.js').Message} Message */

const OFF = 'kindling-no-shortcuts';
const areWanted = () => localStorage.getItem(OFF) === null;

/** Single letters can be switched off (WCAG 2.1.4): speech input types them without meaning to. */
export const shortcuts = () => html`
  <label class="shortcuts"><input type="checkbox" id="shortcuts" .checked=${areWanted()} @change=${chosen}>
    <span>Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>r</kbd> answer</span></label>`;

/** @param {Event} event */
function chosen({ currentTarget }) {
  if (/** @type {HTMLInputElement} */ (currentTarget).checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, 'yes');
}

/**
 * j and k (in the list also the arrows) go through the mails, r answers.
 *
 * @param {() => Message[]} mails as listed
 */
export function startKeys(mails) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const letters = areWanted();
    const step = stepOf(event, letters);
    if (step !== 0) go(step, mails());
    else if (event.key === 'r' && letters) document.getElementById('words')?.focus();
    else return;
    event.preventDefault();
  });
}

/** @param {KeyboardEvent} event @param {boolean} letters */
function stepOf({ key, target }, letters) {
  const inList = target instanceof Element && target.closest('#list') !== null;
  if ((letters && key === 'j') || (inList && key === 'ArrowDown')) return 1;
  if ((letters && key === 'k') || (inList && key === 'ArrowUp')) return -1;
  return 0;
}

/** The address is ahead of what is shown, for whoever types fast. @param {number} step @param {Message[]} mails */
function go(step, mails) {
  const at = mails.findIndex(({ id }) => linkTo(id) === location.hash);
  const next = mails[Math.min(Math.max(at + step, 0), mails.length - 1)];
  if (!next) return;
  location.hash = linkTo(next.id);
  reveal(next.id, true);
}

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');
