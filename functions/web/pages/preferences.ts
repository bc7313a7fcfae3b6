import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { Present } from '../../core/reader/lifecycle.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import { localDate } from '../../core/time.ts';
import type { Words } from '../../core/words/words.ts';
import { type FormFields, text } from '../form.ts';
import type { Action } from '../wish.ts';
import {
  faulty,
  type Problems,
  problemAt,
  problemSummary,
  rhythmFields,
  type TypedRhythm,
  typed,
} from './fields.ts';
import { inLanguage, type Markup } from './layout.ts';
import { standingNow, stateInWords } from './state.ts';

/** What the page was asked for, and what was typed into it. */
export interface TypedPreferences {
  /** The action that a link in a letter leads to, or that was tried: it comes first. */
  readonly first: Action | undefined;
  readonly fields: FormFields;
  readonly done: boolean;
}

/** The order of the page's parts for each standing; what makes no sense then is not there. */
const PARTS: Readonly<Record<Subscriber['standing']['is'], readonly Action[]>> = {
  pending: ['leave'],
  active: ['schedule', 'pause', 'track', 'discreet', 'leave'],
  paused: ['resume', 'pause', 'schedule', 'track', 'discreet', 'leave'],
  left: ['rejoin'],
  suppressed: [],
};

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

/** How things stand, and a form for each thing that may be changed. */
export function preferencesPage(view: PreferencesView): Markup {
  const { words, subscriber, present, form, problems } = view;
  const { headline, detail } = stateInWords(words, subscriber, present);
  const parts = PARTS[standingNow(subscriber, present)];
  const first = parts.filter((part) => part === form.first);
  const rest = parts.filter((part) => part !== form.first);
  return html`<div class="note"><h1>${headline}</h1>
${form.done && html`<p class="done" role="status">${words.preferences.done}</p>`}
<p class="lead">${detail}</p>
${problemSummary(words, problems)}</div>
<div class="parts">${[...first, ...rest].map((part, place) =>
    section(part, place === 0 && first.length > 0, view),
  )}</div>`;
}

function section(part: Action, isAsked: boolean, view: PreferencesView): Markup {
  switch (part) {
    case 'schedule':
      return scheduleForm(view);
    case 'pause':
      return pauseForm(view);
    case 'track':
      return trackForm(view);
    case 'discreet':
    case 'open':
      return discreetForm(view);
    default:
      return simple(view, part, isAsked);
  }
}

function simple(
  { words: { preferences }, guard }: PreferencesView,
  action: 'resume' | 'leave' | 'rejoin',
  isAsked: boolean,
): Markup {
  const quiet = action === 'leave' && !isAsked;
  return html`<section class="card" aria-labelledby="${action}-title"><h2 id="${action}-title">${preferences[action]}</h2>
<p>${preferences[`${action}Detail`]}</p>
<form method="post"><input type="hidden" name="action" value="${action}">
<button${quiet && html` class="quiet"`}>${preferences[`${action}Button`]}</button>${action !== 'leave' && guard}</form></section>`;
}

/** The versions of the course that they take first, where it has several. */
function trackForm({ words, subscriber, present, guard }: PreferencesView): Markup {
  const [first] = subscriber.enrollments;
  const course = present.courses.find(({ slug }) => slug === first?.course);
  if (course === undefined || course.tracks.length < 2) return html``;
  return html`<section class="card" aria-labelledby="track-title"><h2 id="track-title">${words.signUp.track}</h2>
<form method="post"><input type="hidden" name="action" value="track">
<fieldset aria-labelledby="track-title"><div class="choices stacked"${inLanguage(course.language)}>${course.tracks.map(
    ({ id, label }) =>
      html`<label class="choice"><input type="radio" name="track" value="${id}"${
        id === first?.track && html` checked`
      }> <span>${label}</span></label>`,
  )}</div></fieldset>
<button>${words.preferences.trackButton}</button>${guard}</form></section>`;
}

/** One button, for what does not hold now. */
function discreetForm({ words, subscriber, guard }: PreferencesView): Markup {
  const { discreet, discreetDetail, discreetOn, discreetOff } = words.preferences;
  const [action, button] =
    subscriber.discreet === true ? ['open', discreetOff] : ['discreet', discreetOn];
  return html`<section class="card" aria-labelledby="discreet-title"><h2 id="discreet-title">${discreet}</h2>
<p>${discreetDetail}</p>
<form method="post"><input type="hidden" name="action" value="${action}">
<button class="quiet">${button}</button>${guard}</form></section>`;
}

function scheduleForm({ words, subscriber, form, problems, guard }: PreferencesView): Markup {
  const { schedule, save } = words.preferences;
  const now = typedRhythm(subscriber, form.fields);
  return html`<section class="card" aria-labelledby="schedule-title"><h2 id="schedule-title">${schedule}</h2>
<form method="post"><input type="hidden" name="action" value="schedule">
${rhythmFields({ words, now, problems, guessZone: false, zone: subscriber.zone })}
<button>${save}</button>${guard}</form></section>`;
}

const lengths = ({ preferences }: Words) =>
  [
    ['week', preferences.aWeek],
    ['fortnight', preferences.twoWeeks],
    ['open', preferences.untilISay],
    ['date', preferences.untilDay],
  ] as const;

function pauseForm({ words, subscriber, present, form, problems, guard }: PreferencesView): Markup {
  const { fields } = form;
  const { pause, pauseAgain, howLong, firstDay, pauseButton } = words.preferences;
  const today = Temporal.PlainDate.from(localDate(present.now, subscriber.zone));
  const chosen = text(fields, 'for') || 'fortnight';
  const title = subscriber.standing.is === 'paused' ? pauseAgain : pause;
  return html`<section class="card" aria-labelledby="pause-title"><h2 id="pause-title">${title}</h2>
<form method="post"><input type="hidden" name="action" value="pause">
<fieldset id="for" tabindex="-1"${faulty('for', problems)}><legend>${howLong}</legend>
<div class="choices two">${lengths(words).map(
    ([value, label]) =>
      html`<label class="choice"><input type="radio" name="for" value="${value}"${
        value === chosen && html` checked`
      }> <span>${label}</span></label>`,
  )}</div>
${problemAt('for', problems)}</fieldset>
<div class="field until"><label for="until">${firstDay}</label>
<input id="until" name="until" type="date" min="${today.add({ days: 1 }).toString()}"
max="${today.add({ days: 366 }).toString()}" value="${text(fields, 'until')}"${faulty('until', problems)}>
${problemAt('until', problems)}</div>
<button>${pauseButton}</button>${guard}</form></section>`;
}

/** What was typed and not understood is shown again; else what holds. */
function typedRhythm(subscriber: Subscriber, fields: FormFields): TypedRhythm {
  if (fields['hour'] === undefined) return typed(subscriber);
  return {
    zone: text(fields, 'zone'),
    hour: text(fields, 'hour'),
    days: text(fields, 'days'),
    day: [fields['day'] ?? []].flat(),
  };
}
