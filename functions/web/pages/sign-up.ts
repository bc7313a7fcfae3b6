import { html } from 'hono/html';
import {
  type CourseOutline,
  type CourseSlug,
  type LessonOutline,
  letterPath,
} from '../../core/course.ts';
import type { Issue } from '../../core/newsletter.ts';
import type { Publication } from '../../core/publication.ts';
import type { Words } from '../../core/words/words.ts';
import type { TypedRhythm } from './fields.ts';
import { faulty, type Problems, problemAt, problemSummary, rhythmFields } from './fields.ts';
import { inLanguage, type Markup } from './layout.ts';
import { issueList } from './newsletter.ts';

/** What somebody typed into the form, understood or not. */
export interface TypedSignUp extends TypedRhythm {
  readonly email: string;
  readonly name: string;
  readonly track: string;
  readonly newsletter: boolean;
  readonly discreet: boolean;
}

/** A name that no browser knows how to fill in, and every simple robot does. */
export const TRAP = 'leave-this-empty';

/** All that the front page shows. */
export interface SignUpView {
  readonly words: Words;
  readonly publication: Publication;
  readonly course: CourseOutline;
  readonly others: readonly CourseOutline[];
  readonly issues: readonly Issue[];
  readonly form: TypedSignUp;
  readonly problems: Problems;
}

/** The front page: what the letters are, and the form to ask for them. */
export function signUpPage(view: SignUpView): Markup {
  const { words, publication, course, others, issues, problems } = view;
  return html`<div class="front">
<div class="about">
<h1>${course.title}</h1>
<p class="subtitle">${course.subtitle}</p>
<p class="lead">${course.description}</p>
</div>
<section class="card" id="join" aria-labelledby="join-title">
<h2 id="join-title">${words.signUp.join}</h2>
${problemSummary(words, problems)}
${formFor(view)}
</section>
${how(words)}
${contents(words, course, publication)}
${issues.length > 0 && latest(words, issues, publication)}
${others.length > 0 && otherCourses(words, others, publication.name)}
</div>`;
}

function formFor({ words, publication, course, form, problems }: SignUpView): Markup {
  const { signUp } = words;
  return html`<form method="post" action="/subscribe">
<input type="hidden" name="course" value="${course.slug}">
<div class="field"><label for="email">${signUp.email}</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"
value="${form.email}"${faulty('email', problems)}>
${problemAt('email', problems)}</div>
<label class="check"><input type="checkbox" name="discreet" value="yes"${form.discreet && html` checked`}>
<span>${signUp.discreet}</span></label>
<div class="field"><label for="name">${signUp.name} <span class="soft">${signUp.ifYouLike}</span></label>
<input id="name" name="name" autocomplete="given-name" maxlength="80" value="${form.name}"${faulty('name', problems)}>
${problemAt('name', problems)}</div>
<div class="trap" aria-hidden="true"><label for="${TRAP}">${signUp.trap}</label>
<input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
${course.tracks.length > 0 && trackField(words, course, form.track, problems)}
${rhythmFields({
  words,
  now: form,
  problems,
  guessZone: Object.keys(problems).length === 0,
  zone: publication.defaults.zone,
})}
<label class="check"><input type="checkbox" name="newsletter" value="yes"${form.newsletter && html` checked`}>
<span>${signUp.newsletter}</span></label>
<button>${signUp.send}</button>
<p class="small">${signUp.consent}</p>
<p class="small">${signUp.safe.pieces<Markup | string>({ link: html`<a href="/safe">${signUp.safeLink}</a>` })}</p>
</form>`;
}

function trackField(
  { signUp }: Words,
  { tracks, slug }: CourseOutline,
  chosen: string,
  problems: Problems,
): Markup {
  const first = tracks.some(({ id }) => id === chosen) ? chosen : tracks[0]?.id;
  return html`<fieldset id="track" tabindex="-1"${faulty('track', problems)}><legend>${signUp.track}</legend>
<div class="choices stacked">${tracks.map(
    ({ id, label }) =>
      html`<label class="choice"><input type="radio" name="track" value="${id}"${
        id === first && html` checked`
      } data-course="${slug}"> <span>${label}</span></label>`,
  )}</div>
${problemAt('track', problems)}</fieldset>`;
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
      html`<li${inLanguage(language)}><a href="/?course=${slug}">${title}</a> <span class="soft">${subtitle}</span></li>`,
  )}</ul><p><a href="/courses">${readOn.courses}</a></p></section>`;
}

/** The same for everybody who asked, whoever they are to us. */
export function checkInboxPage({ signUp }: Words): Markup {
  return html`<article class="note"><h1>${signUp.inbox}</h1>
<p class="lead">${signUp.inboxSent}</p>
<p>${signUp.inboxWhere}</p>
<p>${signUp.inboxKnown}</p></article>`;
}
