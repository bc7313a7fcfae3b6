import { html } from 'hono/html';
import { isOver, pausesOfIssues } from '../../core/reader/pauses.ts';
import type { Span } from '../../core/reader/subscriber.ts';
import { isInCourse } from '../../core/reader/turns.ts';
import { localDate, plusDays } from '../../core/time.ts';
import { pauseInWords } from '../../core/words/phrases.ts';
import { text } from '../form.ts';
import type { Action } from '../wish.ts';
import { faulty, problemAt } from './fields.ts';
import type { Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

/** What is on or off: one button each, for what does not hold now, where the page's link may press it. */

/**
 * Whoever takes a course as well says when issues come; to who has had every letter they come as they are sent.
 * A letter's link takes away and adds nothing.
 */
export function newsletterForm(view: PreferencesView): Markup {
  const { words, subscriber, present, whole } = view;
  const { preferences: said, finished } = words;
  const name = 'newsletter';
  if (!subscriber.newsletter) {
    const asked = { name, title: said.newsletter, detail: said.newsletterDetail };
    return whole ? toggle(view, asked, ['newsletter', said.newsletterOn]) : html``;
  }
  const off = press(view, ['no-newsletter', said.newsletterOff]);
  const [paused] = pausesNow(view);
  if (paused !== undefined) {
    const until = pauseInWords(paused, words, subscriber.zone);
    return card(
      name,
      said.newsletter,
      html`<p>${said.newsletterPaused({ until })}</p>
<div class="stacked">${press(view, ['resume-newsletter', said.newsletterAgain])}${off}</div>`,
    );
  }
  if (!isInCourse(subscriber, present.courses)) {
    const today = localDate(present.now, subscriber.zone);
    const hasWaited = subscriber.issues?.waits?.some(({ date }) => date < today) === true;
    const sentence = hasWaited ? finished.meanwhile : finished.newsletter;
    return card(
      name,
      said.newsletter,
      html`<p>${sentence}</p>
<div class="stacked">${breakForm(view)}${off}</div>`,
    );
  }
  const isAlongside = subscriber.issues?.alongside === true;
  const detail = isAlongside ? said.alongside : said.newsletterDetail;
  return card(
    name,
    said.newsletter,
    html`<p>${detail}</p>
<div class="stacked">${breakForm(view)}${whenForm(view, isAlongside)}${off}</div>`,
  );
}

/** The pauses that hold it, those to come as well: its own first. */
const pausesNow = ({ subscriber, present }: PreferencesView): readonly Span[] => {
  const today = localDate(present.now, subscriber.zone);
  return pausesOfIssues(subscriber)
    .filter((one) => !isOver(one, today))
    .toReversed();
};

/** A pause of the newsletter alone: until a day, or until they say so. */
function breakForm({ words, subscriber, present, form, problems, guard }: PreferencesView): Markup {
  const { newsletterUntil, pauseNewsletter } = words.preferences;
  const name = 'newsletter-until';
  const today = localDate(present.now, subscriber.zone);
  return html`<form method="post"><input type="hidden" name="action" value="pause-newsletter">
<div class="field"><label for="${name}">${newsletterUntil}</label>
<input id="${name}" name="${name}" type="date" min="${plusDays(today, 1)}" max="${plusDays(today, 366)}" value="${text(form.fields, name)}"${faulty(name, problems)}>
${problemAt(name, problems)}</div>
<button class="quiet">${pauseNewsletter}</button>${guard}</form>`;
}

function whenForm(view: PreferencesView, isAlongside: boolean): Markup {
  const { alongsideOn, alongsideOff } = view.words.preferences;
  if (isAlongside) return press(view, ['after-course', alongsideOff]);
  return view.whole ? press(view, ['alongside', alongsideOn]) : html``;
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
  view: PreferencesView,
  said: { readonly name: string; readonly title: string; readonly detail: string },
  choice: Choice,
): Markup =>
  card(
    said.name,
    said.title,
    html`<p>${said.detail}</p>
${press(view, choice)}`,
  );

type Choice = readonly [action: Action, button: string];

const press = ({ guard }: PreferencesView, [action, button]: Choice): Markup =>
  html`<form method="post"><input type="hidden" name="action" value="${action}">
<button class="quiet">${button}</button>${guard}</form>`;
