import type { AwsCall } from './calls.ts';
import type { AwsAnswer } from './errors.ts';
import { jsonAnswer } from './wire.ts';

interface Entry {
  readonly Id: string;
}

/** A batch of which SQS takes a part only. */
export interface PartOfBatch {
  readonly none: boolean;
  /** With the entries that SQS takes. */
  readonly call: AwsCall;
  /** What SQS answered to those, and beside it the others, as failed. */
  answer(taken: object): AwsAnswer;
}

/**
 * SendMessageBatch answers 200 also when it has not taken all: each entry may fail by itself, and
 * whoever reads `Successful` only does not notice (SQS API reference, SendMessageBatch).
 *
 * @param strikes asked for each entry
 * @returns nothing when all are taken
 */
export function someRefused(call: AwsCall, strikes: () => boolean): PartOfBatch | undefined {
  if (call.action !== 'SendMessageBatch') return undefined;
  const entries = (call.input['Entries'] ?? []) as readonly Entry[];
  const refused = entries.filter(() => strikes());
  if (refused.length === 0) return undefined;
  const Entries = entries.filter((entry) => !refused.includes(entry));
  const Failed = refused.map(({ Id }) => ({
    Id,
    Code: 'InternalError',
    SenderFault: false,
    Message: 'We encountered an internal error. Please try again.',
  }));
  return {
    none: Entries.length === 0,
    call: { ...call, input: { ...call.input, Entries } },
    answer: (taken) => jsonAnswer({ Successful: [], ...taken, Failed }),
  };
}
