import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import { type CourseOutline, letterName } from '../../core/course.ts';
import type { HadLetter } from '../../core/reader/had.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import type { Words } from '../../core/words/words.ts';
import { inLanguage, type Markup } from './layout.ts';

/** A letter as its reader finds it in the list. */
export interface ListedLetter extends HadLetter {
  readonly subject: string;
}

/** A course and the letters of it that somebody had: this time, and only in times before. */
export interface TakenCourse {
  readonly course: CourseOutline;
  readonly now: readonly ListedLetter[];
  readonly before: readonly ListedLetter[];
}

/**
 * What they had, by course, the newest time first and each time in the order in which it came. Each opens as
 * it came to them, and has a button that sends it again.
 *
 * @param path  of this page
 * @param guard what the buttons need; false where nothing is sent
 */
export function lettersPage(
  words: Words,
  taken: readonly TakenCourse[],
  path: string,
  guard: Markup | false,
): Markup {
  const list = (letters: readonly ListedLetter[]): Markup =>
    html`<ol class="letters">${letters.map((one) => entry(words, one, path, guard !== false))}</ol>`;
  const courses = taken.map(
    ({
      course,
      now,
      before,
    }) => html`<section${inLanguage(course.language)}><h2>${course.title}</h2>
${now.length > 0 && list(now)}
${before.length > 0 && html`<h3${inLanguage(words.language)}>${words.own.before}</h3>${list(before)}`}</section>`,
  );
  return html`<article class="note"><h1>${words.preferences.letters}</h1>
${taken.length === 0 && html`<p class="lead">${words.own.noLetters}</p>`}
${guard === false ? courses : html`<form method="post">${courses}${guard}</form>`}</article>`;
}

function entry(
  words: Words,
  { course, lesson, subject }: ListedLetter,
  path: string,
  sends: boolean,
): Markup {
  const link = html`<a href="${path}/${course}/${lesson}">${subject}</a>`;
  if (!sends) return html`<li>${link}</li>`;
  return html`<li>${link}
<button class="quiet" name="again" value="${letterName(course, lesson)}"${inLanguage(words.language)}>${words.own.sendAgain}<span class="hidden">: ${subject}</span></button></li>`;
}

/** After the button: what is on its way, and what comes after it. */
export function sentAgainPage(
  { own }: Words,
  { address }: Pick<Subscriber, 'address'>,
  { letter, next }: { readonly letter: string; readonly next: string },
): Markup {
  return html`<article class="note"><h1>${own.sentAgain}</h1>
<p class="lead" role="status">${own.sentAgainDetail({ letter, address: masked(address) })}</p>
<p>${next}</p></article>`;
}
