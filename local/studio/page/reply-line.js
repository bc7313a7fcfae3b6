import { html, nothing } from 'lit-html';
import { outcomeLabel } from '../../mailbox/outcome.js';
import { momentOf } from '../../mailbox/words.js';
import { linkTo } from './place.js';

/** @typedef {import('../../desk/replies.ts').ReplyLine} ReplyLine */

/**
 * One mail in a list: who, when, what it answers, and what became of it.
 *
 * @param {ReplyLine} line @param {import('./studio.js').Desk} desk
 * @param {Pick<import('../inbox.ts').InboxTold, 'people' | 'subjects'>} [names] by which they are known
 */
export function replyLine(line, { told }, names) {
  const { messageId, at, reader, letter, distress, label } = line;
  const who = reader === undefined ? undefined : names?.people[reader];
  const about = letter === undefined ? undefined : (names?.subjects[letter] ?? letter);
  return html`<li><a href=${linkTo('replies', messageId)}>${who ? html`${who}, ` : nothing}${momentOf(at, told.now, told.zone)}</a>
    ${distress ? html`<strong class="problem">In trouble</strong>` : nothing}
    <span class="soft">${about ? html`on “${about}”: ` : nothing}${outcomeLabel(line)}${label ? html` (you said: ${label})` : nothing}</span></li>`;
}
