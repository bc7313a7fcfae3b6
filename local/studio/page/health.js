import { html, nothing } from 'lit-html';
import { ask } from './api.js';
import { part } from './parts.js';

/** @typedef {import('../health.ts').Health} Health */
/** @typedef {import('../health.ts').HealthLine} HealthLine */

/** @type {import('./studio.js').Page} */
export const health = {
  name: 'health',
  title: 'Health',
  load: () => ask('health'),
  view: (/** @type {Health} */ { place, summary, allWell, checks }, { again }) => html`
    <p class="lead">${allWell ? 'All is well' : 'Something is to be done'}: ${summary}.</p>
    <p class="soft">${place}. These are the checks of <code>npm run doctor</code>.</p>
    ${part('open-checks', 'To do', lines(checks.filter(({ is }) => is !== 'ok')))}
    ${part('well-checks', 'Well', lines(checks.filter(({ is }) => is === 'ok')))}
    <p><button type="button" @click=${again}>Look again</button></p>`,
};

/** @param {readonly HealthLine[]} checks */
const lines = (checks) =>
  checks.length === 0
    ? html`<p class="soft">Nothing.</p>`
    : html`<ul class="checks">${checks.map(line)}</ul>`;

/** @type {Record<HealthLine['is'], readonly [sign: string, said: string]>} */
const SIGNS = {
  ok: ['✓', 'Well'],
  todo: ['•', 'Yours to do'],
  wrong: ['✗', 'Wrong'],
  skipped: ['–', 'Not looked at'],
};

/** @param {HealthLine} check */
function line({ id, is, what, how }) {
  const [sign, said] = SIGNS[is];
  return html`<li class=${is}><span class="sign" aria-hidden="true">${sign}</span><div>
    <h3>${id} <span class="hidden">(${said})</span></h3><p>${what}</p>${how.map(mended)}</div></li>`;
}

/** @param {HealthLine['how'][number]} how */
const mended = ({ is, text }) =>
  is === 'say'
    ? html`<p>${text}</p>`
    : html`<pre tabindex="0">${is === 'run' ? '$ ' : nothing}${text}</pre>`;
