import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { VitalSign } from '../core/sending/vital-signs.ts';
import { logError, logFigures, type Signs } from './log.ts';

/** Words for how something ended that an alarm waits for. */
type SignsOf = { readonly [ended: string]: VitalSign };

/**
 * Handles the records of a batch side by side, each on its own: one that throws comes back alone
 * (partial batch response) and ends in the dead-letter queue after its last try.
 *
 * @param event  the log line's name; how many records ended how is all it says
 * @param handle one record, to the word for how it ended
 * @param signs  words that an alarm waits for
 */
export const eachRecord = <Record extends SQSRecord>(
  event: string,
  records: readonly Record[],
  handle: (record: Record) => Promise<string>,
  signs: SignsOf = {},
): Promise<SQSBatchResponse> => eachPart(event, records, (record) => [record], handle, signs);

/**
 * The same for records of several parts. A part that throws holds up none of the others, which are
 * all done by then; its record comes back whole, so a part must bear being handled again.
 *
 * @param partsOf throws for a record that is none of ours
 */
export async function eachPart<Record extends SQSRecord, Part>(
  event: string,
  records: readonly Record[],
  partsOf: (record: Record) => readonly Part[],
  handle: (part: Part) => Promise<string>,
  signs: SignsOf = {},
): Promise<SQSBatchResponse> {
  const tally: { [ended: string]: number } = {};

  /** Whether it was handled. */
  async function handled(part: Part): Promise<boolean> {
    try {
      const ended = await handle(part);
      tally[ended] = (tally[ended] ?? 0) + 1;
      return true;
    } catch (error) {
      logError(`${event}-failed`, error);
      return false;
    }
  }

  const failures = await Promise.all(
    records.map(async (record) => {
      const parts = readable(event, record, partsOf);
      const done = parts !== undefined && (await Promise.all(parts.map(handled))).every(Boolean);
      return done ? [] : [{ itemIdentifier: record.messageId }];
    }),
  );
  logFigures(event, tally, signsIn(tally, signs));
  return { batchItemFailures: failures.flat() };
}

function readable<Record, Part>(
  event: string,
  record: Record,
  partsOf: (record: Record) => readonly Part[],
): readonly Part[] | undefined {
  try {
    return partsOf(record);
  } catch (error) {
    logError(`${event}-failed`, error);
    return undefined;
  }
}

function signsIn(tally: { readonly [ended: string]: number }, signs: SignsOf): Signs {
  const seen: { [Sign in VitalSign]?: number } = {};
  for (const [ended, sign] of Object.entries(signs)) {
    const count = tally[ended] ?? 0;
    if (count > 0) seen[sign] = (seen[sign] ?? 0) + count;
  }
  return seen;
}
