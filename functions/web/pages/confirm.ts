import { html } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import type { Enrollment, Subscriber } from '../../core/reader/subscriber.ts';
import { scheduleInWords } from '../../core/words/phrases.ts';
import type { Words } from '../../core/words/words.ts';
import { ONCE_MORE } from '../press.ts';
import type { Markup } from './layout.ts';
import { scheduleForm } from './rhythm.ts';
import { statusOf } from './sign-up-form.ts';

/** One button, which Enter presses as well, and nothing beside it: robots follow links. */
export function confirmPage(
  words: Words,
  subscriber: Subscriber,
  course: CourseOutline | undefined,
  form: Form,
): Markup {
  const { start, asked } = words.confirm;
  const { theLetters, andNewsletter } = words.phrases;
  const title = course ? html`<em>${course.title}</em>` : theLetters;
  const values = {
    course: subscriber.newsletter
      ? html`${andNewsletter.pieces<Markup | string>({ course: title })}`
      : title,
    schedule: scheduleInWords(subscriber, words),
  };
  return html`<article class="note"><h1>${start}</h1>
<p class="lead">${asked.pieces<Markup | string>(values)}</p>
${yesForm(words, form)}</article>`;
}

interface Form {
  readonly guard: Markup;
  readonly again: boolean;
}

const yesForm = ({ confirm: { yes, notYou } }: Words, { guard, again }: Form): Markup =>
  html`<form method="post"><button autofocus${again && html` aria-describedby="${ONCE_MORE}"`}>${yes}</button>${guard}</form>
<p class="small">${notYou}</p>`;

/** The same for whoever left: what becomes of it, which is what their mail said. */
export function comeBackPage(words: Words, { course, back, isNew }: Coming, form: Form): Markup {
  const { start, back: asBefore, backNewsletter, backNew } = words.confirm;
  const title = course?.title ?? words.phrases.theLetters;
  const schedule = scheduleInWords(back, words);
  return html`<article class="note"><h1>${start}</h1>
<p class="lead">${asBefore.pieces<Markup | string>({ course: html`<em>${title}</em>`, schedule })}</p>
${back.newsletter && html`<p>${backNewsletter}</p>`}
${isNew && html`<p>${backNew({ course: title })}</p>`}
${yesForm(words, form)}</article>`;
}

interface Coming {
  /** That was asked for, and whether they never took it. */
  readonly course: CourseOutline | undefined;
  readonly isNew: boolean;
  /** Who they are once they come back. */
  readonly back: Subscriber;
}

/**
 * The same page after the first press and after the tenth. Hour and days are asked here, when somebody is in:
 * the form leads to their page, which says what is different and takes it back.
 */
export function confirmedPage(
  words: Words,
  subscriber: Subscriber,
  { firstLetter, welcome }: First,
  { preferences, guard }: { readonly preferences: string; readonly guard: Markup },
): Markup {
  const { in: title, thanks, change, changeLink } = words.confirm;
  const link = html`<a href="${preferences}">${changeLink}</a>`;
  const form = { first: undefined, fields: {} };
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${thanks} ${whatComes(words, subscriber, { firstLetter, welcome })}</p>
<p>${change.pieces({ link })}</p></article>
<div class="parts">${scheduleForm({ words, subscriber, form, problems: {}, guard, to: preferences })}</div>`;
}

interface First {
  /** When it comes. */
  readonly firstLetter: string;
  /** Whether a welcome is on its way before it. */
  readonly welcome: boolean;
}

/** A page that is opened again months later, or in a pause, must not promise a first letter. */
function whatComes(words: Words, subscriber: Subscriber, { firstLetter, welcome }: First) {
  const { come, welcomeFirst, welcomeNext } = words.confirm;
  if (!welcome) return come({ schedule: scheduleInWords(subscriber, words) });
  const begun = subscriber.enrollments.some(({ received }) => received.length > 0);
  const moment = html`<strong>${firstLetter}</strong>`;
  return (begun ? welcomeNext : welcomeFirst).pieces({ moment });
}

/** Too late, or nobody's: it is the same page for both, and asks again right here. */
export function askAgainPage(
  words: Words,
  asked: Pick<Enrollment, 'course' | 'track'> | undefined,
): Markup {
  const { asleep, asleepDetail, askAgain } = words.confirm;
  const { email, consent } = words.signUp;
  return html`<article class="note" data-place><h1>${asleep}</h1>
<p class="lead">${asleepDetail}</p>
<form method="post" action="/subscribe" data-in-place>
<div class="field"><label for="email">${email}</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"></div>
${asked && html`<input type="hidden" name="course" value="${asked.course}">`}
${asked?.track && html`<input type="hidden" name="track" value="${asked.track}">`}
<button>${askAgain}</button>
${statusOf(words)}
<p class="small">${consent}</p>
</form></article>`;
}

/** The link is genuine, and the person has left since. */
export function leftSincePage({ confirm: { left, leftDetail, comeBack } }: Words): Markup {
  return html`<article class="note"><h1>${left}</h1>
<p class="lead">${leftDetail}</p>
<p><a class="button" href="/">${comeBack}</a></p></article>`;
}

/** Bounced for good, or complained about: we keep away, and say how to be reached. */
export function unmailablePage({
  confirm: { unmailable, unmailableDetail, another },
}: Words): Markup {
  return html`<article class="note"><h1>${unmailable}</h1>
<p class="lead">${unmailableDetail}</p>
<p><a class="button" href="/">${another}</a></p></article>`;
}
