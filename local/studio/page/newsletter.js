import { html, nothing, render } from 'lit-html';
import { ask, send } from './api.js';
import { confirmFirst, listOrNone } from './parts.js';

/** @typedef {import('../newsletter.ts').Issues} Issues */
/** @typedef {import('../newsletter.ts').IssueLine} IssueLine */
/** @typedef {import('../newsletter.ts').IssueForecast} IssueForecast */
/** @typedef {import('./studio.js').Desk} Desk */

/** @type {import('./studio.js').Page} */
export const newsletter = {
  name: 'newsletter',
  title: 'Newsletter',
  load: () => ask('newsletter'),
  view: (/** @type {Issues} */ { issues, price }, desk) => html`
    <p class="lead">A day in its file sends an issue, once that is deployed.</p>
    ${listOrNone(
      'There is no issue yet.',
      issues.map((issue) => html`<li>${card(issue, price, desk)}</li>`),
    )}`,
};

/** @param {IssueLine} issue @param {string} price @param {Desk} desk */
function card(issue, price, desk) {
  const { slug, title, stands, when, audience, place } = issue;
  const told = when !== undefined && !['archive', 'cancelled', 'sample'].includes(place);
  return html`<article class="card" aria-labelledby=${`issue-${slug}`}>
    <h2 id=${`issue-${slug}`}>${title}</h2>
    <p class="soft">${slug}${when ? html` · ${when}` : nothing}${audience ? html` · for ${audience}` : nothing}</p>
    <p class="stands">${stands}</p>
    ${deeds(issue, desk)}
    ${told ? forecast(slug, price) : nothing}
  </article>`;
}

/** @type {Record<IssueLine['deeds'][number]['deed'], string>} */
const NAMES = { pause: 'Pause', resume: 'Resume', cancel: 'Cancel' };

/** @param {IssueLine} issue @param {Desk} desk */
function deeds({ slug, title, deeds }, { told, say, again }) {
  if (deeds.length === 0 || !told.mayWrite) return nothing;
  const ask = (/** @type {IssueLine['deeds'][number]} */ { deed, says }) =>
    confirmFirst(
      { title: `${NAMES[deed]} “${title}”?`, says: html`<p>${says}</p>`, yes: `Yes, ${deed} it` },
      async () => {
        const done = await send('do/newsletter', { slug, deed }).catch((error) => ({
          lines: [error.message],
        }));
        await again();
        say(done.lines.join(' '));
      },
    );
  return html`<p class="choices">${deeds.map(
    (one) =>
      html`<button type="button" @click=${() => ask(one)} aria-describedby=${`issue-${slug}`}>${NAMES[one.deed]}</button>`,
  )}</p>`;
}

/** Everybody is looked at only when somebody asks, who has read what it costs. @param {string} slug @param {string} price */
function forecast(slug, price) {
  const look = async (/** @type {Event} */ { target }) => {
    const box = /** @type {HTMLElement} */ (
      /** @type {HTMLElement} */ (target).closest('.forecast')
    );
    render(html`<p class="soft">Looking at everybody …</p>`, box);
    const found = await send('forecast', { slug }).then(
      foreseen,
      (error) => html`<p class="problem">${error.message}</p>`,
    );
    render(found, box);
  };
  return html`<details><summary>Who gets it, and when</summary><div class="forecast" role="status">
    <p>${price}</p><p><button type="button" @click=${look}>Look at everybody</button></p></div></details>`;
}

/** @param {IssueForecast} forecast */
const foreseen = ({ share, had, due, who, when, cost }) => html`
  <p><label>Have it, of those who get it by themselves: ${had} of ${had + due}
    <progress class="share" max="1" value=${share}>${Math.floor(share * 100)} %</progress></label></p>
  <ul>${who.map((line) => html`<li>${line}</li>`)}</ul>
  ${when.map((line) => html`<p>${line}</p>`)}<p>${cost}</p>`;
