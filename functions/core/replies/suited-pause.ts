import { holdsAll, isOfLetters, pauseOfNewsletter } from '../reader/pauses.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { isInCourse } from '../reader/turns.ts';
import type { Setting } from './deeds.ts';
import type { Option, Question, Wish } from './understanding.ts';

/** What pauses or goes on, and what could beside it. */
export interface Pausing {
  readonly wishes: readonly Wish[];
  /** The other list for the same days, as a button: nothing of it is done. */
  readonly offered: readonly Option[];
}

type Reader = Pick<
  Subscriber,
  'newsletter' | 'enrollments' | 'last' | 'byTurns' | 'standing' | 'issues' | 'zone'
>;
type PauseWish = Extract<Wish, { readonly is: 'pause' }>;
type ResumeWish = Extract<Wish, { readonly is: 'resume' }>;

/**
 * Makes of "pause" and "go on" what they mean for one reader: of who gets letters and the newsletter, what they
 * answer.
 */
export function pausing(
  wishes: readonly Wish[],
  reader: Reader,
  setting: Setting,
): Pausing | Question {
  const meant: Wish[] = [];
  const offered: Option[] = [];
  for (const wish of wishes) {
    const one = meantBy(wish, reader, setting);
    if ('because' in one) {
      const others = wishes.filter((other) => other !== wish);
      return { ...one, options: one.options.map((option) => [...option, ...others]) };
    }
    meant.push(...one.wishes);
    offered.push(...one.offered);
  }
  // Who says of each list what becomes of it is asked about none.
  const pauses = meant.filter(({ is }) => is === 'pause').length;
  return { wishes: meant, offered: pauses > 1 ? [] : offered };
}

function meantBy(wish: Wish, reader: Reader, setting: Setting): Pausing | Question {
  if (wish.is === 'pause') return pauseMeant(wish, reader, setting);
  if (wish.is === 'resume') return resumeMeant(wish, reader, setting);
  return only(wish);
}

const only = (wish: Wish, ...offered: readonly Wish[]): Pausing => ({
  wishes: [wish],
  offered: offered.map((one) => [one]),
});

function pauseMeant(
  { of, ...days }: PauseWish,
  reader: Reader,
  { now, courses, list, about }: Setting,
): Pausing | Question {
  const ofLetters: Wish = { ...days, of: 'letters' };
  const ofNewsletter: Wish = { ...days, of: 'newsletter' };
  const ofAll: Wish = { ...days, of: 'all' };
  // Many people call the letters a newsletter.
  if (!reader.newsletter) return only(days);
  if (of === 'all') return only(ofAll);
  if (!isInCourse(reader, courses) || of === 'newsletter') return only(ofNewsletter);
  if (of === 'letters') return only(ofLetters);
  const letters = reader.standing.is === 'paused';
  const newsletter = pauseOfNewsletter(reader, now) !== undefined;
  // "Until April": who answers neither may mean the one that is in a pause.
  const isUnclear = newsletter && !letters && about === undefined && list !== 'newsletter';
  if (of === 'either' || isUnclear)
    return { because: 'two-wishes', options: [[ofNewsletter], [ofLetters], [ofAll]] };
  // Of one pause of everything, this is another length.
  if (!isOfLetters(reader, now)) return only(ofAll);
  return list === 'newsletter'
    ? only(ofNewsletter, ...(letters ? [] : [ofLetters]))
    : only(ofLetters, ...(newsletter ? [] : [ofNewsletter]));
}

function resumeMeant(
  { of, ...plain }: ResumeWish,
  reader: Reader,
  { now, list, about }: Setting,
): Pausing | Question {
  const { on } = plain;
  const issues: Wish =
    on === undefined
      ? { is: 'newsletter', on: true }
      : { is: 'pause', until: on, of: 'newsletter' };
  if (of === 'newsletter' && reader.newsletter) return only(issues);
  if (pauseOfNewsletter(reader, now) === undefined) return only(plain);
  if (reader.standing.is !== 'paused')
    // "Keep them coming", to a letter, is no word of the newsletter.
    return about === undefined ? only(issues) : { wishes: [], offered: [] };
  if (list === 'newsletter') return only(issues);
  if (about !== undefined || holdsAll(reader, now)) return only(plain);
  return { because: 'two-wishes', options: [[plain, issues], [plain], [issues]] };
}
