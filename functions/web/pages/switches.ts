import { html } from 'hono/html';
import type { Action } from '../wish.ts';
import type { Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

/** What is on or off: one button each, for what does not hold now, where the page's link may press it. */

export function newsletterForm(view: PreferencesView): Markup {
  const { newsletter, newsletterDetail, newsletterOn, newsletterOff } = view.words.preferences;
  const said = { name: 'newsletter', title: newsletter, detail: newsletterDetail };
  if (view.subscriber.newsletter) return toggle(view, said, ['no-newsletter', newsletterOff]);
  return view.whole ? toggle(view, said, ['newsletter', newsletterOn]) : html``;
}

export function discreetForm(view: PreferencesView): Markup {
  const { discreet, discreetDetail, discreetOn, discreetOff } = view.words.preferences;
  const said = { name: 'discreet', title: discreet, detail: discreetDetail };
  if (!view.subscriber.discreet) return toggle(view, said, ['discreet', discreetOn]);
  return view.whole ? toggle(view, said, ['open', discreetOff]) : html``;
}

/** The way back from "never again", which stands in no other mail than the one that it was pressed in. */
export function formMailForm(view: PreferencesView): Markup {
  const { preferences, never } = view.words;
  const said = { name: 'form-mail', title: preferences.formMail, detail: never.doneDetail };
  const isOffered = view.whole && view.subscriber.quiet === true;
  return isOffered ? toggle(view, said, ['form-mail', never.back]) : html``;
}

const toggle = (
  { guard }: PreferencesView,
  said: { readonly name: string; readonly title: string; readonly detail: string },
  [action, button]: readonly [action: Action, button: string],
): Markup =>
  card(
    said.name,
    said.title,
    html`<p>${said.detail}</p>
<form method="post"><input type="hidden" name="action" value="${action}">
<button class="quiet">${button}</button>${guard}</form>`,
  );
