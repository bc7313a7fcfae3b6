import { html } from 'hono/html';
import type { Days, Rhythm } from '../../core/reader/schedule.ts';
import type { Markup } from './layout.ts';
import { listedZone, regions } from './zones.ts';

/** Field by field, what was wrong with it. */
export type Problems = Readonly<Record<string, string>>;

/** A rhythm as form fields hold it: maybe not one yet. */
export interface TypedRhythm {
  readonly zone: string;
  readonly hour: string;
  /** `daily`, `weekdays`, or `choose`, which takes `day`. */
  readonly days: string;
  readonly day: readonly string[];
}

const DAYS = [
  ['mon', 'Mon', 'Monday'],
  ['tue', 'Tue', 'Tuesday'],
  ['wed', 'Wed', 'Wednesday'],
  ['thu', 'Thu', 'Thursday'],
  ['fri', 'Fri', 'Friday'],
  ['sat', 'Sat', 'Saturday'],
  ['sun', 'Sun', 'Sunday'],
] as const;

/** A rhythm as it first stands in a form. */
export function typed({ zone, hour, days }: Rhythm): TypedRhythm {
  return { zone, hour: String(hour), ...typedDays(days) };
}

function typedDays(days: Days): Pick<TypedRhythm, 'days' | 'day'> {
  if (days === '1234567') return { days: 'daily', day: [] };
  if (days === '12345') return { days: 'weekdays', day: [] };
  return { days: 'choose', day: [...days].map((digit) => DAYS[Number(digit) - 1]?.[0] ?? '') };
}

/** What a field points to for its message, and that it is wrong. */
export function faulty(field: string, problems: Problems): Markup {
  const wrong = problems[field] !== undefined;
  return html`${wrong && html` aria-describedby="${field}-problem" aria-invalid="true"`}`;
}

/** The message at a field. */
export function problemAt(field: string, problems: Problems): Markup {
  const problem = problems[field];
  return html`${problem && html`<p class="problem" id="${field}-problem">${problem}</p>`}`;
}

/** All messages on top of a form; it takes the focus, without a script. */
export function problemSummary(problems: Problems): Markup | '' {
  const entries = Object.entries(problems);
  if (entries.length === 0) return '';
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
<h2>${entries.length === 1 ? 'One thing needs another look' : 'A few things need another look'}</h2>
<ul>${entries.map(
    ([field, problem]) => html`<li><a href="#${field}">${problem}</a></li>`,
  )}</ul></div>`;
}

/** Hour, zone and days, in the order people think of them. */
export function rhythmFields(now: TypedRhythm, problems: Problems, guessZone: boolean): Markup {
  return html`<div class="pair">
<div class="field"><label for="hour">At what hour</label>
<select id="hour" name="hour"${faulty('hour', problems)}>${hours(now.hour)}</select>
${problemAt('hour', problems)}</div>
<div class="field"><label for="zone">Where you live</label>
<select id="zone" name="zone"${guessZone && html` data-guess`}${faulty('zone', problems)}>
${zones(now.zone)}</select>
${problemAt('zone', problems)}</div>
</div>
<fieldset id="days" tabindex="-1" data-days${faulty('days', problems)}><legend>On which days</legend>
<div class="choices">${choice('daily', 'Every day', now)}${choice('weekdays', 'Weekdays', now)}${choice('choose', 'Certain days', now)}</div>
<div class="week" role="group" aria-label="Certain days">${DAYS.map(
    ([value, short, long]) => html`<label class="day">
<input type="checkbox" name="day" value="${value}" aria-label="${long}"${now.day.includes(value) && html` checked`}>
<span aria-hidden="true">${short}</span></label>`,
  )}</div>
${problemAt('days', problems)}</fieldset>`;
}

function choice(value: string, label: string, { days }: TypedRhythm): Markup {
  return html`<label class="choice"><input type="radio" name="days" value="${value}"${
    days === value && html` checked`
  }> <span>${label}</span></label>`;
}

/** An hour or zone that is none stays on top of its list: what was typed is kept. */
function hours(chosen: string): Markup {
  const known = Array.from({ length: 24 }, (_, hour) => String(hour));
  return html`${!known.includes(chosen) && option(chosen, chosen, true)}${known.map((hour) =>
    option(hour, hourInWords(Number(hour)), hour === chosen),
  )}`;
}

/** `7 AM (07:00)`: both halves of the world read one of them at a glance. */
function hourInWords(hour: number): string {
  const half = hour < 12 ? 'AM' : 'PM';
  return `${hour % 12 === 0 ? 12 : hour % 12} ${half} (${String(hour).padStart(2, '0')}:00)`;
}

function zones(chosen: string): Markup {
  const listed = listedZone(chosen);
  return html`${listed === undefined && option(chosen, chosen, true)}${regions().map(
    ({ name, zones: places }) =>
      html`<optgroup label="${name}">${places.map(({ zone, label }) =>
        option(zone, label, zone === listed),
      )}</optgroup>`,
  )}`;
}

export function option(value: string, label: string, selected: boolean): Markup {
  return html`<option value="${value}"${selected && html` selected`}>${label}</option>`;
}
