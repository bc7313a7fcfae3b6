import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { logError, logFigures } from './log.ts';

/**
 * Handles the records of a batch side by side, each on its own: one that throws comes back alone
 * (partial batch response) and ends in the dead-letter queue after its last try.
 *
 * @param event  the log line's name; how many records ended how is all it says
 * @param handle one record, to the word for how it ended
 */
export async function eachRecord<Record extends SQSRecord>(
  event: string,
  records: readonly Record[],
  handle: (record: Record) => Promise<string>,
): Promise<SQSBatchResponse> {
  const tally: { [ended: string]: number } = {};
  const failures = await Promise.all(
    records.map(async (record) => {
      try {
        const ended = await handle(record);
        tally[ended] = (tally[ended] ?? 0) + 1;
        return [];
      } catch (error) {
        logError(`${event}-failed`, error);
        return [{ itemIdentifier: record.messageId }];
      }
    }),
  );
  logFigures(event, tally);
  return { batchItemFailures: failures.flat() };
}
