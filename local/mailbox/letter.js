import { getSource } from './api.js';
import { addressIn } from './compose.js';
import { byId, el } from './dom.js';
import { replyBox, showAnswers } from './reply.js';
import { tabs } from './tabs.js';
import { momentOf } from './words.js';

/** @typedef {import('./api.js').WholeMessage} Message */
/** @typedef {import('./mailbox.js').State} State */

/** The tab somebody chose stays chosen from mail to mail. */
let chosenTab = 'Letter';
let shown = '';

/** Shows the selected mail, or how to begin. @param {State} state */
export function showLetter(state) {
  const isListed = state.messages.some(({ id }) => id === state.selected);
  const mail = isListed && state.open?.id === state.selected ? state.open : undefined;
  byId('guide').hidden = state.selected !== '';
  const letter = byId('letter');
  letter.hidden = state.selected === '';
  // It is on its way here: what was open stays until then.
  if (isListed && !mail) return;
  const key = mail ? mail.id : `none:${state.selected}`;
  if (key !== shown) {
    shown = key;
    letter.replaceChildren(
      ...(mail ? content(mail, state) : [back(), el('p', {}, 'This mail is not here anymore.')]),
    );
    byId('sheet').scrollTop = 0;
  }
  if (mail) showAnswers(mail, state);
}

/** @param {Message} mail @param {State} state */
function content(mail, state) {
  return [
    back(),
    el(
      'header',
      { className: 'head' },
      el('h2', { id: 'subject', tabIndex: -1 }, mail.subject),
      el(
        'dl',
        {},
        ...field('From', mail.from.replace(/^"(.*)" </, '$1 <')),
        ...field('To', addressIn(mail.to)),
        ...field('Sent', momentOf(mail.date, state.now)),
      ),
    ),
    ...parts(mail),
    replyBox(mail, state),
  ];
}

/** Phones show either the list or a mail. */
const back = () => el('a', { className: 'back', href: '#' }, 'All mails');

/** @param {string} name @param {string} value */
const field = (name, value) => [el('dt', {}, name), el('dd', {}, value)];

/** @param {Message} mail */
function parts(mail) {
  const source = el('pre', { className: 'source' }, '…');
  const kinds = [
    {
      name: 'Letter',
      panel: el('div', {}, mail.html ? frame(mail, mail.html) : plainText(mail.text)),
    },
    { name: 'Text', panel: el('div', {}, plainText(mail.text)) },
    { name: 'Source', panel: el('div', {}, source), opened: () => fillSource(mail.id, source) },
  ];
  const shownAs = kinds.map(({ name, panel, opened }) => ({
    ...{ name, panel },
    opened: () => {
      chosenTab = name;
      opened?.();
    },
  }));
  return [tabs('Show this mail as', chosenTab, shownAs), ...kinds.map(({ panel }) => panel)];
}

/** @param {string} id @param {HTMLElement} into */
function fillSource(id, into) {
  const said = getSource(id).catch((/** @type {Error} */ error) => error.message);
  said.then((text) => into.replaceChildren(text)).catch(console.error);
}

/**
 * The mail in a frame of its own, without scripts, its links opening outside. It shares our origin
 * (safe while scripts can't run) so that its height can be measured.
 *
 * @param {Message} mail @param {string} html
 */
function frame(mail, html) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  doc.head.prepend(Object.assign(doc.createElement('base'), { target: '_blank' }));
  const inside = el('iframe', {
    title: `Letter: ${mail.subject}`,
    srcdoc: `<!doctype html>${doc.documentElement.outerHTML}`,
  });
  inside.setAttribute('sandbox', 'allow-same-origin allow-popups allow-popups-to-escape-sandbox');
  inside.addEventListener('load', () => {
    const page = inside.contentDocument?.documentElement;
    if (!page) return;
    const measure = () => {
      inside.style.height = `${Math.ceil(page.getBoundingClientRect().height)}px`;
    };
    new ResizeObserver(measure).observe(page);
    measure();
  });
  return inside;
}

/** As mail programs show it: links can be followed. @param {string} text */
function plainText(text) {
  const pieces = text.split(/(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/);
  return el(
    'pre',
    { className: 'plain' },
    ...pieces.map((piece, index) =>
      index % 2 ? el('a', { href: piece, target: '_blank' }, piece) : piece,
    ),
  );
}
