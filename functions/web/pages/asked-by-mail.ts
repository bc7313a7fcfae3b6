import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import { partInWords } from '../../core/mail/own-link.ts';
import { type Matter, PAGE_PARTS, type PagePart } from '../../core/reader/own-link.ts';
import type { Markup } from './layout.ts';
import { hasMoreOfCourses } from './own-courses.ts';
import { card, type PreferencesView } from './preferences.ts';
import { versionsOf } from './tracks.ts';

/**
 * What is asked for on a reader's page, and comes as a link by mail: letters are passed on, and whoever holds
 * one holds the link of the page.
 */

/** The parts of the page that a letter's link does not hold, and that there is something in. */
export const partsByMail = (view: PreferencesView): readonly PagePart[] =>
  view.whole ? [] : PAGE_PARTS.filter((part) => hasMore(part, view));

function hasMore(part: PagePart, view: PreferencesView): boolean {
  const { newsletter, discreet, quiet } = view.subscriber;
  switch (part) {
    case 'take':
      return hasMoreOfCourses(view);
    case 'track':
      return versionsOf(view).length > 0;
    case 'newsletter':
      return !newsletter;
    case 'discreet':
      return discreet === true;
    case 'form-mail':
      return quiet === true;
  }
}

/** What would have more come, or other things: each button mails the link of the whole page. */
export function byMailForm(view: PreferencesView, parts: readonly PagePart[]): Markup {
  const { words, subscriber, guard } = view;
  const { byMail, byMailDetail } = words.preferences;
  return card(
    'by-mail',
    byMail,
    html`<p>${byMailDetail({ address: masked(subscriber.address) })}</p>
<form method="post"><input type="hidden" name="action" value="mail"><input type="hidden" name="matter" value="page">
<div class="stacked">${parts.map(
      (part) =>
        html`<button class="quiet" name="do" value="${part}">${partInWords(part, words)}</button>`,
    )}</div>${guard}</form>`,
  );
}

/** What is theirs: each is mailed a link of its own, from whichever page. */
export function ownForm({ words: { preferences: said }, subscriber, guard }: PreferencesView) {
  const matters: readonly (readonly [Matter, string])[] = [
    ['letters', said.letters],
    ['line', said.line],
    ...(subscriber.standing.is === 'left' ? [] : ([['address', said.address]] as const)),
    ['data', said.data],
    ['erase', said.erase],
  ];
  return card(
    'mail',
    said.yours,
    html`<p>${said.yoursDetail({ address: masked(subscriber.address) })}</p>
<form method="post"><input type="hidden" name="action" value="mail">
<div class="stacked">${matters.map(
      ([matter, label]) =>
        html`<button class="quiet" name="matter" value="${matter}">${label}</button>`,
    )}</div>${guard}</form>`,
  );
}
