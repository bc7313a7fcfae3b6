import { html, nothing, render } from 'lit-html';
import { ask, send } from './api.js';
import { facts, part } from './parts.js';
import { linkTo } from './place.js';
import { oneReader } from './reader.js';

/** @typedef {import('../reader-routes.ts').ReadersTold} ReadersTold */
/** @typedef {import('../../desk/readers.ts').ReaderCounts} ReaderCounts */
/** @typedef {import('../../desk/page.ts').ReaderLine} ReaderLine */
/** @typedef {import('../../desk/reader.ts').Found} Found */
/** @typedef {import('./studio.js').Desk} Desk */

/** @type {Readonly<Record<string, string>>} */
const STANDINGS = {
  active: 'Reading',
  paused: 'Paused',
  left: 'Left',
  suppressed: 'Not to be mailed',
  asked: 'Has not confirmed',
};

/** @type {import('./studio.js').Page} */
export const readers = {
  name: 'readers',
  title: 'Readers',
  load: async ({ open, wishes }) =>
    open === ''
      ? { list: await ask('readers', wishes) }
      : { found: await ask(`readers/${encodeURIComponent(open)}`) },
  view: (/** @type {{ list?: ReadersTold, found?: Found }} */ { list, found }, desk) => html`
    ${search()}${found ? oneReader(found, desk) : nothing}${list ? all(list, desk) : nothing}`,
};

/** By an address, which is sent and never stands in a line; what is shown then has the reader’s id in it. */
function search() {
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const answer = /** @type {HTMLElement} */ (form.querySelector('.answer'));
    /** @type {Found} */
    const found = await send('find', { who: String(new FormData(form).get('who') ?? '') }).catch(
      (error) => ({ is: 'unreadable', because: error.message }),
    );
    if (found.is === 'found') location.hash = linkTo('readers', found.reader.id);
    answer.textContent =
      found.is === 'unknown'
        ? 'Nobody is stored under that address.'
        : found.is === 'unreadable'
          ? found.because
          : '';
  };
  return html`<form class="search" @submit=${submit}>
    <label for="who">An address, or an id</label>
    <input id="who" name="who" required autocomplete="off" spellcheck="false">
    <button>Look up</button><p class="answer problem" role="status"></p></form>`;
}

/** @param {ReadersTold} told @param {Desk} desk */
function all({ readers: { readers, next }, price, courses }, { place: { wishes } }) {
  const change = (/** @type {Event} */ { currentTarget }) => {
    const filled = new FormData(/** @type {HTMLFormElement} */ (currentTarget));
    const [standing, course] = ['standing', 'course'].map((key) => String(filled.get(key) ?? ''));
    location.hash = linkTo('readers', '', { standing: standing ?? '', course: course ?? '' });
  };
  return html`
    ${part('numbers', 'In numbers', numbers(price))}
    ${part(
      'list',
      'One by one',
      html`<form class="as" @change=${change} @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        ${choose('standing', 'Who', wishes['standing'], Object.entries(STANDINGS))}
        ${choose(
          'course',
          'Course',
          wishes['course'],
          courses.map(({ slug, title }) => /** @type {const} */ ([slug, title])),
        )}</form>
        ${
          readers.length === 0
            ? html`<p class="soft">${next ? 'None among those that were looked at.' : 'Nobody.'}</p>`
            : html`<ul class="people">${readers.map(line)}</ul>`
        }
        <p class="choices">${wishes['after'] ? html`<a href=${linkTo('readers', '', { ...wishes, after: '' })}>From the beginning</a>` : nothing}
        ${next ? html`<a class="button" href=${linkTo('readers', '', { ...wishes, after: next })}>Go on</a>` : nothing}</p>`,
    )}`;
}

/** @param {string} name @param {string} label @param {string | undefined} chosen @param {readonly (readonly [string, string])[]} options */
const choose = (name, label, chosen, options) => html`
  <label>${label} <select name=${name}><option value="">all</option>${options.map(
    ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
  )}</select></label>`;

/** @param {ReaderLine} reader */
const line = ({ id, address, name, standing, courses, newsletter }) => html`
  <li><a href=${linkTo('readers', id)}>${address ?? 'no address any more'}</a>
  ${name ? html`<span>${name}</span>` : nothing}
  <span class="soft">${[
    STANDINGS[standing] ?? standing,
    ...courses.map(({ course, place }) => `${course}: ${place === '0' ? 'no letter yet' : place}`),
    ...(newsletter ? ['newsletter'] : []),
  ].join(' · ')}</span></li>`;

/** Everybody is counted when somebody asks, who has read what it costs. @param {string} price */
function numbers(price) {
  const count = async (/** @type {Event} */ { target }) => {
    const box = /** @type {HTMLElement} */ (
      /** @type {HTMLElement} */ (target).closest('.numbers')
    );
    render(html`<p class="soft">Counting …</p>`, box);
    const counted = await send('count', {}).then(
      inNumbers,
      (error) => html`<p class="problem">${error.message}</p>`,
    );
    render(counted, box);
  };
  return html`<div class="numbers" role="status"><p>${price}</p>
    <p><button type="button" @click=${count}>Count everybody</button></p></div>`;
}

/** @param {ReaderCounts} counts */
const inNumbers = ({ standing, newsletter, courses, joined }) => html`
  ${facts([
    ...Object.entries(STANDINGS).map(
      ([is, text]) => /** @type {const} */ ([text, String(standing[/** @type {'active'} */ (is)])]),
    ),
    ['Take the newsletter', String(newsletter)],
  ])}
  <ul class="lines">${Object.entries(courses).map(
    ([course, { reading, finished, stopped }]) =>
      html`<li>${course}: ${reading} reading, ${finished} finished, ${stopped} stopped it</li>`,
  )}
  <li>Came in the last ${joined.length} days: ${joined.reduce((sum, { count }) => sum + count, 0)}</li></ul>`;
