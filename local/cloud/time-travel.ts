import type { Activity } from './activity.ts';
import type { Alarms } from './alarms/alarms.ts';
import type { Clock, Moment } from './clock.ts';
import type { EventSources } from './lambda/event-sources.ts';
import type { Schedules } from './lambda/schedules.ts';
import type { Tables } from './tables.ts';
import type { LateArrivals } from './weather/late.ts';

export interface TimeWorld {
  readonly clock: Clock;
  readonly activity: Activity;
  readonly schedules: Schedules;
  readonly eventSources: EventSources;
  readonly tables: Tables;
  readonly alarms: Alarms;
  readonly late: LateArrivals;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * While nothing is due a tick comes so many hours apart, and when a move ends: it costs 20 ms to find
 * nothing, and two a day were a quarter of what a course of letters cost.
 */
const IDLE_HOURS = 7 * 24;

/** After so many minutes in which ticks change nothing of what is due, they come by the hour. */
const PATIENCE = 60;

/**
 * Moves the clock as an event simulation does: from one moment at which something can happen to
 * the next, and on only when all that it caused is done.
 */
export class TimeTravel {
  readonly #world: TimeWorld;
  #last: Promise<unknown> = Promise.resolve();
  #idleMinutes = 0;
  #seen = '';

  constructor(world: TimeWorld) {
    this.#world = world;
  }

  /** Moves to a moment, after the moves that were asked for before. */
  async moveTo(target: (now: Moment) => Moment): Promise<Moment> {
    const move = this.#last.then(() => this.#move(target));
    this.#last = move.catch(() => undefined);
    return await move;
  }

  async #move(wish: (now: Moment) => Moment): Promise<Moment> {
    const { clock, activity, schedules } = this.#world;
    const target = wish(clock.now());
    schedules.pause();
    try {
      await activity.quiet();
      for (;;) {
        const next = await this.#nextMoment();
        if (next > target) break;
        clock.moveTo(next);
        await this.#live();
      }
      clock.moveTo(target);
      await this.#live();
      await this.#world.alarms.look();
      await activity.quiet();
    } finally {
      schedules.run();
    }
    return clock.now();
  }

  /** Lets happen what is due at this moment, and all that follows from it. */
  async #live(): Promise<void> {
    const { activity, schedules, eventSources, tables, alarms, late } = this.#world;
    await tables.forgetExpired();
    schedules.fire();
    eventSources.wake();
    late.wake();
    await activity.quiet();
    await alarms.evaluate();
    await activity.quiet();
  }

  async #nextMoment(): Promise<Moment> {
    const { clock, eventSources, tables, late } = this.#world;
    const upcoming = await tables.upcoming();
    return Math.min(
      ...[
        eventSources.nextWake(),
        late.nextWake(),
        upcoming.firstExpiry,
        this.#nextFiring(upcoming, clock.now()),
      ].map((moment) => moment ?? Number.POSITIVE_INFINITY),
    );
  }

  /**
   * The next minute worth a tick. With a due index it is known beforehand when a tick will find
   * something; without one, every minute is.
   */
  #nextFiring(
    { firstDue, dueCount }: Awaited<ReturnType<Tables['upcoming']>>,
    now: Moment,
  ): Moment {
    const { schedules, tables } = this.#world;
    if (!tables.haveDueIndex()) return schedules.next();
    const every = (hours: number) =>
      schedules.firstAfter(Math.ceil((now + 1) / (hours * HOUR)) * hours * HOUR);
    if (dueCount === 0) {
      this.#idleMinutes = 0;
      const due = firstDue === undefined ? undefined : schedules.firstAfter(firstDue);
      return Math.min(every(IDLE_HOURS), due ?? Number.POSITIVE_INFINITY);
    }
    const state = `${dueCount} ${firstDue}`;
    this.#idleMinutes = state === this.#seen ? this.#idleMinutes + 1 : 0;
    this.#seen = state;
    return this.#idleMinutes > PATIENCE ? every(1) : schedules.next();
  }
}
