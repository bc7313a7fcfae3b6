import * as english from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import { after, type Calendar, DURATION, type Named, readDay } from './days.ts';
import { type Taken, without, word } from './when.ts';

const UNTIL =
  "(?:up )?(?:until|untill|till|til|'til)|up to|(?:erst )?bis(?: zum| zur)?|jusqu'(?:au|à la|à|aux|en)|jusque|hasta|fino (?:al|alla|all'|ad|a)|sino (?:al|a)|até|ate|tot(?: aan)?";
const THROUGH =
  "through|thru|(?:up to|until|till) and including|including|up to the end of|bis (?:einschließlich|inklusive|inkl\\.|einschl\\.|ende)(?: des| der)?|tot en met|t/m|hasta el final de|fino alla fine di|jusqu'à la fin d[eu]|até ao? fi(?:m|nal) d[eo]|tot (?:het )?eind(?:e)? van";
const AFTER =
  'after|nach(?: dem| der)?|après|después de|después del|dopo(?: il)?|depois d[eoa]|na(?= )';
const HEDGE =
  "(?:(?:at least|about|around|roughly|sometime|some time|like|mindestens|etwa|circa|ca\\.|environ|au moins|al menos|almeno|pelo menos|ongeveer|i'm back|i am back|i get back|i return|we're back|it's|wieder|am|ab|in|on|im|em|op|no dia|le|el|il) ){0,3}";
const INCLUSIVE =
  /^,?\s\(?(?:inclusive|included|incl\.?|inclus|incluso|inclusief|einschließlich|inklusive|compris|inclusief)\)?(?!\p{L})/u;

/** "nothing until now has helped" */
const NO_DATE =
  /^(?:now|then|recently|lately|very|the (?:last|very)|jetzt|heute|à présent|maintenant|ahora|hoy|ora|oggi|agora|hoje|nu|bald|dann|pronto|luego|logo|breve|presto|ziens|gauw|zo)(?![\p{L}])/u;

const AFTER_HEDGE = new RegExp(`^${HEDGE}`, 'u');

interface Until {
  readonly says: RegExp;
  /** The day named is still without mail. */
  readonly inclusive: boolean;
  /** It can only be about a time, so that one we cannot read is asked about. */
  readonly sure: boolean;
}

/** In the order in which they are tried. */
const UNTILS: readonly Until[] = [
  { says: word(THROUGH), inclusive: true, sure: false },
  { says: word(`(?:${UNTIL})\\s(?:${AFTER})|jusqu'après`), inclusive: true, sure: true },
  { says: word(UNTIL), inclusive: false, sure: true },
  { says: word(`(?:not |nothing |no more )?${AFTER}`), inclusive: true, sure: false },
];

/** "until X": X is the first day with mail; "through X", "after X": the day after. */
export function takeUntil(clause: string, calendar: Calendar): Taken | undefined {
  for (const { says, inclusive, sure } of UNTILS) {
    const match = says.exec(clause);
    if (match === null) continue;
    const hedge = AFTER_HEDGE.exec(clause.slice(match.index + match[0].length));
    const start = match.index + match[0].length + (hedge?.[0].length ?? 0);
    const taken = untilDay(clause, match.index, start, inclusive, calendar);
    if (taken !== undefined) return taken;
    if (sure && !NO_DATE.test(clause.slice(start))) {
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

/** chrono tries hundreds of expressions, so it is asked only where there may be something. */
const MAY_BE_DATED = /\d|day|week|month|year|fortnight|tomorrow|morning|evening|night/;

/**
 * chrono-node for the English forms that our table lacks. It finds dates anywhere ("lesson in
 * March was great"), so it sees only what follows "until", and has to begin at its beginning.
 */
function readByChrono(text: string, calendar: Calendar): Named | undefined {
  if (!MAY_BE_DATED.test(text.slice(0, 60))) return undefined;
  const { year, month, day } = calendar.today;
  const instant = new Date(Date.UTC(year, month - 1, day, 12));
  const [found] = english.GB.parse(
    text.slice(0, 60),
    { instant, timezone: 0 },
    { forwardDate: true },
  );
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
