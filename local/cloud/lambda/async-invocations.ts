import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { Clock, Moment } from '../clock.ts';
import type { Access } from '../iam/access.ts';
import type { Services } from '../services/services.ts';
import { nameInArn } from '../template/names.ts';
import type { FunctionSpec, Stack } from '../template/stack.ts';
import type { LateArrivals } from '../weather/late.ts';
import type { Functions } from './functions.ts';
import type { FunctionError } from './protocol.ts';

export interface AsyncWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly access: Access;
  readonly activity: Activity;
  readonly late: LateArrivals;
  readonly storage: Services;
  readonly functions: Functions;
  queueTouched(name: string): void;
  failed(error: unknown): void;
}

interface Invocation {
  readonly arn: string;
  readonly event: unknown;
  readonly requestId: string;
  readonly since: Moment;
  attempts: number;
  throttles: number;
}

/** Lambda waits one minute before the first retry and two before the second. */
const WAIT_MINUTES = [1, 2];

/** Invocations of type `Event`: nobody waits for them, and Lambda tries them again. */
export class AsyncInvocations {
  readonly #world: AsyncWorld;

  constructor(world: AsyncWorld) {
    this.#world = world;
  }

  invoke(spec: FunctionSpec, event: unknown): void {
    const { clock, activity, failed } = this.#world;
    const { arn } = spec;
    const since = clock.now();
    const requestId = randomUUID();
    const invocation = { arn, event, requestId, since, attempts: 0, throttles: 0 };
    activity.start(() => this.#run(invocation), failed);
  }

  async #run(invocation: Invocation): Promise<void> {
    const spec = this.#world.stack().functions.get(invocation.arn);
    if (spec === undefined) return;
    invocation.attempts += 1;
    const result = await this.#world.functions.invoke(spec, invocation.event);
    if (result.is === 'done') return;
    if (result.is === 'throttled') return await this.#putOff(spec, invocation);
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = spec.async;
    const wait = (WAIT_MINUTES[invocation.attempts - 1] ?? 2) * 60_000;
    const tooOld = this.#ageAfter(wait, invocation) > MaximumEventAgeInSeconds * 1000;
    if (invocation.attempts > MaximumRetryAttempts || tooOld) {
      await this.#giveUp(spec, invocation, result.error, tooOld);
      return;
    }
    this.#again(wait, invocation);
  }

  #again(wait: number, invocation: Invocation): void {
    this.#world.late.after(wait, () => this.#run(invocation));
  }

  #ageAfter(wait: number, { since }: Invocation): number {
    return this.#world.clock.now() + wait - since;
  }

  /**
   * An event that found no room waits, a second at first and then up to five minutes, and none of it
   * counts as an attempt (invocation-async-error-handling).
   */
  async #putOff(spec: FunctionSpec, invocation: Invocation): Promise<void> {
    invocation.attempts -= 1;
    const wait = Math.min(2 ** invocation.throttles, 300) * 1000;
    invocation.throttles += 1;
    if (this.#ageAfter(wait, invocation) > spec.async.MaximumEventAgeInSeconds * 1000) {
      const errorMessage = 'Rate Exceeded.';
      await this.#giveUp(spec, invocation, { errorType: 'TooManyRequests', errorMessage }, true);
      return;
    }
    this.#again(wait, invocation);
  }

  /** Hands what could not be done to where the template says. */
  async #giveUp(
    spec: FunctionSpec,
    { event, requestId, attempts }: Invocation,
    error: FunctionError,
    tooOld: boolean,
  ): Promise<void> {
    const destination = spec.async.DestinationConfig?.OnFailure?.Destination;
    if (destination !== undefined) {
      await this.#put(spec, destination, {
        version: '1.0',
        timestamp: this.#world.clock.iso(),
        requestContext: {
          requestId,
          functionArn: `${spec.arn}:$LATEST`,
          condition: tooOld ? 'EventAgeExceeded' : 'RetriesExhausted',
          approximateInvokeCount: attempts,
        },
        requestPayload: event,
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: 'Unhandled',
        },
        responsePayload: error,
      });
    }
    if (spec.deadLetterArn !== undefined) await this.#put(spec, spec.deadLetterArn, event);
  }

  async #put(spec: FunctionSpec, queueArn: string, message: unknown): Promise<void> {
    const principal = { is: 'role', arn: spec.roleArn, label: spec.shortName } as const;
    const decision = this.#world.access.decide(principal, 'sqs:SendMessage', queueArn);
    const QueueUrl = await this.#world.storage.queueUrl(nameInArn(queueArn));
    if (decision.is === 'denied' || QueueUrl === undefined) return;
    await this.#world.storage.sqs('SendMessage', {
      QueueUrl,
      MessageBody: JSON.stringify(message),
    });
    this.#world.queueTouched(nameInArn(queueArn));
  }
}
