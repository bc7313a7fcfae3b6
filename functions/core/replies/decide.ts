import { away, type Change, leave, type Present, resume } from '../reader/lifecycle.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { localDate, parseLocalDate } from '../time.ts';
import type { Absence } from './absence.ts';
import { type Done, deedOf, done, type Setting } from './deeds.ts';
import { FORWARD, intentOf, type ReplyDecision } from './intents.ts';
import type { Trust } from './trust.ts';
import {
  asksForMore,
  changes,
  type Option,
  type Question,
  type Understanding,
  type Wish,
} from './understanding.ts';

/**
 * Decides on a human's mail that was understood: what changes, and apart from that who reads it.
 * What can't be done (they have left, nobody has built it) goes to the author; what only somebody
 * else might want is asked about by a mail to the stored address. Nothing is guessed.
 */
export function decide(
  understood: Understanding,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const { wishes, question, distress } = understood;
  if (distress !== undefined) return inDistress(understood, distress, trust, present);
  if (question !== undefined) return asked(question, trust, subscriber, present);
  if (wishes.length === 0) return { intent: 'none', ...FORWARD, ...wakes(trust, present) };
  return wished(understood, trust, subscriber, present);
}

/**
 * Somebody in danger or despair gets one note, who can be called now, and no robot's answer. None
 * goes to a mailbox that somebody else reads, to whoever wants to leave, or on a mere claim.
 */
function inDistress(
  { wishes }: Understanding,
  distress: NonNullable<Understanding['distress']>,
  trust: Trust,
  present: Present,
): ReplyDecision {
  const leaves = wishes.some(({ is }) => is === 'leave') && trust !== 4;
  if (!leaves) {
    const hears = distress === 'alone' && trust !== 4;
    return { intent: 'none', ...FORWARD, distress, ...(hears && { answer: 'care' as const }) };
  }
  const change = (one: Subscriber) => leave(one, 'reply', present);
  return { intent: 'unsubscribe', outcome: 'applied', toAuthor: true, distress, change };
}

/** Only what one press can do is offered; where nothing is left to offer, a person answers. */
function asked(
  question: Question,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const { because } = question;
  const woken = wakes(trust, present);
  const back = woken.change?.(subscriber);
  const reader = back?.is === 'changed' ? back.subscriber : subscriber;
  const options = question.options.filter((option) => isOffered(option, reader, present));
  if (options.length === 0) return { intent: 'clarify', because, ...FORWARD, ...woken };
  return {
    intent: 'clarify',
    outcome: 'clarify-asked',
    because,
    question: { because, options },
    answer: 'clarify',
    toAuthor: true,
    ...woken,
  };
}

/**
 * What a page can do by itself, and would make a difference. A letter is sent again by a reply alone,
 * and is never asked about.
 */
function isOffered(option: Option, subscriber: Subscriber, present: Present): boolean {
  // Who has not confirmed is written to by nobody but the author.
  if (subscriber.standing.is === 'pending') return false;
  const setting: Setting = { ...present, by: 'page' };
  const { undone, changed } = done(option, subscriber, setting);
  const matters = changed || option.some(({ is }) => is === 'export');
  return matters && option.every(changes) && undone.length === 0;
}

function wished(
  { wishes, personal }: Understanding,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const intent = intentOf(wishes);
  const setting: Setting = { ...present, by: 'reply' };
  const result = done(wishes, subscriber, setting);
  if (result.acts.length === 0) return { intent, ...FORWARD, ...wakes(trust, present) };
  if (needsAsking(wishes, trust)) return askFirst(wishes, personal, subscriber, present);
  const told = result.acts.some((act) => deedOf(act, setting)?.toAuthor);
  const again = againOf(result, setting);
  const answer = answerTo(result, setting);
  const until = untilIn(result, subscriber);
  return {
    intent,
    outcome: 'applied',
    done: result.acts,
    change: (one) => changeBy(wishes, one, trust, setting),
    ...(result.undone.length > 0 && { undone: result.undone }),
    ...(answer && { answer }),
    ...(again && { again }),
    ...(until && { until }),
    ...((personal || told || result.undone.length > 0) && { toAuthor: true }),
  };
}

/**
 * Without a token and without DMARC anybody could have written it, and with DMARC's word somebody
 * else did: only a link may act. A reader is woken by nobody but themselves (mail-standards §7).
 * What a mail to the stored address says is theirs to know, whoever asked.
 */
function needsAsking(wishes: readonly Wish[], trust: Trust): boolean {
  if (trust === 4) return wishes.some(asksForMore);
  return trust > 1 && wishes.some(({ is, ...when }) => is === 'resume' && !('on' in when));
}

/** The stored address is asked whether it was they, with all of it as the one option. */
function askFirst(
  wishes: readonly Wish[],
  personal: boolean,
  subscriber: Subscriber,
  present: Present,
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

/** One mail for all of it: the notice of the one thing that was done, or one that says several. */
function answerTo({ acts, undone }: Done, setting: Setting): ReplyDecision['answer'] {
  const notices = acts.flatMap((act) => deedOf(act, setting)?.notice ?? []);
  const last = (['erasing', 'goodbye', 'exported'] as const).find((one) => notices.includes(one));
  if (last !== undefined) return last;
  const several = acts.some(asksForMore) && acts.length + undone.length > 1;
  return several ? 'changed' : notices[0];
}

function againOf({ acts, subscriber }: Done, setting: Setting): ReplyDecision['again'] {
  const [letter] = acts.flatMap((act) => deedOf(act, setting)?.again?.(subscriber) ?? []);
  return letter;
}

/** The day on which letters go on, by this mail. */
function untilIn({ subscriber: { standing } }: Done, before: Subscriber): ReplyDecision['until'] {
  const held = standing.is === 'paused' && standing !== before.standing;
  return held ? standing.until : undefined;
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

/** `unsub+TOKEN@`, the mailto of List-Unsubscribe: it leaves, whatever the body says. */
export function decideMailto(present: Present): ReplyDecision {
  return {
    intent: 'unsubscribe',
    outcome: 'applied',
    done: [{ is: 'leave' }],
    answer: 'goodbye',
    change: (one) => leave(one, 'mailto', present),
  };
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
  const today = localDate(present.now, subscriber.zone);
  const days = { ...(from && from > today && { from }), until };
  const change = (one: Subscriber) => away(one, days, present);
  if (change(subscriber).is !== 'changed') return ignored;
  return { intent: 'pause', outcome: 'applied', until, change };
}
