import type { Courses } from '../../../functions/core/reader/owed.ts';
import { reads, type Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { isInCourse, letterSlot } from '../../../functions/core/reader/turns.ts';
import { issuesThisTick, type Quota, takeThisTick } from '../../../functions/core/sending/pace.ts';
import { epochSeconds, type Instant, instant } from '../../../functions/core/time.ts';

/** How many letters are due in each minute of a day (UTC), as it is most days. */
export type Letters = ReadonlyMap<number, number>;

const MINUTE = 60;
const DAY = 24 * 60;

/** From each reader's next letter: one who has letters left is taken to have one a day. */
export function lettersOf(
  everybody: readonly Subscriber[],
  courses: Courses,
  now: Instant,
): Letters {
  const letters = new Map<number, number>();
  for (const reader of everybody) {
    const isPaused = reader.standing.is !== 'active';
    if (isPaused || !reads(reader) || !isInCourse(reader, courses)) continue;
    const minute = minuteOf(letterSlot(reader, courses, now)) % DAY;
    letters.set(minute, (letters.get(minute) ?? 0) + 1);
  }
  return letters;
}

const minuteOf = (at: Instant): number => Math.floor(epochSeconds(at) / MINUTE);

/** A backlog that lasts longer will not end, for all that an author can plan with. */
const MOST_DAYS = 100;

/**
 * When the last of an issue's readers has it: minute by minute as the tick takes them, letters first, in the
 * account's rate and in what the newsletter may use of the day's quota.
 *
 * @param due   when each of them is owed it, the first first
 * @param quota `sentToday` is taken for what other mails use each day, unless letters use more
 * @returns undefined when nothing is due, or somebody would wait for more than a hundred days
 */
export function lastOut(
  due: readonly { readonly at: Instant }[],
  letters: Letters,
  quota: Quota,
  now: Instant,
): Instant | undefined {
  const moments = due.map(({ at }) => minuteOf(at > now ? at : now));
  const rooms = roomsIn(quota, letters);
  let [next, waiting, since] = [0, 0, 0];
  for (let minute = moments[0] ?? 0; next < moments.length || waiting > 0; ) {
    if (waiting === 0) since = minute;
    for (; (moments[next] ?? Number.POSITIVE_INFINITY) <= minute; next += 1) waiting += 1;
    waiting -= rooms.take(minute, waiting);
    if (waiting === 0 && next === moments.length) return atMinute(minute);
    if (minute - since > MOST_DAYS * DAY) return undefined;
    const coming = moments[next] ?? minute;
    // Days on which nobody waits are passed over.
    minute = waiting === 0 && coming - minute > DAY ? coming : minute + 1;
  }
  return undefined;
}

/** What each minute has room for, when the minutes are asked in their order. */
function roomsIn(quota: Quota, letters: Letters) {
  const daily = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const others = Math.max(quota.sentToday, daily);
  const sent: { readonly minute: number; readonly count: number }[] = [];
  let [first, sum, ahead] = [0, 0, 0];
  return {
    /** @returns how many of those who wait get it in this minute */
    take(minute: number, waiting: number): number {
      for (; (sent[first]?.minute ?? minute) <= minute - DAY; first += 1) {
        sum -= sent[first]?.count ?? 0;
      }
      const whole = takeThisTick({ ...quota, sentToday: 0 }, 0);
      ahead += letters.get(minute % DAY) ?? 0;
      const gone = Math.min(ahead, whole);
      ahead -= gone;
      const used = { ...quota, sentToday: others + sum };
      const count = Math.min(waiting, issuesThisTick(whole - gone, used, 0));
      if (count > 0) sent.push({ minute, count });
      sum += count;
      return count;
    },
  };
}

const atMinute = (minute: number): Instant => instant(new Date(minute * MINUTE * 1000));
