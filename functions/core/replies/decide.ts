import type { CourseSlug } from '../course.ts';
import type { List } from '../mail/compose.ts';
import { away, type Change, type Present, resume } from '../reader/lifecycle.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { localDate, parseLocalDate } from '../time.ts';
import type { Absence } from './absence.ts';
import { type Done, deedOf, done, type Setting } from './deeds.ts';
import { offers } from './grammar/offers.ts';
import { FORWARD, intentOf, type ReplyDecision } from './intents.ts';
import { fits } from './signed-wish.ts';
import { type Suited, suited } from './suited.ts';
import type { Trust } from './trust.ts';
import {
  asksForMore,
  changes,
  type Option,
  type Question,
  type Understanding,
  type Wish,
} from './understanding.ts';

/** What a decision may look at besides the mail and its reader. */
export interface Circumstances extends Present {
  /** The course whose letter is answered, where the mail says so. */
  readonly about?: CourseSlug | undefined;
  /** What is answered: a letter, unless the address says that it is an issue. */
  readonly list?: List | undefined;
}

/**
 * Decides on a human's mail that was understood: what changes, and apart from that who reads it.
 * What can't be done (they have left, there is no such course) goes to the author; what only somebody
 * else might want is asked about by a mail to the stored address. Nothing is guessed.
 */
export function decide(
  understood: Understanding,
  trust: Trust,
  subscriber: Subscriber,
  present: Circumstances,
): ReplyDecision {
  const { wishes, question, distress } = understood;
  if (distress !== undefined) {
    return inDistress(understood, distress, trust, subscriber, present);
  }
  const setting: Setting = { ...present, by: 'reply' };
  if (question !== undefined) {
    const options = question.options.flatMap((one) => optionsFor(suited(one, subscriber, setting)));
    return asked({ ...question, options }, true, trust, subscriber, present);
  }
  if (wishes.length === 0) return { intent: 'none', ...FORWARD, ...wakes(trust, present) };
  const suit = suited(wishes, subscriber, setting);
  if ('because' in suit) return asked(suit, understood.personal, trust, subscriber, present);
  return wished(understood, suit, trust, subscriber, present);
}

/**
 * Somebody in danger or despair gets one note, who can be called now, and no robot's answer. None
 * goes to a mailbox that somebody else reads, to whoever wants no more letters, or on a mere claim. What
 * they plainly want to end ends, and no more than that; what is in doubt is for a person, not for a menu.
 */
function inDistress(
  { wishes }: Understanding,
  distress: NonNullable<Understanding['distress']>,
  trust: Trust,
  subscriber: Subscriber,
  present: Circumstances,
): ReplyDecision {
  const setting: Setting = { ...present, by: 'reply' };
  const suit = suited(
    wishes.filter(({ is }) => is === 'leave'),
    subscriber,
    setting,
  );
  const ends = 'because' in suit || trust === 4 ? [] : suit.wishes;
  const { acts } = done(ends, subscriber, setting);
  const staying = acts.every(({ is }) => is === 'newsletter');
  const hears = distress === 'alone' && trust !== 4 && staying;
  const told = { toAuthor: true, distress, ...(hears && { answer: 'care' as const }) } as const;
  if (acts.length === 0) return { intent: 'none', outcome: 'forwarded', ...told };
  return {
    intent: intentOf(wishes),
    outcome: 'applied',
    done: acts,
    ...told,
    change: (one) => {
      const { changed, subscriber } = done(ends, one, setting);
      return changed ? { is: 'changed', subscriber } : { is: 'unchanged' };
    },
  };
}

/** Only what one press can do is offered; where nothing is left to offer, a person answers. */
function asked(
  question: Question,
  toAuthor: boolean,
  trust: Trust,
  subscriber: Subscriber,
  present: Circumstances,
): ReplyDecision {
  const { because } = question;
  const woken = wakes(trust, present);
  const back = woken.change?.(subscriber);
  const reader = back?.is === 'changed' ? back.subscriber : subscriber;
  // To this reader, two of them may mean the same.
  const options = offers(question.options.filter((option) => isOffered(option, reader, present)));
  if (options.length === 0) return { intent: 'clarify', because, ...FORWARD, ...woken };
  return {
    intent: 'clarify',
    outcome: 'clarify-asked',
    because,
    question: { because, options },
    answer: 'clarify',
    ...(toAuthor && { toAuthor }),
    ...woken,
  };
}

/**
 * What a page can do by itself, and would make a difference. A letter is sent again by a reply alone,
 * and is never asked about.
 */
export function isOffered(option: Option, subscriber: Subscriber, present: Present): boolean {
  // Who has not confirmed is written to by nobody but the author.
  if (subscriber.standing.is === 'pending') return false;
  const setting: Setting = { ...present, by: 'page' };
  const { undone, changed } = done(option, subscriber, setting);
  const matters = changed || option.some(({ is }) => is === 'export');
  return matters && option.every(changes) && undone.length === 0 && fits(option);
}

/** What a button may do of what an option comes to. */
const optionsFor = (suit: Suited): readonly Option[] =>
  'because' in suit ? suit.options : [suit.wishes];

function wished(
  { wishes: said, personal }: Understanding,
  suit: Exclude<Suited, Question>,
  trust: Trust,
  subscriber: Subscriber,
  present: Circumstances,
): ReplyDecision {
  const { wishes } = suit;
  const intent = intentOf(said);
  const setting: Setting = { ...present, by: 'reply' };
  const result = done(wishes, subscriber, setting);
  const canBe = (option: Option) => isOffered(option, result.subscriber, present);
  const offered = suit.offered.filter(canBe);
  const offers = suit.courses.filter(canBe);
  const { acts, undone } = withCatalogue(result, offers);
  if (acts.length === 0) return { intent, ...FORWARD, ...wakes(trust, present) };
  if (needsAsking(wishes, trust)) return askFirst(wishes, personal, subscriber, present);
  const told = acts.some((act) => deedOf(act, setting).toAuthor);
  const again = againOf(result, setting);
  const besides = [...new Set(acts.flatMap((act) => deedOf(act, setting).besides ?? []))];
  const answer = answerTo({ ...result, acts, undone }, offered, setting);
  const until = untilIn(result, subscriber);
  return {
    intent,
    outcome: acts.every((act) => deedOf(act, setting).besides) ? 'confirm-asked' : 'applied',
    done: acts,
    change: (one) => changeBy(wishes, one, trust, setting),
    ...(undone.length > 0 && { undone }),
    ...(offered.length > 0 && { question: { because: 'offered', options: offered } }),
    ...(offers.length > 0 && { offers }),
    ...(answer && { answer }),
    ...(again && { again }),
    ...(besides.length > 0 && { besides }),
    ...(until && { until }),
    ...((personal || told || undone.length > 0) && { toAuthor: true }),
  };
}

/** Where there is nothing to take, a person says so. */
function withCatalogue(
  { acts, undone }: Done,
  offers: readonly Option[],
): Pick<Done, 'acts' | 'undone'> {
  const asks = acts.filter(({ is }) => is === 'course');
  if (asks.length === 0 || offers.length > 0) return { acts, undone };
  return { acts: acts.filter(({ is }) => is !== 'course'), undone: [...undone, ...asks] };
}

/**
 * Without a token and without DMARC anybody could have written it, and with DMARC's word somebody
 * else did: only a link may act. A reader is woken by nobody but themselves (mail-standards §7).
 * What a mail to the stored address says is theirs to know, whoever asked.
 */
function needsAsking(wishes: readonly Wish[], trust: Trust): boolean {
  if (trust === 4) return wishes.some(asksForMore);
  // More mail than they get is a consent: a letter that was passed on brings nobody's.
  if (trust === 2 && wishes.some(isMore)) return true;
  return trust > 1 && wishes.some(({ is, ...when }) => is === 'resume' && !('on' in when));
}

const isMore = (wish: Wish): boolean =>
  wish.is === 'take' || wish.is === 'again-course' || (wish.is === 'newsletter' && wish.on);

/** The stored address is asked whether it was they, with all of it as the one option. */
function askFirst(
  wishes: readonly Wish[],
  personal: boolean,
  subscriber: Subscriber,
  present: Circumstances,
): ReplyDecision {
  const intent = intentOf(wishes);
  if (!isOffered(wishes, subscriber, present)) return { intent, ...FORWARD };
  return {
    intent,
    outcome: 'confirm-asked',
    question: { because: 'more-to-it', options: [wishes] },
    answer: 'clarify',
    ...(personal && { toAuthor: true }),
  };
}

/** All that was wished, one after another, on whoever the reader is by then. */
function changeBy(
  wishes: readonly Wish[],
  one: Subscriber,
  trust: Trust,
  setting: Setting,
): Change {
  const woken = wakes(trust, setting).change?.(one);
  const awake = woken?.is === 'changed' ? woken.subscriber : one;
  const { subscriber, changed } = done(wishes, awake, setting);
  return changed || awake !== one ? { is: 'changed', subscriber } : { is: 'unchanged' };
}

/**
 * One mail for all of it: the notice of the one thing that was done, one that says several, or that it
 * was so before. What is offered beside an end stands in the mail that tells of the end.
 */
function answerTo(
  { acts, new: fresh, undone }: Done,
  offered: readonly Option[],
  setting: Setting,
): ReplyDecision['answer'] {
  const notices = acts.flatMap((act) => deedOf(act, setting).notice ?? []);
  const last = (['erasing', 'goodbye', 'exported'] as const).find((one) => notices.includes(one));
  if (last !== undefined) return last;
  if (offered.length > 0) return 'in-part';
  const isSame = fresh.length === 0 && undone.length === 0 && acts.every(changes);
  if (isSame && notices.length > 0) return 'as-it-was';
  const several = notices.length > 0 || acts.some(({ is }) => is === 'resend');
  return several && acts.some(asksForMore) && acts.length + undone.length > 1
    ? 'changed'
    : notices[0];
}

function againOf({ acts, subscriber }: Done, setting: Setting): ReplyDecision['again'] {
  const [letter] = acts.flatMap((act) => deedOf(act, setting).again?.(subscriber) ?? []);
  return letter;
}

/** The day on which letters or issues go on, by this mail. */
function untilIn(
  { subscriber: { standing, issues } }: Done,
  before: Subscriber,
): ReplyDecision['until'] {
  if (standing.is === 'paused' && standing !== before.standing) return standing.until;
  return issues?.paused === before.issues?.paused ? undefined : issues?.paused?.until;
}

/** Whoever writes is back: an absence that their mail program told us of is over. */
function wakes(trust: Trust, present: Present): Pick<ReplyDecision, 'change'> {
  if (trust === 4) return {};
  const change = (one: Subscriber): Change =>
    one.standing.is === 'paused' && one.standing.absent
      ? resume(one, present)
      : { is: 'unchanged' };
  return { change };
}

/**
 * A vacation note with a day of return holds the course until then, since a daily letter piling up
 * is a reason to leave. It is not answered, it can't lengthen or shorten a pause of their own, and
 * holds nothing before its first day.
 */
export function decideAbsence(
  absence: Absence | undefined,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const until = parseLocalDate(absence?.until ?? '');
  const from = parseLocalDate(absence?.from ?? '');
  const ignored = { intent: 'none', outcome: 'ignored-automatic' } as const;
  if (until === undefined || trust === 4) return ignored;
  const days = { ...(from && from > localDate(present.now, subscriber.zone) && { from }), until };
  const change = (one: Subscriber) => away(one, days, present);
  if (change(subscriber).is !== 'changed') return ignored;
  return { intent: 'pause', outcome: 'applied', until, change, byProgram: true };
}
