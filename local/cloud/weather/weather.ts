import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { MalformedRequest } from '../problem.ts';
import { type Chance, chanceOf, shuffled } from './chance.ts';

/** What AWS does now and then without anybody's fault, and how often the weather lets it happen. */
const ODDS = {
  /** A connection of a function that idled has died, which shows when it is next used. */
  'stale-connections': 0.5,
  /** A query of an index does not see the last seconds' writes, or the last minute's. */
  'index-lag': 1,
  /** A message comes once more: at the same time, or when its time of invisibility is over. */
  repeats: 0.1,
  /** Messages come in another order than they were sent. */
  disorder: 1,
  /** SQS takes some entries of a batch and not others. */
  'refused-entries': 0.05,
  /** Five pollers share what little there is, so that batches are small. */
  trickle: 1,
  /** What SES tells of a mail comes up to a day late, in any order, and now and then twice. */
  'late-events': 0.1,
  /** The proof of a mail comes by itself up to four minutes late, in any order, and now and then twice. */
  'late-proofs': 0.1,
  /** A write is refused because an index can't take it just now. */
  'throttled-writes': 0.05,
  /** Ten Lambdas at once for the whole account, some of them in use by others. */
  'few-lambdas': 1,
} as const;

export type WeatherKind = keyof typeof ODDS;
/** All that the weather knows. */
export const KINDS = Object.keys(ODDS) as [WeatherKind, ...WeatherKind[]];

const Wish = z.strictObject({
  /** The same seed draws the same rows of numbers. */
  seed: z.int(),
  /** All of them, unless some are named. */
  kinds: z.array(z.enum(KINDS)).default(KINDS),
});

/** What tests ask for. */
export type WeatherWish = z.input<typeof Wish>;

/** What there is, and how often each kind has struck since it began. */
export interface WeatherReport {
  readonly seed?: number;
  readonly kinds: readonly WeatherKind[];
  readonly struck: { readonly [Kind in WeatherKind]?: number };
}

/**
 * A connection that idled for less than so many milliseconds is alive. Of SES nothing is documented but that
 * its SMTP side ends one after ten seconds; of the others, what NAT and load balancers do after 350 seconds.
 */
const ALIVE = { ses: 5000, others: 350_000 } as const;
/**
 * So late a proof may come by itself. A sender that finds none takes one of a mail five minutes newer for a sign that
 * there is none (functions/core/sending/doubt.ts): what is later than that is as good as lost, and a fault.
 */
const PROOF_LATE = 240_000;
const DAY = 86_400_000;
const MINUTE = 60_000;
const LAMBDAS = 10;

/** All that is rough about AWS and that nobody asked for one by one. Fair, until it is told otherwise. */
export class Weather {
  readonly #clock: Clock;
  readonly #changed: (indexLag: number | undefined) => Promise<void>;
  #seed: number | undefined;
  #chances = new Map<WeatherKind, Chance>();
  #struck = new Map<WeatherKind, number>();

  /** @param changed is told the seed of the indexes' lag, which are kept elsewhere */
  constructor(clock: Clock, changed: (indexLag: number | undefined) => Promise<void>) {
    this.#clock = clock;
    this.#changed = changed;
  }

  report(): WeatherReport {
    return {
      ...(this.#seed !== undefined && { seed: this.#seed }),
      kinds: [...this.#chances.keys()],
      struck: Object.fromEntries(this.#struck),
    };
  }

  /** @throws MalformedRequest on a kind that there is not */
  async begin(wish: unknown): Promise<WeatherReport> {
    const parsed = Wish.safeParse(wish);
    if (!parsed.success) throw new MalformedRequest(z.prettifyError(parsed.error));
    const { seed, kinds } = parsed.data;
    this.#seed = seed;
    this.#chances = new Map(kinds.map((kind) => [kind, chanceOf(seed, kind)]));
    this.#struck = new Map();
    await this.#changed(this.has('index-lag') ? seed : undefined);
    return this.report();
  }

  async clear(): Promise<void> {
    this.#seed = undefined;
    this.#chances.clear();
    await this.#changed(undefined);
  }

  has(kind: WeatherKind): boolean {
    return this.#chances.has(kind);
  }

  /** Whether it strikes this time. */
  strikes(kind: WeatherKind): boolean {
    const chance = this.#chances.get(kind);
    if (chance === undefined || chance() >= ODDS[kind]) return false;
    this.#struck.set(kind, (this.#struck.get(kind) ?? 0) + 1);
    return true;
  }

  /** Whether a connection to a service has died that idled for so many milliseconds. */
  killed(service: string, idle: number): boolean {
    const alive = service === 'ses' ? ALIVE.ses : ALIVE.others;
    return idle >= alive && this.strikes('stale-connections');
  }

  /** In another order, where order is no promise. */
  disordered<T>(things: readonly T[]): readonly T[] {
    const chance = this.#chances.get('disorder');
    return chance === undefined ? things : shuffled(things, chance);
  }

  /** By how many milliseconds each copy of an event is late: a third by seconds, half by more than minutes. */
  eventDelays(): readonly number[] {
    const chance = this.#chances.get('late-events');
    if (chance === undefined) return [0];
    const late = () => Math.floor(DAY * chance() ** 6);
    return this.strikes('late-events') ? [late(), late()] : [late()];
  }

  /** By how many milliseconds each copy of a proof is late: half of them by less than ten seconds. */
  proofDelays(): readonly number[] {
    const chance = this.#chances.get('late-proofs');
    if (chance === undefined) return [0];
    const late = () => Math.floor(PROOF_LATE * chance() ** 5);
    return this.strikes('late-proofs') ? [late(), late()] : [late()];
  }

  /**
   * How many Lambdas the account may run at once, in this minute; it may have fewer. Others use
   * few of them as a rule, and one minute in some twenty nearly all.
   */
  room(concurrency: number): number {
    if (this.#seed === undefined || !this.has('few-lambdas')) return concurrency;
    const minute = Math.floor(this.#clock.now() / MINUTE);
    const others = Math.floor(LAMBDAS * chanceOf(this.#seed, `others ${minute}`)() ** 3);
    return Math.min(concurrency, LAMBDAS - others);
  }
}
