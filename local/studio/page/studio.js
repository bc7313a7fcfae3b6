import { html, render } from 'lit-html';
import { ask } from './api.js';
import { PAGES } from './pages.js';
import { linkTo, placeIn } from './place.js';
import { top } from './top.js';

/**
 * What a page is given beside its data.
 *
 * @typedef {object} Desk
 * @property {import('../reading-routes.ts').PlaceTold} told
 * @property {import('./place.js').Place} place
 * @property {(text: string) => void} say what has happened, to everybody
 * @property {() => Promise<void>} again reads the page anew
 */

/**
 * One page of the studio.
 *
 * @typedef {object} Page
 * @property {string} name in the address
 * @property {string} title
 * @property {(place: import('./place.js').Place) => Promise<any>} load what it shows
 * @property {(data: any, desk: Desk) => unknown} view
 */

const header = /** @type {HTMLElement} */ (document.getElementById('top'));
const main = /** @type {HTMLElement} */ (document.getElementById('main'));

/** @type {{ told: Desk['told'] | undefined, said: string, turn: number }} */
const state = { told: undefined, said: '', turn: 0 };

/** @param {string} text */
function say(text) {
  state.said = text;
  showTop();
}

const pageAt = () => PAGES.find(({ name }) => name === placeIn(location.hash).page) ?? PAGES[0];

function showTop() {
  render(top(PAGES, pageAt(), state), header);
}

/** Reads the page that the address names, and shows it. @param {boolean} fresh whether another one was there before */
async function show(fresh) {
  state.turn += 1;
  const { turn } = state;
  const [page, place] = [pageAt(), placeIn(location.hash)];
  if (page === undefined) return;
  if (fresh) say('');
  document.title = `${page.title} · Studio · Kindling`;
  main.setAttribute('aria-busy', 'true');
  if (fresh) draw(page, html`<p class="soft">Looking …</p>`);
  try {
    const [told, data] = await Promise.all([ask('place'), page.load(place)]);
    // Somebody has gone on meanwhile.
    if (turn !== state.turn) return;
    state.told = told;
    draw(page, page.view(data, { told, place, say, again: () => show(false) }));
  } catch (error) {
    if (turn !== state.turn) return;
    const { message } = /** @type {Error} */ (error);
    draw(page, html`<p class="problem" role="alert">${message}</p>`);
  }
  main.removeAttribute('aria-busy');
  showTop();
}

/** @param {Page} page @param {unknown} content */
function draw({ title }, content) {
  render(html`<h1 class="title" tabindex="-1">${title}</h1>${content}`, main);
}

let shown = placeIn(location.hash);

/** Another page begins at its heading; what changes within one leaves everything where it is. */
async function follow() {
  const place = placeIn(location.hash);
  const fresh = place.page !== shown.page;
  shown = place;
  await show(fresh);
  if (fresh) main.querySelector('h1')?.focus();
}

document.getElementById('skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => void follow());
if (location.hash === '') history.replaceState(null, '', linkTo('today'));
shown = placeIn(location.hash);
void show(true);
