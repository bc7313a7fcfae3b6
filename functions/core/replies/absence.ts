import { Temporal } from 'temporal-polyfill';
import { calendarIn, IN_SHORT, orderIn } from './grammar/calendar.ts';
import { likely } from './grammar/lexicons.ts';
import { sentences } from './grammar/sentences.ts';
import type { When } from './grammar/times.ts';
import { timesIn } from './grammar/times-in.ts';
import { tokensOf } from './grammar/tokens.ts';

/** When and where the reader is. */
export interface Reader {
  /** ISO 8601 moment. */
  readonly now: string;
  /** IANA zone. */
  readonly zone: string;
}

/** The days of an absence, `YYYY-MM-DD`: from the first (now, when absent) until they are back. */
export interface Absence {
  readonly from?: string;
  readonly until: string;
}

/** An absence holds the course for at most so many days. */
export const MAX_ABSENCE_DAYS = 60;
const FARTHEST_DAYS = 366;
const MOST_CHARS = 4000;

/**
 * The absence that an out-of-office note tells of; undefined if it names no end, or one that is
 * past. A day of return is taken before a last day of absence, and of several the first.
 */
export function absenceIn(note: string, { now, zone }: Reader): Absence | undefined {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const text = note.slice(0, MOST_CHARS);
  const said = sentences(text, IN_SHORT);
  const order = orderIn(text);
  for (const lexicon of likely(tokensOf(text), undefined)) {
    const times = timesIn(said, lexicon, calendarIn(lexicon, today, order));
    const absence = absenceOf(times, today);
    if (absence !== undefined) return absence;
  }
  return undefined;
}

function absenceOf(times: readonly When[], today: Temporal.PlainDate): Absence | undefined {
  const back = times.find((when) => when.is === 'back');
  const lasting = times.find((when) => when.is === 'until');
  const until = back?.day ?? lasting?.until;
  const from = lasting?.from ?? times.find((when) => when.is === 'from')?.from;
  if (until === undefined) return undefined;
  const away = today.until(until).days;
  if (away < 1 || away > FARTHEST_DAYS) return undefined;
  const starts = from !== undefined && today.until(from).days > 0 && from.until(until).days > 0;
  const first = starts ? from : today;
  const longest = first.add({ days: MAX_ABSENCE_DAYS });
  const end = Temporal.PlainDate.compare(until, longest) > 0 ? longest : until;
  return { ...(starts && { from: from.toString() }), until: end.toString() };
}
