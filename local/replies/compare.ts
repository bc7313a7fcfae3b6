import { Temporal } from 'temporal-polyfill';
import type { Wish } from '../../functions/core/replies/understand.ts';
import type { Case } from './corpus.ts';

/** What a person labelled: a wish as JSON, its days and hours in words of the corpus. */
type Wanted = Case['wishes'][number];

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether what was done is what was wanted. Both may hold several wishes, in any order. */
export function isDone(wanted: readonly Wanted[], done: readonly Wish[], today: string): boolean {
  // Whoever is erased gets nothing more, said or not.
  const both = [wanted.map(({ wish }) => wish), done.map(({ is }) => is)] as const;
  const erased = both.every((kinds) => kinds.includes('erase'));
  const asked = erased ? wanted.filter(({ wish }) => wish !== 'leave') : wanted;
  const got = (erased ? done.filter(({ is }) => is !== 'leave') : done).flatMap(apart(wanted));
  return (
    asked.length === got.length &&
    asked.every((one) => got.some((wish) => isSame(one, wish, today)))
  );
}

/**
 * An end of all is one of the letters and one of the newsletter; and an end of what is called a newsletter
 * ends it for whoever gets both, and asks about the rest.
 */
const apart =
  (wanted: readonly Wanted[]) =>
  (wish: Wish): readonly Wish[] => {
    const off: Wish = { is: 'newsletter', on: false };
    const named = wanted.some((one) => one.wish === 'newsletter' && one['on'] === false);
    if (!named || wish.is !== 'leave') return [wish];
    if (wish.of === 'all') return [{ is: 'leave' }, off];
    return wish.of === 'newsletter' ? [off] : [wish];
  };

function isSame(wanted: Wanted, done: Wish, today: string): boolean {
  // Going on from a day is a pause until that day.
  if (wanted.wish === 'resume' && done.is === 'pause') return isNear(wanted['on'], done.until);
  if (wanted.wish === 'pause' && done.is === 'resume') return isNear(wanted['until'], done.on);
  if (wanted.wish !== done.is) return false;
  if (wanted['any'] === true) return true;
  switch (done.is) {
    case 'pause':
      return (
        isNear(wanted['until'], done.until) && isNear(wanted['from'] ?? today, done.from ?? today)
      );
    case 'resume':
      return wanted['on'] === undefined || isNear(wanted['on'], done.on);
    case 'schedule':
      return isSameRhythm(wanted, done);
    case 'track':
      return wanted['to'] === done.to;
    case 'discreet':
    case 'newsletter':
      return wanted['on'] === done.on;
    case 'resend':
      return wanted['letter'] === undefined || wanted['letter'] === done.letter;
    default:
      return true;
  }
}

/** A day more or less: whether "until the 6th" takes the 6th in, people don't agree on. */
function isNear(wanted: unknown, done: string | undefined): boolean {
  if (!isText(wanted) || done === undefined) return wanted === done;
  const apart = Temporal.PlainDate.from(wanted).until(Temporal.PlainDate.from(done)).total('days');
  return Math.abs(apart) <= 1;
}

function isSameRhythm(wanted: Wanted, done: Wish & { readonly is: 'schedule' }): boolean {
  const { hour, days, perWeek, everyOtherDay, zone } = wanted;
  return (
    isSameHour(hour, done.minutes) &&
    isSameDays({ days, perWeek, everyOtherDay }, done.days) &&
    (zone === undefined) === (done.zone === undefined)
  );
}

/** Letters leave on the half hour, so that 6:15 is either. */
function isSameHour(hour: unknown, minutes: number | undefined): boolean {
  if (!isText(hour)) return minutes === undefined;
  const [hours = 0, past = 0] = hour.split(':').map(Number);
  return minutes !== undefined && Math.abs(minutes - (hours * 60 + past)) <= 15;
}

function isSameDays(
  wanted: { readonly days: unknown; readonly perWeek: unknown; readonly everyOtherDay: unknown },
  done: string | undefined,
): boolean {
  if (Array.isArray(wanted.days)) {
    const digits = wanted.days.map((name) => DAYS.indexOf(String(name)) + 1).sort();
    return done === digits.join('');
  }
  if (typeof wanted.perWeek === 'number') return done?.length === wanted.perWeek;
  return wanted.everyOtherDay === true ? done === '135' : done === undefined;
}

/** Wishes that say no rhythm by themselves, so that asking is right. */
export const isVague = ({ slower, faster }: Wanted): boolean => slower === true || faster === true;
