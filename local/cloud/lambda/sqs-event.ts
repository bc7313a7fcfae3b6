import { REGION } from '../template/names.ts';

/** A received message, as SQS's JSON protocol has it. */
export interface SqsMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
}

interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

/** The event that Lambda makes of a batch of messages. */
export function sqsEvent(queueArn: string, batch: readonly SqsMessage[]): object {
  return {
    Records: batch.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes ?? {},
      messageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([name, attribute]) => [
          name,
          {
            dataType: attribute.DataType,
            stringValue: attribute.StringValue,
            binaryValue: attribute.BinaryValue,
            stringListValues: [],
            binaryListValues: [],
          },
        ]),
      ),
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: REGION,
    })),
  };
}

/**
 * Reads a partial batch response as Lambda does: an answer that it can't make sense of, or that
 * names a message it does not know, means that the whole batch failed.
 */
export function failedIn(payload: string, batch: readonly SqsMessage[]): ReadonlySet<string> {
  const whole = new Set(batch.map(({ MessageId }) => MessageId));
  const answer = JSON.parse(payload) as { readonly batchItemFailures?: unknown } | null;
  const failures = answer?.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return whole;
  const ids = failures.map((one) => (one as { itemIdentifier?: unknown } | null)?.itemIdentifier);
  const known = ids.filter((id) => typeof id === 'string').filter((id) => whole.has(id));
  return known.length === ids.length ? new Set(known) : whole;
}
