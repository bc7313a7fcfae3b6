import { html } from 'hono/html';
import type { CourseOutline } from '../../core/course.ts';
import type { Words } from '../../core/words/words.ts';
import { inLanguage, type Markup } from './layout.ts';

/** Every course, each with what it is and where one asks for it. */
export function coursesPage(
  { readOn, signUp }: Words,
  entries: readonly { readonly course: CourseOutline; readonly path: string }[],
): Markup {
  return html`<article class="note courses"><h1>${readOn.courses}</h1>
${entries.map(
  ({ course: { title, subtitle, description, language, lessons }, path }) =>
    html`<section><div${inLanguage(language)}><h2><a href="${path}">${title}</a></h2>
<p class="subtitle">${subtitle}</p>
<p>${description}</p></div>
<p class="soft">${signUp.letters({ count: lessons.length })}</p></section>`,
)}</article>`;
}
