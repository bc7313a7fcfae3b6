import { html, raw } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/**
 * A letter for everybody, and how to get the others.
 *
 * @param letter markup of the content compiler's making
 * @param front  the path of the page on which somebody can ask for the course
 */
export function letterPage(
  { readOn }: Words,
  { title, lessons }: CourseOutline,
  letter: string,
  front: string,
): Markup {
  return html`${raw(letter)}
<aside class="read-on" aria-labelledby="read-on"><h2 id="read-on">${readOn.title}</h2>
<p>${readOn.course({ course: title, count: lessons.length })}</p>
<p><a class="button" href="${front}#join">${readOn.join}</a></p></aside>`;
}

/** An issue for everybody: the ones beside it in time, and how to get the next by mail. */
export function issuePage(
  { readOn, newsletter }: Words,
  issue: { readonly page: string },
  { older, newer }: { readonly older?: Beside | undefined; readonly newer?: Beside | undefined },
): Markup {
  return html`${raw(issue.page)}
<nav class="beside" aria-label="${newsletter.title}">${older && beside(older, 'prev', readOn.older)}${
    newer && beside(newer, 'next', readOn.newer)
  }</nav>
<aside class="read-on" aria-labelledby="read-on"><h2 id="read-on">${readOn.title}</h2>
<p>${readOn.newsletter}</p>
<p><a class="button" href="/#join">${readOn.join}</a> <a href="/newsletter">${readOn.all}</a></p></aside>`;
}

/** An issue before or after another. */
export interface Beside {
  readonly id: string;
  readonly title: string;
}

const beside = ({ id, title }: Beside, rel: 'prev' | 'next', label: string): Markup =>
  html`<p><a href="/newsletter/${id}" rel="${rel}"><span class="small">${label}</span> ${title}</a></p>`;
