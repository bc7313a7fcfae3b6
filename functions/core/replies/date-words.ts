/** Calendar words of the seven languages that replies are understood in, folded. */

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year';

type Table<Value> = readonly (readonly [value: Value, words: string])[];

const table = <Value>(rows: Table<Value>): ReadonlyMap<string, Value> =>
  new Map(
    rows.flatMap(([value, words]) =>
      words.split(' ').map((word) => [word.replaceAll('_', ' '), value] as const),
    ),
  );

export const MONTHS = table<number>([
  [1, 'january jan januar jänner janvier janv enero gennaio gen janeiro januari'],
  [2, 'february feb februar feber février fevrier févr febrero febbraio fevereiro fev februari'],
  [3, 'march mar märz maerz mrz mars marzo março marco maart mrt'],
  [4, 'april apr avril avr abril abr aprile'],
  [5, 'may mai mayo maggio mag maio mei'],
  [6, 'june jun juni juin junio giugno giu junho'],
  [7, 'july jul juli juillet juil julio luglio lug julho'],
  [8, 'august aug août aout agosto ago augustus'],
  [9, 'september sept sep septembre septiembre setiembre settembre setembro'],
  [10, 'october oct oktober okt octobre octubre ottobre ott outubro'],
  [11, 'november nov novembre noviembre novembro'],
  [12, 'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro'],
]);

export const WEEKDAYS = table<number>([
  [1, 'monday mon montag lundi lunes lunedì lunedi segunda segunda-feira maandag'],
  [2, 'tuesday tue tues dienstag mardi martes martedì martedi terça terça-feira terca dinsdag'],
  [
    3,
    'wednesday wed weds mittwoch mercredi miércoles miercoles mercoledì mercoledi quarta quarta-feira woensdag',
  ],
  [
    4,
    'thursday thu thur thurs donnerstag jeudi jueves giovedì giovedi quinta quinta-feira donderdag',
  ],
  [5, 'friday fri freitag vendredi viernes venerdì venerdi sexta sexta-feira vrijdag'],
  [6, 'saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag'],
  [7, 'sunday sun sonntag dimanche domingo domenica zondag'],
]);

export const NUMBERS = table<number>([
  [1, 'a an one ein eine einen einem einer eins un une uno una um uma een één the'],
  [
    2,
    'two couple a_couple a_couple_of couple_of zwei deux dos due dois duas twee ein_paar_zwei un_par_de un_paio_di um_par_de',
  ],
  [3, 'three drei trois tres tre três drie'],
  [4, 'four vier quatre cuatro quattro quatro'],
  [5, 'five fünf fuenf cinq cinco cinque vijf'],
  [6, 'six sechs seis sei zes'],
  [7, 'seven sieben sept siete sette sete zeven'],
  [8, 'eight acht huit ocho otto oito'],
  [9, 'nine neun neuf nueve nove negen'],
  [10, 'ten zehn dix diez dieci dez tien'],
  [12, 'twelve zwölf douze doce dodici doze twaalf'],
  [14, 'fourteen vierzehn quatorze catorce quattordici catorze veertien'],
  [15, 'fifteen fünfzehn quinze quince quindici vijftien'],
  [20, 'twenty zwanzig vingt veinte venti vinte twintig'],
  [30, 'thirty dreißig dreissig trente treinta trenta trinta dertig'],
]);

/** Counts that nobody can put on a calendar: a person has to say what they mean. */
export const VAGUE_NUMBERS: readonly string[] = [
  'a few',
  'few',
  'some',
  'several',
  'many',
  'ein paar',
  'paar',
  'einige',
  'mehrere',
  'quelques',
  'plusieurs',
  'unos',
  'unas',
  'algunos',
  'algunas',
  'varias',
  'varios',
  'qualche',
  'alcuni',
  'alcune',
  'alguns',
  'algumas',
  'uns',
  'umas',
  'enkele',
  'een paar',
  'wat',
];

export const UNITS = table<Unit>([
  ['minute', 'minute minutes min mins minuten minuto minutos minuto minuti minuut'],
  ['hour', 'hour hours hr hrs stunde stunden heure heures hora horas ora ore uur uren'],
  ['day', 'day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen'],
  [
    'week',
    'week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken',
  ],
  ['fortnight', 'fortnight fortnights quinzaine quincena quindicina quinzena'],
  ['month', 'month months monat monate monaten mois mes meses mese mesi mês maand maanden'],
  [
    'year',
    'year years jahr jahre jahren an ans année années año años anno anni ano anos jaar jaren',
  ],
]);

/** Days with a name: month and day, or counted from Easter Sunday. */
type Holiday = readonly [month: number, day: number] | { readonly easter: number };

export const HOLIDAYS: ReadonlyMap<string, Holiday> = new Map<string, Holiday>([
  ...named(
    [12, 25],
    'christmas christmas_day xmas x-mas weihnachten noël noel navidad natale natal kerst kerstmis',
  ),
  ...named([12, 24], 'christmas_eve heiligabend heilig_abend nochebuena kerstavond'),
  ...named([12, 26], 'boxing_day'),
  ...named([12, 31], "new_year's_eve silvester nochevieja san_silvestro oudejaarsavond réveillon"),
  ...named(
    [1, 1],
    "new_year new_years new_year's new_year's_day new_years_day neujahr neuen_jahr neues_jahr nouvel_an nouvelle_année año_nuevo capodanno ano_novo nieuwjaar nieuwe_jaar",
  ),
  ...named([1, 6], 'epiphany reyes epifania épiphanie driekoningen dreikönigstag'),
  ...named([2, 14], "valentine's_day valentines_day valentinstag"),
  ...named([8, 15], 'ferragosto'),
  ...named(
    { easter: 0 },
    'easter easter_sunday ostern pâques paques pascua pasqua páscoa pascoa pasen',
  ),
  ...named(
    { easter: -2 },
    'good_friday karfreitag vendredi_saint viernes_santo venerdì_santo goede_vrijdag',
  ),
  ...named({ easter: 1 }, 'easter_monday ostermontag pasquetta'),
  ...named(
    { easter: 49 },
    'pentecost whitsun pfingsten pentecôte pentecostés pentecoste pinksteren',
  ),
]);

function named(value: Holiday, words: string): (readonly [string, Holiday])[] {
  return words.split(' ').map((word) => [word.replaceAll('_', ' '), value] as const);
}

/** An end that is none: the pause lasts until they say so. */
export const OPEN_ENDED: readonly string[] = [
  'for now',
  'for the time being',
  'for the moment',
  'until further notice',
  'till further notice',
  'indefinitely',
  'temporarily',
  'for a while',
  'a while',
  'for a bit',
  'for some time',
  'for a time',
  'until i say so',
  'until i say otherwise',
  'until i tell you',
  'until i tell you otherwise',
  'until you hear from me',
  'until i let you know',
  'until i write again',
  'until i resume',
  'at the moment',
  'momentarily',
  'until i get back to you',
  'vorerst',
  'bis auf weiteres',
  'vorübergehend',
  'erst einmal',
  'erstmal',
  'fürs erste',
  'zunächst',
  'eine weile',
  'für eine weile',
  'momentan',
  'im moment',
  'derzeit',
  'eine zeit lang',
  'eine zeitlang',
  'zurzeit',
  "pour l'instant",
  'pour le moment',
  "jusqu'à nouvel ordre",
  'temporairement',
  'provisoirement',
  'quelque temps',
  'pour un moment',
  'un moment',
  'pendant un moment',
  'por ahora',
  'de momento',
  'por el momento',
  'hasta nuevo aviso',
  'temporalmente',
  'por un tiempo',
  'un tiempo',
  'per ora',
  'per il momento',
  'fino a nuovo avviso',
  'temporaneamente',
  "per un po'",
  'per un po',
  'per adesso',
  'por enquanto',
  'por agora',
  'até novo aviso',
  'temporariamente',
  'por um tempo',
  'um tempo',
  'por uns tempos',
  'voorlopig',
  'tot nader order',
  'tot nader bericht',
  'tijdelijk',
  'voor nu',
  'een tijdje',
  'een poosje',
  'voor even',
];
