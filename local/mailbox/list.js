import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { addressIn } from './compose.js';
import { dayOf, isoDay, timeOf } from './words.js';

/** @typedef {import('./api.js').Message} Message */
/** @typedef {import('./mailbox.js').State} State */

const READ = 'kindling-read';
/** @type {Set<string>} */
const read = new Set(JSON.parse(localStorage.getItem(READ) ?? '[]'));

/** Every mail that the filter lets through, newest first. @param {State} state */
export function mailsIn({ messages, filter }) {
  return messages.filter(({ to }) => filter === '' || addressIn(to) === filter).toReversed();
}

/** @param {Message} mail */
export const isRead = ({ id }) => read.has(id);

/** Remembers that a mail was opened. @param {State} state */
export function markRead({ selected, messages }) {
  if (read.has(selected) || !messages.some(({ id }) => id === selected)) return;
  read.add(selected);
  // A fresh start leaves no mails, so their ids need not be kept either.
  const known = messages.map((mail) => mail.id).filter((one) => read.has(one));
  localStorage.setItem(READ, JSON.stringify(known));
}

/** Whose mails are listed. @param {State} state */
export function filter(state) {
  const addresses = state.messages.map(({ to }) => addressIn(to));
  const options = [...new Set(['', state.filter, ...addresses])].sort();
  const change = (/** @type {Event} */ { currentTarget }) => {
    state.show({ filter: /** @type {HTMLSelectElement} */ (currentTarget).value });
    void state.refresh();
  };
  return html`<div class="filter">
    <label for="filter">Mails to</label>
    <select id="filter" @change=${change}>${repeat(
      options,
      (value) => value,
      (value) =>
        html`<option value=${value} .selected=${value === state.filter}>${value || 'everybody'}</option>`,
    )}</select></div>`;
}

/** The mails by their days, newest first; a page that asks every moment for news need not say the same dates anew. @param {State} state */
export const list = (state) =>
  html`<div id="list">${guard(
    [state.messages, state.filter, state.selected, isoDay(state.now), read.size],
    () =>
      repeat(
        Map.groupBy(mailsIn(state), ({ date }) => isoDay(date)),
        ([day]) => day,
        ([, mails]) => dayGroup(mails, state),
      ),
  )}</div>`;

/** @param {Message[]} mails of one day @param {State} state */
const dayGroup = (mails, { selected, now }) => html`<section>
  <h2 class="day label">${dayOf(mails[0]?.date ?? now, now)}</h2>
  <ul>${repeat(
    mails,
    ({ id }) => id,
    (mail) => html`<li>${entry(mail, mail.id === selected)}</li>`,
  )}</ul></section>`;

/** @param {Message} mail @param {boolean} isOpen */
const entry = (mail, isOpen) => html`
  <a href=${linkTo(mail.id)} id=${`entry-${mail.id}`} class=${isRead(mail) ? '' : 'unread'} aria-current=${isOpen ? 'true' : nothing}>
    <span class="subject">${isRead(mail) ? nothing : html`<span class="hidden">Unread: </span>`}${mail.subject}</span>
    <span class="to">${addressIn(mail.to)}</span>
    <time datetime=${mail.date}>${timeOf(mail.date)}</time></a>`;

/** @param {string} id */
export const linkTo = (id) => `#${id}`;

/** Brings the entry of a mail into view. @param {string} id @param {boolean} focus */
export function reveal(id, focus) {
  const found = document.getElementById(`entry-${id}`);
  found?.scrollIntoView({ block: 'nearest' });
  if (focus) found?.focus({ preventScroll: true });
}
