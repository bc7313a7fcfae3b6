import { HOLIDAYS, MONTHS, OPEN_ENDED, WEEKDAYS } from './date-words.ts';
import { type Calendar, type Named, readDay } from './days.ts';
import { takeDuration, takeThisWeek } from './lengths.ts';
import { rangeAt } from './ranges.ts';
import { takeUntil } from './until.ts';
import { type Taken, type When, without, word } from './when.ts';

export type { When } from './when.ts';

/** What a clause says about time, and the clause without it. */
export interface Timed {
  readonly when: When | undefined;
  readonly rest: string;
}

const MAX_DAYS = 366;

/** Takes the words about time out of a folded clause. */
export function takeWhen(clause: string, calendar: Calendar): Timed {
  const one = takeOne(clause, calendar);
  if (one === undefined) return { when: undefined, rest: clause };
  const two = takeOne(one.rest, calendar);
  const when = two === undefined ? one.when : combined(one.when, two.when, calendar);
  return { when: checked(when, calendar), rest: two?.rest ?? one.rest };
}

const takeOne = (clause: string, calendar: Calendar): Taken | undefined =>
  takeOpen(clause) ??
  takeRange(clause, calendar) ??
  takeUntil(clause, calendar) ??
  takeThisWeek(clause, calendar) ??
  takeDuration(clause, calendar) ??
  takeMarked(clause, calendar);

const FROM =
  "from|starting(?: on| from)?|beginning(?: on)?|as of|as from|ab(?: dem)?|vom|von|à partir d[eu]|à compter d[eu]|dès|du|desde(?: el)?|a partir del?|del|dal|dall'|dalla|da|do dia|a partir de|vanaf|van";
const BACK =
  'back(?: again)?(?: on| in| by)?|return(?:ing)?(?: on| in)?|zurück(?: am| im| ab)?|wieder(?: da| zurück)?(?: am| im| ab)|de retour(?: le| en)?|de vuelta(?: el| en)?|vuelvo(?: el| en)?|torno(?: il| a| in)?|di ritorno(?: il| a)?|de volta(?: em| no dia| dia)?|volto(?: em| no dia| dia)?|terug(?: op| in)?';
const ON =
  'on|at|in|am|im|ab|le|el|il|op|em|no dia|dia|as of|from|starting|vanaf|desde|à partir de';

const OPEN = new RegExp(
  `(?:^|\\s)(?:just )?(?:${[...OPEN_ENDED].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}'])`,
  'u',
);

function takeOpen(clause: string): Taken | undefined {
  const match = OPEN.exec(clause);
  if (match === null) return undefined;
  return {
    when: { kind: 'open' },
    rest: without(clause, match.index, match.index + match[0].length),
  };
}

const RANGE_LEAD = new RegExp(
  `(?:^|\\s)(?:between|zwischen|entre|tra|tussen|${FROM})(?:\\sthe)?\\s$`,
  'u',
);
/** Without a day in it a clause is no range; the look is much cheaper than the reading. */
const NAMES_A_DAY = new RegExp(
  `\\d|(?:^|[^\\p{L}])(?:${[...MONTHS.keys(), ...WEEKDAYS.keys(), ...HOLIDAYS.keys()].join('|')}|tomorrow|morgen|demain|mañana|domani|amanhã)(?!\\p{L})`,
  'u',
);

/** "from 1 Dec to 14 Dec", "1-14 December", "dec 1 to 14": the last day named is still without mail. */
function takeRange(clause: string, calendar: Calendar): Taken | undefined {
  if (!NAMES_A_DAY.test(clause)) return undefined;
  for (const match of clause.matchAll(/(?:^|(?<=\s))\S/gu)) {
    const range = rangeAt(clause.slice(match.index), calendar);
    if (range === undefined) continue;
    const lead = RANGE_LEAD.exec(clause.slice(0, match.index));
    const start = lead === null ? match.index : lead.index;
    const { from, until, length } = range;
    const rest = without(clause, start, match.index + length);
    return { when: { kind: 'until', from, until }, rest };
  }
  return undefined;
}

const MARKS = [
  ['back', word(BACK)],
  ['from', word(FROM)],
  ['on', word(ON)],
] as const;

/** "from Monday", "back on Monday", "on Monday". */
function takeMarked(clause: string, calendar: Calendar): Taken | undefined {
  for (const [kind, says] of MARKS) {
    const match = says.exec(clause);
    if (match === null) continue;
    const start = match.index + match[0].length;
    const named = readDay(clause.slice(start), calendar);
    if (named === undefined) continue;
    const when: When =
      'because' in named ? { kind: 'doubtful', because: named.because } : marked(kind, named);
    const end = 'because' in named ? clause.length : start + named.length;
    // "back" stays in the rest: "I'm back" and "I'm back on Monday" are told apart by the date.
    return { when, rest: without(clause, match.index, end) };
  }
  return takeNext(clause, calendar);
}

/** "next week", which needs no word before it. */
const NEXT =
  /(?:^|\s)(?:during |all )?(?:the )?(?:next (?:week|month)|nächste[n]? (?:woche|monat)|(?:la )?semaine prochaine|le mois prochain|la próxima semana|la semana que viene|el próximo mes|(?:la )?(?:prossima settimana|settimana prossima)|(?:a )?próxima semana|(?:a )?semana que vem|volgende (?:week|maand))(?!\p{L})/u;

function takeNext(clause: string, calendar: Calendar): Taken | undefined {
  const match = NEXT.exec(clause);
  if (match === null) return undefined;
  const text = match[0].trim().replace(/^(?:during |all )/, '');
  const named = readDay(text, calendar);
  if (named === undefined || 'because' in named) return undefined;
  const rest = without(clause, match.index, match.index + match[0].length);
  return { when: { kind: 'on', day: named.first, last: named.last }, rest };
}

function marked(kind: 'back' | 'from' | 'on', { first, last }: Named): When {
  if (kind === 'back') return { kind, day: first };
  return kind === 'from' ? { kind, from: first } : { kind, day: first, last };
}

/** "from Monday for two weeks" */
function combined(one: When, two: When, { today }: Calendar): When {
  const from = [one, two].find((when) => when.kind === 'from' || when.kind === 'on');
  const until = [one, two].find((when) => when.kind === 'until');
  const doubt = [one, two].find((when) => when.kind === 'doubtful');
  if (doubt !== undefined)
    return until !== undefined && 'because' in doubt && doubt.because === 'vague-length'
      ? until
      : doubt;
  if (until?.kind !== 'until' || until.from !== undefined || from === undefined) return one;
  const start = from.kind === 'from' ? from.from : from.kind === 'on' ? from.day : today;
  const end = until.length === true ? start.add(today.until(until.until)) : until.until;
  return { kind: 'until', from: start, until: end };
}

function checked(when: When, { today }: Calendar): When {
  const day = when.kind === 'until' ? when.until : when.kind === 'from' ? when.from : undefined;
  if (day === undefined) return when;
  const days = today.until(day).days;
  if (days <= 0) return { kind: 'doubtful', because: 'past' };
  return days > MAX_DAYS ? { kind: 'doubtful', because: 'too-far' } : when;
}
