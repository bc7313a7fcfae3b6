import type { Issue } from '../../functions/core/newsletter.ts';
import { type LocalDate, localDate } from '../../functions/core/time.ts';
import { clockInWords, daysInWords } from '../desk/words/schedule.ts';
import type { CalendarDay } from './calendar.ts';
import { number } from './draw-totals.ts';
import type { MadeUp } from './readers.ts';
import type { Wanted } from './wanted.ts';

/** What was lived through: with the same, it comes out the same. */
export const title = ({ crowd, from, lastDay }: Wanted): string =>
  `${number(crowd.readers)} readers of ${crowd.course.slug}, ${from} to ${lastDay}, seed ${crowd.seed}`;

/** Who the one reader is, and how far they came. */
export function readerInWords(reader: MadeUp, calendar: readonly CalendarDay[]): string {
  const { signUp, asks, number: which } = reader;
  const { zone, hour, days, newsletter, course } = signUp;
  const letters = calendar.flatMap(({ mails }) => mails).filter(({ is }) => is === 'lesson');
  const news = newsletter ? ', with the newsletter' : '';
  return (
    `Reader ${which}: ${zone}, ${clockInWords(hour)}, ${daysInWords(days)}${news}. ` +
    `Signs up on ${localDate(asks, zone)} and has ${letters.length} of ${course.lessons.length} letters.`
  );
}

/** Samples that an author may wait for in vain. */
export function samplesInWords(
  issues: readonly Pick<Issue, 'id' | 'date' | 'sample'>[],
  { from, lastDay }: { readonly from: LocalDate; readonly lastDay: LocalDate },
): readonly string[] {
  const samples = issues.filter(({ date, sample }) => sample && from <= date && date <= lastDay);
  const names = samples.map(({ id }) => id).sort();
  return names.length === 0
    ? []
    : [
        `Issues that came with Kindling are mailed to nobody until they are yours: ${names.join(', ')}`,
      ];
}
