import { html, nothing } from 'lit-html';
import { outcomeLabel } from '../../mailbox/outcome.js';
import { momentOf } from '../../mailbox/words.js';
import { linkTo } from './place.js';

/** @typedef {import('../../desk/replies.ts').ReplyLine} ReplyLine */

/** One mail in a list: when, what it answers, what became of it. @param {ReplyLine} line @param {import('./studio.js').Desk} desk */
export const replyLine = (line, { told }) => html`<li>
  <a href=${linkTo('replies', line.messageId)}>${momentOf(line.at, told.now, told.zone)}</a>
  ${line.distress ? html`<strong class="problem">In trouble</strong>` : nothing}
  <span>${line.letter ? `on ${line.letter}: ` : nothing}${outcomeLabel(line)}</span>
  ${line.label ? html`<span class="soft">(you said: ${line.label})</span>` : nothing}</li>`;
