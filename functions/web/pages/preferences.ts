import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import type { Present } from '../../core/reader/lifecycle.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import type { Words } from '../../core/words/words.ts';
import type { FormFields } from '../form.ts';
import type { Told } from '../told.ts';
import type { Action } from '../wish.ts';
import { byMailForm, ownForm, partsByMail } from './asked-by-mail.ts';
import { type Problems, problemSummary } from './fields.ts';
import { finishedCard } from './finished.ts';
import { inLanguage, type Markup } from './layout.ts';
import { coursesForm } from './own-courses.ts';
import { pauseForm, scheduleForm } from './rhythm.ts';
import { isFinished, standingNow, stateInWords } from './state.ts';
import { discreetForm, formMailForm, newsletterForm } from './switches.ts';
import { toldNote } from './told.ts';
import { trackForms } from './tracks.ts';

/** What the page was asked for, and what was typed into it. */
export interface TypedPreferences {
  /** The action that a link in a letter leads to, or that was tried: it comes first. */
  readonly first: Action | undefined;
  readonly fields: FormFields;
  /** What came of the press before. */
  readonly told?: Told | undefined;
}

/** For whoever has had every letter: what there is now comes first, and nothing is left to pause. */
const FINISHED: readonly Part[] = [
  'finished',
  'newsletter',
  'mail',
  'schedule',
  'track',
  'discreet',
  'form-mail',
  'leave',
];

/** The order of the page's parts for each standing; what makes no sense then is not there. */
const PARTS: Readonly<Record<Subscriber['standing']['is'], readonly Part[]>> = {
  pending: ['leave'],
  active: [
    'schedule',
    'pause',
    'take',
    'track',
    'newsletter',
    'discreet',
    'form-mail',
    'mail',
    'leave',
  ],
  paused: [
    'resume',
    'pause',
    'schedule',
    'take',
    'track',
    'newsletter',
    'discreet',
    'form-mail',
    'mail',
    'leave',
  ],
  // Who asks again with the form gets its mail, unless they have said that they want none.
  left: ['form-mail', 'again', 'mail'],
  suppressed: [],
};

/** The others are the second button of a part. */
type Part =
  | Exclude<
      Action,
      | 'open'
      | 'no-newsletter'
      | 'pause-newsletter'
      | 'resume-newsletter'
      | 'alongside'
      | 'after-course'
      | 'no-form-mail'
      | 'stop-course'
      | 'again-course'
      | 'back-course'
      | 'turns'
      | 'in-a-row'
    >
  | 'by-mail'
  | 'again'
  | 'finished';

/** Who has finished takes the newsletter among all that there is now, and ends it in its own place. */
function partsFor({ subscriber, present }: PreferencesView): readonly Part[] {
  if (!isFinished(subscriber, present)) return PARTS[standingNow(subscriber, present)];
  return FINISHED.filter((part) => part !== 'newsletter' || subscriber.newsletter);
}

/** The parts in their order: what was asked for comes first, also where it is to be asked for by mail. */
function arranged(view: PreferencesView) {
  const all = partsFor(view);
  const sought = partsByMail(view).filter((part) => all.includes(part));
  const parts =
    sought.length === 0
      ? all
      : all.flatMap((part): readonly Part[] => (part === 'mail' ? ['by-mail', 'mail'] : [part]));
  const asked = sought.some((one) => one === view.form.first) ? 'by-mail' : view.form.first;
  const first = parts.filter((part) => part === asked);
  return { first, rest: parts.filter((part) => part !== asked), sought };
}

/** All that the page shows. */
export interface PreferencesView {
  readonly words: Words;
  readonly subscriber: Subscriber;
  readonly present: Present;
  /** Opened by a link that was mailed for it. A letter's link asks for the rest of it by mail. */
  readonly whole: boolean;
  readonly form: TypedPreferences;
  readonly problems: Problems;
  /** What tells a press from a robot's, in every form but that of leaving. */
  readonly guard: Markup;
}

/** Whose page it is and how things stand, and a form for each thing that may be changed. */
export function preferencesPage(view: PreferencesView): Markup {
  const { words, subscriber, present, form, problems } = view;
  const { headline, detail } = stateInWords(words, subscriber, present);
  const { first, rest, sought } = arranged(view);
  return html`<div class="note"><h1>${headline}</h1>
${form.told && toldNote(view, form.told)}
<p class="lead">${detail}</p>
${progress(view)}
${subscriber.standing.is !== 'suppressed' && html`<p class="small">${words.preferences.whose({ address: masked(subscriber.address) })}</p>`}
${problemSummary(words, problems)}</div>
<div class="parts">${[...first, ...rest].map((part, place) =>
    part === 'by-mail'
      ? byMailForm(view, sought)
      : section(part, place === 0 && first.length > 0, view),
  )}</div>`;
}

/**
 * How far they are, in each course that they take: the letters that they had this time, of those there
 * are. Of a course that its author ended nothing is left to be far in, not even its title.
 */
function progress({ words, subscriber, present }: PreferencesView): Markup {
  const taken = subscriber.enrollments.flatMap(({ course: slug, received }) => {
    const course = present.courses.find((one) => one.slug === slug);
    const had = course?.lessons.filter(({ id }) => received.includes(id)).length ?? 0;
    return course === undefined || course.retired
      ? []
      : [{ course, had, of: course.lessons.length }];
  });
  if (taken.length === 0) return html``;
  return html`<ul class="progress">${taken.map(
    ({ course, had, of }) => html`<li><span${inLanguage(course.language)}>${course.title}</span>
${bar(words, had, of)}</li>`,
  )}</ul>`;
}

const bar = ({ preferences }: Words, place: number, of: number): Markup =>
  html`<progress value="${place}" max="${of}" aria-hidden="true"></progress>
<span class="soft">${preferences.progress({ place, of })}</span>`;

function section(part: Exclude<Part, 'by-mail'>, isAsked: boolean, view: PreferencesView): Markup {
  switch (part) {
    case 'schedule':
      return scheduleForm(view);
    case 'pause':
      return pauseForm(view);
    case 'take':
      return coursesForm(view);
    case 'track':
      return trackForms(view);
    case 'newsletter':
      return newsletterForm(view);
    case 'discreet':
      return discreetForm(view);
    case 'form-mail':
      return formMailForm(view);
    case 'mail':
      return ownForm(view);
    case 'again':
      return again(view.words);
    case 'finished':
      return finishedCard(view);
    default:
      return simple(view, part, isAsked);
  }
}

/** A part of the page under its heading. */
export const card = (name: string, title: string, body: Markup): Markup =>
  html`<section class="card" aria-labelledby="${name}-title"><h2 id="${name}-title">${title}</h2>
${body}</section>`;

function simple(
  { words: { preferences }, guard }: PreferencesView,
  action: 'resume' | 'leave',
  isAsked: boolean,
): Markup {
  const quiet = action === 'leave' && !isAsked;
  return card(
    action,
    preferences[action],
    html`<p>${preferences[`${action}Detail`]}</p>
<form method="post"><input type="hidden" name="action" value="${action}">
<button${quiet && html` class="quiet"`}>${preferences[`${action}Button`]}</button>${action !== 'leave' && guard}</form>`,
  );
}

/** Only a leave's own link takes it back; whoever wants letters again later asks like anybody. */
const again = ({ preferences, page }: Words): Markup =>
  card(
    'again',
    preferences.again,
    html`<p>${preferences.againDetail}</p>
<p><a class="button" href="/">${page.home}</a></p>`,
  );
