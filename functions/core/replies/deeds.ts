import type { NoticeName } from '../mail/template.ts';
import { type HadLetter, lastHad, lettersHad } from '../reader/had.ts';
import {
  beDiscreet,
  type Change,
  changeTrack,
  leave,
  type Present,
  pause,
  rejoin,
  reschedule,
  resume,
} from '../reader/lifecycle.ts';
import { dueMoment } from '../reader/next.ts';
import { hourOfMinutes } from '../reader/schedule.ts';
import type { Channel, Subscriber } from '../reader/subscriber.ts';
import { letterSlot } from '../reader/turns.ts';
import { localDate, nextDay } from '../time.ts';
import type { Act } from './wish-code.ts';

/** What a deed may look at besides the subscriber. */
export interface Setting extends Present {
  /** How the wish came to us. */
  readonly by: Channel;
}

/** What a wish comes to, as if the reader's word were beyond doubt. */
export interface Deed {
  /** Applied to the subscriber as they are when it is saved. */
  readonly change?: (subscriber: Subscriber) => Change;
  /** A letter that they had, to be sent again; undefined when they had none such. */
  readonly again?: (subscriber: Subscriber) => HadLetter | undefined;
  /** The answer when nothing else was asked for. */
  readonly notice?: NoticeName;
  /** A person has to know of it, though it is done. */
  readonly toAuthor?: true;
}

type Deeds = {
  readonly [is in Act['is']]:
    | ((act: Extract<Act, { is: is }>, setting: Setting) => Deed)
    /** Understood, and not built: it goes to the author, who does it. */
    | 'by-a-person';
};

/** The one place where what can be wished meets what can be done. */
const DEEDS: Deeds = {
  leave: (_, setting) => ({
    notice: 'goodbye',
    change: (one) => leave(one, setting.by, setting),
  }),
  rejoin: ({ of }, setting) => ({
    notice: 'resumed',
    change: (one) => rejoin(one, of, setting),
  }),
  pause: ({ from, until }, setting) => ({
    notice: 'paused',
    change: (one) => pause(one, { ...(from && { from }), ...(until && { until }) }, setting),
  }),
  // Going on from a later day is a pause until that day.
  resume: ({ on }, setting) =>
    on === undefined
      ? { notice: 'resumed', change: (one) => resume(one, setting) }
      : { notice: 'paused', change: (one) => pause(one, { until: on }, setting) },
  schedule: (wish, setting) => ({
    notice: 'changed',
    change: (one) => reschedule(one, rhythmAfter(one, wish), setting),
  }),
  skip: ({ count }, setting) => ({
    notice: 'skipped',
    change: (one) => skip(one, count, setting),
  }),
  resend: ({ letter }) => ({ again: (one) => letterOf(one, letter) }),
  status: () => ({ notice: 'status' }),
  help: () => ({ notice: 'help' }),
  export: () => ({ notice: 'exported', toAuthor: true }),
  // Letters end at once; what is stored goes when its owner presses the button of the answer.
  erase: (_, setting) => ({
    notice: 'erasing',
    toAuthor: true,
    change: (one) => leave(one, setting.by, setting),
  }),
  // A label on a mail, which no reader has.
  'no-wish': () => ({}),
  course: 'by-a-person',
  track: ({ to }, { courses }) => ({
    notice: 'changed',
    change: (one) => changeTrack(one, (track) => track.for === to, { courses }),
  }),
  discreet: ({ on }) => ({ notice: 'changed', change: (one) => beDiscreet(one, on) }),
  newsletter: 'by-a-person',
  address: 'by-a-person',
};

/** What an act comes to; undefined when only a person can do it. */
export function deedOf(act: Act, setting: Setting): Deed | undefined {
  // A table by `is` gives each act the deed of its own kind, which its type can't say.
  const deed = DEEDS[act.is] as ((act: Act, setting: Setting) => Deed) | 'by-a-person';
  return deed === 'by-a-person' ? undefined : deed(act, setting);
}

/** The rhythm with what a wish says of it. */
export function rhythmAfter(
  { zone, hour, days }: Pick<Subscriber, 'zone' | 'hour' | 'days'>,
  wish: Extract<Act, { is: 'schedule' }>,
) {
  const wished = wish.minutes === undefined ? undefined : hourOfMinutes(wish.minutes);
  return { zone: wish.zone ?? zone, hour: wished ?? hour, days: wish.days ?? days };
}

/**
 * Skipping letters only moves them: the first comes on the letter day after, and none is lost.
 * Where none is to come (in an open pause, after the last one) there is none to move.
 */
function skip(subscriber: Subscriber, count: number, present: Present): Change {
  const { zone } = subscriber;
  const { now, courses } = present;
  const due = dueMoment(subscriber, present);
  if (due === undefined) return { is: 'refused', because: 'nothing-to-skip' };
  let slot = due > now ? due : letterSlot(subscriber, courses, now);
  for (let skipped = 1; skipped < count; skipped += 1) {
    slot = letterSlot(subscriber, courses, slot, nextDay(localDate(slot, zone)));
  }
  return pause(subscriber, { until: nextDay(localDate(slot, zone)) }, present);
}

/**
 * The number is the one printed on the letter, so it counts what this reader received: in this time of a
 * course, and then what they had before and not again yet.
 */
const letterOf = (reader: Subscriber, letter: number | undefined): HadLetter | undefined =>
  letter === undefined ? lastHad(reader) : lettersHad(reader)[letter - 1];

/** What became of several acts, done one after another. */
export interface Done {
  readonly acts: readonly Act[];
  /** What can't be done by itself: nobody has built it, or it was refused. */
  readonly undone: readonly Act[];
  readonly subscriber: Subscriber;
  readonly changed: boolean;
}

/** Does acts in their order. What is refused stays undone, and the others are done all the same. */
export function done(acts: readonly Act[], subscriber: Subscriber, setting: Setting): Done {
  let now: Done = { acts: [], undone: [], subscriber, changed: false };
  for (const act of acts) now = withAct(now, act, setting);
  return now;
}

function withAct(so: Done, act: Act, setting: Setting): Done {
  const deed = deedOf(act, setting);
  const change = deed?.change?.(so.subscriber) ?? { is: 'unchanged' };
  const letterLacks = deed?.again !== undefined && deed.again(so.subscriber) === undefined;
  if (deed === undefined || letterLacks || change.is === 'refused') {
    return { ...so, undone: [...so.undone, act] };
  }
  const acts = [...so.acts, act];
  if (change.is === 'unchanged') return { ...so, acts };
  return { ...so, acts, subscriber: change.subscriber, changed: true };
}
