import { sendInbound } from './api.js';
import { addressIn, answerTo, headerOf, replyAddressOf } from './compose.js';
import { byId, el } from './dom.js';
import { linkTo } from './list.js';
import { outcomeLabel, outcomeWords } from './outcome.js';

/** @typedef {import('./api.js').Message} Message */
/** @typedef {import('./api.js').WholeMessage} WholeMessage */
/** @typedef {import('./mailbox.js').State} State */

/**
 * An answer sent from this page.
 * @typedef {{ id: string, words: string, messageId?: string, problem?: string,
 *   reply?: import('./api.js').Reply }} Answer
 */

const EXAMPLES = ['pause for two weeks', 'resume', 'stop'];

/** By the id of the mail that they answer. @type {Map<string, Answer[]>} */
const answers = new Map();

/** @param {WholeMessage} mail @param {State} state */
export function replyBox(mail, state) {
  const reader = addressIn(mail.to);
  const to = replyAddressOf(mail);
  // An answer to what Kindling forwarded goes from the author to the reader, past Kindling.
  const past = state.messages.some((other) => addressIn(other.to) === to);
  const heading = el('h3', { id: 'answer-title' }, `Answer as ${reader}`);
  const box = past ? pastKindling(to) : form(mail, state);
  const given = el('div', { role: 'status' }, el('ul', { id: 'answers' }));
  return el(
    'section',
    { className: 'answer', 'aria-labelledby': 'answer-title' },
    heading,
    ...box,
    given,
  );
}

/** @param {string} to */
const pastKindling = (to) => [
  el(
    'p',
    { className: 'hint' },
    `An answer to this mail goes straight to ${to}, from one mailbox to the other. Kindling never sees it.`,
  ),
];

/** @param {WholeMessage} mail @param {State} state */
function form(mail, state) {
  const words = el('textarea', { id: 'words', rows: 3, 'aria-describedby': 'answer-hint' });
  const button = el('button', { className: 'button' }, 'Send the answer');
  const problem = el('p', { className: 'problem', role: 'alert', hidden: true });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    problem.hidden = words.value.trim() !== '';
    problem.textContent = 'Write a few words first, or take one of the examples.';
    if (!problem.hidden) return words.focus();
    button.disabled = true;
    if (await send(mail, words.value, state)) words.value = '';
    button.disabled = false;
    button.focus({ preventScroll: true });
  };
  return [
    el(
      'p',
      { className: 'hint', id: 'answer-hint' },
      'Sent as a real mail, with the letter quoted below your words.',
    ),
    el(
      'div',
      { className: 'chips', role: 'group', 'aria-label': 'Examples' },
      ...EXAMPLES.map((text) => chip(text, words)),
    ),
    el(
      'form',
      { noValidate: true, onsubmit: submit, onkeydown: sendOnEnter },
      el('label', { htmlFor: 'words' }, 'Your words'),
      words,
      problem,
      button,
    ),
  ];
}

/** Ctrl or ⌘ with Enter, as in most mail programs. @param {KeyboardEvent} event */
function sendOnEnter(event) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
}

/** @param {string} text @param {HTMLTextAreaElement} into */
function chip(text, into) {
  const take = () => {
    into.value = text;
    into.focus();
  };
  return el('button', { type: 'button', onclick: take }, text);
}

/** @param {WholeMessage} mail @param {string} words @param {State} state @returns {Promise<boolean>} */
async function send(mail, words, state) {
  const { id, raw } = answerTo(mail, words, state.now);
  /** @type {Answer} */
  const answer = { id, words: words.trim() };
  answers.set(mail.id, [...(answers.get(mail.id) ?? []), answer]);
  try {
    answer.messageId = await sendInbound(raw, replyAddressOf(mail));
  } catch (error) {
    answer.problem = /** @type {Error} */ (error).message;
  }
  const look = () => state.selected === mail.id && lookAtNewest();
  await state.refresh();
  look();
  void state.hurry(() => waiting(answer, state)).then(look);
  return answer.problem === undefined;
}

/** What became of the words stands below them, often outside of the window. */
const lookAtNewest = () => byId('answers').firstElementChild?.scrollIntoView({ block: 'nearest' });

/** @param {Answer} answer @param {State} state */
const waiting = ({ messageId }, { replies }) =>
  messageId !== undefined &&
  !replies.some((reply) => reply.messageId === messageId && reply.outcome !== undefined);

/** What became of each answer to a mail, as far as it is known. @param {Message} mail @param {State} state */
export function showAnswers(mail, state) {
  const items = (answers.get(mail.id) ?? [])
    .toReversed()
    .map((answer) => answerItem(answer, state));
  const list = byId('answers');
  const next = el('ul', {}, ...items);
  if (list.innerHTML !== next.innerHTML) list.replaceChildren(...next.children);
}

/** @param {Answer} answer @param {State} state */
function answerItem(answer, state) {
  const found = state.replies.find(({ messageId }) => messageId === answer.messageId);
  // Kindling itself forgets after a month, which is a moment on this clock.
  if (found?.outcome) answer.reply = found;
  const { reply } = answer;
  if (answer.problem)
    return el('li', { className: 'problem' }, `It was not sent. ${answer.problem}`);
  if (!reply) return el('li', { className: 'soft' }, 'Sent. Kindling is reading it …');
  const came = state.messages.filter((mail) => headerOf(mail, 'In-Reply-To') === answer.id);
  return el(
    'li',
    {},
    // What Kindling took for the person's own words, which may be less than was typed.
    el('p', { className: 'said' }, `“${reply.text || answer.words}”`),
    el('p', { className: 'label' }, outcomeLabel(reply)),
    el('p', {}, outcomeWords(reply, state.now)),
    ...came.map(cameOfIt),
  );
}

/** @param {Message} mail */
const cameOfIt = (mail) =>
  el(
    'p',
    { className: 'came' },
    'A mail came of it: ',
    el('a', { href: linkTo(mail.id) }, mail.subject),
    ` (to ${addressIn(mail.to)})`,
  );
