import { html, nothing } from 'lit-html';
import { ask } from './api.js';
import { letter } from './letter.js';
import { part } from './parts.js';
import { linkTo } from './place.js';

/** @typedef {import('../letters.ts').AllLetters} AllLetters */
/** @typedef {import('../letters.ts').NamedMail} NamedMail */

/** @type {import('./studio.js').Page} */
export const letters = {
  name: 'letters',
  title: 'Letters',
  load: async ({ open, wishes }) => {
    const [all, shown] = await Promise.all([
      ask('letters'),
      open === '' ? undefined : ask('letter', { name: open, as: asIn(wishes) }),
    ]);
    return { all, shown };
  },
  view: (/** @type {{ all: AllLetters, shown: import('./letter.js').Shown }} */ data, desk) => {
    const { all, shown } = data;
    const { open, wishes } = desk.place;
    return html`<div class=${`shelf ${shown ? 'opened' : ''}`}>
      <nav aria-label="Letters" class="shelf-list">
        ${all.courses.map(({ slug, title, letters }) => shelf(slug, title, letters, open, wishes))}
        ${shelf('notices', 'Notices', all.notices, open, wishes)}
        ${all.issues.length > 0 ? shelf('issues', 'Newsletter', all.issues, open, wishes) : nothing}
      </nav>
      <div class="shelf-open">${shown ? letter(shown, all, desk) : checkAll()}</div>
    </div>`;
  },
};

/** The reader that is imagined, as `npm run test:mail -- --as` has it. @param {Record<string, string>} wishes */
export const asIn = ({ track, language, gentler, discreet, name }) =>
  [
    track && `track=${track}`,
    language && `language=${language}`,
    // A comma would end the value.
    name && `name=${name.replaceAll(',', ' ')}`,
    gentler && 'gentler',
    discreet && 'discreet',
  ]
    .filter(Boolean)
    .join(',');

/**
 * @param {string} id @param {string} title @param {readonly NamedMail[]} mails
 * @param {string} open @param {Record<string, string>} wishes
 */
function shelf(id, title, mails, open, { scheme = '', width = '' }) {
  const item = (/** @type {NamedMail} */ { name, subject, place, date }) =>
    html`<li><a href=${linkTo('letters', name, { scheme, width })} aria-current=${name === open ? 'true' : nothing}>
      <span class="soft">${place ?? date ?? (name.includes('/') ? 'retired' : name)}</span> ${subject}</a></li>`;
  return part(`shelf-${id}`, title, html`<ul>${mails.map(item)}</ul>`);
}

const checkAll = () => html`
  <p class="lead">Open a letter to see it as a reader does.</p>
  <p>Each is shown for any track, language and width, by day and by lamp light, with what the checker has to say of it.
  To check all of them at once: <code>npm run check:content</code></p>`;
