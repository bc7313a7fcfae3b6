import { addressIn } from './compose.js';
import { byId, el } from './dom.js';
import { dayOf, isoDay, timeOf } from './words.js';

/** @typedef {import('./api.js').Message} Message */
/** @typedef {import('./mailbox.js').State} State */

const READ = 'kindling-read';
/** @type {Set<string>} */
const read = new Set(JSON.parse(localStorage.getItem(READ) ?? '[]'));
let shown = '';

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

/** Shows the list and the filter above it; leaves both alone while nothing has changed. @param {State} state */
export function showList(state) {
  showFilter(state);
  const mails = mailsIn(state);
  const today = isoDay(state.now);
  const now = JSON.stringify([today, state.selected, mails.map((mail) => [mail.id, isRead(mail)])]);
  if (now === shown) return;
  shown = now;
  const list = byId('list');
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const days = Map.groupBy(mails, ({ date }) => dayOf(date, state.now));
  list.replaceChildren(...[...days].map(([day, some]) => dayGroup(day, some, state.selected)));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** @param {string} day @param {Message[]} mails @param {string} selected */
function dayGroup(day, mails, selected) {
  return el(
    'section',
    {},
    el('h2', { className: 'day label' }, day),
    el('ul', {}, ...mails.map((mail) => el('li', {}, entry(mail, mail.id === selected)))),
  );
}

/** @param {Message} mail @param {boolean} current */
function entry(mail, current) {
  const fresh = !isRead(mail);
  return el(
    'a',
    {
      ...{ href: linkTo(mail.id), id: `entry-${mail.id}`, className: fresh ? 'unread' : '' },
      ...(current && { 'aria-current': 'true' }),
    },
    el(
      'span',
      { className: 'subject' },
      fresh && el('span', { className: 'hidden' }, 'Unread: '),
      mail.subject,
    ),
    el('span', { className: 'to' }, addressIn(mail.to)),
    el('time', { dateTime: mail.date }, timeOf(mail.date)),
  );
}

/** @param {string} id */
export const linkTo = (id) => `#${id}`;

/** Brings the entry of a mail into view. @param {string} id @param {boolean} focus */
export function reveal(id, focus) {
  const found = document.getElementById(`entry-${id}`);
  found?.scrollIntoView({ block: 'nearest' });
  if (focus) found?.focus({ preventScroll: true });
}

/** @param {State} state */
function showFilter({ messages, filter }) {
  const select = /** @type {HTMLSelectElement} */ (byId('filter'));
  const addresses = [...new Set(messages.map(({ to }) => addressIn(to)))].sort();
  const options = ['', ...addresses];
  if (options.length !== select.options.length) {
    select.replaceChildren(
      ...options.map((value) => el('option', { value }, value === '' ? 'everybody' : value)),
    );
  }
  if (select.value !== filter) select.value = filter;
}
