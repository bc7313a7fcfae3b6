import { Temporal } from 'temporal-polyfill';
import { HOLIDAYS, MONTHS, NUMBERS, UNITS, type Unit, WEEKDAYS } from './date-words.ts';
import { dateOf, easter } from './gregorian.ts';

/** What a date phrase is read against. */
export interface Calendar {
  readonly today: Temporal.PlainDate;
  /** Which way round `03/04` is; undefined when nobody knows, as in English. */
  readonly numeric: 'day-first' | undefined;
}

/** A day or period named at the beginning of a text, and how many characters name it. */
export interface Named {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly length: number;
}

/** A phrase that is meant as a date and is none, or not one only. */
export interface Doubtful {
  readonly because: 'no-such-day' | 'ambiguous-date' | 'long-ago';
}

const words = (keys: Iterable<string>): string =>
  [...keys]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replaceAll('.', '\\.'))
    .join('|');

const MONTH = `(${words(MONTHS.keys())})\\.?(?![\\p{L}])`;
const WEEKDAY = `(${words(WEEKDAYS.keys())})(?:s(?=\\s))?\\.?(?![\\p{L}])`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|e|ste|de|º|°|\\.)?(?!\\d)';
const YEAR = '(?:,?\\s(?:de\\s|del\\s)?(\\d{4}))?(?!\\d)';
const OF = '(?:\\s(?:of|de|di|van)(?:\\sthe)?)?\\s?';
const ARTICLE =
  "(?:the |dem |den |der |das |die |le |la |l'|el |il |lo |o |a |os |de |het |zum |au )?";

type Reader = (
  match: RegExpExecArray,
  calendar: Calendar,
) => Omit<Named, 'length'> | Doubtful | undefined;
type Pattern = readonly [says: RegExp, read: Reader];

const at = (pattern: string): RegExp =>
  new RegExp(`^${ARTICLE}(?:${WEEKDAY},?\\s${ARTICLE})?${pattern}`, 'u');
const plainly = (pattern: string): RegExp =>
  new RegExp(`^${ARTICLE}(?:${pattern})(?![\\p{L}\\d])`, 'u');

/** The first that matches reads the phrase; longer forms stand above those they contain. */
const PATTERNS: readonly Pattern[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, ([, y, m, d], c) => given(c, d, m, y)],
  [
    at(`(\\d{1,2})\\.\\s?(\\d{1,2})(?:\\.\\s?(\\d{4}|\\d{2})?)?(?!\\d)`),
    ([, , d, m, y], c) => given(c, d, m, y),
  ],
  [
    at('(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?(?!\\d)'),
    ([, , a, b, y], c) => numeric(c, a, b, y),
  ],
  [at(`${DAY}${OF}${MONTH}${YEAR}`), ([, , d, m, y], c) => given(c, d, MONTHS.get(m ?? ''), y)],
  [
    at(`${MONTH}\\s(?:the\\s)?${DAY}${YEAR}`),
    ([, , m, d, y], c) => given(c, d, MONTHS.get(m ?? ''), y),
  ],
  [
    plainly(
      `(?:early|start of|beginning of|anfang|début|principios de|inizio|início de|begin)\\s(?:the\\s)?${MONTH}`,
    ),
    ([, m], c) => month(c, m),
  ],
  [
    plainly(
      `(?:mid|mid-|middle of|mitte|mi-|mediados de|metà|meados de|half|midden)[\\s-]?${MONTH}`,
    ),
    ([, m], c) => given(c, 15, MONTHS.get(m ?? '')),
  ],
  [
    plainly(
      `(?:end of|the end of|late|ende|fin|finales de|fin de|fine|fim de|eind|einde)\\s(?:of\\s)?${MONTH}${YEAR}`,
    ),
    ([, m, y], c) => endOf(month(c, m, y)),
  ],
  [
    plainly(
      `(?:all of |the whole of |the month of |ganzen? |mes de |mois de |mês de |mese di |maand )?${MONTH}${YEAR}`,
    ),
    ([, m, y], c) => month(c, m, y),
  ],
  [plainly(`${WEEKDAY} week`), ([, w], c) => on(coming(c, w).add({ days: 7 }))],
  [plainly(`week (?:on|from) ${WEEKDAY}`), ([, w], c) => on(coming(c, w).add({ days: 7 }))],
  [plainly(`${WEEKDAY} after next`), ([, w], c) => on(inNextWeek(c, w).add({ days: 7 }))],
  [
    plainly(`(?:übernächsten?|over-?volgende) ${WEEKDAY}`),
    ([, w], c) => on(inNextWeek(c, w).add({ days: 7 })),
  ],
  [
    plainly(`(?:next|nächsten?|kommenden?|próximo|próxima|prossimo|prossima|volgende) ${WEEKDAY}`),
    ([, w], c) => on(inNextWeek(c, w)),
  ],
  [
    plainly(`${WEEKDAY} (?:next week|nächster woche|prochain|próximo|que viene|prossimo|que vem)`),
    ([, w], c) => on(inNextWeek(c, w)),
  ],
  [
    plainly(
      `(?:this |coming |this coming |diesen |ce |este |esta |questo |deze |aanstaande )?${WEEKDAY}`,
    ),
    ([, w], c) => on(coming(c, w)),
  ],
  [
    plainly(
      'day after tomorrow|übermorgen|après-demain|pasado mañana|dopodomani|depois de amanhã|overmorgen',
    ),
    (_, c) => on(c.today.add({ days: 2 })),
  ],
  [
    plainly('(?:tomorrow|tmrw|morgen|demain|mañana|domani|amanhã)'),
    (_, c) => on(c.today.add({ days: 1 })),
  ],
  [
    plainly(
      '(?:end of (?:the |this )?week|ende der woche|wochenende?|weekend|week-end|fin de (?:la )?semaine|fin de semana|fim de semana|fine settimana|fine della settimana|final de la semana)',
    ),
    (_, c) => ({ first: saturday(c), last: saturday(c).add({ days: 1 }) }),
  ],
  [
    plainly(
      '(?:the )?(?:end of (?:the |this )?month|ende des monats|monatsende|fin du mois|fin de mes(?! \\p{L})|final de mes|fine mese|fine del mese|fim do mês|eind van de maand|einde van de maand)',
    ),
    (_, c) => endOf(monthOf(c.today)),
  ],
  [
    plainly(
      "(?:the )?(?:end of (?:the |this )?year|year's end|jahresende|ende des jahres|fin de l'année|fin de año|fin del año|fine anno|fine dell'anno|fim do ano|eind van het jaar)",
    ),
    (_, c) => on(c.today.with({ month: 12, day: 31 })),
  ],
  [
    plainly(
      '(?:next week|nächster? woche|kommende woche|semaine prochaine|próxima semana|semana que viene|prossima settimana|settimana prossima|semana que vem|volgende week)',
    ),
    (_, c) => nextWeek(c),
  ],
  [
    plainly(
      '(?:next month|nächste[nrs]? monat|mois prochain|próximo mes|mes que viene|prossimo mese|mese prossimo|próximo mês|mês que vem|volgende maand)',
    ),
    (_, c) => monthOf(c.today.add({ months: 1 })),
  ],
  [
    plainly(
      '(?:next year|nächste[nrs]? jahr|année prochaine|an prochain|próximo año|año que viene|prossimo anno|anno prossimo|próximo ano|ano que vem|volgend jaar)',
    ),
    (_, c) => on(c.today.add({ years: 1 }).with({ month: 1, day: 1 })),
  ],
  [plainly(`(${words(HOLIDAYS.keys())})`), ([, name], c) => holiday(c, name)],
  [
    /^(?:the |le |el |il |o |a |den |de |dem |zum )(\d{1,2})(?:st|nd|rd|th|er|e|ste|\.)?(?![\d\p{L}/:])/u,
    ([, d], c) => dayOfMonth(c, d),
  ],
  [/^(\d{1,2})(?:st|nd|rd|th)(?![\d\p{L}])/u, ([, d], c) => dayOfMonth(c, d)],
];

/** Reads the day or period that a folded text begins with. */
export function readDay(text: string, calendar: Calendar): Named | Doubtful | undefined {
  for (const [says, read] of PATTERNS) {
    const match = says.exec(text);
    if (match === null) continue;
    const found = read(match, calendar);
    if (found === undefined) continue;
    return 'because' in found ? found : { ...found, length: match[0].length };
  }
  return undefined;
}

const NUMBER = `(\\d{1,4}|${words(NUMBERS.keys())})`;
const ADDED =
  '(?:next |coming |whole |full |entire |more |nächsten |kommenden |ganzen? |prochaine?s? |próxim[oa]s? |prossim[ei] |komende |volgende |hele )?';
export const DURATION = new RegExp(
  `${NUMBER}[\\s-]?${ADDED}(${words(UNITS.keys())})(?![\\p{L}])`,
  'u',
);

/** The day that lies a duration after today: `2 weeks`, `a fortnight`, `einen Monat`. */
export function after(count: string, unit: string, { today }: Calendar): Temporal.PlainDate | Unit {
  const n = /^\d/.test(count) ? Number(count) : (NUMBERS.get(count) ?? 1);
  const kind = UNITS.get(unit) ?? 'day';
  if (kind === 'minute' || kind === 'hour') return kind;
  if (kind === 'day') return today.add({ days: n });
  if (kind === 'week' || kind === 'fortnight')
    return today.add({ days: n * (kind === 'week' ? 7 : 14) });
  return today.add(kind === 'month' ? { months: n } : { years: Math.min(n, 100) });
}

const on = (day: Temporal.PlainDate) => ({ first: day, last: day });

const endOf = (period: Omit<Named, 'length'> | Doubtful | undefined) =>
  period === undefined || 'because' in period ? period : on(period.last);

function given(
  c: Calendar,
  day: string | number | undefined,
  month: string | number | undefined,
  year?: string,
): Omit<Named, 'length'> | Doubtful {
  const stated = year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);
  const date = dateOf(stated ?? c.today.year, Number(month), Number(day));
  if (stated !== undefined) return date === undefined ? { because: 'no-such-day' } : on(date);
  // 29 February is a day, but not of every year.
  const next = dateOf(c.today.year + 1, Number(month), Number(day));
  if (date === undefined && next === undefined) return { because: 'no-such-day' };
  return forward(c, date, next);
}

/**
 * A date without a year is the coming one. One that is just past is rather an error than eleven
 * months away (§6.3 no. 40).
 */
function forward(
  c: Calendar,
  thisYear: Temporal.PlainDate | undefined,
  nextYear: Temporal.PlainDate | undefined,
): Omit<Named, 'length'> | Doubtful {
  if (thisYear !== undefined && Temporal.PlainDate.compare(thisYear, c.today) > 0)
    return on(thisYear);
  if (nextYear === undefined) return { because: 'no-such-day' };
  return c.today.until(nextYear).days > 275 ? { because: 'long-ago' } : on(nextYear);
}

function numeric(c: Calendar, a: string | undefined, b: string | undefined, year?: string) {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 || first === second) return given(c, first, second, year);
  if (second > 12) return given(c, second, first, year);
  if (c.numeric === undefined) return { because: 'ambiguous-date' } as const;
  return given(c, first, second, year);
}

function month(
  c: Calendar,
  name: string | undefined,
  year?: string,
): Omit<Named, 'length'> | Doubtful {
  const start = given(c, 1, MONTHS.get(name ?? ''), year);
  return 'because' in start ? start : monthOf(start.first);
}

const monthOf = (day: Temporal.PlainDate) => ({
  first: day.with({ day: 1 }),
  last: day.with({ day: day.daysInMonth }),
});

/** The next such weekday; said on a Sunday, "Sunday" is a week away and never today. */
function coming({ today }: Calendar, name: string | undefined): Temporal.PlainDate {
  const days = ((WEEKDAYS.get(name ?? '') ?? 1) - today.dayOfWeek + 7) % 7;
  return today.add({ days: days === 0 ? 7 : days });
}

const nextWeek = ({ today }: Calendar) => {
  const monday = today.add({ days: 8 - today.dayOfWeek });
  return { first: monday, last: monday.add({ days: 6 }) };
};

function inNextWeek(c: Calendar, name: string | undefined): Temporal.PlainDate {
  return nextWeek(c).first.add({ days: (WEEKDAYS.get(name ?? '') ?? 1) - 1 });
}

const saturday = ({ today }: Calendar) => today.add({ days: (6 - today.dayOfWeek + 7) % 7 });

function dayOfMonth(c: Calendar, day: string | undefined): Omit<Named, 'length'> | Doubtful {
  const here = dateOf(c.today.year, c.today.month, Number(day));
  if (here !== undefined && Temporal.PlainDate.compare(here, c.today) > 0) return on(here);
  const there = c.today.add({ months: 1 });
  const then = dateOf(there.year, there.month, Number(day));
  return then === undefined ? { because: 'no-such-day' } : on(then);
}

function holiday(
  c: Calendar,
  name: string | undefined,
): Omit<Named, 'length'> | Doubtful | undefined {
  const when = HOLIDAYS.get(name ?? '');
  if (when === undefined) return undefined;
  const inYear = (year: number) =>
    'easter' in when ? easter(year).add({ days: when.easter }) : dateOf(year, when[0], when[1]);
  return forward(c, inYear(c.today.year), inYear(c.today.year + 1));
}
