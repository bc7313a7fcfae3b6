import { MONTHS, NUMBERS, UNITS } from './date-words.ts';

const HOURS_IN_WORDS = [...NUMBERS.keys()].filter((word) => word.length > 2 && word !== 'the');
const NUMBER = `(\\d{1,2}|${HOURS_IN_WORDS.sort((a, b) => b.length - a.length).join('|')})`;
const CLOCK = "uhr|heures?|h|uur|o'clock|horas?|ore";

/** "to 6 January", "at 2 weeks": a date or a length, and no hour. */
const NO_HOUR = `(?!\\.?\\s(?:of |de )?(?:${[...MONTHS.keys(), ...UNITS.keys()].join('|')})(?!\\p{L}))`;

/** "at 7", "um 19 Uhr", "à 19h30", "at seven pm". */
const AT = new RegExp(
  `(?:^|\\s)(?:at|by|around|about|to|um|gegen|à|vers|a las?|alle|per le|às|om|tegen)\\s${NUMBER}(?:[:.h](\\d{2}))?\\s?(?:${CLOCK})?\\s?([ap]\\.?m)?(?![\\d\\p{L}%/])${NO_HOUR}`,
  'u',
);
/** "7pm", "19 Uhr", "7 heures": the unit says that it is an hour. */
const BARE = new RegExp(
  `(?:^|\\s)${NUMBER}(?:[:.h](\\d{2}))?\\s?(?:([ap]\\.?m)|${CLOCK})(?![\\d\\p{L}])`,
  'u',
);
/** "half past six", "halb acht", "half acht": the hour in which it lies. */
const PAST = new RegExp(`(?:^|\\s)(?:half|quarter) past ${NUMBER}(?![\\d\\p{L}])`, 'u');
const HALF_TO = new RegExp(`(?:^|\\s)(?:halb|half) ${NUMBER}(?![\\d\\p{L}])`, 'u');

const NOON =
  /(?:^|\s)(?:at |around |am |zu |um |gegen |à |al |a |alle |ao |om |tegen )?(?:noon|midday|lunch ?time|mittags?|midi|mediodía|mezzogiorno|meio-?dia|12 uur 's middags)(?!\p{L})/u;
const MIDNIGHT =
  /(?:^|\s)(?:midnight|mitternacht|minuit|medianoche|mezzanotte|meia-?noite|middernacht)(?!\p{L})/u;
const AFTERNOON =
  /(?:evening|afternoon|after work|abends?|nachmittags?|feierabend|soir|après-midi|tarde|sera|pomeriggio|'s avonds|'s middags|avond|middag)(?!\p{L})/u;
const NIGHT = /(?:at night|nachts|la nuit|noche|notte|noite|'s nachts)(?!\p{L})/u;
const MORNING =
  /(?:morning|morgens|(?:am|früh) morgen|vormittags?|matin|por la mañana|de la mañana|mattin[ao]|manhã|ochtend|'s morgens)(?!\p{L})/u;

/** The hour from 0 to 23 that a folded sentence names; half past six is six. */
export function readHour(sentence: string): number | undefined {
  if (MIDNIGHT.test(sentence)) return 0;
  const half = HALF_TO.exec(sentence);
  const named = PAST.exec(sentence) ?? half ?? AT.exec(sentence) ?? BARE.exec(sentence);
  if (named === null) return NOON.test(sentence) ? 12 : undefined;
  const [words, hour, , suffix] = named;
  const given = numberOf(hour ?? '') - (named === half && !words.includes('past') ? 1 : 0);
  if (!Number.isInteger(given) || given < 0 || given > 23) return undefined;
  return onTheDial(given, (suffix ?? '').slice(0, 1), sentence);
}

const numberOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : (NUMBERS.get(word) ?? Number.NaN);

/** "7 in the evening" is 19; "2 at night" is 2, and "11 at night" 23. */
function onTheDial(hour: number, suffix: string, sentence: string): number {
  if (suffix === 'p' || (suffix === '' && AFTERNOON.test(sentence)))
    return hour < 12 ? hour + 12 : hour;
  if (suffix === 'a') return hour === 12 ? 0 : hour;
  if (!NIGHT.test(sentence)) return hour;
  if (hour === 12) return 0;
  return hour >= 5 && hour < 12 ? hour + 12 : hour;
}

/** "in the morning": a part of the day and no hour in it. */
export const namesPartOfDay = (sentence: string): boolean =>
  MORNING.test(sentence) || AFTERNOON.test(sentence) || NIGHT.test(sentence);
