import type { CourseSlug } from '../course.ts';
import type { List } from '../mail/compose.ts';
import type { NoticeName } from '../mail/template.ts';
import { beginAgain, goBack, stop, stopAll, take } from '../reader/courses.ts';
import { type HadLetter, lastHad, letterNumbered } from '../reader/had.ts';
import {
  beDiscreet,
  type Change,
  changeTrack,
  leave,
  type Present,
  pause,
  type Refusal,
  rejoin,
  reschedule,
  resume,
  takeNewsletter,
  whenReading,
} from '../reader/lifecycle.ts';
import { pauseNewsletter, resumeNewsletter } from '../reader/newsletter-pause.ts';
import { letterMoment } from '../reader/next.ts';
import { areLettersAlone, isOfLetters } from '../reader/pauses.ts';
import { hourOfMinutes } from '../reader/schedule.ts';
import type { Channel, Span, Subscriber } from '../reader/subscriber.ts';
import { isInCourse, letterSlot } from '../reader/turns.ts';
import { localDate, nextDay } from '../time.ts';
import type { Besides } from './intents.ts';
import type { Act } from './wish-code.ts';

/** What a deed may look at besides the subscriber. */
export interface Setting extends Present {
  /** How the wish came to us. */
  readonly by: Channel;
  /** The course whose letter is answered, where that is known. */
  readonly about?: CourseSlug | undefined;
  /** What is answered; letters, unless it is known otherwise. */
  readonly list?: List | undefined;
}

/** What a wish comes to, as if the reader's word were beyond doubt. */
export interface Deed {
  /** Applied to the subscriber as they are when it is saved. */
  readonly change?: (subscriber: Subscriber) => Change;
  /** A letter that they had, to be sent again; undefined when they had none such. */
  readonly again?: (subscriber: Subscriber) => HadLetter | undefined;
  /** A mail of its own, in which its reader has to press a button. */
  readonly besides?: Besides;
  /** The answer when nothing else was asked for. */
  readonly notice?: NoticeName;
  /** A person has to know of it, though it is done. */
  readonly toAuthor?: true;
}

type Deeds = {
  readonly [is in Act['is']]: (act: Extract<Act, { is: is }>, setting: Setting) => Deed;
};

/** The one place where what can be wished meets what can be done. */
const DEEDS: Deeds = {
  leave: (_, setting) => ({
    notice: 'goodbye',
    change: (one) => leave(one, setting.by, setting),
  }),
  'letters-off': (_, setting) => ({
    notice: 'changed',
    change: (one) => stopAll(one, setting),
  }),
  rejoin: ({ of }, setting) => ({
    notice: 'resumed',
    change: (one) => rejoin(one, of, setting),
  }),
  pause: ({ of, ...days }, setting) => ({
    // Of whoever gets both, a notice of the letters says too little.
    notice: of === undefined ? 'paused' : 'changed',
    change: (one) => ifNew(one, paused(one, days, of, setting)),
  }),
  // Going on from a later day is a pause until that day.
  resume: ({ on }, setting) =>
    on === undefined
      ? { notice: 'resumed', change: (one) => resume(one, setting) }
      : {
          notice: 'paused',
          // A pause of the letters alone stays one.
          change: (one) => pause(one, { until: on, letters: areLettersAlone(one) }, setting),
        },
  schedule: (wish, setting) => ({
    notice: 'changed',
    change: (one) => ifNew(one, reschedule(one, rhythmAfter(one, wish), setting)),
  }),
  skip: ({ count }, setting) => ({
    notice: 'skipped',
    change: (one) => skip(one, count, setting),
  }),
  resend: ({ letter }, { about }) => ({
    change: onlyTold,
    again: (one) => (letter === undefined ? lastHad(one) : letterNumbered(one, letter, about)),
  }),
  status: () => ({ notice: 'status', change: onlyTold }),
  help: () => ({ notice: 'help', change: onlyTold }),
  export: () => ({ notice: 'exported', toAuthor: true }),
  // Letters end at once; what is stored goes when its owner presses the button of the answer.
  erase: (_, setting) => ({
    notice: 'erasing',
    toAuthor: true,
    change: (one) => leave(one, setting.by, setting),
  }),
  // A label on a mail, which no reader has.
  'no-wish': () => ({}),
  // To take one is a press of its reader's; so is to begin again, which nothing takes back once a letter has come.
  course: () => ({ besides: 'courses' }),
  take: ({ of }, setting) => ({
    notice: 'changed',
    change: (one) => withCourse(of, setting, (course) => take(one, course, setting)),
  }),
  'stop-course': ({ of }, setting) => ({
    notice: 'changed',
    change: (one) =>
      of === undefined ? NO_COURSE : withCourse(of, setting, () => stop(one, of, setting)),
  }),
  'again-course': ({ of, time }, setting) => ({
    notice: 'changed',
    change: (one) => beginAgain(one, of, time, setting),
  }),
  'back-course': ({ of, ...place }, setting) => ({
    notice: 'changed',
    change: (one) => goBack(one, of, place, setting),
  }),
  track: ({ to }, { courses }) => ({
    notice: 'changed',
    change: (one) => changeTrack(one, (track) => track.for === to, { courses }),
  }),
  discreet: ({ on }) => ({ notice: 'changed', change: (one) => beDiscreet(one, on) }),
  newsletter: ({ on }, setting) => ({
    notice: 'changed',
    // Who takes it, and asks for it, wants no pause of it.
    change: (one) =>
      on && one.newsletter ? resumeNewsletter(one, setting) : takeNewsletter(one, on, setting),
  }),
  // A reply alone never moves anybody: the stored address gets the link that does.
  address: () => ({ besides: 'address-link', change: onlyTold }),
};

/** Nothing is different by it, and it is refused where its mail could go to nobody: a person hears of it. */
function onlyTold(one: Subscriber): Change {
  return whenReading(one, () => ({ is: 'unchanged' }));
}

/** What an act comes to. */
export function deedOf(act: Act, setting: Setting): Deed {
  // A table by `is` gives each act the deed of its own kind, which its type can't say.
  const deed = DEEDS[act.is] as (act: Act, setting: Setting) => Deed;
  return deed(act, setting);
}

/** The same pause or rhythm is no change, whenever it was asked for. */
function ifNew(before: Subscriber, change: Change): Change {
  if (change.is !== 'changed') return change;
  const { subscriber: after } = change;
  const sameRhythm = (['zone', 'hour', 'days'] as const).every((key) => before[key] === after[key]);
  const isSame = sameRhythm && spanOf(before) === spanOf(after);
  return isSame ? { is: 'unchanged' } : change;
}

/** Pauses as their reader knows them: an absence that a mail program told of is not one of theirs. */
function spanOf({ standing, issues }: Subscriber): string {
  const paused = issues?.paused;
  const newsletter = paused === undefined ? 'none' : [paused.from, paused.until].join(' ');
  if (standing.is !== 'paused') return `${standing.is}, ${newsletter}`;
  const { from, until, absent, letters } = standing;
  return `${[from, until, absent, letters].join(' ')}, ${newsletter}`;
}

/** What a pause names; of everything, where it names nothing. */
const paused = (
  one: Subscriber,
  days: Span,
  of: Extract<Act, { is: 'pause' }>['of'],
  setting: Setting,
): Change =>
  of === 'newsletter'
    ? pauseNewsletter(one, days, setting)
    : pause(one, { ...days, letters: of === 'letters' }, setting);

const NO_COURSE = { is: 'refused', because: 'no-such-course' } as const;

function withCourse(
  slug: CourseSlug,
  { courses }: Setting,
  then: (course: Setting['courses'][number]) => Change,
): Change {
  const course = courses.find((one) => one.slug === slug);
  return course === undefined ? NO_COURSE : then(course);
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
  const due = letterMoment(subscriber, present);
  if (due === undefined) return { is: 'refused', because: 'nothing-to-skip' };
  let slot = due > now ? due : letterSlot(subscriber, courses, now);
  for (let skipped = 1; skipped < count; skipped += 1) {
    slot = letterSlot(subscriber, courses, slot, nextDay(localDate(slot, zone)));
  }
  const until = nextDay(localDate(slot, zone));
  return subscriber.newsletter && !isInCourse(subscriber, courses)
    ? pauseNewsletter(subscriber, { until }, present)
    : pause(subscriber, { until, letters: isOfLetters(subscriber, now) }, present);
}

/** What became of several acts, done one after another. */
export interface Done {
  readonly acts: readonly Act[];
  /** Done, and different by it. */
  readonly new: readonly Act[];
  /** What can't be done by itself: it was refused. */
  readonly undone: readonly Act[];
  /** Why the last of them was. */
  readonly because?: Refusal;
  readonly subscriber: Subscriber;
  readonly changed: boolean;
}

/**
 * Does acts in their order. What is refused stays undone, and the others are done all the same. Whoever asks
 * how things stand and leaves in one mail was a reader when they asked.
 */
export function done(acts: readonly Act[], subscriber: Subscriber, setting: Setting): Done {
  const asks = ({ is }: Act) => is === 'status' || is === 'help';
  let now: Done = { acts: [], new: [], undone: [], subscriber, changed: false };
  for (const act of [...acts.filter(asks), ...acts.filter((one) => !asks(one))])
    now = withAct(now, act, setting);
  return now;
}

function withAct(so: Done, act: Act, setting: Setting): Done {
  const deed = deedOf(act, setting);
  const change = deed.change?.(so.subscriber) ?? { is: 'unchanged' };
  const letterLacks = deed.again !== undefined && deed.again(so.subscriber) === undefined;
  if (change.is === 'refused')
    return { ...so, undone: [...so.undone, act], because: change.because };
  if (letterLacks) return { ...so, undone: [...so.undone, act] };
  const acts = [...so.acts, act];
  if (change.is === 'unchanged') return { ...so, acts };
  return { ...so, acts, new: [...so.new, act], subscriber: change.subscriber, changed: true };
}
