import { html } from 'lit-html';
import { ask } from './api.js';
import { part } from './parts.js';

/** @typedef {import('../../desk/cost.ts').Cost} Cost */
/** @typedef {import('../../desk/cost.ts').CostPart} CostPart */

/** @type {import('./studio.js').Page} */
export const money = {
  name: 'money',
  title: 'Money',
  load: () => ask('money'),
  view: (/** @type {Cost} */ { month, soFar, forecast }) => html`
    <p class="lead">${dollars(soFar.total)} so far in ${month}; ${dollars(forecast.total)} by its end, if its days go on so.</p>
    <p class="soft">By our own counters and AWS’s list prices, without free tiers. Not in it: confirmations, welcomes and
      answers, what is stored, a hosted zone, and tax. What AWS bills is on its bill.</p>
    ${part('so-far', 'So far', table(soFar.parts))}
    ${part('whole-month', 'The whole month', table(forecast.parts))}`,
};

/** @type {Record<CostPart['what'], string>} */
const NAMES = {
  letters: 'Letters',
  newsletter: 'Newsletter',
  replies: 'Mails from readers',
  idle: 'Alarms, and all that runs in any case',
};

/** @param {readonly CostPart[]} parts */
const table = (parts) => html`<table>
  <thead><tr><th scope="col">What</th><th scope="col">Count</th><th scope="col">SES</th><th scope="col">All else</th></tr></thead>
  <tbody>${parts.map(
    ({ what, count, ses, ours }) =>
      html`<tr><th scope="row">${NAMES[what]}</th><td>${count}</td><td>${dollars(ses)}</td><td>${dollars(ours)}</td></tr>`,
  )}</tbody>
  <tfoot><tr><th scope="row">Together</th><td></td><td>${dollars(sum(parts, 'ses'))}</td><td>${dollars(sum(parts, 'ours'))}</td></tr></tfoot></table>`;

/** @param {readonly CostPart[]} parts @param {'ses' | 'ours'} of */
const sum = (parts, of) => parts.reduce((all, part) => all + part[of], 0);

/** Never nothing for what costs something. @param {number} amount */
const dollars = (amount) => (amount > 0 && amount < 0.01 ? 'under 1¢' : `$${amount.toFixed(2)}`);
