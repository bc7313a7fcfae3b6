import { secondsOfMessage } from '../../infra/capacity.ts';
import type { Figures } from '../cloud/cloud.ts';
import { lambdaSeconds, MEGABYTES, PRICES, PROOFS_AN_OBJECT, SECONDS } from './prices.ts';

/** Functions on a mail's way. */
export const SENDING = ['tick', 'send'];

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What the meters of a cloud say, added up. */
export interface Tally {
  /** Mails that SES took. */
  readonly sent: number;
  readonly writes: number;
  readonly reads: number;
  /** Bytes of log. */
  readonly bytes: number;
  /** What it cost, in dollars, without SES and without proofs. */
  readonly dollars: number;
  /** What the proofs of it cost, in dollars. */
  readonly proofs: number;
  /** Requests of some functions to AWS, and AWS's calls of them. */
  requests(functions: readonly string[]): number;
  calls(name: string, action: string): number;
}

/** Exact, and the same on every machine. */
export function tallyOf({ requests, invocations, capacity, logBytes }: Figures): Tally {
  const counted = (wanted: (one: Figures['requests'][number]) => boolean) =>
    sum(requests.filter(wanted).map(({ count }) => count));
  const isSending = (one: Figures['requests'][number]) => SENDING.includes(one.function);
  const sent = counted(({ action }) => action === 'SendRawEmail');
  const writes = sum(capacity.map(({ writeUnits }) => writeUnits));
  const reads = sum(capacity.map(({ readUnits }) => readUnits));
  const bytes = sum(Object.values(logBytes));
  const lambda = (name: 'send' | 'tick'): number => {
    const calls = invocations[name] ?? 0;
    const each =
      name === 'send' ? secondsOfMessage(sent / Math.max(1, calls), MEGABYTES) : SECONDS[name];
    return calls * (PRICES.lambdaRequest + lambdaSeconds(each, MEGABYTES));
  };
  // A Send event for each; nobody reads them but for a mail in doubt.
  // Each object is written, read within the hour, and written again without names (functions/redact.ts).
  const object = 2 * PRICES.s3Put + PRICES.s3Get;
  return {
    sent,
    writes,
    reads,
    bytes,
    dollars:
      writes * PRICES.writeUnit +
      reads * PRICES.readUnit +
      counted((one) => isSending(one) && one.service === 'sqs') * PRICES.sqsRequest +
      lambda('tick') +
      lambda('send') +
      bytes * PRICES.logByte,
    proofs: sent * (PRICES.proof + object / PROOFS_AN_OBJECT),
    requests: (functions) =>
      counted((one) => functions.includes(one.function)) +
      sum(functions.map((name) => invocations[name] ?? 0)),
    calls: (name, action) => counted((one) => one.function === name && one.action === action),
  };
}

/** What counting the proofs of one mail cost: a transaction's writes are two units each, a mark an object and the counter. */
export function countingIn({ calls }: Tally): { readonly passes: number; readonly units: number } {
  const passes = calls('redaction', 'TransactWriteItems');
  return { passes, units: 2 * (passes + calls('redaction', 'GetObject')) };
}
