import type { Option, Wish } from '../understanding.ts';
import type { Meaning } from './chunks.ts';
import type { Calendar, PlainDate } from './dates.ts';
import type { SaidInOne } from './filled.ts';
import { paused, resumed } from './pauses.ts';
import { scheduled } from './schedules.ts';
import { together, type When } from './times.ts';

/** Which of the times that stand in a mail are those of what it asks for, when its words were not read whole. */

type During = When & { readonly is: 'during' };
type Schedule = Extract<Wish, { readonly is: 'schedule' }>;

/** The pauses that a mail may ask for, or the days on which letters may go on: without a day at last. */
export function pausesIn(
  kind: 'pause' | 'resume',
  said: readonly SaidInOne[],
  calendar: Calendar,
): readonly Option[] {
  const times = said
    .flat()
    .flatMap((meanings) =>
      meanings.flatMap((one) => (one.tag === 'when' ? [one.when] : [])).slice(0, 1),
    );
  // "I have a lot on today" names no day on which anything could change.
  const ahead = times.filter(
    (one) => one.is !== 'during' || calendar.today.until(one.last).days > 0,
  );
  const spans = kind === 'pause' ? spansOf(ahead) : [...telling(ahead), ...named(ahead)];
  return [...spans, undefined].flatMap((when) => {
    const made = kind === 'pause' ? paused(when, calendar) : resumed(when);
    return 'because' in made ? made.options : [made];
  });
}

const telling = (times: readonly When[]): readonly When[] =>
  times.filter(({ is }) => is === 'until' || is === 'back' || is === 'from');
const named = (times: readonly When[]): readonly During[] =>
  times.filter((one): one is During => one.is === 'during');

/** The spans that several times may come to, the likeliest first. */
function spansOf(times: readonly When[]): readonly When[] {
  const [one, two] = telling(times);
  const days = named(times);
  if (one === undefined) return days.length > 0 ? byDays(days) : times;
  if (two !== undefined) {
    const both = together(one, two) ?? (one.is === 'from' ? between(one, two) : undefined);
    // "Until Friday, I mean until Monday."
    return both === undefined ? [two, one] : [both, one, two];
  }
  // "From the 20th I am at sea, and on land on the 9th."
  if (one.is === 'from') return [...behind(one, days), one];
  // "My boss wants it on Friday, so nothing until Monday": most days before an end are told.
  const [first] = days.flatMap((day) => between(day, one) ?? []);
  return first === undefined ? [one] : [one, first];
}

const behind = (from: When, days: readonly During[]): readonly When[] =>
  days.flatMap((day) => between(from, day) ?? []).slice(0, 1);

/** "We sail on the 4th, and I would like the next one on the 18th"; a single day may be its beginning, or its end. */
function byDays([one, two]: readonly During[]): readonly When[] {
  if (one === undefined) return [];
  const both = two && between(one, two);
  if (two !== undefined && both !== undefined) return [both, { is: 'until', until: two.first }];
  if (!one.first.equals(one.last) || one.relative === true) return [one];
  return [
    { is: 'until', until: one.first },
    { is: 'from', from: one.first },
  ];
}

function between(one: When, two: When): When | undefined {
  const [from, until] = [beginOf(one), beginOf(two)];
  if (from === undefined || until === undefined || from.until(until).days <= 0) return undefined;
  return { is: 'until', from, until };
}

function beginOf(when: When): PlainDate | undefined {
  switch (when.is) {
    case 'until':
      return when.until;
    case 'from':
      return when.from;
    case 'back':
      return when.day;
    case 'during':
      return when.first;
    default:
      return undefined;
  }
}

/**
 * The hours and days that a mail may ask for. What is wished for mostly stands behind what is told: "at six I milk the
 * cows; at eight in the evening I can read".
 */
export function rhythmsIn(said: readonly SaidInOne[], calendar: Calendar): readonly Option[] {
  const each = [...said].reverse().flatMap((runs) => rhythmsOf(runs, calendar));
  const hour = each.find(({ minutes }) => minutes !== undefined);
  const days = each.find((one) => one.days !== undefined);
  const zone = each.find((one) => one.zone !== undefined);
  if (hour === undefined && days === undefined && zone === undefined) return [];
  const all: Schedule = {
    is: 'schedule',
    ...(hour?.minutes !== undefined && { minutes: hour.minutes }),
    ...(days?.days !== undefined && { days: days.days }),
    ...(zone?.zone !== undefined && { zone: zone.zone }),
  };
  return [[all], ...each.map((one): Option => [one])];
}

/** What one sentence says of it: of several hours the last first, and what "less often" may mean in its own order. */
function rhythmsOf(runs: SaidInOne, calendar: Calendar): readonly Schedule[] {
  const first = (...tags: readonly Meaning['tag'][]) =>
    runs.flatMap((meanings) => meanings.filter(({ tag }) => tags.includes(tag)).slice(0, 1));
  const rhythms = first('rhythm', 'no');
  if (!rhythms.some(({ tag }) => tag === 'rhythm')) return [];
  const hasClock = rhythms.some((one) => one.tag === 'rhythm' && one.rhythm.is === 'clock');
  const taken = hasClock ? rhythms : first('rhythm', 'no', 'number');
  const made = scheduled(taken, undefined, calendar);
  const isEither = 'because' in made && made.because === 'two-wishes';
  const options = 'because' in made ? made.options : [made];
  return (isEither ? [...options].reverse() : options).flatMap((option) =>
    option.filter((wish) => wish.is === 'schedule'),
  );
}
