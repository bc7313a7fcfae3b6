import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { sesAccount } from '../../functions/adapters/account.ts';
import type { Quota } from '../../functions/core/sending/pace.ts';
import type { ClientConfig } from '../account/account.ts';
import { type AlarmAnswers, askAlarms } from '../account/ask/alarms.ts';
import { askStack, type StackResource } from '../account/ask/stack.ts';

/** What a function has come to: its answer as JSON, or that it failed. */
export interface Invoked {
  readonly failed: boolean;
  readonly payload: string;
}

/** What the desk asks an account beside its table. It only reads, but for what it has a door of the stack do. */
export interface DeskAccount extends Pick<AlarmAnswers, 'alarms' | 'waiting'> {
  quota(): Promise<Quota>;
  /** What the stack around the table is made of; nothing where there is none. */
  resources(): Promise<readonly StackResource[]>;
  /** Has a function run on a payload, and waits for it. */
  invoke(functionName: string, payload: string): Promise<Invoked>;
}

export function deskAccount(config: ClientConfig, stackName: string): DeskAccount {
  const { alarms, waiting } = askAlarms(config);
  return {
    alarms,
    waiting,
    quota: () => sesAccount(config).quota(),
    resources: () => askStack(config).resources(stackName),
    async invoke(FunctionName, Payload) {
      const asked = new InvokeCommand({ FunctionName, Payload });
      const { FunctionError, Payload: answer } = await new LambdaClient(config).send(asked);
      return {
        failed: FunctionError !== undefined,
        payload: Buffer.from(answer ?? []).toString('utf8'),
      };
    },
  };
}

export interface Ringing {
  readonly name: string;
  /** Says which article of the runbook to read. */
  readonly description: string;
}

/** What watches over a stack, as far as it can be asked. */
export interface Watch {
  /** Messages on the send queue, which hold up to 13 due moments each; absent where there is no stack. */
  readonly queued?: number;
  /** Alarms that ring; absent where there is no stack. */
  readonly alarms?: readonly Ringing[];
}

/** Alarms and queue of the stack around the table; none of either for a table that stands alone. */
export async function watchOver(account: DeskAccount): Promise<Watch> {
  const resources = await account.resources();
  if (resources.length === 0) return {};
  const names = resources.filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
  const queue = resources.find(
    ({ type, logicalId }) => type === 'AWS::SQS::Queue' && SEND_QUEUE.test(logicalId),
  );
  const [alarms, queued] = await Promise.all([
    account.alarms(names.map(({ physicalId }) => physicalId)),
    queue && account.waiting(queue.physicalId),
  ]);
  const rings = alarms.filter((one) => one.rings);
  return {
    ...(queued !== undefined && { queued }),
    alarms: rings.map(({ name, description }) => ({ name, description })),
  };
}

/** As infra/stack.ts names it, and not the one for what it could not deliver. */
const SEND_QUEUE = /^SendQueue(?!.*DeadLetters)/;
