import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynaliteDb, observeDynalite } from '../../local/cloud/services/dynalite.ts';
import { withTransactions } from '../../local/cloud/services/transactions.ts';

/** The one table, empty, in a DynamoDB of this process. */
export interface DynaliteTable {
  readonly name: string;
  readonly config: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);
const nothing = { delays: () => false, wrote: () => {}, cost: () => {} };

/**
 * The table in dynalite, or in another emulator whose address `KINDLING_EMULATOR` gives: what two
 * programs that know DynamoDB agree about is no accident of one.
 *
 * @returns once the table takes requests; its indexes are the stack's business, not an adapter's
 */
export async function dynaliteTable(): Promise<DynaliteTable> {
  const { endpoint, stop } = await (process.env['KINDLING_EMULATOR'] === undefined
    ? startDynalite()
    : { endpoint: process.env['KINDLING_EMULATOR'], stop: async () => {} });
  const config = {
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  // An emulator that goes on has the tables of the file before.
  const name = `table-${randomUUID()}`;
  await new DynamoDBClient(config).send(
    new CreateTableCommand({
      TableName: name,
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { name, config, stop };
}

async function startDynalite() {
  observeDynalite(require('dynalite/db') as DynaliteDb, require, nothing);
  const dynalite = require('dynalite') as (options: object) => Server;
  const server = withTransactions(dynalite({ createTableMs: 0 }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
