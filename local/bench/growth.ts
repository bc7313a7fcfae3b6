import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { subscriberKey, toAttributes } from '../../functions/adapters/item.ts';
import type { Instant } from '../../functions/core/time.ts';
import { startCloud } from '../cloud/cloud.ts';
import { benchReader, post, tableOf } from './happy-path.ts';

/** Filling may take hours, while the cloud's clock goes on: nobody must become due meanwhile. */
const FILLED_FROM = '2026-11-23T07:00:00Z';
/** So may a move of the clock with all that is in the table: half an hour lies before the tick that counts. */
const BEFORE = '2026-11-24T06:30:00Z';
const DUE = '2026-11-24T07:00:00Z' as Instant;
const NOT_DUE = '2026-12-24T07:00:00Z' as Instant;
/** A hundred writes on their way at once. */
const BATCH = 25;
const AT_ONCE = 4;

/**
 * What one tick costs that finds 100 due.
 *
 * @param notDue how many more are in the index, due some day
 * @returns read units and requests, in one sum
 */
export async function costOfTick(assemblyDir: string, notDue: number): Promise<number> {
  const cloud = await startCloud({ assemblyDir, port: 0, now: FILLED_FROM });
  try {
    const { name, config } = tableOf(cloud, assemblyDir);
    const client = new DynamoDBClient(config);
    const readers = (function* () {
      for (let number = 0; number < 100 + notDue; number += 1) {
        yield benchReader(number, number < 100 ? DUE : NOT_DUE);
      }
    })();
    const write = async () => {
      for (
        let batch = [...take(readers, BATCH)];
        batch.length > 0;
        batch = [...take(readers, BATCH)]
      ) {
        const requests = batch.map((reader) => ({
          PutRequest: {
            Item: marshall({ ...subscriberKey(reader.id), ...toAttributes(reader) }),
          },
        }));
        await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, write));
    await post(cloud, 'clock', { to: BEFORE });
    await post(cloud, 'metrics/reset');
    await post(cloud, 'clock', { to: '2026-11-24T07:00:50Z' });
    const { requests, capacity, invocations } = await cloud.figures();
    const calls = requests.filter((one) => one.function === 'tick').map(({ count }) => count);
    const reads = capacity.filter(({ index }) => index === 'due').map(({ readUnits }) => readUnits);
    // On a machine that does much else a minute may pass by itself, and bring a tick that finds nobody.
    const ticks = invocations['tick'] ?? 0;
    if (ticks === 0) throw new Error('no tick came');
    return [...calls, ...reads].reduce((sum, one) => sum + one, 0) / ticks;
  } finally {
    await cloud.stop();
  }
}

function* take<T>(from: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken += 1) {
    const next = from.next();
    if (next.done) return;
    yield next.value;
  }
}
