import type { Activity } from '../activity.ts';
import type { Clock, Moment } from '../clock.ts';

export interface LateWorld {
  readonly clock: Clock;
  readonly activity: Activity;
  failed(error: unknown): void;
}

interface Waiting {
  readonly at: Moment;
  readonly act: () => Promise<unknown>;
}

/** What is still on its way, and will arrive at a moment of the cloud's clock. */
export class LateArrivals {
  readonly #world: LateWorld;
  #waiting: readonly Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(world: LateWorld) {
    this.#world = world;
  }

  /** Does something so many milliseconds from now. */
  after(delay: number, act: Waiting['act']): void {
    this.#waiting = [...this.#waiting, { at: this.#world.clock.now() + delay, act }];
    this.#setAlarm();
  }

  nextWake(): Moment | undefined {
    return this.#waiting.length === 0 ? undefined : Math.min(...this.#waiting.map(({ at }) => at));
  }

  /** Lets arrive what has come. */
  wake(): void {
    const now = this.#world.clock.now();
    const come = this.#waiting.filter(({ at }) => at <= now);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { act } of come) this.#world.activity.start(act, this.#world.failed);
    this.#setAlarm();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #setAlarm(): void {
    clearTimeout(this.#timer);
    const next = this.nextWake();
    if (next === undefined) return;
    const wait = Math.min(Math.max(next - this.#world.clock.now(), 1), 60_000);
    this.#timer = setTimeout(() => this.wake(), wait);
  }
}
