import type { Calendar, PlainDate } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { LEXICONS } from './lexicons.ts';
import type { InShort } from './sentences.ts';

/** What the dates of a mail are read against in one language. */
export const calendarIn = (
  { language }: Lexicon,
  today: PlainDate,
  order: Calendar['order'],
): Calendar => ({
  today,
  order: order ?? (language.numeric === 'day-first' ? 'day-first' : undefined),
});

/** What one date of the mail tells about another: "12/20" is no twentieth month. */
export function orderIn(text: string): Calendar['order'] {
  for (const [, one, two] of text.matchAll(/(?<![\d/])(\d{1,2})[/-](\d{1,2})(?!\d)/g)) {
    if (Number(one) > 12 && Number(two) <= 12) return 'day-first';
    if (Number(two) > 12 && Number(one) <= 12) return 'month-first';
  }
  return undefined;
}

/** "3. Advent", "2. Weihnachtstag": what stands behind a figure in a holiday's name. */
const NUMBERED: ReadonlySet<string> = new Set(
  LEXICONS.flatMap(({ language }) =>
    Object.values<string>(language.calendar.holidays).flatMap((list) =>
      [...list.matchAll(/(?:^|,) ?\d \.? ?(\p{L}{1,30})/gu)].map(([, word = '']) => word),
    ),
  ),
);

/** What any language writes in short. */
export const IN_SHORT: InShort = {
  isMonth: (word) =>
    NUMBERED.has(word) || LEXICONS.some(({ names }) => names.month.byWord.has(word)),
  isNumbering: (word) => LEXICONS.some(({ numbering }) => numbering.has(word)),
};
