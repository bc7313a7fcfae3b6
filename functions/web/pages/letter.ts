import { html, raw } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import type { Publication } from '../../core/publication.ts';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';
import { shortForm } from './sign-up-form.ts';

/**
 * A letter for everybody, and the form for the others.
 *
 * @param letter markup of the content compiler's making
 */
export function letterPage(
  words: Words,
  publication: Publication,
  course: CourseOutline,
  letter: string,
): Markup {
  const { readOn } = words;
  const { title, lessons } = course;
  return html`${raw(letter)}
<section class="card read-on" id="join" aria-labelledby="join-title" data-place><h2 id="join-title">${readOn.title}</h2>
<p>${readOn.course({ course: title, count: lessons.length })}</p>
${shortForm(words, publication, course)}</section>`;
}

/**
 * An issue for everybody: the ones beside it in time, and the form that brings the next by mail, with the letters
 * of a course.
 */
export function issuePage(
  words: Words,
  publication: Publication,
  course: CourseOutline,
  issue: { readonly page: string },
  { older, newer }: { readonly older?: Beside | undefined; readonly newer?: Beside | undefined },
): Markup {
  const { readOn, newsletter } = words;
  return html`${raw(issue.page)}
<nav class="beside" aria-label="${newsletter.title}">${older && beside(older, 'prev', readOn.older)}${
    newer && beside(newer, 'next', readOn.newer)
  }</nav>
<section class="card read-on" id="join" aria-labelledby="join-title" data-place><h2 id="join-title">${readOn.title}</h2>
<p>${readOn.newsletter({ course: course.title })}</p>
${shortForm(words, publication, course, { newsletter: true })}</section>
<p class="read-on"><a href="/newsletter">${readOn.all}</a></p>`;
}

/** An issue before or after another. */
export interface Beside {
  readonly id: string;
  readonly title: string;
}

const beside = ({ id, title }: Beside, rel: 'prev' | 'next', label: string): Markup =>
  html`<p><a href="/newsletter/${id}" rel="${rel}"><span class="small">${label}</span> ${title}</a></p>`;
