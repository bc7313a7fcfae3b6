import { html, nothing } from 'lit-html';
import { fullDay, momentOf } from '../../mailbox/words.js';
import { ask } from './api.js';
import { facts, listOrNone, part } from './parts.js';
import { linkTo } from './place.js';

/** @typedef {import('../../desk/today.ts').Today} Today */

/** @type {import('./studio.js').Page} */
export const today = {
  name: 'today',
  title: 'Today',
  load: () => ask('today'),
  view: (/** @type {Today} */ now, { again }) => html`
    <p class="lead">${fullDay(now.now, now.now, now.zone)}, ${momentOf(now.now, now.now, now.zone).split(', ').at(-1)} in ${now.zone}</p>
    ${troubles(now)}
    ${facts([
      ['Still to come today', amount(now.due)],
      ['Sent within 24 hours', String(now.quota.sent)],
      ['Due, and not gone yet', amount(now.waiting)],
      ['In doubt', `${now.doubt.count} of ${now.doubt.looked} that wait longest`],
      now.queued === undefined ? undefined : ['Lots on the send queue', String(now.queued)],
      ['Left of the day’s quota', quota(now.quota)],
    ])}
    ${part('alarms', 'Alarms', alarms(now.alarms))}
    <p class="choices"><button type="button" @click=${again}>Look again</button>
      <a href=${linkTo('replies')}>Who has written?</a></p>`,
};

/** @param {Today['due']} count */
const amount = ({ count, more }) => `${count}${more ? ' or more' : ''}`;

/** @param {Today['quota']} quota */
const quota = ({ left, perDay, perSecond }) =>
  perDay < 0
    ? `no limit a day, ${perSecond} a second`
    : `${left} letters of ${perDay} mails, ${perSecond} a second`;

/** What keeps mails from going, in a sentence each. @param {Today} now */
function troubles({ sending, missing, now, zone }) {
  const { heldUntil, restsSince, stopped, form } = sending;
  const at = (/** @type {string} */ when) => momentOf(when, now, zone);
  const said = [
    heldUntil && `SES refuses all mails of the account: nothing goes before ${at(heldUntil)}.`,
    restsSince && `SES has given no answers since ${at(restsSince)}: one mail a minute tries.`,
    stopped &&
      `Letters are stopped since ${at(stopped.since)}: too many came back (${stopped.because}). When you know why: npm run release`,
    form !== 'open' && `The form is ${form}: more strangers’ mails came back than should.`,
    ...missing.map(
      (course) => `The course ${course} has readers, and is not in your folder: they wait for it.`,
    ),
  ].filter(Boolean);
  return said.length === 0
    ? html`<p class="soft">Mails go, and nothing holds them.</p>`
    : html`<ul class="troubles">${said.map((one) => html`<li class="problem">${one}</li>`)}</ul>`;
}

/** @param {Today['alarms']} alarms */
const alarms = (alarms) =>
  alarms === undefined
    ? html`<p class="soft">There is no stack here that could ring.</p>`
    : listOrNone(
        'None rings.',
        alarms.map(
          ({ name, description }) =>
            html`<li><strong class="problem">${name}</strong>${description ? html`<br>${description}` : nothing}</li>`,
        ),
      );
