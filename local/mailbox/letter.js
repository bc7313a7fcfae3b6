import { html, nothing } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { keyed } from 'lit-html/directives/keyed.js';
import { until } from 'lit-html/directives/until.js';
import { getSource } from './api.js';
import { addressIn } from './compose.js';
import { replyBox } from './reply.js';
import { tabs } from './tabs.js';
import { momentOf } from './words.js';

/** @typedef {import('./api.js').WholeMessage} Message */
/** @typedef {import('./mailbox.js').State} State */

/** The open mail. @param {State} state */
export const letter = (state) => html`
  <article id="letter" ?hidden=${!state.begun || state.selected === ''}>${content(state)}</article>`;

/** @param {State} state */
function content(state) {
  const { selected, open, messages } = state;
  if (selected === '') return nothing;
  // While another one is on its way here, what was open stays.
  if (open) return keyed(open.id, mail(open, state));
  const isComing = messages.some(({ id }) => id === selected);
  return isComing ? nothing : html`${back()}<p>This mail is not here anymore.</p>`;
}

/** @param {Message} mail @param {State} state */
const mail = (mail, state) => html`${back()}
  <header class="head">
    <h2 id="subject" tabindex="-1">${mail.subject}</h2>
    <dl>
      <dt>From</dt><dd>${mail.from.replace(/^"(.*)" </, '$1 <')}</dd>
      <dt>To</dt><dd>${addressIn(mail.to)}</dd>
      <dt>Sent</dt><dd>${momentOf(mail.date, state.now)}</dd>
    </dl>
  </header>
  ${tabs('Show this mail as', state.tab, shownAs(mail, state), (tab) => state.show({ tab }))}
  ${replyBox(mail, state)}`;

/** Phones show either the list or a mail. */
const back = () => html`<a class="back" href="#">All mails</a>`;

/** @param {Message} mail @param {State} state */
const shownAs = (mail, { tab }) => [
  // A frame that is drawn anew would begin at its top, and load its pictures again.
  { name: 'Letter', panel: mail.html ? guard([mail.id], () => frame(mail)) : plainText(mail.text) },
  { name: 'Text', panel: plainText(mail.text) },
  {
    name: 'Source',
    panel: html`<pre class="source">${tab === 'Source' ? until(sourceOf(mail.id), '…') : '…'}</pre>`,
  },
];

/** What was asked for when it was first looked at: no mail changes anymore. @type {Map<string, Promise<string>>} */
const sources = new Map();

/** @param {string} id */
function sourceOf(id) {
  const said =
    sources.get(id) ??
    getSource(id).catch((/** @type {Error} */ error) => {
      sources.delete(id);
      return error.message;
    });
  sources.set(id, said);
  return said;
}

/**
 * The mail in a frame of its own, without scripts, its links opening outside. It shares our origin
 * (safe while scripts can't run) so that its height can be measured.
 *
 * @param {Message} mail
 */
function frame({ subject, html: said }) {
  const page = new DOMParser().parseFromString(said, 'text/html');
  page.head.prepend(Object.assign(page.createElement('base'), { target: '_blank' }));
  return html`<iframe title=${`Letter: ${subject}`} sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    srcdoc=${`<!doctype html>${page.documentElement.outerHTML}`} @load=${measured}></iframe>`;
}

/** @param {Event} event */
function measured({ currentTarget }) {
  const inside = /** @type {HTMLIFrameElement} */ (currentTarget);
  const page = inside.contentDocument?.documentElement;
  if (!page) return;
  const measure = () => {
    inside.style.height = `${Math.ceil(page.getBoundingClientRect().height)}px`;
  };
  new ResizeObserver(measure).observe(page);
  measure();
}

/** As mail programs show it: links can be followed. @param {string} text */
function plainText(text) {
  const pieces = text.split(/(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/);
  return html`<pre class="plain">${pieces.map((piece, index) =>
    index % 2 ? html`<a href=${piece} target="_blank">${piece}</a>` : piece,
  )}</pre>`;
}
