import type { CourseSlug } from '../../course.ts';
import type { Days } from '../../reader/schedule.ts';
import type { Option, Reason, Wish } from '../understanding.ts';
import type { Meaning, Tag } from './chunks.ts';
import type { PlainDate } from './dates.ts';
import { daysOf, without } from './days.ts';
import type { Fit } from './fit.ts';
import type { Doing } from './frame.ts';
import { ofList, paused, resumed } from './pauses.ts';
import { scheduled } from './schedules.ts';
import { together, type When } from './times.ts';

/** What a clause says. */
export interface Reading {
  readonly does: Doing | 'other';
  /** It counts among words that are no wish, too. */
  readonly sure: boolean;
  /** Somebody is asked for it: "please", "can you", "I want to". */
  readonly asked: boolean;
  /** By "please" or "can you", and not only by "can I". */
  readonly begged: boolean;
  /** It is the pronoun of a question that asks, and nothing else. */
  readonly byPronoun?: true;
  readonly wishes: Option;
  /** It says whose or what: "unsubscribe" alone may be followed by somebody else. */
  readonly object: boolean;
  /** Its verb means leaving and nothing else: "unsubscribe", and not "no letters". */
  readonly parts: boolean;
  /** It speaks of the newsletter. */
  readonly newsletter?: true;
  /** It speaks of the letters or the list as well. */
  readonly letters?: true;
  /** It speaks of another course than the one whose letter is answered. */
  readonly other?: true;
  /** It has the words of a title, which may be the reader's own. */
  readonly alike?: true;
  /** It is of everything: see `ends.ts`. */
  readonly all?: true;
  /** A word in it is unknown, or nobody asks in so many words: a second reader has to agree. */
  readonly loose?: true;
  /** It names days and no hour, which may be days of their own. */
  readonly ownDays?: true;
  /** A reason stands in it, or what became of it. */
  readonly told?: true;
  /** Other words of its sentence stand before it, and may make it somebody else's. */
  readonly reported?: true;
  /** It is in doubt, and these it may have meant. */
  readonly doubt?: { readonly because: Reason; readonly options: readonly Option[] };
  readonly when?: When;
  /** The number of a letter that never came, or is wanted once more. */
  readonly letter?: number;
}

/** What readings are made against. */
export interface Now {
  readonly today: PlainDate;
}

/** What a clause that fits a frame says. */
export function readingOf({ frame, taken, within }: Fit, now: Now): Reading {
  const when = whenIn(taken);
  const isMissed = frame.does === 'resend' || taken.some(({ tag }) => tag === 'missing');
  const letter = isMissed ? letterIn(taken) : undefined;
  const says = (...tags: readonly Tag[]) => taken.some(({ tag }) => tags.includes(tag));
  const held = (list: 'letters' | 'newsletter') =>
    (frame.does === 'pause' || frame.does === 'resume') && within?.has(list) === true;
  const base = {
    does: frame.does,
    sure: frame.sure,
    asked: taken.some(({ tag }) => tag === 'wish' || tag === 'demand' || tag === 'courtesy'),
    begged: taken.some(({ tag }) => tag === 'demand' || tag === 'courtesy'),
    object: taken.some(({ tag }) => OBJECTS.has(tag)),
    parts: taken.some(({ tag }) => tag === 'leave' || tag === 'drop' || tag === 'pull'),
    ...(when !== undefined && { when }),
    ...(namesDays(taken) && { ownDays: true as const }),
    ...(taken.some(({ tag }) => tag === 'reason') && { told: true as const }),
    ...((says('newsletter') || held('newsletter')) && { newsletter: true as const }),
    ...((says('ours', 'list') || held('letters')) && { letters: true as const }),
    ...(taken.some(({ tag }) => tag === 'otherCourse' || tag === 'theOther' || tag === 'named') && {
      other: true as const,
    }),
    ...(taken.some(({ tag }) => tag === 'alike') && { alike: true as const }),
    ...((within?.has('all') || isBoth(taken)) && { all: true as const }),
    ...(letter !== undefined && { letter }),
  };
  const made = MAKERS[frame.does]?.(taken, when, now) ?? [];
  const read: Reading =
    'because' in made ? { ...base, wishes: [], doubt: made } : { ...base, wishes: made };
  return base.newsletter === true ? ofList(read, base.letters ? 'either' : 'newsletter') : read;
}

/**
 * "Stop the letters and the newsletter": what ends is both, where an "and" or a second "no" joins them,
 * and nothing is kept.
 */
function isBoth(taken: readonly Meaning[]): boolean {
  const tags = taken.map(({ tag }) => tag).filter((tag) => !BETWEEN.has(tag));
  const at = tags.findIndex((tag) => tag === 'and' || tag === 'no');
  if (tags.some((tag) => tag === 'keep' || tag === 'but' || tag === 'or')) return false;
  return JOINING.some((joint) =>
    tags.some((tag, nth) => {
      if (tag !== joint || (joint === 'no' && nth === at)) return false;
      const [before, behind] = [tags.slice(0, nth), tags.slice(nth + 1)];
      const [one, other] = [before, behind].map((side) => side.includes('newsletter'));
      const rest = one === true ? behind : before;
      return one !== other && rest.some((side) => LETTERS.has(side));
    }),
  );
}

const JOINING: readonly Tag[] = ['and', 'no'];
const BETWEEN: ReadonlySet<Tag> = new Set<Tag>(['soft', 'mark']);
/** What ends beside a newsletter: the letters, a list, or whatever one leaves. */
const LETTERS: ReadonlySet<Tag> = new Set<Tag>([
  ...(['ours', 'list', 'letter', 'leave', 'end', 'drop', 'pull'] as const),
]);

function namesDays(taken: readonly Meaning[]): boolean {
  const rhythms = taken.flatMap((meaning) => (meaning.tag === 'rhythm' ? [meaning.rhythm] : []));
  const named = rhythms.some(
    (one) => one.is === 'days' && (one.named === true || one.counted === true),
  );
  return named && rhythms.every(({ is }) => is !== 'clock');
}

const OBJECTS: ReadonlySet<Tag> = new Set<Tag>([
  'me',
  'it',
  'ours',
  'list',
  'newsletter',
  'letter',
]);

/** The time of a clause, of one or two parts; what contradicts itself is doubtful. */
function whenIn(taken: readonly Meaning[]): When | undefined {
  const all = taken.flatMap((one) => ('when' in one && one.when !== undefined ? [one.when] : []));
  const closed = all.filter(({ is }) => is !== 'open');
  const [one, two, three] = closed.length > 0 ? closed : all.slice(0, 1);
  if (one === undefined || two === undefined) return one;
  const both = three === undefined ? together(one, two) : undefined;
  return both ?? { is: 'doubtful', because: 'no-such-day' };
}

/** What is in doubt, and what it may have meant. */
export interface Doubt {
  readonly because: Reason;
  readonly options: readonly Option[];
}

type Maker = (taken: readonly Meaning[], when: When | undefined, now: Now) => Option | Doubt;

const always =
  (wish: Wish): Maker =>
  () => [wish];

const MAKERS: Readonly<Partial<Record<Doing, Maker>>> = {
  leave: (taken, when, now) => (when === undefined ? [{ is: 'leave' }] : stopped(taken, when, now)),
  maybeLeave: () => ({ because: 'more-to-it', options: [[{ is: 'leave' }], [{ is: 'pause' }]] }),
  pause: (_, when, now) => paused(when, now),
  maybePause: (_, when, now) => {
    const pause = paused(when, now);
    return 'because' in pause
      ? pause
      : { because: 'more-to-it', options: [pause, [{ is: 'leave' }]] };
  },
  resume: (_, when) => resumed(when),
  skip: (taken, when, now) => skipped(taken, when, now),
  resend: (taken, when) => {
    // "You can send them again from Monday on."
    if (when?.is === 'from') return resumed(when);
    const letter = letterIn(taken);
    return [{ is: 'resend', ...(letter !== undefined && { letter }) }];
  },
  schedule: (taken, when, now) => scheduled(taken, when, now),
  status: always({ is: 'status' }),
  help: always({ is: 'help' }),
  howTo: always({ is: 'help' }),
  export: always({ is: 'export' }),
  erase: always({ is: 'erase' }),
  course: (taken) => [{ is: 'course', ...namedIn(taken) }],
  againCourse: (taken) => [{ is: 'course', again: true, ...namedIn(taken) }],
  startOrGoOn: always({ is: 'resume', over: true }),
  stopCourse: (taken) => [{ is: 'stop-course', ...namedIn(taken) }],
  maybeStopCourse: (taken) => ({
    because: 'more-to-it',
    options: [[{ is: 'stop-course', ...namedIn(taken) }]],
  }),
  friends: always({ is: 'track', to: 'friends' }),
  couple: always({ is: 'track', to: 'couple' }),
  discreet: always({ is: 'discreet', on: true }),
  plain: always({ is: 'discreet', on: false }),
  newsletter: always({ is: 'newsletter', on: true }),
  noNewsletter: always({ is: 'newsletter', on: false }),
  address: (taken) => {
    const to = taken.flatMap(valuesOf).find(({ slot }) => slot === 'address')?.value;
    return [{ is: 'address', ...(typeof to === 'string' && { to }) }];
  },
};

/** The course that a clause names. */
function namedIn(taken: readonly Meaning[]): { readonly of?: CourseSlug } {
  const [named] = taken.flatMap((one) => ('of' in one ? [one.of] : []));
  return named === undefined ? {} : { of: named };
}

const valuesOf = (meaning: Meaning) => ('caught' in meaning ? meaning.caught : []);

function numberIn(taken: readonly Meaning[], slot: string): number | undefined {
  const found = taken.flatMap(valuesOf).find((one) => one.slot === slot)?.value;
  return typeof found === 'number' ? found : undefined;
}

/** "Letter 3", "the third letter". */
const letterIn = (taken: readonly Meaning[]): number | undefined => {
  const named = taken.filter(({ tag }) => tag === 'letter' || tag === 'missing');
  return numberIn(taken, 'letter') ?? numberIn(named, 'ordinal');
};

const countIn = (taken: readonly Meaning[]): number | undefined => {
  const bare = taken.find((meaning) => meaning.tag === 'number');
  const count = numberIn(taken, 'number') ?? (bare && bare.minutes / 60);
  return count !== undefined && Number.isInteger(count) && count >= 1 && count <= 14
    ? count
    : undefined;
};

/** The next letter or two; a stretch of more days is a pause. */
function skipped(taken: readonly Meaning[], when: When | undefined, now: Now): Option | Doubt {
  if (when === undefined || isSoon(when, now)) return [{ is: 'skip', count: countIn(taken) ?? 1 }];
  return paused(when, now);
}

const isToday = (when: When, { today }: Now): boolean =>
  when.is === 'during' && when.first.equals(today);

/** Today or tomorrow. */
const isSoon = (when: When, { today }: Now): boolean =>
  when.is === 'during' && when.first.equals(when.last) && today.until(when.first).days <= 1;

/**
 * An end to the mail with a time is a pause; from a day on, it may be either. "No letter tomorrow" is
 * one letter, "no letters on Sunday" may be about one or all of them.
 */
function stopped(taken: readonly Meaning[], when: When, now: Now): Option | Doubt {
  // Whoever had none today tells of it.
  if (isSoon(when, now) && !isToday(when, now)) return skipped(taken, when, now);
  const pause = paused(when, now);
  if ('because' in pause) return pause;
  if (when.is === 'from' || (when.is === 'open' && taken.some(({ tag }) => tag === 'leave')))
    return { because: 'two-wishes', options: [pause, [{ is: 'leave' }]] };
  const named = when.is === 'during' && when.relative !== true ? daysOf(when.first, when.last) : '';
  if (named === '' || taken.some(({ tag }) => tag === 'soft')) return pause;
  const days = without('1234567', named);
  return { because: 'two-wishes', options: [[{ is: 'schedule', days: days as Days }], pause] };
}
