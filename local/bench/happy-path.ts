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
import { secondsOfMessage } from '../../infra/capacity.ts';
import { type Cloud, type Figures, startCloud } from '../cloud/cloud.ts';
import { lambdaSeconds, MEGABYTES, PRICES, PROOFS_AN_OBJECT, SECONDS } from './prices.ts';
import type { Row } from './row.ts';

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

export const OVERHEAD = 'overhead of sending per million lessons';

/** Functions on a lesson's way. */
const SENDING = ['tick', 'send'];

/** Functions that write once a minute, or once for an issue, and not for a lesson. */
const ASIDE = ['tick', 'newsletter'];

/** The counts of a run as rows: exact, and the same on every machine. */
export function countRows(figures: Figures, lessons: number, perSecond: number): readonly Row[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const of = (names: readonly string[], service?: string) =>
    sum(
      figures.requests
        .filter((one) => names.includes(one.function) && (service ?? one.service) === one.service)
        .map(({ count }) => count),
    );
  const invocations = (names: readonly string[]) =>
    sum(names.map((name) => figures.invocations[name] ?? 0));
  const writes = sum(figures.capacity.map(({ writeUnits }) => writeUnits));
  const reads = sum(figures.capacity.map(({ readUnits }) => readUnits));
  const bytes = sum(Object.values(figures.logBytes));
  const sent = sum(
    figures.requests.filter(({ action }) => action === 'SendRawEmail').map(({ count }) => count),
  );
  if (sent !== lessons) throw new Error(`${sent} mails for ${lessons} lessons`);

  const aside = sum(
    figures.requests
      .filter((one) => ASIDE.includes(one.function) && one.action === 'UpdateItem')
      .map(({ count }) => count),
  );

  const counting = countingIn(figures);

  const lambda = (name: 'send' | 'tick'): number => {
    const calls = figures.invocations[name] ?? 0;
    const each =
      name === 'send' ? secondsOfMessage(sent / Math.max(1, calls), MEGABYTES) : SECONDS[name];
    return calls * (PRICES.lambdaRequest + lambdaSeconds(each, MEGABYTES));
  };
  const perMillion = (dollars: number) => (dollars / lessons) * 1e6;
  const sending =
    writes * PRICES.writeUnit +
    reads * PRICES.readUnit +
    of(SENDING, 'sqs') * PRICES.sqsRequest +
    lambda('tick') +
    lambda('send') +
    bytes * PRICES.logByte;
  // A Send event for each; nobody reads them but for a mail in doubt.
  // Each object is written, read within the hour, and written again without names (functions/redact.ts).
  const object = 2 * PRICES.s3Put + PRICES.s3Get;
  const proofs = sent * (PRICES.proof + object / PROOFS_AN_OBJECT);
  return [
    {
      // The tick notes its place once a minute, an issue that is new is noted once, and proofs are counted once in a
      // quarter of an hour, whether for one reader or thousands.
      name: 'write units per lesson',
      unit: '',
      value: (writes - aside - counting.units) / lessons,
      gate: 4,
      goal: 4,
    },
    {
      name: '  and to count one letter, each quarter of an hour',
      unit: '',
      value: counting.units / Math.max(1, counting.passes),
      gate: 34,
    },
    {
      name: `AWS requests per 1,000 lessons at ${perSecond}/s`,
      unit: '',
      value: ((of(SENDING) + invocations(SENDING)) / lessons) * 1000,
      gate: 3350,
      goal: 3280,
    },
    {
      name: OVERHEAD,
      unit: '$',
      value: perMillion(sending),
      gate: 3,
      goal: 2.75,
    },
    { name: '  and of its proofs', unit: '$', value: perMillion(proofs) },
    {
      name: 'sending and proof per million lessons',
      unit: '$',
      value: perMillion(sending + proofs),
      gate: 3.1,
      goal: 2.9,
    },
    {
      name: 'log bytes per 1,000 lessons',
      unit: 'KB',
      value: bytes / lessons,
      gate: 60,
      goal: 10,
    },
  ];
}

/** What counting the proofs of one letter cost: a transaction's writes are two units each, a mark an object and the counter. */
function countingIn({ requests }: Figures): { readonly passes: number; readonly units: number } {
  const count = (wanted: string) =>
    requests
      .filter((one) => one.function === 'redaction' && one.action === wanted)
      .reduce((sum, one) => sum + one.count, 0);
  const passes = count('TransactWriteItems');
  return { passes, units: 2 * (passes + count('GetObject')) };
}
