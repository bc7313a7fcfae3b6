import type { Services } from './services/services.ts';
import type { Tables } from './tables.ts';
import type { Queue } from './template/properties.ts';
import type { Stack } from './template/stack.ts';

/** Makes the queues, buckets and tables of a stack, where they are not there yet. */
export async function provision(stack: Stack, storage: Services, tables: Tables): Promise<void> {
  for (const { name, properties } of stack.queues) {
    const Attributes = attributesOf(properties);
    const QueueUrl = await storage.queueUrl(name);
    if (QueueUrl === undefined) await storage.sqs('CreateQueue', { QueueName: name, Attributes });
    else await storage.sqs('SetQueueAttributes', { QueueUrl, Attributes });
  }
  for (const { name } of stack.buckets) await storage.s3('PUT', `/${name}`);
  await tables.provision(stack.tables);
}

function attributesOf({ RedrivePolicy, ...numbers }: Queue): Record<string, string> {
  const given = Object.entries(numbers)
    .filter(([name, value]) => name !== 'FifoQueue' && value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  return {
    ...Object.fromEntries(given),
    ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
}
