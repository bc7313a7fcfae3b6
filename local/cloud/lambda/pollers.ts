import type { Account } from '../account/account.ts';
import type { Metrics } from '../aws/metrics.ts';
import type { Services } from '../services/services.ts';
import type { EventSource } from '../template/properties.ts';
import type { FunctionSpec, Stack } from '../template/stack.ts';
import type { LateArrivals } from '../weather/late.ts';
import type { Weather } from '../weather/weather.ts';
import { type Functions, isScarce } from './functions.ts';
import { failedIn, type SqsMessage, sqsEvent } from './sqs-event.ts';

export interface PollersWorld {
  readonly stack: () => Stack;
  readonly account: Account;
  readonly weather: Weather;
  readonly late: LateArrivals;
  readonly metrics: Metrics;
  readonly storage: Services;
  readonly functions: Functions;
}

/** With how many pollers Lambda begins (services-sqs-scaling). */
const POLLERS = 5;

/** SQS's own, where a queue does not say. */
const VISIBILITY_SECONDS = 30;

type Batch = readonly SqsMessage[];

/** Lambda's pollers of one queue: take messages off it, in batches, and hand them to a function. */
export class Pollers {
  readonly #world: PollersWorld;
  readonly #spec: FunctionSpec;
  readonly #url: string;
  readonly #source: EventSource;

  constructor(world: PollersWorld, spec: FunctionSpec, url: string, source: EventSource) {
    this.#world = world;
    this.#spec = spec;
    this.#url = url;
    this.#source = source;
  }

  /** How many batches are out at once; a laptop has two, where nothing asks for more. */
  get count(): number {
    const { weather } = this.#world;
    const most = isScarce(this.#world) || weather.has('trickle') ? POLLERS : 2;
    return Math.min(most, this.#source.ScalingConfig.MaximumConcurrency ?? most);
  }

  /**
   * How many messages one poller has when its window ends: its share of what there is. Without that
   * weather a single poller collects them all.
   *
   * @param ready how many messages can be received
   */
  batchSize(ready: number): number {
    const { BatchSize } = this.#source;
    if (!this.#world.weather.has('trickle')) return BatchSize;
    return Math.min(BatchSize, Math.max(1, Math.ceil(ready / this.count)));
  }

  /** All that is ready, in batches, as long as there is something. */
  async *batches(size: number): AsyncGenerator<Batch> {
    const { weather } = this.#world;
    // Order is lost among what several pollers hold at the same time.
    const most = weather.has('disorder') ? size * POLLERS : size;
    for (;;) {
      const received = await this.#receive(most);
      if (received.length === 0) return;
      const again = received.filter(() => weather.strikes('repeats'));
      const all = [...weather.disordered(received), ...again];
      for (let first = 0; first < all.length; first += size) yield all.slice(first, first + size);
    }
  }

  /** @param tries how often there was no room for it before */
  async handOver(batch: Batch, tries = 0): Promise<void> {
    const { EventSourceArn, FunctionResponseTypes } = this.#source;
    const event = sqsEvent(EventSourceArn, batch);
    const result = await this.#world.functions.invoke(this.#spec, event);
    if (result.is === 'throttled') return this.#backOff(batch, tries);
    // What failed comes back when its time of invisibility is over.
    if (result.is !== 'done') return;
    const partial = FunctionResponseTypes.includes('ReportBatchItemFailures');
    const failed = partial ? failedIn(result.payload, batch) : new Set<string>();
    await this.#delete(batch.filter(({ MessageId }) => !failed.has(MessageId)));
  }

  /**
   * Where there was no room a poller tries again, more and more slowly, until others can see the batch
   * (Lambda operator guide, "Backoff strategy for failed invocations").
   */
  #backOff(batch: Batch, tries: number): void {
    const { stack, late } = this.#world;
    const queue = stack().queues.find(({ arn }) => arn === this.#source.EventSourceArn);
    const invisible = queue?.properties.VisibilityTimeout ?? VISIBILITY_SECONDS;
    const seconds = 2 ** tries;
    // All the waiting so far, and this: 1 + 2 + 4 + …
    if (2 * seconds - 1 >= invisible) return;
    late.after(seconds * 1000, () => this.handOver(batch, tries + 1));
  }

  async #receive(most: number): Promise<Batch> {
    const { storage, metrics } = this.#world;
    const batch: SqsMessage[] = [];
    while (batch.length < most) {
      const { Messages = [] } = await storage.sqs<{ readonly Messages?: Batch }>('ReceiveMessage', {
        QueueUrl: this.#url,
        MaxNumberOfMessages: Math.min(10, most - batch.length),
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      if (Messages.length === 0) break;
      const { EventSourceArn } = this.#source;
      metrics.request(this.#spec.shortName, 'sqs', 'ReceiveMessage', EventSourceArn);
      batch.push(...Messages);
    }
    return batch;
  }

  async #delete(done: Batch): Promise<void> {
    const { storage, metrics, weather } = this.#world;
    // One that is deleted and comes again all the same.
    const gone = done.filter(() => !weather.strikes('repeats'));
    for (let first = 0; first < gone.length; first += 10) {
      const { EventSourceArn } = this.#source;
      metrics.request(this.#spec.shortName, 'sqs', 'DeleteMessageBatch', EventSourceArn);
      await storage.sqs('DeleteMessageBatch', {
        QueueUrl: this.#url,
        Entries: gone.slice(first, first + 10).map(({ ReceiptHandle }, index) => ({
          Id: String(index),
          ReceiptHandle,
        })),
      });
    }
  }
}
