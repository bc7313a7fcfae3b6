import type { Activity } from '../activity.ts';
import type { Clock, Moment } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import { nameInArn } from '../template/names.ts';
import type { EventSource } from '../template/properties.ts';
import type { FunctionSpec } from '../template/stack.ts';
import { Pollers, type PollersWorld } from './pollers.ts';

export interface EventSourcesWorld extends PollersWorld {
  readonly clock: Clock;
  readonly access: Access;
  readonly activity: Activity;
  failed(error: unknown): void;
}

/** The queues that functions are fed from, each looked at when something happened to it. */
export class EventSources {
  readonly #world: EventSourcesWorld;
  /** Queues that are being emptied, and whether something happened to them meanwhile. */
  readonly #pumping = new Map<string, { again: boolean }>();
  readonly #nextWake = new Map<string, Moment>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(world: EventSourcesWorld) {
    this.#world = world;
  }

  /** Looks at a queue: something was put on it, or came back to it. */
  touch(queueName: string): void {
    const source = this.#sourceOf(queueName);
    if (source === undefined || this.#stopped) return;
    const pump = this.#pumping.get(queueName);
    if (pump !== undefined) {
      pump.again = true;
      return;
    }
    const state = { again: true };
    this.#pumping.set(queueName, state);
    this.#atWindowsEnd(source, () =>
      this.#world.activity.start(() => this.#pump(queueName, source, state), this.#world.failed),
    );
  }

  /** A batching window ends when nothing else runs: by then all that will come has come. */
  #atWindowsEnd({ MaximumBatchingWindowInSeconds: seconds }: EventSource, begin: () => void): void {
    if (seconds === 0) {
      begin();
      return;
    }
    let begun = false;
    const once = () => {
      if (begun) return;
      begun = true;
      clearTimeout(timer);
      begin();
    };
    const timer = setTimeout(once, seconds * 1000);
    this.#world.activity.whenIdle(once);
  }

  touchAll(): void {
    for (const { EventSourceArn } of this.#world.stack().eventSources) {
      this.touch(nameInArn(EventSourceArn));
    }
  }

  /** When the next delayed or invisible message can be received. */
  nextWake(): Moment | undefined {
    return this.#nextWake.size === 0 ? undefined : Math.min(...this.#nextWake.values());
  }

  /** Looks at the queues whose time has come. */
  wake(): void {
    const now = this.#world.clock.now();
    for (const [queueName, moment] of this.#nextWake) if (moment <= now) this.touch(queueName);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #sourceOf(queueName: string): EventSource | undefined {
    return this.#world
      .stack()
      .eventSources.find((one) => one.Enabled && nameInArn(one.EventSourceArn) === queueName);
  }

  async #pump(queueName: string, source: EventSource, state: { again: boolean }): Promise<void> {
    try {
      while (state.again && !this.#stopped) {
        state.again = false;
        await this.#drain(queueName, source);
      }
      await this.#plan(queueName);
    } finally {
      this.#pumping.delete(queueName);
    }
    // Between the last look and now something may have come.
    if (state.again) this.touch(queueName);
  }

  /** Hands batches out until the queue has no message ready, a few at a time. */
  async #drain(queueName: string, source: EventSource): Promise<void> {
    const spec = this.#functionOf(source);
    const url = await this.#world.storage.queueUrl(queueName);
    if (spec === undefined || url === undefined || !this.#may(spec, source)) return;
    const pollers = new Pollers(this.#world, spec, url, source);
    const ready = await this.#ready(queueName);
    const running = new Set<Promise<void>>();
    for await (const batch of pollers.batches(pollers.batchSize(ready))) {
      const work = pollers
        .handOver(batch)
        .catch(this.#world.failed)
        .finally(() => running.delete(work));
      running.add(work);
      if (running.size >= pollers.count) await Promise.race(running);
    }
    await Promise.all(running);
  }

  /** How many messages can be received. Those whose time has come are still told as delayed. */
  async #ready(queueName: string): Promise<number> {
    const { ready, delayed, inflight } = await this.#world.storage.inspectQueue(queueName);
    const now = this.#world.clock.now();
    const come = [
      ...delayed.map(({ delayUntil }) => delayUntil),
      ...inflight.map(({ visibilityDeadline }) => visibilityDeadline),
    ].filter((moment) => moment <= now);
    return ready.length + come.length;
  }

  #functionOf({ FunctionName }: EventSource): FunctionSpec | undefined {
    const name = nameInArn(FunctionName);
    return [...this.#world.stack().functions.values()].find((one) => one.name === name);
  }

  /** The poller takes on the function's role. */
  #may(spec: FunctionSpec, { EventSourceArn }: EventSource): boolean {
    const principal = { is: 'role', arn: spec.roleArn, label: spec.shortName } as const;
    return ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
      .map((action) => this.#world.access.decide(principal, action, EventSourceArn))
      .every(({ is }) => is === 'allowed');
  }

  /** Notes when a message of the queue can next be received, and sets an alarm for then. */
  async #plan(queueName: string): Promise<void> {
    const { delayed, inflight } = await this.#world.storage.inspectQueue(queueName);
    const moments = [
      ...delayed.map(({ delayUntil }) => delayUntil),
      ...inflight.map(({ visibilityDeadline }) => visibilityDeadline),
    ];
    const earliest = moments.reduce(
      (first, moment) => Math.min(first, moment),
      Number.POSITIVE_INFINITY,
    );
    if (earliest === Number.POSITIVE_INFINITY) this.#nextWake.delete(queueName);
    else this.#nextWake.set(queueName, earliest);
    this.#setAlarm();
  }

  #setAlarm(): void {
    clearTimeout(this.#timer);
    const next = this.nextWake();
    if (next === undefined || this.#stopped) return;
    const wait = Math.min(Math.max(next - this.#world.clock.now(), 1), 60_000);
    this.#timer = setTimeout(() => {
      this.wake();
      this.#setAlarm();
    }, wait);
  }
}
