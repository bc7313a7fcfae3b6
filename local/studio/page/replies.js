import { html, nothing } from 'lit-html';
import { ask } from './api.js';
import { listOrNone, part } from './parts.js';
import { linkTo } from './place.js';
import { oneReply } from './reply.js';
import { replyLine } from './reply-line.js';

/** @typedef {import('../inbox.ts').InboxTold} Inbox */
/** @typedef {import('../reply.ts').OneReply} OneReply */

/** @type {import('./studio.js').Page} */
export const replies = {
  name: 'replies',
  title: 'Replies',
  load: async ({ open, wishes }) =>
    open === ''
      ? { inbox: await ask('replies', wishes) }
      : { reply: await ask(`replies/${encodeURIComponent(open)}`) },
  view: (/** @type {{ inbox?: Inbox, reply?: OneReply }} */ { inbox, reply }, desk) =>
    reply ? oneReply(reply, desk) : inbox ? month(inbox, desk) : nothing,
};

/** @param {Inbox} inbox @param {import('./studio.js').Desk} desk */
function month(inbox, desk) {
  const { month, waiting, before, answered, understood, asked, ignored, more } = inbox;
  const lines = (/** @type {string} */ none, /** @type {Inbox['waiting']} */ all) =>
    listOrNone(
      none,
      all.map((one) => replyLine(one, desk, inbox)),
    );
  return html`
    <p class="lead">${monthInWords(month)}</p>
    <p class="choices"><a href=${linkTo('replies', '', { month: monthBefore(month) })}>The month before</a></p>
    ${more ? html`<p class="problem">It has more mails than the first thousand, which are these.</p>` : nothing}
    ${part('waiting', `Waiting for you (${waiting.length})`, lines('Nobody waits.', waiting))}
    ${before.length > 0 ? part('before', `Waiting since the month before (${before.length})`, lines('', before)) : nothing}
    ${part('asked', `Asked what they meant (${asked.length})`, lines('Nobody was asked.', asked.toReversed()))}
    ${part('understood', `Understood and done (${understood.length})`, lines('Nothing yet.', understood.toReversed()))}
    ${part('answered', `Answered by you (${answered.length})`, lines('Nothing yet.', answered.toReversed()))}
    <p class="soft">Automatic mail and the like, which nobody has to see: ${ignored}</p>`;
}

/** @param {string} month */
const monthInWords = (month) =>
  new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

/** @param {string} month */
function monthBefore(month) {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 2, 15)).toISOString().slice(0, 7);
}
