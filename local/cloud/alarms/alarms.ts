import { isDeepStrictEqual } from 'node:util';
import type { Activity } from '../activity.ts';
import type { Clock, Moment } from '../clock.ts';
import type { Services } from '../services/services.ts';
import type { Topics } from '../ses/topics.ts';
import type { Stack } from '../template/stack.ts';
import { type Alarm, type AlarmState, alarmOf, evaluate } from './alarm.ts';
import type { MetricStore } from './metric-store.ts';

export interface AlarmsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly storage: Services;
  readonly topics: Topics;
  readonly figures: MetricStore;
  failed(error: unknown): void;
}

/** What an alarm is, and since when. */
export interface Standing {
  readonly state: AlarmState;
  readonly reason: string;
  readonly since: Moment;
}

export interface AlarmEvent {
  readonly alarm: string;
  readonly type: 'StateUpdate' | 'Action';
  readonly at: Moment;
  readonly summary: string;
}

const MINUTE = 60_000;

/** CloudWatch's alarms: looked at each minute, and told to their topics when they change. */
export class Alarms {
  readonly #world: AlarmsWorld;
  readonly #standings = new Map<string, Standing>();
  readonly #declared = new Map<string, Moment>();
  readonly #history: AlarmEvent[] = [];
  #timer: NodeJS.Timeout | undefined;
  #known: { readonly stack: Stack; readonly alarms: readonly Alarm[] } | undefined;

  constructor(world: AlarmsWorld) {
    this.#world = world;
  }

  /** Looks each minute as real time passes, until stopped. */
  run(): void {
    this.#timer = setInterval(() => {
      this.#world.activity.start(() => this.look(), this.#world.failed);
    }, MINUTE);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The stack's alarms on one metric; those on computed ones are never evaluated. */
  list(): readonly Alarm[] {
    const stack = this.#world.stack();
    if (this.#known?.stack !== stack) {
      const declared = stack.resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
      const alarms = declared.flatMap((one) => alarmOf(one) ?? []);
      for (const alarm of alarms) this.#noteChange(alarm);
      this.#known = { stack, alarms };
    }
    return this.#known.alarms;
  }

  standing({ name }: Alarm): Standing {
    const first = {
      state: 'INSUFFICIENT_DATA',
      reason: 'Unchecked: Initial alarm creation',
    } as const;
    return this.#standings.get(name) ?? { ...first, since: this.#world.clock.now() };
  }

  /** Since when it is as it is now, or as long as this cloud runs. */
  declaredAt({ name }: Alarm): Moment {
    return this.#declared.get(name) ?? this.#world.clock.now();
  }

  /** Newest first. */
  history(): readonly AlarmEvent[] {
    return this.#history;
  }

  #noteChange(alarm: Alarm): void {
    const before = this.#known?.alarms.find(({ name }) => name === alarm.name);
    if (isDeepStrictEqual(before, alarm)) return;
    this.#declared.set(alarm.name, this.#world.clock.now());
  }

  /** Counts what lies in queues, and evaluates every alarm. */
  async look(): Promise<void> {
    await this.#countMessages();
    await this.evaluate();
  }

  /** Evaluates every alarm on what is known. */
  async evaluate(): Promise<void> {
    for (const alarm of this.list()) {
      const { state, reason } = evaluate(alarm, this.#world.figures, this.#world.clock.now());
      if (state !== 'unchanged') await this.set(alarm, state, reason);
    }
  }

  /** Sets an alarm's state, and tells whom it says, unless it was in it before. */
  async set(alarm: Alarm, state: AlarmState, reason: string): Promise<void> {
    const before = this.standing(alarm);
    if (before.state === state && this.#standings.has(alarm.name)) return;
    const since = this.#world.clock.now();
    this.#standings.set(alarm.name, { state, reason, since });
    if (before.state === state) return;
    this.#note(alarm, 'StateUpdate', `Alarm updated from ${before.state} to ${state}`);
    const actions = state === 'ALARM' ? alarm.AlarmActions : state === 'OK' ? alarm.OKActions : [];
    if (!alarm.ActionsEnabled) return;
    for (const topic of actions) await this.#tell(alarm, topic, before.state);
  }

  /** The topic's policy has to let CloudWatch publish; if not, only the history says so. */
  async #tell(alarm: Alarm, topic: string, before: AlarmState): Promise<void> {
    const standing = this.standing(alarm);
    const published = await this.#world.topics.publish(
      'cloudwatch.amazonaws.com',
      alarm.arn,
      topic,
      JSON.stringify({
        AlarmName: alarm.name,
        AlarmDescription: alarm.AlarmDescription,
        NewStateValue: standing.state,
        NewStateReason: standing.reason,
        OldStateValue: before,
        StateChangeTime: new Date(standing.since).toISOString(),
        AlarmArn: alarm.arn,
      }),
      `${standing.state}: "${alarm.name}"`,
    );
    const why = 'CloudWatch Alarms is not authorized to perform: SNS:Publish';
    const summary = published
      ? `Successfully executed action ${topic}`
      : `Failed to execute action ${topic}. Received error: "${why} on resource: ${topic}"`;
    this.#note(alarm, 'Action', summary);
  }

  #note({ name: alarm }: Alarm, type: AlarmEvent['type'], summary: string): void {
    this.#history.unshift({ alarm, type, at: this.#world.clock.now(), summary });
  }

  async #countMessages(): Promise<void> {
    const { storage, figures, clock } = this.#world;
    for (const { metric } of this.list()) {
      const { QueueName } = metric.dimensions;
      if (metric.namespace !== 'AWS/SQS' || QueueName === undefined) continue;
      const { ready } = await storage.inspectQueue(QueueName);
      figures.put(metric, ready.length, clock.now());
    }
  }
}
