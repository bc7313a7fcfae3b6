import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { Present } from '../../core/reader/lifecycle.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import { localDate } from '../../core/time.ts';
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
import type { Markup } from './layout.ts';
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
  active: ['schedule', 'pause', 'leave'],
  paused: ['resume', 'pause', 'schedule', 'leave'],
  left: ['rejoin'],
  suppressed: [],
};

/** How things stand, and a form for each thing that may be changed. */
export function preferencesPage(
  subscriber: Subscriber,
  present: Present,
  form: TypedPreferences,
  problems: Problems,
): Markup {
  const { headline, detail } = stateInWords(subscriber, present);
  const parts = PARTS[standingNow(subscriber, present)];
  const first = parts.filter((part) => part === form.first);
  const rest = parts.filter((part) => part !== form.first);
  return html`<div class="note"><h1>${headline}</h1>
${form.done && html`<p class="done" role="status">Done. This is how things stand now.</p>`}
${detail && html`<p class="lead">${detail}</p>`}
${problemSummary(problems)}</div>
<div class="parts">${[...first, ...rest].map((part, place) =>
    section(part, place === 0 && first.length > 0, subscriber, present, form, problems),
  )}</div>`;
}

function section(
  part: Action,
  isAsked: boolean,
  subscriber: Subscriber,
  present: Present,
  { fields }: TypedPreferences,
  problems: Problems,
): Markup {
  switch (part) {
    case 'schedule':
      return scheduleForm(typedRhythm(subscriber, fields), problems);
    case 'pause':
      return pauseForm(subscriber, present, fields, problems);
    default:
      return simple(part, isAsked);
  }
}

const SIMPLE = {
  resume: ['Start again', 'You go on right where you stopped.', 'Send me letters again'],
  leave: ['Leave', 'One press, and nothing more is sent to you.', 'Stop the letters'],
  rejoin: ['Come back', 'Everything is put back the way it was.', 'Yes, keep me on'],
} as const;

function simple(action: keyof typeof SIMPLE, isAsked: boolean): Markup {
  const [title, words, button] = SIMPLE[action];
  const quiet = action === 'leave' && !isAsked;
  return html`<section class="card" aria-labelledby="${action}-title"><h2 id="${action}-title">${title}</h2>
<p>${words}</p>
<form method="post"><input type="hidden" name="action" value="${action}">
<button${quiet && html` class="quiet"`}>${button}</button></form></section>`;
}

function scheduleForm(now: TypedRhythm, problems: Problems): Markup {
  return html`<section class="card" aria-labelledby="schedule-title"><h2 id="schedule-title">When they come</h2>
<form method="post"><input type="hidden" name="action" value="schedule">
${rhythmFields(now, problems, false)}
<button>Save</button></form></section>`;
}

const LENGTHS = [
  ['week', 'A week'],
  ['fortnight', 'Two weeks'],
  ['open', 'Until I say so'],
  ['date', 'Until a day'],
] as const;

function pauseForm(
  { zone, standing }: Subscriber,
  { now }: Present,
  fields: FormFields,
  problems: Problems,
): Markup {
  const today = Temporal.PlainDate.from(localDate(now, zone));
  const chosen = text(fields, 'for') || 'fortnight';
  const title = standing.is === 'paused' ? 'A break of another length' : 'Take a break';
  return html`<section class="card" aria-labelledby="pause-title"><h2 id="pause-title">${title}</h2>
<form method="post"><input type="hidden" name="action" value="pause">
<fieldset id="for" tabindex="-1"${faulty('for', problems)}><legend>For how long</legend>
<div class="choices two">${LENGTHS.map(
    ([value, label]) =>
      html`<label class="choice"><input type="radio" name="for" value="${value}"${
        value === chosen && html` checked`
      }> <span>${label}</span></label>`,
  )}</div>
${problemAt('for', problems)}</fieldset>
<div class="field until"><label for="until">Letters again from this day on</label>
<input id="until" name="until" type="date" min="${today.add({ days: 1 }).toString()}"
max="${today.add({ days: 366 }).toString()}" value="${text(fields, 'until')}"${faulty('until', problems)}>
${problemAt('until', problems)}</div>
<button>Pause my letters</button></form></section>`;
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
