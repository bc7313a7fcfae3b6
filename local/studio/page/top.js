import { html, nothing } from 'lit-html';
import { linkTo } from './place.js';

/** @typedef {import('./studio.js').Page} Page */

/**
 * Whose page this is, what it looks at, what has just happened, and the way to the other pages.
 *
 * @param {readonly Page[]} pages @param {Page | undefined} current
 * @param {{ told: import('./studio.js').Desk['told'] | undefined, said: string }} state
 */
export const top = (pages, current, { told, said }) => html`
  <div class="brand">
    <svg viewBox="0 0 46 32" width="34" height="24" aria-hidden="true"><circle cx="16" cy="16" r="13"/><circle cx="30" cy="16" r="13"/></svg>
    <p>Kindling <span>studio</span></p>
  </div>
  <p class="whereabouts">${told ? whereabouts(told) : nothing}</p>
  <nav aria-label="Pages"><ul>${pages.map(
    (page) =>
      html`<li><a href=${linkTo(page.name)} aria-current=${page === current ? 'page' : nothing}>${page.title}</a></li>`,
  )}</ul></nav>
  <p class="said" role="status" aria-live="polite">${said}</p>`;

/** @param {import('./studio.js').Desk['told']} told */
const whereabouts = ({ publication, place, mayWrite, mailbox }) => html`
  <strong>${publication}</strong> in ${place}${mayWrite ? ', and may change it' : ', only looking'}
  ${
    mailbox === undefined
      ? nothing
      : html`<a href=${mailbox} target="_blank" rel="noopener">Mailbox <span aria-hidden="true">↗</span><span class="hidden">(opens in a new tab)</span></a>`
  }`;
