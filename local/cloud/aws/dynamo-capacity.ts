import type { HttpAnswer } from '../services/http.ts';
import type { AwsCall } from './calls.ts';
import type { Metrics } from './metrics.ts';

const METERED = new Set([
  ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'],
  ...['BatchGetItem', 'BatchWriteItem', 'TransactWriteItems'],
]);
const WRITES = new Set([
  ...['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'],
]);

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

/** The call's body, asking for what it consumes whether its caller wanted to know or not. */
export function metered({ action, input }: AwsCall): string {
  const asked = METERED.has(action) && { ReturnConsumedCapacity: 'TOTAL' };
  return JSON.stringify({ ...input, ...asked });
}

/** Counts what an answered call consumed, and gives its caller the answer they asked for. */
export function settleCapacity(call: AwsCall, answer: HttpAnswer, metrics: Metrics): Buffer {
  const { action, input } = call;
  if (!METERED.has(action)) return answer.body;
  const kind = WRITES.has(action) ? 'writes' : 'reads';
  const body = JSON.parse(answer.body.toString()) as Record<string, unknown>;
  if (answer.status >= 400) {
    // A condition that fails has still cost its write unit.
    if (String(body['__type']).endsWith('#ConditionalCheckFailedException')) {
      metrics.capacity('writes', String(input['TableName']), undefined, 1);
    }
    return answer.body;
  }
  const { ConsumedCapacity: consumed, ...rest } = body;
  const index = input['IndexName'] as string | undefined;
  const tables = [(consumed ?? []) as Consumed | readonly Consumed[]].flat();
  for (const { TableName, CapacityUnits } of tables) {
    metrics.capacity(kind, TableName, index, CapacityUnits);
  }
  const wanted = (input['ReturnConsumedCapacity'] ?? 'NONE') !== 'NONE';
  return Buffer.from(JSON.stringify(wanted ? body : rest));
}
