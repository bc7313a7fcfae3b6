import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { sendInbound } from './api.js';
import { addressIn, answerTo, headerOf, replyAddressOf } from './compose.js';
import { linkTo } from './list.js';
import { outcomeLabel, outcomeWords } from './outcome.js';

/** @typedef {import('./api.js').Message} Message */
/** @typedef {import('./api.js').Reply} Reply */
/** @typedef {import('./api.js').WholeMessage} WholeMessage */
/** @typedef {import('./mailbox.js').State} State */

/**
 * An answer sent from this page.
 * @typedef {{ id: string, words: string, messageId?: string, problem?: string, reply?: Reply }} Answer
 */

const EXAMPLES = ['pause for two weeks', 'resume', 'stop'];

/** By the id of the mail that they answer. @type {Map<string, Answer[]>} */
const answers = new Map();

/** @param {WholeMessage} mail @param {State} state */
export function replyBox(mail, state) {
  const to = replyAddressOf(mail);
  // An answer to what Kindling forwarded goes from the author to the reader, past Kindling.
  const past = state.messages.some((other) => addressIn(other.to) === to);
  return html`<section class="answer" aria-labelledby="answer-title">
    <h3 id="answer-title">Answer as ${addressIn(mail.to)}</h3>
    ${past ? pastKindling(to) : form(mail, state)}
    <div role="status"><ul id="answers">${repeat(
      (answers.get(mail.id) ?? []).toReversed(),
      ({ id }) => id,
      (answer) => answerItem(answer, state),
    )}</ul></div></section>`;
}

/** @param {string} to */
const pastKindling = (to) =>
  html`<p class="hint">An answer to this mail goes straight to ${to}, from one mailbox to the other. Kindling never sees it.</p>`;

/** What is typed in it is the browser's, until it is sent. @param {WholeMessage} mail @param {State} state */
function form(mail, state) {
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const { words, problem, button } = fieldsOf(/** @type {HTMLElement} */ (event.currentTarget));
    problem.hidden = words.value.trim() !== '';
    if (!problem.hidden) return words.focus();
    button.disabled = true;
    if (await send(mail, words.value, state)) words.value = '';
    button.disabled = false;
    button.focus({ preventScroll: true });
  };
  return html`<p class="hint" id="answer-hint">Sent as a real mail, with the letter quoted below your words.</p>
    <div class="chips" role="group" aria-label="Examples">${EXAMPLES.map(
      (text) => html`<button type="button" @click=${() => take(text)}>${text}</button>`,
    )}</div>
    <form novalidate @submit=${submit} @keydown=${sendOnEnter}>
      <label for="words">Your words</label>
      <textarea id="words" rows="3" aria-describedby="answer-hint"></textarea>
      <p class="problem" role="alert" hidden>Write a few words first, or take one of the examples.</p>
      <button class="button">Send the answer</button></form>`;
}

/** @param {HTMLElement} form */
const fieldsOf = (form) => ({
  words: /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea')),
  problem: /** @type {HTMLElement} */ (form.querySelector('.problem')),
  button: /** @type {HTMLButtonElement} */ (form.querySelector('button')),
});

/** Ctrl or ⌘ with Enter, as in most mail programs. @param {KeyboardEvent} event */
function sendOnEnter(event) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
}

/** @param {string} text */
function take(text) {
  const words = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('words'));
  if (!words) return;
  words.value = text;
  words.focus();
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
  void state.hurry(() => isWaiting(answer)).then(look);
  return answer.problem === undefined;
}

/** What became of the words stands below them, often outside of the window. */
const lookAtNewest = () =>
  document.getElementById('answers')?.firstElementChild?.scrollIntoView({ block: 'nearest' });

/** @param {Answer} answer */
const isWaiting = ({ messageId, reply }) => messageId !== undefined && reply === undefined;

/** Keeps what became of each answer: Kindling itself forgets after a month, which is a moment on this clock. @param {Reply[]} replies */
export function keepOutcomes(replies) {
  const became = new Map(replies.map((reply) => [reply.messageId, reply]));
  for (const answer of [...answers.values()].flat()) {
    const found = became.get(answer.messageId ?? '');
    if (found?.outcome) answer.reply = found;
  }
}

/** What became of an answer, as far as it is known. @param {Answer} answer @param {State} state */
function answerItem({ id, words, problem, reply }, { messages, now }) {
  if (problem) return html`<li class="problem">It was not sent. ${problem}</li>`;
  if (!reply) return html`<li class="soft">Sent. Kindling is reading it …</li>`;
  const came = messages.filter((mail) => headerOf(mail, 'In-Reply-To') === id);
  // What Kindling took for the person's own words, which may be less than was typed.
  return html`<li><p class="said">“${reply.text || words}”</p>
    <p class="label">${outcomeLabel(reply)}</p>
    <p>${outcomeWords(reply, now)}</p>
    ${came.length > 0 ? came.map(cameOfIt) : nothing}</li>`;
}

/** @param {Message} mail */
const cameOfIt = (mail) =>
  html`<p class="came">A mail came of it: <a href=${linkTo(mail.id)}>${mail.subject}</a> (to ${addressIn(mail.to)})</p>`;
