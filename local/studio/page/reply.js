import { html, nothing } from 'lit-html';
import { outcomeLabel, outcomeWords } from '../../mailbox/outcome.js';
import { momentOf } from '../../mailbox/words.js';
import { send } from './api.js';
import { linkTo } from './place.js';

/** @typedef {import('../reply.ts').OneReply} OneReply */
/** @typedef {import('./studio.js').Desk} Desk */

/** One mail that somebody wrote. @param {OneReply} reply @param {Desk} desk */
export function oneReply({ line, words, labels }, desk) {
  const { messageId, at, letter, reader, distress } = line;
  return html`
    <p><a href=${linkTo('replies', '', { month: at.slice(0, 7) })}>All of its month</a></p>
    <h2>${words?.subject || 'A mail'}</h2>
    <p class="soft">${words ? `${words.name ? `${words.name}, ` : ''}${words.from}, ` : nothing}${momentOf(at, desk.told.now, desk.told.zone)}${letter ? `, on ${letter}` : nothing}
    ${reader ? html`· <a href=${linkTo('readers', reader)}>who they are</a>` : nothing}</p>
    ${distress ? html`<p class="problem">Whoever wrote this may be in trouble.</p>` : nothing}
    ${words ? html`<div class="letter-text"><pre tabindex="0">${words.text}</pre></div>` : html`<p class="soft">Its words are not here: a mail lies in its bucket for a month.</p>`}
    ${
      words?.hasHtml
        ? html`<details><summary>As they sent it</summary><iframe class="sheet width-600" sandbox="" loading="lazy" title="The mail as it was sent"
            src=${`/frame/reply?${new URLSearchParams({ mail: messageId })}`}></iframe></details>`
        : nothing
    }
    <h3>${outcomeLabel(line)}</h3><p>${outcomeWords(line, Date.parse(desk.told.now))}</p>
    ${words ? html`<p class="choices"><a class="button" href=${answerTo(words)}>Answer from your own mailbox</a></p>` : nothing}
    ${desk.told.mayWrite ? said(line, labels, desk) : html`<p class="soft">To mark it as answered, or to say how it should have been read, start with <code>--write</code>.</p>`}`;
}

/** Opens a new mail in the author's own program, in the thread (RFC 6068). @param {NonNullable<OneReply['words']>} words */
function answerTo({ from, subject, messageId }) {
  const fields = [
    ['subject', `Re: ${subject.replace(/^(re:\s*)+/i, '')}`],
    ...(messageId ? [['in-reply-to', messageId]] : []),
  ];
  const query = fields
    .map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `mailto:${encodeURIComponent(from)}?${query}`;
}

/** What the author says of it. @param {OneReply['line']} line @param {readonly string[]} labels @param {Desk} desk */
function said({ messageId: mail, toAuthor, answered, label }, labels, { say, again }) {
  const done = async (
    /** @type {string} */ path,
    /** @type {object} */ body,
    /** @type {string} */ words,
  ) => {
    const trouble = await send(path, { mail, ...body }).then(
      () => '',
      (error) => error.message,
    );
    await again();
    say(trouble || words);
  };
  const labelled = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const chosen = new FormData(/** @type {HTMLFormElement} */ (event.target)).get('label');
    void done('do/label', { label: chosen }, 'Kept as a case: npm run replies -- --export');
  };
  return html`
    ${
      toAuthor
        ? html`<p class="choices"><button type="button" @click=${() =>
            done(
              'do/answered',
              { answered: !answered },
              answered ? 'It waits again.' : 'Marked as answered.',
            )}>
            ${answered ? 'It waits again' : 'I have answered it'}</button></p>`
        : nothing
    }
    <form class="as" @submit=${labelled}><label>It should have been read as
      <select name="label">${labels.map((one) => html`<option value=${one} ?selected=${one === label}>${one}</option>`)}</select></label>
      <button>Keep as a case</button></form>`;
}
