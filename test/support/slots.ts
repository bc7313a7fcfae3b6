import type { Temporal } from 'temporal-polyfill';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import { type Instant, instant, type LocalDate } from '../../functions/core/time.ts';

/** The days of a rhythm, each with its moment: reckoned from the calendar alone, with nothing of the engine. */
export const slotsOf = (
  { zone, hour, days: chosen }: Rhythm,
  {
    first,
    days,
    after,
  }: { readonly first: Temporal.PlainDate; readonly days: number; readonly after: Instant },
): readonly { readonly day: LocalDate; readonly at: Instant }[] =>
  Array.from({ length: days }, (_, offset) => first.add({ days: offset }))
    .filter((day) => chosen.includes(String(day.dayOfWeek)))
    .map((day) => {
      const time = { hour: Math.floor(hour), minute: (hour % 1) * 60 };
      const moment = day.toPlainDateTime(time).toZonedDateTime(zone);
      return { day: day.toString() as LocalDate, at: instant(moment.toInstant()) };
    })
    .filter((slot) => slot.at > after);
