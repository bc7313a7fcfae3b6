import { asset } from './asset.ts';
import { IN_PLACE } from './in-place.ts';

/**
 * All the script there is, and nothing needs it: it offers the browser's own time zone (a reader who
 * has one is asked), picks "On these days" when somebody ticks a day, answers a form in its place, and
 * makes the quick way out quicker: another site takes the page's place in the tab's history.
 */
export const SCRIPT = asset(
  'app.js',
  'text/javascript; charset=utf-8',
  `'use strict';
const zones = document.querySelector('select[name=zone]');
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const take = () => {
  if (![...zones.options].some(({ value }) => value === here)) {
    zones.add(new Option(here.replaceAll('_', ' '), here), 0);
  }
  zones.value = here;
};
const offer = document.querySelector('button[data-zone]');
const guessed = document.querySelector('input[name=zone][data-guess]');
if (guessed && here) guessed.value = here;
if (zones && here && zones.matches('[data-guess]')) take();
if (zones && here && offer && zones.value !== here) {
  const known = [...zones.options].find(({ value }) => value === here);
  const place = offer.querySelector('[data-here]');
  place.replaceChildren(known ? known.text : here.replaceAll('_', ' '));
  offer.hidden = false;
  offer.addEventListener('click', () => {
    take();
    offer.hidden = true;
    zones.focus();
  });
}
for (const group of document.querySelectorAll('[data-days]')) {
  group.addEventListener('change', ({ target }) => {
    if (target.type === 'checkbox') group.querySelector('[value=choose]').checked = true;
  });
}
const exit = document.querySelector('a[data-exit]');
if (exit) {
  const leave = (event) => {
    event.preventDefault();
    document.body.hidden = true;
    location.replace(exit.href);
  };
  exit.addEventListener('click', leave);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave(event);
  });
}
${IN_PLACE}`,
);
