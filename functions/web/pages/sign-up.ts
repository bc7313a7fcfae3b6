import { html } from 'hono/html';
import {
  type CourseOutline,
  type CourseSlug,
  coursePath,
  type LessonOutline,
  letterPath,
} from '../../core/course.ts';
import type { Issue } from '../../core/newsletter.ts';
import type { Publication } from '../../core/publication.ts';
import type { Words } from '../../core/words/words.ts';
import { inLanguage, type Markup } from './layout.ts';
import { issueList } from './newsletter.ts';
import { type SignUpForm, signUpForm } from './sign-up-form.ts';

/** All that the front page shows. */
export interface SignUpView extends SignUpForm {
  readonly others: readonly CourseOutline[];
  readonly issues: readonly Issue[];
}

/** The front page: what the letters are, and the form to ask for them. */
export function signUpPage(view: SignUpView): Markup {
  const { words, publication, course, others, issues } = view;
  return html`<div class="front">
<div class="about">
<h1>${course.title}</h1>
<p class="subtitle">${course.subtitle}</p>
</div>
<section class="card" id="join" aria-labelledby="join-title" data-place>
<h2 id="join-title">${words.signUp.join}</h2>
${signUpForm(view)}
</section>
<p class="lead what">${course.description}</p>
${how(words)}
${contents(words, course, publication)}
${issues.length > 0 && latest(words, issues, publication)}
${others.length > 0 && otherCourses(words, others, publication.name)}
</div>`;
}

/** What sets these letters apart: one writes back. */
function how({ signUp }: Words): Markup {
  const replies = [
    [signUp.sayPause, signUp.sayPauseEffect],
    [signUp.sayDays, signUp.sayDaysEffect],
    [signUp.sayStop, signUp.sayStopEffect],
  ] as const;
  return html`<section class="how" aria-labelledby="how-title">
<h2 id="how-title">${signUp.how}</h2>
<p>${signUp.howDetail}</p>
<ul>${replies.map(([said, effect]) => html`<li><q>${said}</q> <span>${effect}</span></li>`)}</ul>
</section>`;
}

/** A list this long wants breath in it: a week of letters, then the next. */
const WEEK = 7;

function contents(
  { signUp }: Words,
  { slug, lessons }: CourseOutline,
  { defaults }: Publication,
): Markup {
  const weeks = Array.from({ length: Math.ceil(lessons.length / WEEK) }, (_, index) => index);
  const daily = defaults.days === '1234567';
  return html`<section class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${signUp.letters({ count: lessons.length })}</h2>
<div class="weeks">${weeks.map((week) => {
    const first = week * WEEK;
    const some = lessons.slice(first, first + WEEK);
    const heading = daily
      ? signUp.week({ week: week + 1 })
      : signUp.lettersFromTo({ from: first + 1, to: first + some.length });
    return html`<div>${weeks.length > 1 && html`<h3>${heading}</h3>`}
${letterList(some, first + 1, slug)}</div>`;
  })}</div></section>`;
}

function letterList(lessons: readonly LessonOutline[], from: number, course: CourseSlug): Markup {
  return html`<ol start="${from}">${lessons.map(
    ({ id, subject, web }, index) =>
      html`<li value="${from + index}">${
        web === 'listed' ? html`<a href="${letterPath(course, id)}">${subject}</a>` : subject
      }</li>`,
  )}</ol>`;
}

/** The newest few issues; all of them have a page of their own. */
const NEWEST = 3;

function latest({ signUp }: Words, issues: readonly Issue[], { language }: Publication): Markup {
  const all = signUp.allIssues({ count: issues.length });
  return html`<section class="issues" aria-labelledby="issues-title">
<h2 id="issues-title">${signUp.fromNewsletter}</h2>
${issueList(issues.slice(0, NEWEST), language)}
${issues.length > NEWEST && html`<p><a href="/newsletter">${all}</a></p>`}
</section>`;
}

function otherCourses(
  { signUp, readOn }: Words,
  others: readonly CourseOutline[],
  publication: string,
): Markup {
  return html`<section class="others"><h2>${signUp.alsoFrom({ publication })}</h2><ul>${others.map(
    ({ slug, language, title, subtitle }) =>
      html`<li${inLanguage(language)}><a href="${coursePath(slug)}">${title}</a> <span class="soft">${subtitle}</span></li>`,
  )}</ul><p><a href="/courses">${readOn.courses}</a></p></section>`;
}
