import { html } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import type { Enrollment, Subscriber } from '../../core/reader/subscriber.ts';
import { scheduleInWords } from '../../core/words/phrases.ts';
import type { Words } from '../../core/words/words.ts';
import { ONCE_MORE } from '../press.ts';
import type { Markup } from './layout.ts';

/** One button, which Enter presses as well, and nothing beside it: robots follow links. */
export function confirmPage(
  words: Words,
  subscriber: Subscriber,
  course: CourseOutline | undefined,
  { guard, again }: { readonly guard: Markup; readonly again: boolean },
): Markup {
  const { start, asked, yes, notYou } = words.confirm;
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
<form method="post"><button autofocus${again && html` aria-describedby="${ONCE_MORE}"`}>${yes}</button>${guard}</form>
<p class="small">${notYou}</p></article>`;
}

/** The same page after the first press and after the tenth. */
export function confirmedPage(
  words: Words,
  subscriber: Subscriber,
  firstLetter: string,
  preferences: string,
): Markup {
  const { in: title, thanks, change, changeLink } = words.confirm;
  const link = html`<a href="${preferences}">${changeLink}</a>`;
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${thanks} ${whatComes(words, subscriber, firstLetter)}</p>
<p>${change.pieces({ link })}</p></article>`;
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
  { confirm: { asleep, asleepDetail, askAgain }, signUp: { email, consent } }: Words,
  asked: Pick<Enrollment, 'course' | 'track'> | undefined,
): Markup {
  return html`<article class="note"><h1>${asleep}</h1>
<p class="lead">${asleepDetail}</p>
<form method="post" action="/subscribe">
<div class="field"><label for="email">${email}</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"></div>
${asked && html`<input type="hidden" name="course" value="${asked.course}">`}
${asked?.track && html`<input type="hidden" name="track" value="${asked.track}">`}
<button>${askAgain}</button>
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
