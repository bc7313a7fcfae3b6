import type { Option, Reason, Understanding, Wish } from '../understanding.ts';
import { beside } from './beside.ts';
import { type ReadSentence, readSentence } from './clauses.ts';
import type { Calendar } from './dates.ts';
import { type Candidate, isEndless, leaves, sorted } from './ends.ts';
import type { Lexicon } from './lexicon.ts';
import { merged } from './merged.ts';
import { offers } from './offers.ts';
import { paused } from './pauses.ts';
import type { Reading } from './readings.ts';
import type { Sentence } from './sentences.ts';
import { isBareRest, isContent, isTimeOfDay, standsOut } from './stands-out.ts';

/** A mail as the language reads it that knows most of it. */
export interface ReadMail {
  readonly sentences: readonly ReadSentence[];
  /** Words in no frame. */
  readonly left: number;
  readonly lexicon: Lexicon;
  /** What days and names are to that language. */
  readonly calendar: Calendar;
}

/** Reads a mail in each language, and takes the reading that leaves least. */
export function readIn(
  [first, ...more]: readonly [Lexicon, ...Lexicon[]],
  sentences: readonly Sentence[],
  calendarOf: (lexicon: Lexicon) => Calendar,
): ReadMail {
  const readBy = (lexicon: Lexicon): ReadMail => {
    const calendar = calendarOf(lexicon);
    const all: ReadSentence[] = [];
    for (const sentence of sentences) {
      const thanked = all.at(-1)?.readings.at(-1)?.does === 'courtesy';
      all.push(readSentence(sentence, lexicon, calendar, thanked));
    }
    return {
      sentences: all,
      left: all.reduce((sum, { left }) => sum + left, 0),
      lexicon,
      calendar,
    };
  };
  return more.map(readBy).reduce((best, one) => (one.left < best.left ? one : best), readBy(first));
}

/** Readings that only ask: where anything plainer is said beside them, that counts. */
const MAYBE: ReadonlySet<string> = new Set(['maybeLeave', 'maybePause']);

/** What other parts of a mail make plain: how often, and that only the newsletter shall end. */
function without(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  // "One a day is too much. Could you slow down?" tells of days, and asks for others.
  const hasDays = candidates.some(
    ({ reading }) =>
      (reading.sure || reading.asked) &&
      reading.wishes.some((wish) => wish.is === 'schedule' && wish.days !== undefined),
  );
  const hasHour = candidates.some(({ reading }) => reading.wishes.some(isTimeOfDay));
  const goesOn =
    readings.some(({ does }) => does === 'keep') ||
    candidates.some((one) => one.reading.newsletter !== true && isOfLetters(one.reading));
  const parts = candidates.some(
    ({ reading }) => leaves(reading) && reading.parts && reading.newsletter !== true,
  );
  return candidates
    .filter(({ reading }) => !(parts && isWhy(reading)))
    .filter(({ reading: { doubt } }) => {
      if (doubt?.because !== 'how-often') return true;
      return !(doubt.options.flat().some(isTimeOfDay) ? hasHour || hasDays : hasDays);
    })
    .map((one) => {
      const only = goesOn && one.reading.newsletter === true && leaves(one.reading);
      return only ? { ...one, reading: { ...one.reading, wishes: NO_NEWSLETTER } } : one;
    });
}

/** "We split up. Unsubscribe me": what hints at other letters or days is only why somebody leaves. */
const isWhy = ({ does, sure, asked }: Reading): boolean =>
  does === 'schedule' ? !asked : !sure && (does === 'friends' || does === 'couple');

/** What nobody asks for who leaves: "pause the letters, and take me off the newsletter". */
const isOfLetters = ({ wishes, sure }: Reading): boolean =>
  sure &&
  wishes.some(({ is }) => is === 'pause' || is === 'schedule' || is === 'skip' || is === 'track');

const NO_NEWSLETTER: Option = [{ is: 'newsletter', on: false }];

/** Whether a mail says in so many words that all shall stay as it is: then nobody is asked. */
export const keeps = ({ sentences }: ReadMail): boolean =>
  sentences.some(({ readings }) => readings.some(({ does }) => does === 'keep'));

/** Whether it holds nothing but courtesies. */
export const isSilent = ({ sentences, left }: ReadMail): boolean =>
  left === 0 &&
  sentences.every(({ readings }) => readings.every(({ does }) => does === 'courtesy'));

/** Whether every word of it is part of a wish that is plain by itself, or goes with one. */
export const isPlain = ({ sentences, left }: ReadMail): boolean =>
  left === 0 &&
  sentences.every(({ readings }) =>
    readings.every((one) => one.sure && one.doubt === undefined && one.loose === undefined),
  ) &&
  sentences.some(({ readings }) => readings.some(isWish));

/** Whether what it wishes for was read past unknown words. */
export const isLoose = ({ sentences }: ReadMail): boolean =>
  sentences.some(({ readings }) => readings.some((one) => one.loose === true && isWish(one)));

/** What a mail comes to, all its sentences together. */
export function decided(mail: ReadMail, calendar: Calendar): Understanding {
  const all = mail.sentences.flatMap((sentence) => sentence.readings);
  const readings = all.slice(correctedAt(all));
  const candidates = mail.sentences.flatMap((sentence) =>
    sentence.readings
      .filter((reading) => isWish(reading) && readings.includes(reading))
      .map((reading): Candidate => ({ reading, sentence })),
  );
  const schedules = candidates.some(({ reading }) => reading.does === 'schedule');
  // "Can you change the hour? At eight" says it all; without the hour, a person has to ask.
  const left = mail.left > 0 || (!schedules && readings.some(({ does }) => does === 'unsaid'));
  const certain = candidates.filter(({ reading }) => !MAYBE.has(reading.does));
  const said = without(certain.length > 0 ? certain : candidates, readings).filter(
    (one) => !(keeps(mail) && isContent(one)),
  );
  const idle = readings.some(({ does }) => TELLING.has(does)) ? said.filter(isBareRest) : [];
  if (idle.length > 0 && idle.length === said.length && !left)
    return {
      wishes: [],
      question: { because: 'more-to-it', options: optionsOf(said) },
      personal: true,
    };
  const counted = said.filter((one) => (left ? standsOut(one) : !idle.includes(one)));
  if (counted.length === 0) return withoutWish(readings, left, calendar);
  const completed = sorted(counted, readings).map((one) => ({
    ...one,
    reading: beside(one.reading, all, readings, calendar),
  }));
  const unheard = said.filter((one) => !counted.includes(one));
  const question =
    questionIn(completed, readings, mail, calendar) ?? besides(completed, unheard, mail);
  const ofThem = completed.some(({ reading }) => reading.wishes.some(({ is }) => is === 'track'));
  const alike = completed.some(({ reading }) => reading.alike === true);
  const personal = alike || (left && (ofThem || isPersonal(mail)));
  if (question !== undefined) return { wishes: [], question, personal };
  return { wishes: merged(completed.flatMap(({ reading }) => reading.wishes)), personal };
}

/** Whether it holds more than a few words beside a wish that tell of nothing but why. */
export const isPersonal = ({ sentences, left }: ReadMail): boolean =>
  left > MOST_OF_A_REASON || sentences.some(({ personal }) => personal);

const MOST_OF_A_REASON = 17;

const TELLING: ReadonlySet<string> = new Set(['reason', 'away', 'schedule']);

/** "Pause … no wait, unsubscribe me": what comes after counts, if it is a wish. */
function correctedAt(readings: readonly Reading[]): number {
  const at = readings.findLastIndex(({ does }) => does === 'takeBack');
  return at >= 0 && readings.slice(at + 1).some(isWish) ? at + 1 : 0;
}

const isWish = ({ wishes, doubt }: Reading): boolean => wishes.length > 0 || doubt !== undefined;

/**
 * No wish that counts, so that whatever was said is for a person. Being away until a day is a wish
 * where nothing else is said.
 */
function withoutWish(
  readings: readonly Reading[],
  left: boolean,
  calendar: Calendar,
): Understanding {
  const none = { wishes: [], personal: true };
  const away = readings.find(({ does }) => does === 'away');
  const when = away?.when ?? readings.find(({ does }) => does === 'when')?.when;
  // "Two weeks without a phone, that was lovely" tells of what is over.
  if (left || when === undefined || when.is === 'during' || isTold(away)) return none;
  const pause = paused(when, calendar);
  if (away === undefined && !('because' in pause))
    return { wishes: [], question: { because: 'more-to-it', options: [pause] }, personal: true };
  return 'because' in pause
    ? { wishes: [], question: pause, personal: false }
    : {
        wishes: pause.map((wish) => (wish.is === 'pause' ? { ...wish, of: 'all' } : wish)),
        personal: false,
      };
}

const isTold = (away: Reading | undefined): boolean =>
  away?.told === true && away.when?.is === 'until' && away.when.length !== undefined;

const isTimed = ({ timed }: ReadSentence): boolean => timed;

/** What keeps the wishes of a mail from being done, if anything does. */
function questionIn(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
  mail: ReadMail,
  { today }: Calendar,
): Understanding['question'] {
  const options = optionsOf(candidates);
  const ask = (because: Reason) => ({ because, options });
  const doubt = candidates.find(({ reading }) => reading.doubt !== undefined)?.reading.doubt;
  if (doubt !== undefined) return doubt;
  if (readings.some(({ does }) => does === 'takeBack')) return ask('taken-back');
  if (candidates.some(({ sentence }) => sentence.alternative)) return ask('two-wishes');
  const harmless = candidates.every(({ reading }) => HARMLESS.has(reading.does));
  // "I need a break, could you pause them?" asks for both.
  const begs = (one: ReadSentence) =>
    candidates.some(
      ({ reading, sentence }) =>
        sentence === one &&
        (leaves(reading) ? reading.begged && !(mail.left > 0 && reading.byPronoun) : reading.asked),
    );
  const plainQuestion = candidates.some(
    ({ reading, sentence }) => sentence.question && !HARMLESS.has(reading.does) && !begs(sentence),
  );
  if (!harmless && plainQuestion) return ask('a-question');
  const contrast = candidates.some(({ sentence }) => sentence.contrast);
  if (!harmless && contrast) return ask('more-to-it');
  // "We are away till the 6th, no letters until then": an end with a time somewhere is no end.
  if (candidates.some(({ reading }) => leaves(reading)) && mail.sentences.some(isTimed))
    return { because: 'more-to-it', options: [...options, [{ is: 'pause' }]] };
  // What was read past unknown words is not told from a time that could not be read.
  if (candidates.some(({ reading }) => reading.loose === true) && mail.sentences.some(isTimed))
    return ask('more-to-it');
  if (contradict(candidates, readings)) return ask('two-wishes');
  return isEndless(candidates, readings, mail.sentences, today) ? ask('more-to-it') : undefined;
}

/** "Nothing from the 1st to the 7th. On 8 you may send again": an hour beside a time that did not count is in doubt. */
function besides(
  candidates: readonly Candidate[],
  unheard: readonly Candidate[],
  mail: ReadMail,
): Understanding['question'] {
  if (mail.sentences.some(({ aside }) => aside) && candidates.some(isOfOurs)) {
    const done = candidates.flatMap(({ reading }) => reading.wishes);
    return { because: 'more-to-it', options: offers([done, [...done, ...NO_NEWSLETTER]]) };
  }
  const other = unheard.filter(({ reading }) => reading.when !== undefined);
  const timed = other.length > 0 || mail.sentences.some(isTimed);
  const told = candidates.some(({ reading: { wishes } }) =>
    wishes.some(
      (wish) =>
        (wish.is === 'schedule' && other.length > 0) ||
        (wish.is === 'resume' && wish.on !== undefined),
    ),
  );
  if (!timed || !told) return undefined;
  return { because: 'more-to-it', options: optionsOf([...candidates, ...other]) };
}

const isOfOurs = ({ reading }: Candidate): boolean =>
  reading.newsletter !== true && isOfLetters(reading);

/** Change nothing, so there is nothing to be asked about. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['status', 'help', 'howTo', 'resend', 'export', 'course', 'againCourse', 'address'],
]);

const optionsOf = (candidates: readonly Candidate[]): readonly Option[] =>
  offers(candidates.map(({ reading }) => reading.wishes).filter(({ length }) => length > 0));

/** Wishes that can't all be meant. */
function contradict(candidates: readonly Candidate[], readings: readonly Reading[]): boolean {
  const wishes = candidates.flatMap(({ reading }) => reading.wishes);
  const has = (...kinds: readonly Wish['is'][]) => wishes.some(({ is }) => kinds.includes(is));
  if (has('leave') && has('pause', 'resume', 'schedule', 'skip', 'track')) return true;
  const other = has('newsletter');
  if (has('leave') && !other && readings.some(({ does }) => does === 'keep')) return true;
  // "No newsletter until March, but go on with the letters."
  const holds = wishes.some((wish) => wish.is === 'pause' && wish.of !== 'newsletter');
  if (holds && wishes.some((wish) => wish.is === 'resume' && wish.on === undefined)) return true;
  const pauses = optionsOf(candidates.filter(({ reading }) => reading.does === 'pause'));
  return pauses.filter(([wish]) => wish?.is === 'pause' && wish.until !== undefined).length > 1;
}
