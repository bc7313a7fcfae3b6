import * as english from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { OPEN_ENDED, VAGUE_NUMBERS } from './date-words.ts';
import { after, type Calendar, type Doubtful, DURATION, type Named, readDay } from './days.ts';
import { rangeAt } from './ranges.ts';

type PlainDate = Temporal.PlainDate;

/** When something shall happen, as a clause says it. */
export type When =
  /** Until that day, which is the first on which mail flows again. */
  | {
      readonly kind: 'until';
      readonly until: PlainDate;
      readonly from?: PlainDate;
      /** Said as a length, so it counts from the day the pause begins. */
      readonly length?: true;
    }
  | { readonly kind: 'from'; readonly from: PlainDate }
  /** "back on Monday" */
  | { readonly kind: 'back'; readonly day: PlainDate }
  | { readonly kind: 'on'; readonly day: PlainDate; readonly last: PlainDate }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'doubtful';
      readonly because:
        | Doubtful['because']
        | 'unread-date'
        | 'vague-length'
        | 'too-short'
        | 'too-far'
        | 'past';
    };

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

interface Taken {
  readonly when: When;
  readonly rest: string;
}

const takeOne = (clause: string, calendar: Calendar): Taken | undefined =>
  takeOpen(clause) ??
  takeRange(clause, calendar) ??
  takeUntil(clause, calendar) ??
  takeThisWeek(clause, calendar) ??
  takeDuration(clause, calendar) ??
  takeMarked(clause, calendar);

const UNTIL =
  "(?:up )?(?:until|untill|till|til|'til)|up to|(?:erst )?bis(?: zum| zur)?|jusqu'(?:au|à la|à|aux|en)|jusque|hasta|fino (?:al|alla|all'|ad|a)|sino (?:al|a)|até|ate|tot(?: aan)?";
const THROUGH =
  "through|thru|(?:up to|until|till) and including|including|up to the end of|bis (?:einschließlich|inklusive|inkl\\.|einschl\\.|ende)(?: des| der)?|tot en met|t/m|hasta el final de|fino alla fine di|jusqu'à la fin d[eu]|até ao? fi(?:m|nal) d[eo]|tot (?:het )?eind(?:e)? van";
const AFTER =
  'after|nach(?: dem| der)?|après|después de|después del|dopo(?: il)?|depois d[eoa]|na(?= )';
const HEDGE =
  "(?:(?:at least|about|around|roughly|sometime|some time|like|mindestens|etwa|circa|ca\\.|environ|au moins|al menos|almeno|pelo menos|ongeveer|i'm back|i am back|i get back|i return|we're back|it's|wieder|am|ab|in|on|im|em|op|no dia|le|el|il) ){0,3}";
const FROM =
  "from|starting(?: on| from)?|beginning(?: on)?|as of|as from|ab(?: dem)?|vom|von|à partir d[eu]|à compter d[eu]|dès|du|desde(?: el)?|a partir del?|del|dal|dall'|dalla|da|do dia|a partir de|vanaf|van";
const BACK =
  'back(?: again)?(?: on| in| by)?|return(?:ing)?(?: on| in)?|zurück(?: am| im| ab)?|wieder(?: da| zurück)?(?: am| im| ab)|de retour(?: le| en)?|de vuelta(?: el| en)?|vuelvo(?: el| en)?|torno(?: il| a| in)?|di ritorno(?: il| a)?|de volta(?: em| no dia| dia)?|volto(?: em| no dia| dia)?|terug(?: op| in)?';
const ON =
  'on|at|in|am|im|ab|le|el|il|op|em|no dia|dia|as of|from|starting|vanaf|desde|à partir de';

const INCLUSIVE =
  /^,?\s\(?(?:inclusive|included|incl\.?|inclus|incluso|inclusief|einschließlich|inklusive|compris|inclusief)\)?(?!\p{L})/u;

/** A word at a word's beginning, with what follows it. */
const word = (words: string): RegExp => new RegExp(`(?:^|\\s)(?:${words})\\s`, 'u');

const without = (text: string, from: number, to: number): string =>
  `${text.slice(0, from)} ${text.slice(to)}`.replace(/\s+/g, ' ').trim();

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

/** "from 1 Dec to 14 Dec", "1-14 December", "dec 1 to 14": the last day named is still without mail. */
function takeRange(clause: string, calendar: Calendar): Taken | undefined {
  for (const match of clause.matchAll(/(?:^|(?<=\s))\S/gu)) {
    const range = rangeAt(clause.slice(match.index), calendar);
    if (range === undefined) continue;
    const lead = new RegExp(
      `(?:^|\\s)(?:between|zwischen|entre|tra|tussen|${FROM})(?:\\sthe)?\\s$`,
      'u',
    ).exec(clause.slice(0, match.index));
    const start = lead === null ? match.index : lead.index;
    const { from, until, length } = range;
    const rest = without(clause, start, match.index + length);
    return { when: { kind: 'until', from, until }, rest };
  }
  return undefined;
}

/** "nothing until now has helped" */
const NO_DATE =
  /^(?:now|then|recently|lately|very|the (?:last|very)|jetzt|heute|à présent|maintenant|ahora|hoy|ora|oggi|agora|hoje|nu|bald|dann|pronto|luego|logo|breve|presto|ziens|gauw|zo)(?![\p{L}])/u;

/** "until X": X is the first day with mail; "through X", "after X": the day after. */
function takeUntil(clause: string, calendar: Calendar): Taken | undefined {
  for (const [words, inclusive] of [
    [THROUGH, true],
    [`(?:${UNTIL})\\s(?:${AFTER})`, true],
    [UNTIL, false],
    [`(?:not |nothing |no more )?${AFTER}`, true],
  ] as const) {
    const match = word(words).exec(clause);
    if (match === null) continue;
    const hedge = new RegExp(`^${HEDGE}`, 'u').exec(clause.slice(match.index + match[0].length));
    const start = match.index + match[0].length + (hedge?.[0].length ?? 0);
    const taken = untilDay(clause, match.index, start, inclusive, calendar);
    if (taken !== undefined) return taken;
    if (words === UNTIL && !NO_DATE.test(clause.slice(start))) {
      return {
        when: { kind: 'doubtful', because: 'unread-date' },
        rest: clause.slice(0, match.index).trim(),
      };
    }
  }
  return undefined;
}

function untilDay(
  clause: string,
  from: number,
  start: number,
  inclusive: boolean,
  calendar: Calendar,
): Taken | undefined {
  const text = clause.slice(start);
  const named = fromNow(text, calendar) ?? readDay(text, calendar) ?? readByChrono(text, calendar);
  if (named === undefined) return undefined;
  if ('because' in named)
    return {
      when: { kind: 'doubtful', because: named.because },
      rest: clause.slice(0, from).trim(),
    };
  const suffix = INCLUSIVE.exec(text.slice(named.length));
  // "until the weekend is over", "until the end of January": mail flows on the day after.
  const whole =
    inclusive ||
    suffix !== null ||
    /^(?:the )?(?:end|ende|fin |fine|fim|eind|weekend|wochenende)/u.test(text);
  const until = whole ? named.last.add({ days: 1 }) : named.first;
  const end = start + named.length + (suffix?.[0].length ?? 0);
  return { when: { kind: 'until', until }, rest: without(clause, from, end) };
}

function fromNow(text: string, calendar: Calendar): Named | undefined {
  const match = DURATION.exec(text);
  const tail = /^\s(?:from now|from today|later)/.exec(text.slice(match?.[0].length ?? 0));
  if (match === null || match.index > 0 || tail === null) return undefined;
  const day = after(match[1] ?? '', match[2] ?? '', calendar);
  return typeof day === 'string'
    ? undefined
    : { first: day, last: day, length: match[0].length + tail[0].length };
}

/**
 * chrono-node for the English forms that our table lacks. It finds dates anywhere ("lesson in
 * March was great"), so it sees only what follows "until", and has to begin at its beginning.
 */
function readByChrono(text: string, calendar: Calendar): Named | undefined {
  const { year, month, day } = calendar.today;
  const parser = calendar.numeric === 'month-first' ? english.casual : english.GB;
  const instant = new Date(Date.UTC(year, month - 1, day, 12));
  const [found] = parser.parse(text.slice(0, 60), { instant, timezone: 0 }, { forwardDate: true });
  if (found === undefined || found.index > 4 || /^(?:now|today|this)\b/.test(found.text))
    return undefined;
  if (!found.start.isCertain('day') && !found.start.isCertain('weekday')) return undefined;
  const date = Temporal.PlainDate.from({
    year: found.start.get('year') ?? year,
    month: found.start.get('month') ?? month,
    day: found.start.get('day') ?? day,
  });
  return { first: date, last: date, length: found.index + found.text.length };
}

const THIS_WEEK =
  /(?:^|\s)(?:for |für |pour |por |per |voor )?(?:just |all )?(?:this|diese|cette|esta|questa|deze) (week|woche|semaine|semana|settimana)(?![\p{L}])/u;
const REST =
  /(?:^|\s)(?:for )?(?:the )?(?:rest|remainder) of (?:the|this) (week|month|year)(?![\p{L}])|(?:^|\s)(?:for )?(this month|diesen monat|ce mois|este mes|este mês|questo mese|deze maand)(?![\p{L}])/u;
const WEEKEND =
  /(?:^|\s)(?:for|over|during|am|übers|über das|ce|este|questo|dit|this) (?:the |this |coming )?(?:long )?(?:weekend|week-end|wochenende|fin de semana|fine settimana|fim de semana)(?![\p{L}])/u;

function takeThisWeek(clause: string, { today }: Calendar): Taken | undefined {
  const firstOfNext = (unit: string | undefined): PlainDate => {
    if (unit === 'year') return today.add({ years: 1 }).with({ month: 1, day: 1 });
    return unit === 'week'
      ? today.add({ days: 8 - today.dayOfWeek })
      : today.add({ months: 1 }).with({ day: 1 });
  };
  const readings = [
    // A person too busy "this week" means the days ahead, also on a Sunday (§6.3 no. 47).
    [THIS_WEEK, () => today.add({ days: 7 })],
    [REST, (unit?: string) => firstOfNext(unit)],
    [WEEKEND, () => today.add({ days: 8 - today.dayOfWeek })],
  ] as const;
  for (const [says, until] of readings) {
    const match = says.exec(clause);
    if (match === null) continue;
    const rest = without(clause, match.index, match.index + match[0].length);
    return { when: { kind: 'until', until: until(match[1]) }, rest };
  }
  return undefined;
}

const FOR = '(?:for|für|pour|pendant|durant|durante|por|per|voor|gedurende)';
const FOR_DURATION = new RegExp(
  `(?:^|\\s)(?:${FOR}\\s)?(?:about |around |at least |ungefähr |etwa |environ |unos |circa |ongeveer )?(?:the |die |den |les |los |las |le |os |as |de |i |gli |il |el |la |o )?(?:next |coming |following |nächsten |kommenden |prochain\\p{L}* |próxim\\p{L}+ |prossim\\p{L}+ |komende |volgende )?(?=\\S)`,
  'u',
);
const VAGUE = new RegExp(
  `(?:^|\\s)(?:${FOR}\\s)?(?:${[...VAGUE_NUMBERS].join('|')}) (?:more )?(?:days|weeks|months|tagen?|wochen|monaten?|jours|semaines|mois|días|semanas|meses|giorni|settimane|mesi|dias|dagen|weken|maanden)(?![\\p{L}])`,
  'u',
);

/** A stretch of the year whose ends everybody sets elsewhere. */
const VAGUE_SEASON =
  /(?:^|\s)(?:for|over|during|über|während|pendant|durante|por|per|voor|tijdens)\s(?:the |die |der |den |les |l'|las |le |as |de |el |il |o )?(?:school )?(?:holidays?|holiday season|festive (?:season|days)|summer|winter|spring|autumn|fall|christmas(?: holidays| break)?|easter(?: holidays| break)?|thanksgiving|ferien|feiertage|weihnachten|ostern|sommer|vacances|fêtes|été|vacaciones|fiestas|verano|vacanze|feste|estate|férias|festas|verão|vakantie|feestdagen|zomer)(?![\p{L}])/u;

function takeDuration(clause: string, calendar: Calendar): Taken | undefined {
  const vague = VAGUE.exec(clause) ?? VAGUE_SEASON.exec(clause);
  if (vague !== null) {
    const rest = without(clause, vague.index, vague.index + vague[0].length);
    return { when: { kind: 'doubtful', because: 'vague-length' }, rest };
  }
  const match = new RegExp(`${FOR_DURATION.source}${DURATION.source}`, 'u').exec(clause);
  if (match === null) return undefined;
  const day = after(match[1] ?? '', match[2] ?? '', calendar);
  const when: When =
    typeof day === 'string'
      ? { kind: 'doubtful', because: 'too-short' }
      : { kind: 'until', until: day, length: true };
  return { when, rest: without(clause, match.index, match.index + match[0].length) };
}

/** "from Monday", "back on Monday", "on Monday". */
function takeMarked(clause: string, calendar: Calendar): Taken | undefined {
  for (const [kind, words] of [
    ['back', BACK],
    ['from', FROM],
    ['on', ON],
  ] as const) {
    const match = word(words).exec(clause);
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
  return undefined;
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
