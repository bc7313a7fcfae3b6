import { render } from 'lit-html';
import { getMessage, getMessages, getNow, getReplies, getSubscriber } from './api.js';
import { addressIn } from './compose.js';
import { startKeys } from './keys.js';
import { isRead, mailsIn, markRead, reveal } from './list.js';
import { page } from './page.js';
import { keepOutcomes } from './reply.js';

/**
 * All that the page shows. Its parts are made of it; only this file writes it.
 *
 * @typedef {object} State
 * @property {boolean} begun whether it is known which mails there are
 * @property {import('./api.js').Message[]} messages oldest first; another list when it has changed
 * @property {import('./api.js').Reply[]} replies
 * @property {string} filter the address whose mails are listed, or everybody's
 * @property {string} selected id of the open mail, or none
 * @property {import('./api.js').WholeMessage | undefined} open the same mail; until it is there, the one before
 * @property {string} tab as what it is shown: the one that somebody chose stays from mail to mail
 * @property {string} reader whose state is shown, or nobody's
 * @property {Awaited<ReturnType<typeof getSubscriber>>} person
 * @property {number} now on the cloud's clock
 * @property {boolean} moving whether the clock is being moved
 * @property {string} said what has just happened, for screen readers and everybody else
 * @property {string} trouble why nothing new is known
 * @property {(change: Partial<Shown>) => void} show draws the page with what is different
 * @property {() => Promise<void>} refresh asks for everything anew
 * @property {(needed: () => boolean) => Promise<void>} hurry asks more often for as long as it is needed
 */

/** What a part may change. @typedef {Pick<State, 'filter' | 'tab' | 'moving' | 'said' | 'trouble'>} Shown */

const EVERY = 2_000;
const HURRY = 400;
const NARROW = matchMedia('(max-width: 49.99rem)');

/** @type {State} */
const state = {
  ...{ begun: false, messages: [], replies: [], filter: '', selected: '', tab: 'Letter' },
  ...{ open: undefined, reader: '', person: undefined, now: Date.now() },
  ...{ moving: false, said: '', trouble: '', show, refresh, hurry },
};
/** @type {Promise<void>} */
let running = Promise.resolve();

/** @param {Partial<Shown>} change */
function show(change) {
  Object.assign(state, change);
  draw();
}

/** One after another, so that an older answer never covers a newer one. */
function refresh() {
  running = running
    .then(load)
    .then(() => show({ trouble: '' }))
    .catch((error) => show({ trouble: error.message }))
    // What can't be drawn now may be gone with the next answer.
    .catch(console.error);
  return running;
}

async function load() {
  const [fresh, replies, now] = await Promise.all([loadMessages(), getReplies(), getNow()]);
  Object.assign(state, { replies, now });
  keepOutcomes(replies);
  await Promise.all([loadOpen(), loadReader()]);
  if (state.begun && !state.moving && fresh[0]) state.said = arrival(fresh, fresh[0]);
  state.begun = true;
}

/** Asks for what is behind the last mail that is known; for all where a cloud was started over meanwhile. */
async function loadMessages() {
  const { fresh, total } = await getMessages(state.messages.at(-1)?.id);
  const isSame = state.messages.length + fresh.length === total;
  if (!isSame) state.messages = (await getMessages(undefined)).fresh;
  else if (fresh.length > 0) state.messages = [...state.messages, ...fresh];
  return fresh;
}

/** A mail is fetched when it is opened, and once: none changes anymore. */
async function loadOpen() {
  const { selected, open } = state;
  // An address may name a mail that is not there: a cloud begins anew.
  const isListed = state.messages.some(({ id }) => id === selected);
  if (isListed && open?.id === selected) return;
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
  const { begun, messages, selected } = state;
  markRead(state);
  const mails = messages.length > 0 ? 'some' : 'none';
  const view = selected === '' ? 'list' : 'letter';
  Object.assign(document.body.dataset, { mails: begun ? mails : 'unknown', view });
  const unread = messages.filter((mail) => !isRead(mail)).length;
  document.title = `${unread > 0 ? `(${unread}) ` : ''}Mailbox · Kindling`;
  render(page(state), document.body);
}

/** The address bar says which mail is open, so that Back and links work. */
async function follow() {
  const before = state.selected;
  state.selected = location.hash.slice(1);
  if (!state.begun) return refresh();
  await loadOpen().catch((error) => show({ trouble: error.message }));
  draw();
  document.getElementById('sheet')?.scrollTo(0, 0);
  if (NARROW.matches && state.selected !== '') {
    scrollTo(0, 0);
    document.getElementById('subject')?.focus({ preventScroll: true });
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

document.addEventListener('visibilitychange', () => !document.hidden && void refresh());
addEventListener('hashchange', () => void follow());
startKeys(() => mailsIn(state));
draw();
void follow();
void watch();
