import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { VitalSign } from '../core/sending/vital-signs.ts';
import { logError, logFigures } from './log.ts';

/**
 * Handles the records of a batch side by side, each on its own: one that throws comes back alone
 * (partial batch response) and ends in the dead-letter queue after its last try.
 *
 * @param event  the log line's name; how many records ended how is all it says
 * @param handle one record, to the word for how it ended
 * @param signs  words that an alarm waits for
 */
export async function eachRecord<Record extends SQSRecord>(
  event: string,
  records: readonly Record[],
  handle: (record: Record) => Promise<string>,
  signs: { readonly [ended: string]: VitalSign } = {},
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
  const seen: { [Sign in VitalSign]?: number } = {};
  for (const [ended, sign] of Object.entries(signs)) {
    const count = tally[ended] ?? 0;
    if (count > 0) seen[sign] = (seen[sign] ?? 0) + count;
  }
  logFigures(event, tally, seen);
  return { batchItemFailures: failures.flat() };
}
