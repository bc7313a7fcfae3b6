import { html } from 'hono/html';
import type { CourseOutline, LessonOutline } from '../../core/course.ts';
import type { Issue } from '../../core/newsletter.ts';
import type { Publication } from '../../core/publication.ts';
import type { TypedRhythm } from './fields.ts';
import { faulty, type Problems, problemAt, problemSummary, rhythmFields } from './fields.ts';
import type { Markup } from './layout.ts';
import { issueList } from './newsletter.ts';

/** What somebody typed into the form, understood or not. */
export interface TypedSignUp extends TypedRhythm {
  readonly email: string;
  readonly name: string;
  readonly track: string;
  readonly newsletter: boolean;
}

/** What stands beside the button: a person agrees to exactly this, so its hash is kept with it. */
export const CONSENT = `We first send one mail to ask whether it was you, and nothing else until
you say so. Your address is kept in the author’s own account, given to nobody, and used for these
letters alone. No trackers. Leave whenever you like: reply “stop”, or use the link in every
letter.`;

/** A name that no browser knows how to fill in, and every simple robot does. */
export const TRAP = 'leave-this-empty';

/** The front page: what the letters are, and the form to ask for them. */
export function signUpPage(
  publication: Publication,
  course: CourseOutline,
  others: readonly CourseOutline[],
  issues: readonly Issue[],
  form: TypedSignUp,
  problems: Problems = {},
): Markup {
  const { language, name } = publication;
  const again = Object.keys(problems).length > 0;
  return html`<div class="front">
<div class="about" lang="${language}">
<h1>${course.title}</h1>
<p class="subtitle">${course.subtitle}</p>
<p class="lead">${course.description}</p>
</div>
<section class="card" id="join" aria-labelledby="join-title">
<h2 id="join-title">Where may we write to?</h2>
${problemSummary(problems)}
${formFor(course, form, problems, !again)}
</section>
${how()}
${contents(course, publication)}
${issues.length > 0 && latest(issues, publication)}
${others.length > 0 && otherCourses(others, name)}
</div>`;
}

function formFor(
  course: CourseOutline,
  form: TypedSignUp,
  problems: Problems,
  fresh: boolean,
): Markup {
  return html`<form method="post" action="/subscribe">
<input type="hidden" name="course" value="${course.slug}">
<div class="field"><label for="email">Email address</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254"
value="${form.email}"${faulty('email', problems)}>
${problemAt('email', problems)}</div>
<div class="field"><label for="name">First name <span class="soft">(if you like)</span></label>
<input id="name" name="name" autocomplete="given-name" maxlength="80" value="${form.name}"${faulty('name', problems)}>
${problemAt('name', problems)}</div>
<div class="trap" aria-hidden="true"><label for="${TRAP}">Leave this field empty</label>
<input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
${course.tracks.length > 0 && trackField(course, form.track, problems)}
${rhythmFields(form, problems, fresh)}
<label class="check"><input type="checkbox" name="newsletter" value="yes"${form.newsletter && html` checked`}>
<span>Also send me the newsletter, now and then</span></label>
<button>Send me the letters</button>
<p class="small">${CONSENT}</p>
</form>`;
}

function trackField({ tracks, slug }: CourseOutline, chosen: string, problems: Problems): Markup {
  const first = tracks.some(({ id }) => id === chosen) ? chosen : tracks[0]?.id;
  return html`<fieldset id="track" tabindex="-1"${faulty('track', problems)}><legend>Which version suits you?</legend>
<div class="choices stacked">${tracks.map(
    ({ id, label }) =>
      html`<label class="choice"><input type="radio" name="track" value="${id}"${
        id === first && html` checked`
      } data-course="${slug}"> <span>${label}</span></label>`,
  )}</div>
${problemAt('track', problems)}</fieldset>`;
}

const REPLIES = [
  ['Pause for two weeks', 'and they wait, in order'],
  ['Weekdays only, please', 'and weekends are yours'],
  ['Stop', 'and nothing comes again'],
] as const;

/** What sets these letters apart: one writes back. */
function how(): Markup {
  return html`<section class="how" aria-labelledby="how-title">
<h2 id="how-title">No account. You just write back.</h2>
<p>Answer any letter in plain words, and it is done. Whatever else you write is read by a
person.</p>
<ul>${REPLIES.map(([words, effect]) => html`<li><q>${words}</q> <span>${effect}</span></li>`)}</ul>
</section>`;
}

/** A list this long wants breath in it: a week of letters, then the next. */
const WEEK = 7;

function contents({ lessons }: CourseOutline, { language, defaults }: Publication): Markup {
  const weeks = Array.from({ length: Math.ceil(lessons.length / WEEK) }, (_, index) => index);
  const daily = defaults.days === '1234567';
  return html`<section class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${lessons.length === 1 ? 'The letter' : `The ${lessons.length} letters`}</h2>
<div class="weeks">${weeks.map((week) => {
    const first = week * WEEK;
    const some = lessons.slice(first, first + WEEK);
    const heading = daily ? `Week ${week + 1}` : `Letters ${first + 1} to ${first + some.length}`;
    return html`<div>${weeks.length > 1 && html`<h3>${heading}</h3>`}
${letterList(some, first + 1, language)}</div>`;
  })}</div></section>`;
}

function letterList(lessons: readonly LessonOutline[], from: number, language: string): Markup {
  return html`<ol start="${from}" lang="${language}">${lessons.map(
    ({ subject }, index) => html`<li value="${from + index}">${subject}</li>`,
  )}</ol>`;
}

/** The newest few issues; all of them have a page of their own. */
const NEWEST = 3;

function latest(issues: readonly Issue[], { language }: Publication): Markup {
  return html`<section class="issues" aria-labelledby="issues-title">
<h2 id="issues-title">From the newsletter</h2>
${issueList(issues.slice(0, NEWEST), language)}
${issues.length > NEWEST && html`<p><a href="/newsletter">All ${issues.length} issues</a></p>`}
</section>`;
}

function otherCourses(others: readonly CourseOutline[], name: string): Markup {
  return html`<section class="others"><h2>Also from ${name}</h2><ul>${others.map(
    ({ slug, title, subtitle }) =>
      html`<li><a href="/?course=${slug}">${title}</a> <span class="soft">${subtitle}</span></li>`,
  )}</ul></section>`;
}

/** The same for everybody who asked, whoever they are to us. */
export function checkInboxPage(): Markup {
  return html`<article class="note"><h1>Please look in your inbox</h1>
<p class="lead">We have sent you one letter with one button. Press it, and your letters can
start.</p>
<p>It should be there within a minute or two. If not, look where your mail program puts
newsletters and junk. The button works for seven days.</p>
<p>If you get letters from us at this address already, you get no second button: you are in, and
every letter has a link at its foot to change when they come.</p></article>`;
}
