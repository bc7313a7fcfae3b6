import { getMessage, getMessages, getNow, getReplies, getSubscriber } from './api.js';
import { showClock, startClock } from './clock.js';
import { addressIn } from './compose.js';
import { announce, byId } from './dom.js';
import { startKeys } from './keys.js';
import { showLetter } from './letter.js';
import { isRead, mailsIn, markRead, reveal, showList } from './list.js';
import { showReader } from './reader.js';

/**
 * All that the page shows. Its parts read it and draw themselves; only this file writes it.
 *
 * @typedef {object} State
 * @property {import('./api.js').Message[]} messages oldest first
 * @property {import('./api.js').Reply[]} replies
 * @property {string} filter the address whose mails are listed, or everybody's
 * @property {string} selected id of the open mail, or none
 * @property {import('./api.js').WholeMessage | undefined} open the same mail, once it is there
 * @property {string} reader whose state is shown, or nobody's
 * @property {Awaited<ReturnType<typeof getSubscriber>>} person
 * @property {number} now on the cloud's clock
 * @property {() => Promise<void>} refresh asks for everything anew
 * @property {(needed: () => boolean) => Promise<void>} hurry asks more often for as long as it is needed
 */

const EVERY = 2_000;
const HURRY = 400;
const NARROW = matchMedia('(max-width: 49.99rem)');

/** @type {State} */
const state = {
  ...{ messages: [], replies: [], filter: '', selected: '', reader: '' },
  ...{ open: undefined, person: undefined, now: Date.now(), refresh, hurry },
};
/** @type {Promise<void>} */
let running = Promise.resolve();
let begun = false;

/** One after another, so that an older answer never covers a newer one. */
function refresh() {
  running = running.then(load).then(
    () => trouble(''),
    (error) => trouble(error.message),
  );
  return running;
}

async function load() {
  const [fresh, replies, now] = await Promise.all([loadMessages(), getReplies(), getNow()]);
  Object.assign(state, { replies, now });
  await Promise.all([loadOpen(), loadReader()]);
  const moving = document.body.hasAttribute('data-moving');
  if (begun && !moving && fresh[0]) announce(arrival(fresh, fresh[0]));
  begun = true;
  draw();
}

/** Asks for what is behind the last mail that is known; for all where a cloud was started over meanwhile. */
async function loadMessages() {
  const { fresh, total } = await getMessages(state.messages.at(-1)?.id);
  const isSame = state.messages.length + fresh.length === total;
  const all = isSame ? [...state.messages, ...fresh] : (await getMessages(undefined)).fresh;
  state.messages = all;
  return fresh;
}

/** A mail is fetched when it is opened, and once: none changes anymore. */
async function loadOpen() {
  const { selected, open } = state;
  if (open?.id === selected) return;
  // An address may name a mail that is not there: a cloud begins anew.
  const isListed = state.messages.some(({ id }) => id === selected);
  const mail = isListed ? await getMessage(selected) : undefined;
  // Another one may have been opened meanwhile.
  if (selected === state.selected) state.open = mail;
}

/** @param {State['messages']} fresh @param {State['messages'][number]} first */
const arrival = (fresh, first) =>
  fresh.length === 1
    ? `New mail for ${addressIn(first.to)}: ${first.subject}`
    : `${fresh.length} new mails`;

async function loadReader() {
  const open = state.messages.find(({ id }) => id === state.selected);
  state.reader = open ? addressIn(open.to) : state.filter;
  state.person = state.reader === '' ? undefined : await getSubscriber(state.reader);
}

function draw() {
  document.body.dataset['mails'] = state.messages.length > 0 ? 'some' : 'none';
  markRead(state);
  document.body.dataset['view'] = state.selected === '' ? 'list' : 'letter';
  const unread = state.messages.filter((mail) => !isRead(mail)).length;
  document.title = `${unread > 0 ? `(${unread}) ` : ''}Mailbox · Kindling`;
  showList(state);
  showLetter(state);
  showClock(state);
  showReader(state);
}

/** @param {string} text */
function trouble(text) {
  const alert = byId('trouble');
  alert.hidden = text === '';
  if (alert.textContent !== text) alert.textContent = text;
}

/** The address bar says which mail is open, so that Back and links work. */
async function follow() {
  const before = state.selected;
  state.selected = location.hash.slice(1);
  if (!begun) return refresh();
  await loadOpen().catch((error) => trouble(error.message));
  draw();
  if (NARROW.matches && state.selected !== '') {
    scrollTo(0, 0);
    byId('letter').querySelector('h2')?.focus({ preventScroll: true });
  } else if (NARROW.matches) reveal(before, true);
  else reveal(state.selected, false);
  await refresh();
}

/** Asks more often, for twenty seconds at most. @param {() => boolean} needed */
async function hurry(needed) {
  for (let tries = 50; tries > 0 && needed(); tries -= 1) {
    await new Promise((resolve) => setTimeout(resolve, HURRY));
    await refresh();
  }
}

/** Nobody looks at a hidden page, so it does not ask; it does at once when it is looked at again. */
async function watch() {
  for (;;) {
    if (!document.hidden) await refresh();
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}

byId('filter').addEventListener('change', (event) => {
  state.filter = /** @type {HTMLSelectElement} */ (event.target).value;
  draw();
  void refresh();
});
byId('skip').addEventListener('click', () => byId('sheet').focus());
document.addEventListener('visibilitychange', () => !document.hidden && void refresh());
addEventListener('hashchange', () => void follow());
startClock(state);
startKeys(() => mailsIn(state));
void follow();
void watch();
