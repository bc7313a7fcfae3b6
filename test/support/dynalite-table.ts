import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynaliteDb, observeDynalite } from '../../local/cloud/services/dynalite.ts';

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
const nothing = { wrote: () => {}, cost: () => {} };

/** @returns once the table takes requests; its indexes are the stack's business, not an adapter's */
export async function dynaliteTable(): Promise<DynaliteTable> {
  observeDynalite(require('dynalite/db') as DynaliteDb, require, nothing);
  const dynalite = require('dynalite') as (options: object) => Server;
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const name = 'table';
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
  return {
    name,
    config,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
