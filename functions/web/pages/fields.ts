import { html } from 'hono/html';
import { type Days, parseHour, type Rhythm } from '../../core/reader/schedule.ts';
import type { Zone } from '../../core/time.ts';
import { hourInWords, weekdayInWords } from '../../core/words/phrases.ts';
import type { Words } from '../../core/words/words.ts';
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

/** As a form's boxes are called, Monday first. */
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A rhythm as it first stands in a form. */
export function typed({ zone, hour, days }: Rhythm): TypedRhythm {
  return { zone, hour: String(hour), ...daysAsTyped(days) };
}

/** Days as a form holds them. */
export function daysAsTyped(days: Days): Pick<TypedRhythm, 'days' | 'day'> {
  if (days === '1234567') return { days: 'daily', day: [] };
  if (days === '12345') return { days: 'weekdays', day: [] };
  return { days: 'choose', day: [...days].map((digit) => DAYS[Number(digit) - 1] ?? '') };
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

/** The fields of the forms from top to bottom. */
const FIELDS = [
  'email',
  'track',
  'name',
  'hour',
  'zone',
  'days',
  'for',
  'from',
  'until',
  'newsletter-until',
];

/** All messages on top of a form, in the order of its fields; it takes the focus, without a script. */
export function problemSummary(words: Words, problems: Problems): Markup | '' {
  const { one, several } = words.problems;
  const entries = Object.entries(problems).sort(
    ([field], [other]) => FIELDS.indexOf(field) - FIELDS.indexOf(other),
  );
  if (entries.length === 0) return '';
  return html`<div class="problems" role="alert" tabindex="-1" autofocus>
<h2>${entries.length === 1 ? one : several}</h2>
<ul>${entries.map(
    ([field, problem]) => html`<li><a href="#${field}">${problem}</a></li>`,
  )}</ul></div>`;
}

/** What the fields of a rhythm are drawn from. */
export interface RhythmForm {
  readonly words: Words;
  readonly now: TypedRhythm;
  readonly problems: Problems;
  /** Whether the browser may offer its own zone. */
  readonly guessZone: boolean;
  /** Where hours are read: the reader's zone, or the one that most readers have. */
  readonly zone: Zone;
  /** A reader's own page: with half hours, and the browser's zone as an offer beside theirs. */
  readonly settled?: true;
}

/** Hour, zone and days, in the order people think of them. */
export function rhythmFields(form: RhythmForm): Markup {
  const { words, now, problems, guessZone, settled } = form;
  const { rhythm } = words;
  return html`<div class="pair">
<div class="field"><label for="hour">${rhythm.hour}</label>
<select id="hour" name="hour"${faulty('hour', problems)}>${hours(form)}</select>
${problemAt('hour', problems)}</div>
<div class="field"><label for="zone">${rhythm.zone}</label>
<select id="zone" name="zone"${guessZone && html` data-guess`}${faulty('zone', problems)}>
${zones(words, now.zone)}</select>
${settled && zoneOffer(words)}
${problemAt('zone', problems)}</div>
</div>
<fieldset id="days" tabindex="-1" data-days${faulty('days', problems)}><legend>${rhythm.days}</legend>
<div class="choices">${choice('daily', rhythm.everyDay, now)}${choice('weekdays', rhythm.weekdays, now)}${choice('choose', rhythm.certainDays, now)}</div>
<div class="week" role="group" aria-label="${rhythm.certainDays}">${DAYS.map(
    (value, index) => html`<label class="day">
<input type="checkbox" name="day" value="${value}" aria-label="${weekdayInWords(index + 1, words, 'long')}"${now.day.includes(value) && html` checked`}>
<span aria-hidden="true">${weekdayInWords(index + 1, words, 'short')}</span></label>`,
  )}</div>
${problemAt('days', problems)}</fieldset>`;
}

/** Shown by the script, where the browser is elsewhere than the letters. */
const zoneOffer = ({ rhythm }: Words): Markup =>
  html`<button type="button" class="quiet offer" data-zone hidden><span>${rhythm.zoneHere.pieces({
    zone: html`<span data-here></span>`,
  })}</span></button>`;

function choice(value: string, label: string, { days }: TypedRhythm): Markup {
  return html`<label class="choice"><input type="radio" name="days" value="${value}"${
    days === value && html` checked`
  }> <span>${label}</span></label>`;
}

/**
 * An hour or zone that is none stays on top of its list: what was typed is kept. A form that does not
 * offer half hours still has the one that is set.
 */
function hours({ words, now: { hour: chosen }, zone, settled }: RhythmForm): Markup {
  const set = parseHour(chosen);
  const step = settled ? 0.5 : 1;
  const offered = Array.from({ length: 24 / step }, (_, place) => place * step);
  const known = [...new Set([...offered, ...(set === undefined ? [] : [Number(set)])])]
    .sort((one, other) => one - other)
    .map(String);
  return html`${!known.includes(chosen) && option(chosen, chosen, true)}${known.map((hour) =>
    option(hour, hourInWords(Number(hour), words, zone), hour === chosen),
  )}`;
}

function zones(words: Words, chosen: string): Markup {
  const listed = listedZone(chosen, words);
  return html`${listed === undefined && option(chosen, chosen, true)}${regions(words).map(
    ({ name, zones: places }) =>
      html`<optgroup label="${name}">${places.map(({ zone, label }) =>
        option(zone, label, zone === listed),
      )}</optgroup>`,
  )}`;
}

export function option(value: string, label: string, selected: boolean): Markup {
  return html`<option value="${value}"${selected && html` selected`}>${label}</option>`;
}
