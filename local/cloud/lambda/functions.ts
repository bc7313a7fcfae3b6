import type { Account } from '../account/account.ts';
import type { Activity } from '../activity.ts';
import { embeddedIn } from '../alarms/embedded-metrics.ts';
import type { MetricStore } from '../alarms/metric-store.ts';
import type { Metrics } from '../aws/metrics.ts';
import type { Books } from '../books.ts';
import type { Clock } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { FunctionSpec, Stack } from '../template/stack.ts';
import type { Weather } from '../weather/weather.ts';
import { ExecutionEnvironment } from './environment.ts';
import type { InvocationOutcome } from './protocol.ts';

export interface FunctionsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly activity: Activity;
  readonly account: Account;
  readonly weather: Weather;
  readonly metrics: Metrics;
  readonly figures: MetricStore;
  readonly endpoint: string;
  readonly log: Books['log'];
}

/** Environments of one function that may run at once. Two show what one would hide. */
const CONCURRENCY = 2;

/**
 * An account that may run fewer at once than this runs all that it may, and throttles the rest; with
 * more, a laptop's two environments a function take turns, and nobody is throttled.
 */
const SCARCE = 50;

/** How many Lambdas may run at once just now in the whole account. */
const roomIn = ({ account, weather }: Pick<FunctionsWorld, 'account' | 'weather'>): number =>
  weather.room(account.state.concurrency);

/** Whether an account has so little room that its functions take it from each other. */
export const isScarce = (world: Pick<FunctionsWorld, 'account' | 'weather'>): boolean =>
  roomIn(world) < SCARCE;

/** Runs functions: keeps their environments warm, and lets events wait when all are busy. */
export class Functions {
  readonly #world: FunctionsWorld;
  #environments: ExecutionEnvironment[] = [];
  #waiting: { readonly name: string; readonly take: () => void }[] = [];
  #started = 0;

  constructor(world: FunctionsWorld) {
    this.#world = world;
  }

  /** Runs a function on an event. Never rejects: a failure is a result. */
  invoke(spec: FunctionSpec, event: unknown): Promise<InvocationOutcome> {
    return this.#world.activity.track(this.#invoke(spec, JSON.stringify(event)));
  }

  /** Ends an environment as a crash would. */
  kill(key: string): void {
    const environment = this.#environments.find((one) => one.key === key);
    if (environment === undefined) return;
    environment.kill().catch(() => undefined);
    this.#forget(environment);
  }

  /** The code has changed: idle environments end now, busy ones after what they do. */
  async renew(): Promise<void> {
    for (const environment of this.#environments) environment.retired = true;
    const idle = this.#environments.filter(({ busy }) => !busy);
    this.#environments = this.#environments.filter(({ busy }) => busy);
    await Promise.all(idle.map((environment) => environment.kill()));
  }

  async stop(): Promise<void> {
    const all = this.#environments;
    this.#environments = [];
    await Promise.all(all.map((environment) => environment.kill()));
  }

  async #invoke(given: FunctionSpec, event: string): Promise<InvocationOutcome> {
    if (this.#isThrottled(given)) {
      this.#count('Throttles', given);
      this.#world.weather.strikes('few-lambdas');
      return { is: 'throttled' };
    }
    const environment = await this.#free(given.arn);
    const result = await environment.invoke(event);
    if (result.is === 'failed') {
      const { errorType, errorMessage } = result.error;
      this.#log(environment.spec, result.printed ?? `${errorType}: ${errorMessage}`);
      // As Lambda does, a failed start is not kept.
      if (result.init) environment.retired = true;
    }
    this.#world.metrics.invocation(environment.spec.shortName, result.is === 'failed');
    this.#count('Invocations', environment.spec);
    if (result.is === 'failed') this.#count('Errors', environment.spec);
    if (environment.retired) await environment.kill();
    environment.busy = false;
    if (environment.gone) this.#forget(environment);
    this.#next(environment.spec.name);
    return result;
  }

  /** An idle environment, a new one, or the first that becomes idle. */
  async #free(arn: string): Promise<ExecutionEnvironment> {
    for (;;) {
      const spec = this.#world.stack().functions.get(arn);
      if (spec === undefined) throw new Error(`there is no function ${arn}`);
      const own = this.#environments.filter((one) => one.spec.name === spec.name && !one.retired);
      const idle = own.find(({ busy, gone }) => !busy && !gone);
      const environment = idle ?? (own.length < this.#limit(spec) ? this.#start(spec) : undefined);
      if (environment !== undefined) {
        environment.busy = true;
        return environment;
      }
      await new Promise<void>((take) => this.#waiting.push({ name: spec.name, take }));
    }
  }

  #limit({ concurrency }: FunctionSpec): number {
    const most = isScarce(this.#world) ? roomIn(this.#world) : CONCURRENCY;
    return Math.min(most, concurrency ?? most);
  }

  /** Lambda counts what runs in the whole account, and of a function that has its own share. */
  #isThrottled(spec: FunctionSpec): boolean {
    if (!isScarce(this.#world)) return false;
    const busy = this.#environments.filter((one) => one.busy);
    const own = busy.filter((one) => one.spec.name === spec.name);
    return busy.length >= roomIn(this.#world) || own.length >= this.#limit(spec);
  }

  /** A figure of Lambda's own, of the function and of all together. */
  #count(name: 'Invocations' | 'Errors' | 'Throttles', { name: FunctionName }: FunctionSpec): void {
    const { figures, clock } = this.#world;
    for (const dimensions of [{ FunctionName }, {}]) {
      figures.put({ namespace: 'AWS/Lambda', name, dimensions }, 1, clock.now());
    }
  }

  #start(spec: FunctionSpec): ExecutionEnvironment {
    this.#started += 1;
    const { clock, endpoint } = this.#world;
    const environment = new ExecutionEnvironment(spec, this.#started, clock, endpoint, (text) =>
      this.#logged(spec, text),
    );
    this.#environments.push(environment);
    return environment;
  }

  #forget(environment: ExecutionEnvironment): void {
    this.#environments = this.#environments.filter((one) => one !== environment);
    this.#next(environment.spec.name);
  }

  #next(name: string): void {
    const index = this.#waiting.findIndex((one) => one.name === name);
    if (index >= 0) this.#waiting.splice(index, 1)[0]?.take();
  }

  /** What a function prints goes to its log group, if its role lets it. */
  #logged(spec: FunctionSpec, text: string): void {
    const principal = { is: 'role', arn: spec.roleArn, label: spec.shortName } as const;
    const group = `arn:aws:logs:us-east-1:000000000000:log-group:${spec.logGroup}:log-stream:local`;
    const allowed = ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
      (action) => this.#world.access.decide(principal, action, group).is === 'allowed',
    );
    if (allowed.includes(false)) return;
    this.#world.metrics.logged(spec.shortName, Buffer.byteLength(text));
    for (const { id, value, at } of embeddedIn(text)) this.#world.figures.put(id, value, at);
    this.#log(spec, text.trimEnd());
  }

  #log(spec: FunctionSpec, text: string): void {
    this.#world.log({ at: this.#world.clock.iso(), function: spec.shortName, text });
  }
}
