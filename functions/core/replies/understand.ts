import { Temporal } from 'temporal-polyfill';
import { AUTOMATIC_SUBJECTS } from './automatic-words.ts';
import { fold } from './characters.ts';
import { GREETING, isPlayful, sentences } from './clauses.ts';
import type { Calendar } from './days.ts';
import { decide, isSilent } from './deciding.ts';
import { strip } from './strip.ts';
import { type Context, clarify, NONE, type Understanding } from './understanding.ts';

export type { Context, Reason, Understanding } from './understanding.ts';

/**
 * Reads what a person wants from what they newly wrote in a mail (mail-standards §6.2). No
 * wrongful leave or pause is worse than anything else, so what is not plain becomes `clarify` or
 * `none`. The first line is read by itself as a second opinion; where two readings disagree, the
 * reader is asked.
 */
export function understand(text: string, context: Context): Understanding {
  const subject = fold((context.subject ?? '').slice(0, 300)).trim();
  if (AUTOMATIC_SUBJECTS.some((words) => subject.startsWith(words))) return NONE;
  const body = withMe(strip(text, context.ownWords), context.address);
  const calendar = calendarOf(context, body);
  const said = sentences(body);
  if (isSilent(said, calendar)) {
    return bySubject(subject, context, calendar);
  }
  const whole = forState(decide(said, calendar, isPlayful(body)), context);
  const first = firstLine(body);
  if (first === undefined) return whole;
  return agreed(whole, forState(decide(sentences(first), calendar), context));
}

/** Who names their own address means themselves. */
const withMe = (body: string, address: string | undefined): string =>
  address === undefined || address === '' ? body : body.replaceAll(address, 'me');

/** A subject counts only for an empty mail, and not when it answers our own (I-10). */
function bySubject(subject: string, context: Context, calendar: Calendar): Understanding {
  if (subject === '' || /^[\p{L}]{1,8}(?:\[\d{1,3}\])?\s?:/u.test(subject)) return NONE;
  return forState(decide(sentences(subject), calendar), context);
}

function calendarOf({ now, zone }: Context, text: string): Calendar {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  return { today, numeric: NOT_ENGLISH.test(fold(text)) ? 'day-first' : undefined };
}

/** Words that only a language with day before month puts in front of a date. */
const NOT_ENGLISH =
  /(?:^|[^\p{L}])(?:bis|vom|jusqu'au|du|au|hasta|el|fino|dal|até|tot|vanaf|pausieren|pausar|pauzeren|sospendere)(?![\p{L}])/u;

/** The first line that says anything, where it is a sentence of its own and not all there is. */
function firstLine(body: string): string | undefined {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => !GREETING.test(fold(line)));
  const line = lines[at];
  if (line === undefined || lines.length - at < 2) return undefined;
  return line.length < 45 || /[.!?]\s*$/.test(line) ? line : undefined;
}

/** Two readings of one mail: where they differ in what would be done, nothing is. */
function agreed(whole: Understanding, first: Understanding): Understanding {
  if (first.intent === 'none' || first.intent === whole.intent) return whole;
  if (whole.intent === 'clarify' || first.intent === 'clarify') return whole;
  const acts = (one: Understanding) => one.intent === 'unsubscribe' || one.intent === 'pause';
  const stopUntil = first.intent === 'unsubscribe' && whole.intent === 'pause';
  if (whole.intent === 'delete' || (stopUntil && whole.open !== true)) return whole;
  if (acts(first) && whole.intent === 'none') return clarify('first-line-differs');
  return acts(first) && acts(whole) ? clarify('two-wishes') : whole;
}

function forState(understood: Understanding, { state }: Context): Understanding {
  const idle = understood.intent === 'resume' && state === 'active' && understood.on === undefined;
  return idle ? NONE : understood;
}
