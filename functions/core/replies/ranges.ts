import { Temporal } from 'temporal-polyfill';
import { type Calendar, type Named, readDay } from './days.ts';

type PlainDate = Temporal.PlainDate;

/** A first day without mail, the first with mail again, and how many characters say so. */
export interface Range {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly length: number;
}

const SEPARATOR =
  "(?:to|till?|til|until|through|thru|bis(?: zum| einschließlich)?|jusqu'au|au|à|al|ao|a|até|tot(?: en met)?|t/m|-|and|und|et|y|e|en|hasta|fino al)";
const BARE_DAY = new RegExp(
  `^(?:the |le |el |il |dem |den |de )?(\\d{1,2})(?:\\.|st|nd|rd|th|er|º)?\\s?(${SEPARATOR})(?!\\p{L})\\s?(?=\\S)`,
  'u',
);
const BETWEEN = new RegExp(`^\\s?(${SEPARATOR})(?!\\p{L})\\s?(?:the |el |il |le |dem |den )?`, 'u');

/** Reads "1-14 December", "1 Dec to 14 Dec", "Dec 1 to 14" at the beginning of a folded text. */
export function rangeAt(text: string, calendar: Calendar): Range | undefined {
  const bare = BARE_DAY.exec(text);
  if (bare !== null) {
    const second = readDay(text.slice(bare[0].length), calendar);
    if (second !== undefined && !('because' in second)) {
      const first = dayBefore(second.first, Number(bare[1]));
      if (first !== undefined) return range(first, second, bare[2], bare[0].length + second.length);
    }
  }
  const first = readDay(text, calendar);
  if (first === undefined || 'because' in first) return undefined;
  const between = BETWEEN.exec(text.slice(first.length));
  if (between === null) return undefined;
  const start = first.length + between[0].length;
  const second = readDay(text.slice(start), calendar) ?? bareEnd(text.slice(start), first);
  if (second === undefined || 'because' in second) return undefined;
  return range(first.first, second, between[1], start + second.length);
}

function dayBefore(second: PlainDate, day: number): PlainDate | undefined {
  const month = day <= second.day ? second : second.subtract({ months: 1 });
  return day >= 1 && day <= month.daysInMonth ? month.with({ day }) : undefined;
}

function bareEnd(text: string, first: Named): Named | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:])/.exec(text);
  const day = Number(match?.[1] ?? 0);
  if (match === null || day <= first.first.day || day > first.first.daysInMonth) return undefined;
  const end = first.first.with({ day });
  return { first: end, last: end, length: match[0].length };
}

function range(from: PlainDate, to: Named, separator: string | undefined, length: number): Range {
  const exclusive = separator === 'until' || separator === 'till' || separator === 'til';
  const end = exclusive ? to.first : to.last.add({ days: 1 });
  const until = Temporal.PlainDate.compare(end, from) > 0 ? end : end.add({ years: 1 });
  return { from, until, length };
}
