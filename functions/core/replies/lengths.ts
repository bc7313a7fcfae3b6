import { VAGUE_NUMBERS } from './date-words.ts';
import { after, type Calendar, DURATION } from './days.ts';
import { type PlainDate, type Taken, type When, without } from './when.ts';

const THIS_WEEK =
  /(?:^|\s)(?:for |für |pour |por |per |voor )?(?:just |all )?(?:this|diese|cette|esta|questa|deze) (week|woche|semaine|semana|settimana)(?![\p{L}])/u;
const REST =
  /(?:^|\s)(?:for |für |pour |pendant |por |per |voor )?(?:the |den |le |el |il |o |de )?(?:rest|remainder|reste|resto) (?:of|des|der|de|du|del|della|do|da|van) ?(?:the |this |dieser |la |l'|de |het |esta |este )?(week|month|year|woche|monats|jahres|semaine|mois|année|semana|mes|año|settimana|mese|anno|mês|ano|maand|jaar)(?![\p{L}])|(?:^|\s)(?:for )?(this month|diesen monat|ce mois|este mes|este mês|questo mese|deze maand)(?![\p{L}])/u;
const WEEKEND =
  /(?:^|\s)(?:for|over|during|am|übers|über das|ce|este|questo|dit|this) (?:the |this |coming )?(?:long )?(?:weekend|week-end|wochenende|fin de semana|fine settimana|fim de semana)(?![\p{L}])/u;

const YEARS: ReadonlySet<string> = new Set([
  'year',
  'jahres',
  'année',
  'año',
  'anno',
  'ano',
  'jaar',
]);
const WEEKS: ReadonlySet<string> = new Set(['week', 'woche', 'semaine', 'semana', 'settimana']);

/** "this week", "the rest of the month", "over the weekend": from today on. */
export function takeThisWeek(clause: string, { today }: Calendar): Taken | undefined {
  const firstOfNext = (unit: string | undefined): PlainDate => {
    if (YEARS.has(unit ?? '')) return today.add({ years: 1 }).with({ month: 1, day: 1 });
    return WEEKS.has(unit ?? '')
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
  `(?:^|\\s)(?:d')?(?:${FOR}\\s)?(?:about |around |at least |ungefähr |etwa |environ |unos |circa |ongeveer )?(?:the |die |den |les |los |las |le |os |as |de |i |gli |il |el |la |o )?(?:next |coming |following |nächsten |kommenden |prochain\\p{L}* |próxim\\p{L}+ |prossim\\p{L}+ |komende |volgende )?(?=\\S)${DURATION.source}`,
  'u',
);
const VAGUE = new RegExp(
  `(?:^|\\s)(?:${FOR}\\s)?(?:${[...VAGUE_NUMBERS].join('|')}) (?:more )?(?:days|weeks|months|tagen?|wochen|monaten?|jours|semaines|mois|días|semanas|meses|giorni|settimane|mesi|dias|dagen|weken|maanden)(?![\\p{L}])`,
  'u',
);

/** A stretch of the year whose ends everybody sets elsewhere. */
const VAGUE_SEASON =
  /(?:^|\s)(?:for|over|during|über|während|pendant|durante|por|per|voor|tijdens)\s(?:the |die |der |den |les |l'|las |le |as |de |el |il |o )?(?:school )?(?:holidays?|holiday season|festive (?:season|days)|summer|winter|spring|autumn|fall|christmas(?: holidays| break)?|easter(?: holidays| break)?|thanksgiving|ferien|feiertage|weihnachten|ostern|sommer|vacances|fêtes|été|vacaciones|fiestas|verano|vacanze|feste|estate|férias|festas|verão|vakantie|feestdagen|zomer)(?![\p{L}])/u;

/** "for two weeks" */
export function takeDuration(clause: string, calendar: Calendar): Taken | undefined {
  const vague = VAGUE.exec(clause) ?? VAGUE_SEASON.exec(clause);
  if (vague !== null) {
    const rest = without(clause, vague.index, vague.index + vague[0].length);
    return { when: { kind: 'doubtful', because: 'vague-length' }, rest };
  }
  const match = FOR_DURATION.exec(clause);
  if (match === null) return undefined;
  const day = after(match[1] ?? '', match[2] ?? '', calendar);
  const when: When =
    typeof day === 'string'
      ? { kind: 'doubtful', because: 'too-short' }
      : { kind: 'until', until: day, length: true };
  return { when, rest: without(clause, match.index, match.index + match[0].length) };
}
