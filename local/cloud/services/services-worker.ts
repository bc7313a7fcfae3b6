/**
 * The storage services, in a thread of their own whose clock is the cloud's: dynalite for DynamoDB
 * and fauxqs for SQS and S3. fauxqs reads `Date.now` for delays and visibility time-outs.
 */
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { tellCloudTime } from '../virtual-date.ts';
import { AwaitedItems } from './awaited.ts';
import { type DynaliteDb, observeDynalite } from './dynalite.ts';
import { LaggingIndexes } from './lagging-indexes.ts';
import type { IndexUnits } from './metering.ts';
import type { Answer, Question, Questions, ServicesData, ServicesReady } from './rpc.ts';
import { withTransactions } from './transactions.ts';

const { clock, path } = workerData as ServicesData;
tellCloudTime(clock);

const require = createRequire(import.meta.url);
const db = require('dynalite/db') as DynaliteDb;
const awaited = new AwaitedItems();
const indexes = new LaggingIndexes();
const counts = new Map<string, number>();
const free = new Set<string>();

observeDynalite(db, require, {
  delays: (table, key, apply) =>
    indexes.delays(`${table} ${JSON.stringify(key)}`, Date.now(), apply),
  wrote: (table, key, item) => awaited.note(table, key, item),
  cost: (table, index, key, units) => {
    if (free.has(JSON.stringify(key))) return;
    const name = JSON.stringify([table, index]);
    counts.set(name, (counts.get(name) ?? 0) + units);
  },
});

const dynalite = require('dynalite') as (options: object) => Server;
const dynamo = withTransactions(
  dynalite({ ...(path && { path }), createTableMs: 0, updateTableMs: 0 }),
);
const { buildApp } = await import('fauxqs');
const fauxqs = buildApp({ logger: false, defaultRegion: 'us-east-1' });

const questions: Questions = {
  watch(table, ttl, stored) {
    if (ttl !== undefined) awaited.ttl.set(table, ttl);
    for (const [key, item] of stored) awaited.note(table, key, item);
  },
  indexUnits() {
    const units: IndexUnits[] = [...counts].map(([name, units]) => {
      const [table, index] = JSON.parse(name) as [string, string];
      return { table, index, units };
    });
    counts.clear();
    return units;
  },
  indexLag: (seed) => indexes.begin(seed),
  indexesArrive: (now) => indexes.arrive(now),
  awaited: (now) => awaited.summary(now),
  expired(table, now) {
    const keys = awaited.expired(table, now);
    for (const key of keys) free.add(JSON.stringify(key));
    return keys;
  },
  async stop() {
    await fauxqs.close();
    await new Promise<void>((resolve) => {
      dynamo.close(() => resolve());
      dynamo.closeAllConnections();
    });
  },
};

async function answer({ id, ask, with: given }: Question): Promise<Answer> {
  const value = await (questions[ask] as (...given: readonly unknown[]) => unknown)(...given);
  return { id, value };
}

parentPort?.on('message', (question: Question) => {
  answer(question).then(
    (reply) => parentPort?.postMessage(reply),
    (error: unknown) => {
      throw error;
    },
  );
});

await new Promise<void>((resolve) => dynamo.listen(0, '127.0.0.1', resolve));
await fauxqs.listen({ port: 0, host: '127.0.0.1' });
// A connection that is closed for idleness could be in use again at that very moment.
dynamo.keepAliveTimeout = 0;
fauxqs.server.keepAliveTimeout = 0;
const portOf = (server: Server) => (server.address() as AddressInfo).port;
parentPort?.postMessage({
  dynamoPort: portOf(dynamo),
  fauxqsPort: portOf(fauxqs.server),
} satisfies ServicesReady);
