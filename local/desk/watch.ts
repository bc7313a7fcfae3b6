import { askAlarms } from '../account/ask/alarms.ts';
import { askStack, type StackResource } from '../account/ask/stack.ts';
import type { Desk } from './desk.ts';

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
export async function watchAt({ config, stackName }: Desk): Promise<Watch> {
  const resources = await resourcesAt({ config, stackName });
  const names = namesOf(resources, 'AWS::CloudWatch::Alarm');
  const queue = resources.find(
    ({ type, logicalId }) =>
      type === 'AWS::SQS::Queue' && /^SendQueue(?!.*DeadLetters)/.test(logicalId),
  );
  if (resources.length === 0) return {};
  const ask = askAlarms(config);
  const [alarms, queued] = await Promise.all([
    ask.alarms(names),
    queue && ask.waiting(queue.physicalId),
  ]);
  const rings = alarms.filter((one) => one.rings);
  return {
    ...(queued !== undefined && { queued }),
    alarms: rings.map(({ name, description }) => ({ name, description })),
  };
}

/** What the stack around a table is made of; nothing where there is none. */
export const resourcesAt = ({
  config,
  stackName,
}: Pick<Desk, 'config' | 'stackName'>): Promise<readonly StackResource[]> =>
  askStack(config).resources(stackName);

const namesOf = (resources: readonly StackResource[], wanted: string): readonly string[] =>
  resources.filter(({ type }) => type === wanted).map(({ physicalId }) => physicalId);
