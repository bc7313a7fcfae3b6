import { html } from 'hono/html';
import { masked } from '../../core/address.ts';
import type { Present } from '../../core/reader/lifecycle.ts';
import type { Matter } from '../../core/reader/own-link.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import { owedInTurn } from '../../core/reader/turns.ts';
import { localDate } from '../../core/time.ts';
import type { Words } from '../../core/words/words.ts';
import type { FormFields } from '../form.ts';
import type { Told } from '../told.ts';
import type { Action } from '../wish.ts';
import { type Problems, problemSummary } from './fields.ts';
import { finishedCard } from './finished.ts';
import { inLanguage, type Markup } from './layout.ts';
import { coursesForm } from './own-courses.ts';
import { pauseForm, scheduleForm } from './rhythm.ts';
import { isFinished, standingNow, stateInWords } from './state.ts';
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
      | 'alongside'
      | 'after-course'
      | 'no-form-mail'
      | 'stop-course'
      | 'again-course'
      | 'back-course'
      | 'turns'
      | 'in-a-row'
    >
  | 'again'
  | 'finished';

/** Who has finished takes the newsletter among all that there is now, and ends it in its own place. */
function partsFor(subscriber: Subscriber, present: Present): readonly Part[] {
  if (!isFinished(subscriber, present)) return PARTS[standingNow(subscriber, present)];
  return FINISHED.filter((part) => part !== 'newsletter' || subscriber.newsletter);
}

/** All that the page shows. */
export interface PreferencesView {
  readonly words: Words;
  readonly subscriber: Subscriber;
  readonly present: Present;
  readonly form: TypedPreferences;
  readonly problems: Problems;
  /** What tells a press from a robot's, in every form but that of leaving. */
  readonly guard: Markup;
}

/** Whose page it is and how things stand, and a form for each thing that may be changed. */
export function preferencesPage(view: PreferencesView): Markup {
  const { words, subscriber, present, form, problems } = view;
  const { headline, detail } = stateInWords(words, subscriber, present);
  const parts = partsFor(subscriber, present);
  const first = parts.filter((part) => part === form.first);
  const rest = parts.filter((part) => part !== form.first);
  return html`<div class="note"><h1>${headline}</h1>
${form.told && toldNote(view, form.told)}
<p class="lead">${detail}</p>
${progress(view)}
${subscriber.standing.is !== 'suppressed' && html`<p class="small">${words.preferences.whose({ address: masked(subscriber.address) })}</p>`}
${problemSummary(words, problems)}</div>
<div class="parts">${[...first, ...rest].map((part, place) =>
    section(part, place === 0 && first.length > 0, view),
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

function section(part: Part, isAsked: boolean, view: PreferencesView): Markup {
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

/** One button, for what does not hold now. */
const toggle = (
  name: string,
  [title, detail]: readonly [title: string, detail: string],
  choice: Choice,
  guard: Markup,
): Markup =>
  card(
    name,
    title,
    html`<p>${detail}</p>
${press(choice, guard)}`,
  );

const press = ([action, button]: Choice, guard: Markup): Markup =>
  html`<form method="post"><input type="hidden" name="action" value="${action}">
<button class="quiet">${button}</button>${guard}</form>`;

type Choice = readonly [action: Action, button: string];

/** Whoever takes a course as well says when issues come; to who has had every letter they come as they are sent. */
function newsletterForm({ words, subscriber, present, guard }: PreferencesView): Markup {
  const { preferences: said, finished } = words;
  if (!subscriber.newsletter) {
    const choice: Choice = ['newsletter', said.newsletterOn];
    return toggle('newsletter', [said.newsletter, said.newsletterDetail], choice, guard);
  }
  const off = press(['no-newsletter', said.newsletterOff], guard);
  if (owedInTurn(subscriber, present.courses).length === 0) {
    const today = localDate(present.now, subscriber.zone);
    const hasWaited = subscriber.issues?.waits?.some(({ date }) => date < today) === true;
    const sentence = hasWaited ? finished.meanwhile : finished.newsletter;
    return card('newsletter', said.newsletter, html`<p>${sentence}</p>\n${off}`);
  }
  const isAlongside = subscriber.issues?.alongside === true;
  const when: Choice = isAlongside
    ? ['after-course', said.alongsideOff]
    : ['alongside', said.alongsideOn];
  return card(
    'newsletter',
    said.newsletter,
    html`<p>${isAlongside ? said.alongside : said.newsletterDetail}</p>
<div class="stacked">${press(when, guard)}${off}</div>`,
  );
}

function discreetForm({
  words: { preferences: said },
  subscriber,
  guard,
}: PreferencesView): Markup {
  const { discreet, discreetDetail, discreetOn, discreetOff } = said;
  const choice: Choice = subscriber.discreet ? ['open', discreetOff] : ['discreet', discreetOn];
  return toggle('discreet', [discreet, discreetDetail], choice, guard);
}

/** The way back from "never again", which stands in no other mail than the one that it was pressed in. */
const formMailForm = ({ words: { preferences, never }, subscriber, guard }: PreferencesView) =>
  subscriber.quiet === true
    ? toggle(
        'form-mail',
        [preferences.formMail, never.doneDetail],
        ['form-mail', never.back],
        guard,
      )
    : html``;

/** What a link in a letter may not open, since letters are passed on: each is mailed a link of its own. */
function ownForm({ words: { preferences: said }, subscriber, guard }: PreferencesView): Markup {
  const matters: readonly (readonly [Matter, string])[] = [
    ['letters', said.letters],
    ['line', said.line],
    ...(subscriber.standing.is === 'left' ? [] : ([['address', said.address]] as const)),
    ['data', said.data],
    ['erase', said.erase],
  ];
  return card(
    'mail',
    said.yours,
    html`<p>${said.yoursDetail({ address: masked(subscriber.address) })}</p>
<form method="post"><input type="hidden" name="action" value="mail">
<div class="stacked">${matters.map(
      ([matter, label]) =>
        html`<button class="quiet" name="matter" value="${matter}">${label}</button>`,
    )}</div>${guard}</form>`,
  );
}
