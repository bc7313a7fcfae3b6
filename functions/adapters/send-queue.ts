import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import { type DueMessage, duesMessage } from '../core/sending/due.ts';
import type { Together } from '../core/sending/pace.ts';

/** The queue between the tick and the sender. */
export interface SendQueue {
  /**
   * Messages on it, of one due moment or more: ready, delayed and in flight. SQS calls the figure
   * approximate.
   */
  waiting(): Promise<number>;
  /** @throws when SQS did not take all of them; the due index still has them */
  put(messages: readonly Together<DueMessage>[]): Promise<void>;
}

/** SQS takes ten messages a call. */
const BATCH = 10;
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
] as const;

export function sendQueueAt(queueUrl: string, config: SQSClientConfig = {}): SendQueue {
  const client = new SQSClient(config);

  async function putBatch(messages: readonly Together<DueMessage>[], again = false): Promise<void> {
    const { Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.map((message, index) => ({
          Id: String(index),
          MessageBody: duesMessage(message.dues),
          DelaySeconds: message.delaySeconds,
        })),
      }),
    );
    const refused = (Failed ?? []).flatMap(({ Id }) => messages[Number(Id)] ?? []);
    if (refused.length === 0) return;
    // A part of a batch may be refused for a moment, without an error that the SDK would repeat for.
    if (!again) return putBatch(refused, true);
    throw new Error(`SQS refused ${refused.length} of ${messages.length}: ${Failed?.[0]?.Code}`);
  }

  return {
    async waiting() {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...COUNTS] }),
      );
      return COUNTS.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
    },
    async put(messages) {
      const batches = Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, index) =>
        messages.slice(index * BATCH, (index + 1) * BATCH),
      );
      await Promise.all(batches.map((batch) => putBatch(batch)));
    },
  };
}
