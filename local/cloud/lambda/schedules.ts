import type { MetricStore } from '../alarms/metric-store.ts';
import type { Clock, Moment } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import { arn as arnOf, nameInArn } from '../template/names.ts';
import type { Schedule } from '../template/properties.ts';
import type { Named, Stack } from '../template/stack.ts';
import type { AsyncInvocations } from './async-invocations.ts';

export interface SchedulesWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly figures: MetricStore;
  readonly asyncInvocations: AsyncInvocations;
}

/** Six hours. */
const LOOK_BACK = 6 * 3_600_000;

/** EventBridge Scheduler. Its schedules fire on whole periods of the cloud's clock. */
export class Schedules {
  readonly #world: SchedulesWorld;
  readonly #fired = new Map<string, Moment>();
  readonly #start: Moment;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(world: SchedulesWorld) {
    this.#world = world;
    this.#start = world.clock.now();
  }

  /** Fires each schedule as real time passes, until stopped. */
  run(): void {
    if (this.#stopped) return;
    const wait = Math.max(1, Math.min(this.next() - this.#world.clock.now(), 60_000));
    this.#timer = setTimeout(() => {
      this.fire();
      this.run();
    }, wait);
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  stop(): void {
    this.pause();
    this.#stopped = true;
  }

  /** The first whole period, of any schedule, that has not been fired. */
  next(): Moment {
    return this.firstAfter(Number.NEGATIVE_INFINITY);
  }

  /** The first moment, at or after the one given, at which a schedule is still to fire. */
  firstAfter(moment: Moment): Moment {
    const moments = this.#enabled().map((schedule) => {
      const period = schedule.properties.ScheduleExpression;
      const last = this.#fired.get(schedule.name) ?? this.#start;
      const next = (Math.floor(last / period) + 1) * period;
      return next >= moment ? next : Math.ceil(moment / period) * period;
    });
    return moments.reduce((first, one) => Math.min(first, one), Number.POSITIVE_INFINITY);
  }

  /** Fires the schedules whose moment has come; periods that were jumped over are not made up. */
  fire(): void {
    const now = this.#world.clock.now();
    for (const schedule of this.#enabled()) {
      const last = this.#fired.get(schedule.name) ?? this.#start;
      const period = schedule.properties.ScheduleExpression;
      const moment = Math.floor(now / period) * period;
      if (moment <= last) continue;
      this.#fired.set(schedule.name, moment);
      this.#countSkipped(schedule, last, moment);
      this.#invoke(schedule, moment);
    }
  }

  /**
   * What was jumped over would have found nothing to do, but it would have been called: an alarm that
   * waits for silence is not to ring. No alarm of ours looks back further than this.
   */
  #countSkipped({ properties }: Named<Schedule>, last: Moment, moment: Moment): void {
    const FunctionName = nameInArn(properties.Target.Arn);
    const id = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName } };
    const period = properties.ScheduleExpression;
    const first = Math.max(Math.floor(last / period) + 1, Math.ceil((moment - LOOK_BACK) / period));
    for (let n = first; n * period < moment; n += 1) this.#world.figures.put(id, 1, n * period);
  }

  #enabled(): readonly Named<Schedule>[] {
    return this.#world.stack().schedules.filter(({ properties }) => properties.State === 'ENABLED');
  }

  #invoke({ arn, name, properties: { Target } }: Named<Schedule>, moment: Moment): void {
    const { stack, access, asyncInvocations } = this.#world;
    const target = stack().functions.get(Target.Arn);
    // Scheduler names the group, not the schedule, when it takes on a role.
    const sourceArn = arnOf('scheduler', 'schedule-group/default');
    const service = 'scheduler.amazonaws.com';
    const as = { service, roleArn: Target.RoleArn, sourceArn, label: name };
    const allowed = access.lets(as, 'lambda:InvokeFunction', Target.Arn);
    if (!allowed || target === undefined) return;
    asyncInvocations.invoke(target, inputOf(Target.Input, arn, moment));
  }
}

/** The target's input, with Scheduler's context attributes filled in. */
function inputOf(input: string, scheduleArn: string, moment: Moment): unknown {
  const text = input
    .replaceAll('<aws.scheduler.scheduled-time>', new Date(moment).toISOString())
    .replaceAll('<aws.scheduler.schedule-arn>', scheduleArn);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
