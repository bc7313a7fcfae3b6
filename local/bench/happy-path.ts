import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import { DAILY, type Hour } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Instant, Zone } from '../../functions/core/time.ts';
import { type IdKey, type LinkSecret, subscriberId } from '../../functions/core/token.ts';
import { type Cloud, type Figures, startCloud } from '../cloud/cloud.ts';

export const DUE = '2026-11-24T07:00:00Z' as Instant;
const KEY = new Uint8Array(32) as IdKey;

/** A reader like many: their item is about as large as half way through the course. */
export function benchReader(number: number, dueAt: Instant): Subscriber {
  const address = `reader-${number}@example.net` as EmailAddress;
  return {
    id: subscriberId(KEY, address),
    address,
    name: `Reader ${number}`,
    dueAt,
    standing: { is: 'active' },
    enrollments: [
      { course: 'closer' as CourseSlug, track: 'partner' as TrackId, welcomed: true, received: [] },
    ],
    newsletter: false,
    secret: 'abcdefghijklmnopqrstuvwxyz234567' as LinkSecret,
    zone: 'Europe/Berlin' as Zone,
    hour: 8 as Hour,
    days: DAILY,
    revision: 0,
  };
}

/** Where a cloud's one table is, for clients from outside. */
export function tableOf(cloud: Cloud, assemblyDir: string) {
  const template = JSON.parse(
    readFileSync(join(assemblyDir, 'Kindling.template.json'), 'utf8'),
  ) as {
    readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
  };
  const [name = ''] =
    Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::DynamoDB::Table') ??
    [];
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  return { name, config: { endpoint: cloud.endpoint, region: 'us-east-1', credentials } };
}

export async function post(cloud: Cloud, path: string, body: unknown = {}): Promise<void> {
  const response = await fetch(`${cloud.url}/_local/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/**
 * Sends one lesson to each of so many readers who are all due at once, and counts.
 *
 * @param perSecond what the account may send: 14 is what one gets that leaves the sandbox
 */
export async function sendLessons(
  assemblyDir: string,
  lessons: number,
  perSecond: number,
): Promise<Figures> {
  const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-24T06:30:00Z' });
  try {
    const { name, config } = tableOf(cloud, assemblyDir);
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
    for (let first = 0; first < lessons; first += 25) {
      const some = Array.from({ length: Math.min(25, lessons - first) }, (_, index) =>
        benchReader(first + index, DUE),
      );
      const Items = some.map((reader) => ({ ...keyOf(reader), ...toAttributes(reader) }));
      await Promise.all(
        Items.map((Item) => client.send(new PutCommand({ TableName: name, Item }))),
      );
    }
    await post(cloud, 'ses', { maxSendRate: perSecond });
    await post(cloud, 'metrics/reset');
    await post(cloud, 'clock', { to: '2026-11-24T07:30:00Z' });
    return await cloud.figures();
  } finally {
    await cloud.stop();
  }
}
