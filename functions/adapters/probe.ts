import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
} from '@aws-sdk/lib-dynamodb';
import { parseAddress } from '../core/address.ts';
import type { Probe } from '../core/reader/probe.ts';
import { epochSeconds } from '../core/time.ts';
import { itemOf, MAJOR, required, textOf } from './stored.ts';
import { anInstant } from './stored-values.ts';

/** The one probe at a time. Doors only look; the doctor comes and goes with the author's own rights. */
export interface Probes {
  current(): Promise<Probe | undefined>;
  register(probe: Probe): Promise<void>;
  forget(): Promise<void>;
}

const Key = { pk: 'probe', sk: 'probe' };

/** @param tableName of the one table; the probe is an item that its TTL removes, if nobody does */
export function probesIn(tableName: string, config: DynamoDBClientConfig = {}): Probes {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async current() {
      const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }));
      if (Item === undefined) return undefined;
      const item = itemOf('probe', Item);
      return {
        address: required(item, 'address', textOf(parseAddress)),
        until: required(item, 'until', anInstant),
      };
    },
    async register({ address, until }) {
      const Item = { ...Key, v: MAJOR, address, until, expiresAt: epochSeconds(until) };
      await client.send(new PutCommand({ ...table, Item }));
    },
    async forget() {
      await client.send(new DeleteCommand({ ...table, Key }));
    },
  };
}
