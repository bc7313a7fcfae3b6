import { Temporal } from 'temporal-polyfill';
import { fold } from './characters.ts';
import { type Calendar, readDay } from './days.ts';
import { takeWhen } from './periods.ts';

/** When and where the reader is. */
export interface Absence {
  /** ISO 8601 moment. */
  readonly now: string;
  /** IANA zone. */
  readonly zone: string;
}

/** An absence holds the course for at most so many days. */
export const MAX_ABSENCE_DAYS = 60;

/**
 * What stands before the day of return in vacation notes, in the languages whose notes we can
 * read. `last`: the day is still one of absence ("until and including").
 */
const CUES: readonly { readonly says: string; readonly last: boolean }[] = [
  {
    last: false,
    says: "(?:i(?:'ll| will|'m| am)?(?: be)? )?(?:back(?: in the office| at work| at my desk| online)?(?: again)?(?: on| from| in)?|return(?:ing)?(?: to (?:the office|work))?(?: on| in)?|available again(?: on| from)?|reachable again(?: on| from)?|resum(?:e|ing) work(?: on)?|respond(?: to (?:your|my|all) e?-?mails?)?(?: when i return)? on|return date(?: is)?:?)",
  },
  {
    last: false,
    says: '(?:ab(?: dem)?|am|erst)(?= .{2,40}(?:wieder|zurück|erreichbar|im büro))|(?:wieder|zurück)(?: im büro| erreichbar| da| für sie da| zu erreichen)?(?: bin ich)?(?: ab| am)?(?: dem)?',
  },
  {
    last: false,
    says: '(?:de retour|je serai de retour|je reviens|je reviendrai|mon retour|de nouveau (?:joignable|disponible)|retour)(?: au bureau)?(?: est prévu)?(?: le| à partir du| dès le| au)?',
  },
  {
    last: false,
    says: '(?:de vuelta|de regreso|vuelvo|regreso|regresaré|volveré|me reincorporo|me incorporaré|estaré de vuelta|estaré disponible)(?: a la oficina)?(?: el| a partir del)?(?: día)?',
  },
  {
    last: false,
    says: '(?:di ritorno|torno|tornerò|rientro|rientrerò|sarò di ritorno|sarò di nuovo (?:in ufficio|disponibile|operativo)|di nuovo in ufficio)(?: in ufficio)?(?: il(?: giorno)?| dal| a partire dal)?',
  },
  {
    last: false,
    says: '(?:de volta|regresso|regressarei|volto|voltarei|retorno|retornarei|estarei de volta)(?: ao escritório| ao trabalho)?(?: em| no dia| dia| a partir de| a)?',
  },
  {
    last: false,
    says: '(?:weer (?:aanwezig|bereikbaar|terug|op kantoor|beschikbaar)|terug)(?: op kantoor)?(?: op| vanaf)?|vanaf(?= .{2,40}(?:weer|terug|bereikbaar))|ben ik (?:op|vanaf)(?= .{2,40}(?:weer|terug))',
  },
  {
    last: true,
    says: 'through|up to and including|until and including|bis einschließlich|bis inklusive|bis inkl\\.|bis zum|bis(?: einschl\\.)?|t/m|tot en met',
  },
  {
    last: true,
    says: "(?:jusqu'au|jusqu'à)(?= .{2,40}inclus)|jusqu'au|hasta el(?: día)?|fino al|sino al|até(?: ao?)?(?: dia)?|(?:to|till)",
  },
  { last: false, says: 'until|till|tot' },
];

const READERS = CUES.map(({ says, last }) => ({
  says: new RegExp(`(?:^|[^\\p{L}])(?:${says})[\\s:,]{1,3}`, 'gu'),
  last,
}));

/**
 * The day on which an out-of-office note says its writer is back, `YYYY-MM-DD`, at most 60 days
 * away; undefined if it names none, or one that is past. A day of return is taken before a last day
 * of absence, and of several the first.
 */
export function returnDate(note: string, { now, zone }: Absence): string | undefined {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const text = fold(note.slice(0, 4000)).replace(/\s+/g, ' ');
  const calendar: Calendar = { today, numeric: numericOf(text) };
  const day = byCue(text, calendar) ?? byRange(text, calendar);
  const away = day === undefined ? 0 : today.until(day).days;
  if (day === undefined || away < 1 || away > 366) return undefined;
  return today.add({ days: Math.min(away, MAX_ABSENCE_DAYS) }).toString();
}

function numericOf(text: string): Calendar['numeric'] {
  return /(?:^|\s)(?:the|office|back|return)(?:\s|$)/.test(text) ? undefined : 'day-first';
}

function byCue(text: string, calendar: Calendar): Temporal.PlainDate | undefined {
  for (const { says, last } of READERS) {
    for (const match of text.matchAll(says)) {
      const after = text
        .slice(match.index + match[0].length)
        .replace(/^(?:on |am |the week of |ab dem )/, '');
      const named = readDay(after, calendar);
      if (named === undefined || 'because' in named) continue;
      return last ? named.last.add({ days: 1 }) : named.first;
    }
  }
  return undefined;
}

/** "from 1 to 14 December", "vom 1. bis 14. Dezember" */
function byRange(text: string, calendar: Calendar): Temporal.PlainDate | undefined {
  for (const sentence of text.split(/[!?;\n]|\.\s(?=\p{L}{3})/u).slice(0, 40)) {
    const { when } = takeWhen(sentence.slice(0, 300), calendar);
    if (when?.kind === 'until' && (when.from !== undefined || when.length !== true))
      return when.until;
  }
  return undefined;
}
