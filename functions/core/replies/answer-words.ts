import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../time.ts';
import type { AnswerWords } from './answer-to.ts';
import { calendarIn } from './grammar/calendar.ts';
import { type Chunk, chunksOf, latticeOf, type Meaning } from './grammar/chunks.ts';
import type { Lexicon } from './grammar/lexicon.ts';
import { likely, spelledIn } from './grammar/lexicons.ts';
import { type Token, tokensOf } from './grammar/tokens.ts';
import { strip } from './strip.ts';
import type { Context } from './understanding.ts';

/** Whoever answers a question answers it in a few words. */
const MOST_WORDS = 12;
/** "I meant March 4th": a day that was asked about may have a few words around it. */
const MOST_AROUND_A_DAY = 3;

/** What goes with an answer and says nothing. */
const AROUND: ReadonlySet<string> = new Set<Meaning['tag']>([
  'greeting',
  'courtesy',
  'farewell',
  'soft',
  'and',
  'it',
  'mark',
]);

/**
 * Reads what a reply may answer to a question of ours. Words that are no part of an answer make it
 * none: then all of it is said to a person.
 */
export function answerWords(text: string, context: Context): AnswerWords {
  const tokens = tokensOf(strip(text, context.ownWords).slice(0, 400));
  if (tokens.filter(({ kind }) => kind !== 'mark').length > MOST_WORDS) return NONE;
  const read = likely(tokens, context.language).map((lexicon) => readIn(tokens, lexicon, context));
  return read.reduce((best, one) => (one.left < best.left ? one : best), read[0] ?? NOTHING).words;
}

const NONE: AnswerWords = { days: [], months: [], more: true };
const NOTHING = { words: NONE, left: Infinity };

function readIn(tokens: readonly Token[], lexicon: Lexicon, { now, zone }: Context) {
  const spelled = spelledIn(tokens, lexicon);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const calendar = calendarIn(lexicon, today, undefined);
  const chunks = chunksOf(spelled, latticeOf(spelled, lexicon, calendar));
  const says = (tag: Meaning['tag']) =>
    chunks.some(({ meanings }) => meanings.some((meaning) => meaning.tag === tag));
  const { days, months } = datesIn(chunks);
  const left = leftIn(chunks);
  const [ordinal, another] = ORDINALS.flatMap((one, index) => (says(one) ? [index + 1] : []));
  const isOrdinal = ordinal === 1 || ordinal === 2 || ordinal === 3;
  const dated = left <= MOST_AROUND_A_DAY;
  return {
    left,
    words: {
      days: dated ? days : [],
      months: dated ? months : [],
      ...(left === 0 && isOrdinal && another === undefined && { ordinal }),
      ...(left === 0 && says('yes') && { yes: true }),
      ...(left === 0 && says('neither') && { neither: true }),
      more: left > 0,
    } satisfies AnswerWords,
  };
}

const ORDINALS = ['first', 'second', 'third'] as const;

const ANSWERS: ReadonlySet<string> = new Set<Meaning['tag']>([
  ...ORDINALS,
  'yes',
  'neither',
  'when',
  'number',
]);

/** Words that are no part of an answer, nor go with one. */
const leftIn = (chunks: readonly Chunk[]): number =>
  chunks
    .filter(({ meanings }) => !meanings.some(({ tag }) => ANSWERS.has(tag) || AROUND.has(tag)))
    .reduce((sum, { from, to }) => sum + to - from, 0);

function datesIn(chunks: readonly Chunk[]): Pick<AnswerWords, 'days' | 'months'> {
  const days: LocalDate[] = [];
  const months: number[] = [];
  const named = (day: Temporal.PlainDate) => days.push(day.toString() as LocalDate);
  for (const { meanings } of chunks) {
    // "The second" is a day of the month, too.
    if (meanings.some(({ tag }) => ORDINALS.some((one) => one === tag))) continue;
    const meaning = meanings.find(({ tag }) => tag === 'when');
    const when = meaning?.tag === 'when' ? meaning.when : undefined;
    if (when?.is === 'until') {
      named(when.until);
      // "Until March" is until its first day, and names the month.
      if (when.until.day === 1) months.push(when.until.month);
    }
    if (when?.is === 'from') named(when.from);
    if (when?.is === 'back') named(when.day);
    if (when?.is !== 'during') continue;
    if (when.first.equals(when.last)) named(when.first);
    else if (when.first.day === 1 && when.first.month === when.last.month)
      months.push(when.first.month);
  }
  return { days, months };
}
