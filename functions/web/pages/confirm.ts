import { html } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import { scheduleInWords } from '../../core/mail/phrases.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import type { Markup } from './layout.ts';

/** One button: scanners follow links, and only people press buttons. */
export function confirmPage(subscriber: Subscriber, course: CourseOutline | undefined): Markup {
  return html`<article class="note"><h1>Shall we start?</h1>
<p class="lead">You asked for ${course ? html`<em>${course.title}</em>` : 'our letters'}. They will
come ${scheduleInWords(subscriber)}.</p>
<form method="post"><button>Yes, send me the letters</button></form>
<p class="small">If it was not you who asked, close this page. Nothing will be sent.</p></article>`;
}

/** The same page after the first press and after the tenth. */
export function confirmedPage(
  subscriber: Subscriber,
  firstLetter: string,
  preferences: string,
): Markup {
  return html`<article class="note"><h1>You’re in</h1>
<p class="lead">Thank you. ${whatComes(subscriber, firstLetter)}</p>
<p>To pause, change or stop, just answer any letter in plain words. Or do it right here:
<a href="${preferences}">when your letters come</a>.</p></article>`;
}

/** A page that is opened again months later must not promise a first letter. */
function whatComes(subscriber: Subscriber, firstLetter: string): Markup {
  const { enrollments } = subscriber;
  if (enrollments.every(({ welcomed }) => welcomed)) {
    return html`Your letters come ${scheduleInWords(subscriber)}.`;
  }
  const begun = enrollments.some(({ received }) => received.length > 0);
  return html`A short welcome is on its way to you, and your ${
    begun ? 'next' : 'first'
  } letter comes on <strong>${firstLetter}</strong>.`;
}

/** Too late: the sign-up was never confirmed in its time. */
export function expiredPage(): Markup {
  return html`<article class="note"><h1>This button has gone to sleep</h1>
<p class="lead">It worked for seven days. Ask once more, and a fresh one comes right away.</p>
<p><a class="button" href="/">Ask for the letters again</a></p></article>`;
}

/** The link is genuine, and the person has left since. */
export function leftSincePage(preferences: string): Markup {
  return html`<article class="note"><h1>You left these letters</h1>
<p class="lead">So nothing is sent to you. If you would like to come back, you go on where you
stopped.</p>
<p><a class="button" href="${preferences}?do=rejoin">Come back</a></p></article>`;
}

/** Bounced for good, or complained about: we keep away, and say how to be reached. */
export function unmailablePage(): Markup {
  return html`<article class="note"><h1>We can’t write to this address</h1>
<p class="lead">Mail to it was refused or not wanted, so we stopped for good. You are welcome to
sign up with another address.</p>
<p><a class="button" href="/">Use another address</a></p></article>`;
}
