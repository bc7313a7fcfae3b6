import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import { holdsAll } from '../../core/reader/pauses.ts';
import type { Subscriber } from '../../core/reader/subscriber.ts';
import { localDate } from '../../core/time.ts';
import type { Words } from '../../core/words/words.ts';
import { type FormFields, text } from '../form.ts';
import { faulty, problemAt, rhythmFields, type TypedRhythm, typed } from './fields.ts';
import type { Markup } from './layout.ts';
import { card, type PreferencesView } from './preferences.ts';

type ScheduleView = Pick<
  PreferencesView,
  'words' | 'subscriber' | 'form' | 'problems' | 'guard'
> & {
  /** Their page, where the form stands on another. */
  readonly to?: string;
};

/** When letters come, with what holds in its fields, or what was typed and not understood. */
export function scheduleForm(view: ScheduleView): Markup {
  const { words, subscriber, form, problems, guard, to } = view;
  const now = typedRhythm(subscriber, form.fields);
  const { zone } = subscriber;
  return card(
    'schedule',
    words.preferences.schedule,
    html`<form method="post"${to && html` action="${to}"`}><input type="hidden" name="action" value="schedule">
${rhythmFields({ words, now, problems, guessZone: false, zone, settled: true })}
<button>${words.preferences.save}</button>${guard}</form>`,
  );
}

const lengths = ({ preferences }: Words) =>
  [
    ['week', preferences.aWeek],
    ['fortnight', preferences.twoWeeks],
    ['open', preferences.untilISay],
    ['date', preferences.untilDay],
  ] as const;

/** A break, from today or a later day. */
export function pauseForm(view: PreferencesView): Markup {
  const { words, subscriber, form, problems, guard } = view;
  const { pause, pauseAgain, howLong, pauseButton } = words.preferences;
  const chosen = text(form.fields, 'for') || 'fortnight';
  return card(
    'pause',
    subscriber.standing.is === 'paused' ? pauseAgain : pause,
    html`<form method="post"><input type="hidden" name="action" value="pause">
<fieldset id="for" tabindex="-1"${faulty('for', problems)}><legend>${howLong}</legend>
<div class="choices two">${lengths(words).map(
      ([value, label]) =>
        html`<label class="choice"><input type="radio" name="for" value="${value}"${
          value === chosen && html` checked`
        }> <span>${label}</span></label>`,
    )}</div>
${problemAt('for', problems)}</fieldset>
${days(view)}
${newsletterToo(view)}
<button>${pauseButton}</button>${guard}</form>`,
  );
}

/** Whoever gets both says whether a break is one of both: ticked where it is already. */
function newsletterToo({ words, subscriber, present, form: { fields } }: PreferencesView): Markup {
  if (!subscriber.newsletter) return html``;
  const isTicked =
    text(fields, 'action') === 'pause'
      ? text(fields, 'newsletter') === 'yes'
      : holdsAll(subscriber, present.now);
  return html`<label class="choice"><input type="checkbox" name="newsletter" value="yes"${isTicked && html` checked`}> <span>${words.preferences.pauseNewsletterToo}</span></label>`;
}

/** The first day of a break, and the first one after it. */
function days({ words, subscriber, present, form: { fields }, problems }: PreferencesView): Markup {
  const { firstFree, firstDay } = words.preferences;
  const today = Temporal.PlainDate.from(localDate(present.now, subscriber.zone));
  const day = (name: 'from' | 'until', label: string, soonest: number) =>
    html`<div class="field ${name}"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="date" min="${today.add({ days: soonest }).toString()}"
max="${today.add({ days: 366 }).toString()}" value="${text(fields, name)}"${faulty(name, problems)}>
${problemAt(name, problems)}</div>`;
  return html`${day('from', firstFree, 0)}${day('until', firstDay, 1)}`;
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
