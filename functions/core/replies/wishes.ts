import { parseZone } from '../time.ts';
import { CITIES, type City } from './cities.ts';
import { WEEKDAYS } from './date-words.ts';
import { namesPartOfDay, readHour } from './hours.ts';

/** Another rhythm, as far as the reader said it. */
export interface Wish {
  /** ISO weekdays as sorted digits, 1 Monday to 7 Sunday. */
  readonly days?: string;
  /** 0 to 23, in the reader's zone. */
  readonly hour?: number;
  /** IANA zone. */
  readonly zone?: string;
}

const WEEKEND =
  /(?:week-?ends?|wochenenden?|am wochenende|fin(?:es)? de semana|fine ?settimana|fi(?:m|ns) de semana|weekends|in het weekend)/u;
const WEEKDAYS_ONLY =
  /(?:week-?days|working days|work days|business days|werktags?|werktagen?|unter der woche|wochentags?|jours? (?:de semaine|ouvrables?|ouvrés?)|en semaine|días (?:laborables|hábiles|de semana)|entre semana|giorni (?:feriali|lavorativi)|dias (?:úteis|de semana)|werkdagen|doordeweeks)/u;
const DAILY =
  /(?:every ?day|daily|each day|täglich|jeden tag|tous les jours|chaque jour|todos los días|cada día|ogni giorno|tutti i giorni|todos os dias|elke dag|dagelijks)/u;
const SLOWER =
  /(?:(?:once|twice|one|two|three times|1x|2x|\d times?) (?:(?:lesson|letter|e-?mail|mail)s? )?(?:a|per|every|each) ?week|weekly|every (?:other|second|two|2) (?:days?|weeks?)|less (?:often|frequent\p{L}*|e-?mails?|letters?)|fewer (?:e-?mails?|mails?|lessons?|letters?)|slow(?:er| down| it down)|too (?:many (?:e-?mails?|mails?|lessons?|letters?)|often|fast|frequent\p{L}*)|not (?:so|as) (?:often|many|fast)|wöchentlich|(?:ein|zwei)mal (?:pro|die|in der) woche|seltener|weniger (?:mails?|e-?mails?|oft|lektionen|briefe)|(?:ein(?:e|en)?|1|zwei|2) (?:brief|mail|lektion|briefe|mails|lektionen) (?:pro|die|in der) woche|langsamer|zu (?:viele (?:mails?|e-?mails?|briefe|lektionen)|oft|schnell)|jeden zweiten tag|(?:une|deux) (?:seules? )?(?:fois|lettres?|leçons?|mails?|e-?mails?) par semaine|hebdomadaire|moins (?:souvent|vite|de (?:mails?|e-?mails?|messages|lettres|leçons))|plus lentement|un jour sur deux|(?:una|dos) (?:vez(?:es)?|(?:sola )?(?:carta|lección|correo)|cartas|lecciones|correos) (?:por|a la) semana|dos veces por semana|semanal(?:mente)?|menos (?:correos|cartas|frecuen\p{L}+|a menudo|e-?mails?|frequ\p{L}+)|más (?:despacio|lento)|(?:una volta|due volte|una (?:sola )?(?:lettera|lezione|mail)|due (?:lettere|lezioni|mail)) (?:a|alla|per) settimana|settimanal\p{L}+|meno (?:spesso|lettere|lezioni|mail|e-?mail|frequen\p{L}+)|più lentamente|(?:uma vez|duas vezes|uma (?:única |só )?(?:carta|aula)|duas (?:cartas|aulas)) por semana|mais devagar|(?:een|één|1|twee|2) (?:keer|brief|les|mail|brieven|lessen|mails) per week|wekelijks|minder (?:vaak|mails?|e-?mails?|brieven|lessen)|langzamer|om de dag)/u;
const MOVE =
  /(?:sin|sans|ohne|senza|sem|zonder|without|weniger|maar|svp|send|sending|get|receive|deliver\p{L}*|change|switch|move|set|prefer|rather|want|like|make it|only|just|no|not|stop|come|arrive|please|can (?:you|i)|could|time ?zone|schick\p{L}*|send\p{L}*|nur|möchte|bitte|lieber|ändern?|keine|envo\p{L}+|recevoir|seulement|uniquement|préfère|changer?|pas|env[ií]\p{L}+|recibir|solo|sólo|cambiar?|prefiero|ricev\p{L}+|inviar?\p{L}*|mandar?\p{L}*|solo|preferi\p{L}+|receber|só|mudar?|apenas|stuur|sturen|alleen|ontvangen|liever|graag|geen|wijzig\p{L}*)/u;
const OUR_MAIL =
  /(?:lessons?|letters?|brie(?:f|ve)|lettres?|cartas?|letter[ae]|e-?mails?|mails?|messages?|course|them|it|these|this|me|lektion\p{L}*|kurs|leçons?|cours|lección|lecciones|correos?|curso|lezion[ei]|corso|liç\p{L}+|aulas?|less?en|cursus|send\p{L}*|schick\p{L}*|only|nur|solo|stuur)/u;
const STORY =
  /(?:^|\s)(?:i (?:did|do|had|was|went|used|read|tried|love|spent|work|think|felt|enjoy\p{L}*)|we (?:did|do|had|went)|last|yesterday|my (?:husband|wife|mother|partner|friends?|kids?|family))(?:\s|$)/u;
/** "I get them at 7 and love it" tells; "can I get them at 7" asks. */
const TELLS =
  /(?:^|[^\p{L}])(?<!(?:can|could|may|might|if|should|shall) )i (?:always |usually )?(?:get|receive|wait|open|look forward)(?!\p{L})/u;
const ZONE_CUE =
  /(?:time ?zone|moved to|moving to|i'm (?:now )?in|i am (?:now )?in|live in|living in|relocated to|zeitzone|umgezogen|ziehe nach|fuseau|zona horaria|me mudé|fuso orario|fuso horário|mudei|tijdzone|verhuisd)/u;
/** A wish or request, as opposed to what somebody tells about their mornings. */
const ASKS =
  /(?:please|can (?:you|i|we)|could|would|prefer|rather|i'd like|i want|bitte|kann|könnt|möchte|lieber|pourr|pouvez|peux|svp|s'il|préfér|puis-je|por favor|pued|podr|prefier|quisiera|per favore|potre|puoi|preferir|vorrei|pode|prefiro|gostaria|graag|kun|liever)/u;
const ARRIVES =
  /(?:send|get|receiv|deliver|have (?:them|it)|arriv|schick|bekomm|erhalt|komm|envoy|envoi|recev|env[ií]|mand|recib|lleg|ricev|receb|stuur|sturen|ontvang|krijg)/u;

/** Reads a wish for another rhythm out of one folded sentence, which has to be about our mail. */
export function readWish(sentence: string): Wish | undefined {
  if (sentence.length > 220 || STORY.test(sentence) || TELLS.test(sentence)) return undefined;
  const zone = readZone(sentence);
  if (zone !== undefined) return { zone };
  // "Too many emails" says enough by itself.
  if (sentence.split(' ').length <= 6 && SLOWER.test(sentence) && OUR_MAIL.test(sentence))
    return {};
  if (!MOVE.test(sentence)) return undefined;
  const about = OUR_MAIL.test(sentence) || isShort(sentence);
  const days = readDays(sentence);
  const hour = about ? readHour(sentence) : undefined;
  if (days !== undefined && about) return { days, ...(hour === undefined ? {} : { hour }) };
  if (hour !== undefined) return { hour };
  if (SLOWER.test(sentence)) return {};
  const partOfDay = about && ASKS.test(sentence) && ARRIVES.test(sentence);
  return partOfDay && namesPartOfDay(sentence) ? {} : undefined;
}

/** So short that it can only be about our mail: "not on weekends, please". */
const isShort = (sentence: string): boolean => sentence.split(' ').length <= 5;

const NOT =
  /(?:stop|no|not|don't|without|except|but|skip|keine?|nicht|ohne|außer|pas|sans|sauf|no|sin|excepto|non|niente|senza|não|sem|geen|niet|zonder|behalve)(?:\s\S{1,20}){0,5}?\s?/u;
const NOT_WEEKENDS = new RegExp(`${NOT.source}${WEEKEND.source}`, 'u');
const PLURAL_DAY = new RegExp(
  `(?:^|[^\\p{L}])(${[...WEEKDAYS.keys()].filter((name) => name.length > 4).join('|')})(?:s|en|e)?(?![\\p{L}])`,
  'gu',
);
const REGULAR =
  /(?:only|every|each|on (?:\p{L}+days)|nur|jeden|immer|seulement|uniquement|chaque|tous les|solo|sólo|cada|los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)|ogni|soltanto|só|apenas|todas as|alleen|elke|\p{L}+days(?: and|,|$))/u;

function readDays(sentence: string): string | undefined {
  if (NOT_WEEKENDS.test(sentence)) return '12345';
  if (WEEKDAYS_ONLY.test(sentence)) return '12345';
  if (
    /(?:only|nur|seulement|uniquement|solo|sólo|só|apenas|alleen)/u.test(sentence) &&
    WEEKEND.test(sentence)
  )
    return '67';
  const named = [...sentence.matchAll(PLURAL_DAY)].map(([, name]) => WEEKDAYS.get(name ?? '') ?? 0);
  const digits = [...new Set(named)].filter((day) => day > 0).sort();
  if (
    digits.length > 0 &&
    REGULAR.test(sentence) &&
    !/(?:until|till|bis|jusqu|hasta|fino|até|tot)\s/u.test(sentence)
  ) {
    return digits.join('');
  }
  return DAILY.test(sentence) &&
    /(?:again|switch|back|change|wieder|à nouveau|otra vez|di nuovo|novamente|weer)/u.test(sentence)
    ? '1234567'
    : undefined;
}

function readZone(sentence: string): string | undefined {
  const iana =
    /\b(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific)\/[a-z_]{2,30}(?:\/[a-z_]{2,30})?/.exec(
      sentence,
    );
  const named = iana === null ? undefined : parseZone(iana[0]);
  if (named !== undefined) return named;
  if (!ZONE_CUE.test(sentence)) return undefined;
  return CITIES.find(([name]: City) =>
    new RegExp(`(?:^|[^\\p{L}])${name}(?![\\p{L}])`, 'u').test(sentence),
  )?.[1];
}
