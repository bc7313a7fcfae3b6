import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseOutline } from '../../functions/core/course.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import { type SignUp, trackOf } from '../../functions/core/reader/sign-up.ts';
import {
  beginOf,
  type Instant,
  type LocalDate,
  localDate,
  plusDays,
  plusSeconds,
  type Zone,
} from '../../functions/core/time.ts';
import { type Chance, chanceOf } from '../cloud/weather/chance.ts';
import {
  CONFIRM_MINUTES,
  DAYS,
  ELSEWHERE,
  HOURS,
  PAUSE_DAYS,
  type Weighted,
} from './assumptions.ts';

/** No letters from a moment until a day, which has one again. */
export interface PauseWish {
  readonly at: Instant;
  readonly until: LocalDate;
}

/** One made-up reader, and all that they will ever ask for. */
export interface MadeUp {
  /** From 1 on. */
  readonly number: number;
  readonly signUp: SignUp;
  /** When they type their address into the form. */
  readonly asks: Instant;
  /** How long after their confirmation mail they press its button, in seconds. */
  readonly takes: number;
  readonly pauses: readonly PauseWish[];
  readonly leaves?: Instant;
}

/** What readers are drawn by. Shares are of a hundred. */
export interface Crowd {
  readonly readers: number;
  readonly days: number;
  readonly seed: number;
  readonly joining: number;
  readonly pausing: number;
  readonly leaving: number;
  readonly choosing: number;
  readonly newsletter: number;
  /** How often each zone is theirs; where it is empty, half are in the usual one. */
  readonly zones: Weighted<Zone>;
  readonly course: CourseOutline;
  /** What somebody gets who chooses nothing. */
  readonly usual: Rhythm;
  readonly start: Instant;
}

/** What is said of the one reader whose calendar is shown. */
export interface Said extends Partial<Rhythm> {
  /** The first day without letters, and the last. */
  readonly pause?: { readonly from: LocalDate; readonly until: LocalDate };
}

const DAY = 86_400;

/** The same readers for the same seed: what one is told to be moves nobody else. */
export const madeUpReaders = (crowd: Crowd): readonly MadeUp[] =>
  Array.from({ length: crowd.readers }, (_, index) => madeUp(crowd, index + 1));

function madeUp(crowd: Crowd, number: number): MadeUp {
  const { seed, start, joining, course, newsletter } = crowd;
  const drawn = (what: string) => chanceOf(seed, `${what} of reader ${number}`);
  const asks = plusSeconds(start, Math.floor(drawn('joining')() * joining * DAY));
  const takes = 60 * (1 + Math.floor(drawn('confirming')() * CONFIRM_MINUTES));
  const reads = plusSeconds(asks, takes);
  const track = trackOf(course);
  const rhythm = rhythmBy(crowd, drawn('rhythm'));
  const leaves = leaveBy(crowd, reads, drawn('leaving'));
  return {
    number,
    asks,
    takes,
    signUp: {
      address: `reader-${number}@simulated.invalid` as EmailAddress,
      course,
      ...rhythm,
      ...(track !== undefined && track !== 'none' && { track }),
      newsletter: drawn('newsletter')() * 100 < newsletter,
    },
    pauses: pausesBy(crowd, reads, rhythm.zone, drawn('pausing')),
    ...(leaves && { leaves }),
  };
}

function rhythmBy({ usual, choosing, zones }: Crowd, chance: Chance): Rhythm {
  const zone = oneOf(zones.length > 0 ? zones : zonesAround(usual.zone), chance()) ?? usual.zone;
  const isUsual = chance() * 100 >= choosing;
  if (isUsual) return { zone, hour: usual.hour, days: usual.days };
  return {
    zone,
    hour: oneOf(HOURS, chance()) ?? usual.hour,
    days: oneOf(DAYS, chance()) ?? usual.days,
  };
}

/** Half in one zone, and half in the others. */
const zonesAround = (usual: Zone): Weighted<Zone> => {
  const others = ELSEWHERE.filter((zone) => zone !== usual);
  return [[usual, others.length], ...others.map((zone) => [zone, 1] as const)];
};

/** @param place from 0 up to 1 */
function oneOf<T>(things: Weighted<T>, place: number): T | undefined {
  let left = place * things.reduce((sum, [, weight]) => sum + weight, 0);
  return things.find(([, weight]) => {
    left -= weight;
    return left < 0;
  })?.[0];
}

/** Of a hundred in thirty days, as a share of one day. */
const aDay = (ofHundred: number): number => 1 - (1 - ofHundred / 100) ** (1 / 30);

/** The moments at which something comes to somebody's mind, day by day until the end. */
function moments({ days, start }: Crowd, from: Instant, share: number, chance: Chance) {
  const end = plusSeconds(start, days * DAY);
  const found: Instant[] = [];
  for (let day = from; day < end; day = plusSeconds(day, DAY)) {
    const [comes, when] = [chance() < aDay(share), Math.floor(chance() * DAY)];
    if (comes) found.push(plusSeconds(day, when));
  }
  return found;
}

const leaveBy = (crowd: Crowd, from: Instant, chance: Chance): Instant | undefined =>
  moments(crowd, from, crowd.leaving, chance)[0];

/** Who is in a pause asks for no other. */
function pausesBy(crowd: Crowd, from: Instant, zone: Zone, chance: Chance): readonly PauseWish[] {
  const [shortest, longest] = PAUSE_DAYS;
  const pauses: PauseWish[] = [];
  for (const at of moments(crowd, from, crowd.pausing, chance)) {
    const days = shortest + Math.floor(chance() * (longest - shortest + 1));
    const today = localDate(at, zone);
    const last = pauses.at(-1);
    if (last === undefined || last.until <= today)
      pauses.push({ at, until: plusDays(today, days) });
  }
  return pauses;
}

/** The same reader, as they are told to be. A pause that is said is the only one they ask for, and they stay. */
export function asSaid(reader: MadeUp, { pause, ...rhythm }: Said): MadeUp {
  const said = { ...reader, signUp: { ...reader.signUp, ...rhythm } };
  if (pause === undefined) return said;
  const { leaves: _, ...stays } = said;
  const wish = { at: beginOf(pause.from, said.signUp.zone), until: plusDays(pause.until, 1) };
  return { ...stays, pauses: [wish] };
}
