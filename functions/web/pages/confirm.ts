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
  { guard, again }: { readonly guard: Markup; readonly again: boolean },
): Markup {
  const { start, asked, yes, notYou } = words.confirm;
  const values = {
    course: course ? html`<em>${course.title}</em>` : words.phrases.theLetters,
    schedule: scheduleInWords(subscriber, words),
  };
  return html`<article class="note"><h1>${start}</h1>
<p class="lead">${asked.pieces<Markup | string>(values)}</p>
<form method="post"><button autofocus${again && html` aria-describedby="${ONCE_MORE}"`}>${yes}</button>${guard}</form>
<p class="small">${notYou}</p></article>`;
}

/**
 * The same page after the first press and after the tenth. Hour and days are asked here, when somebody is in:
 * the form leads to their page, which says what is different and takes it back.
 */
export function confirmedPage(
  words: Words,
  subscriber: Subscriber,
  firstLetter: string,
  { preferences, guard }: { readonly preferences: string; readonly guard: Markup },
): Markup {
  const { in: title, thanks, change, changeLink } = words.confirm;
  const link = html`<a href="${preferences}">${changeLink}</a>`;
  const form = { first: undefined, fields: {} };
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${thanks} ${whatComes(words, subscriber, firstLetter)}</p>
<p>${change.pieces({ link })}</p></article>
<div class="parts">${scheduleForm({ words, subscriber, form, problems: {}, guard, to: preferences })}</div>`;
}

/** A page that is opened again months later, or in a pause, must not promise a first letter. */
function whatComes(words: Words, subscriber: Subscriber, firstLetter: string) {
  const { enrollments, standing } = subscriber;
  const { come, welcomeFirst, welcomeNext } = words.confirm;
  if (standing.is === 'paused' || enrollments.every(({ welcomed }) => welcomed)) {
    return come({ schedule: scheduleInWords(subscriber, words) });
  }
  const begun = enrollments.some(({ received }) => received.length > 0);
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
