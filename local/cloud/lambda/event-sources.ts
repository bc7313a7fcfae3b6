import type { Account } from '../account/account.ts';
import type { Activity } from '../activity.ts';
import type { Metrics } from '../aws/metrics.ts';
import type { Clock, Moment } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { Services } from '../services/services.ts';
import { nameInArn } from '../template/names.ts';
import type { EventSource } from '../template/properties.ts';
import type { FunctionSpec, Stack } from '../template/stack.ts';
import { type Functions, isScarce } from './functions.ts';
import { failedIn, type SqsMessage, sqsEvent } from './sqs-event.ts';

export interface EventSourcesWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly account: Account;
  readonly activity: Activity;
  readonly metrics: Metrics;
  readonly storage: Services;
  readonly functions: Functions;
  failed(error: unknown): void;
}

/** Lambda's pollers: take messages off queues, in batches, and hand them to functions. */
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
    const limit = this.#pollers(source);
    const running = new Set<Promise<void>>();
    for (;;) {
      const batch = await this.#receive(spec, url, source);
      if (batch.length === 0) break;
      const work = this.#handOver(spec, url, source, batch)
        .catch(this.#world.failed)
        .finally(() => running.delete(work));
      running.add(work);
      if (running.size >= limit) await Promise.race(running);
    }
    await Promise.all(running);
  }

  /** Lambda begins with five batches at once (services-sqs-scaling); a laptop with two. */
  #pollers({ ScalingConfig }: EventSource): number {
    const most = isScarce(this.#world.account) ? 5 : 2;
    return Math.min(most, ScalingConfig.MaximumConcurrency ?? most);
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

  async #receive(
    spec: FunctionSpec,
    url: string,
    { BatchSize, EventSourceArn }: EventSource,
  ): Promise<readonly SqsMessage[]> {
    const batch: SqsMessage[] = [];
    while (batch.length < BatchSize) {
      const { Messages = [] } = await this.#world.storage.sqs<{
        readonly Messages?: readonly SqsMessage[];
      }>('ReceiveMessage', {
        QueueUrl: url,
        MaxNumberOfMessages: Math.min(10, BatchSize - batch.length),
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      if (Messages.length === 0) break;
      this.#world.metrics.request(spec.shortName, 'sqs', 'ReceiveMessage', EventSourceArn);
      batch.push(...Messages);
    }
    return batch;
  }

  async #handOver(
    spec: FunctionSpec,
    url: string,
    source: EventSource,
    batch: readonly SqsMessage[],
  ): Promise<void> {
    const { EventSourceArn, FunctionResponseTypes } = source;
    const result = await this.#world.functions.invoke(spec, sqsEvent(EventSourceArn, batch));
    // What failed or found no room comes back when its time of invisibility is over.
    if (result.is !== 'done') return;
    const partial = FunctionResponseTypes.includes('ReportBatchItemFailures');
    const failed = partial ? failedIn(result.payload, batch) : new Set<string>();
    const done = batch.filter(({ MessageId }) => !failed.has(MessageId));
    for (let first = 0; first < done.length; first += 10) {
      this.#world.metrics.request(spec.shortName, 'sqs', 'DeleteMessageBatch', EventSourceArn);
      await this.#world.storage.sqs('DeleteMessageBatch', {
        QueueUrl: url,
        Entries: done.slice(first, first + 10).map(({ ReceiptHandle }, index) => ({
          Id: String(index),
          ReceiptHandle,
        })),
      });
    }
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
