import { gunzipSync, gzipSync } from 'node:zlib';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { buildApp } from 'fauxqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Told } from '../../functions/adapters/counts.ts';
import { digestOf } from '../../functions/adapters/proof-records.ts';
import { proofsIn } from '../../functions/adapters/proofs.ts';
import { redactedIn, redactionIn } from '../../functions/adapters/redaction.ts';
import type { OwedMail } from '../../functions/core/reader/owed.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import { tagsOf } from '../../functions/core/sending/proof.ts';
import { type Instant, instant, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** Proofs that name nobody: they prove what they proved, whenever it is broken off. */

const PREFIX = 'proofs/by-minute/';
const ANN = 'abcdefghijklmnop' as SubscriberId;
const BOB = 'bbcdefghijklmnop' as SubscriberId;
const NOW = instant(new Date());
const ago = (minutes: number) => plusSeconds(NOW, -60 * minutes);
const LESSON = { kind: 'lesson', course: 'closer', lesson: 'a', again: '1' } as unknown as OwedMail;

/** A Send event as SES gives it, with all that it tells about a mail. */
function sent(at: Instant, tags: Readonly<Record<string, string>>, address = 'ann@example.com') {
  const given = { ...tags, 'ses:source-ip': '192.0.2.7', 'ses:feedback-id-a': 'letters' };
  return JSON.stringify({
    eventType: 'Send',
    mail: {
      timestamp: at,
      messageId: 'm-1',
      destination: [address],
      headers: [{ name: 'List-Unsubscribe', value: '<https://letters.example.com/token>' }],
      commonHeaders: { to: [address], subject: 'Dear Ann, {"eventType":"Send"' },
      tags: Object.fromEntries(Object.entries(given).map(([name, one]) => [name, [one]])),
    },
    send: {},
  });
}
const letterTo = (id: SubscriberId, owed = LESSON) =>
  tagsOf({ id, attempt: 'a-1' as AttemptId, owed });

async function* inParts(text: string, size: number): AsyncGenerator<Buffer> {
  const all = Buffer.from(text);
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size);
}

type Saw = Parameters<typeof redactedIn>[1];

async function redacted(text: string, size = 37, saw: Saw = () => {}): Promise<string> {
  let all = '';
  for await (const part of redactedIn(inParts(text, size), saw)) all += part;
  return all;
}

const OTHERS: readonly string[] = [
  sent(ago(3), { kind: 'own-link', subscriber: ANN }),
  sent(ago(3), { kind: 'forward' }, 'author@example.com'),
  sent(ago(1), { kind: 'canary' }, 'success@simulator.amazonses.com'),
];
const EVERYTHING = [
  sent(ago(5), letterTo(ANN)),
  sent(
    ago(4),
    letterTo(BOB, { kind: 'welcome', course: 'closer' } as unknown as OwedMail),
    'b@b.example',
  ),
  sent(ago(4), letterTo(ANN, { kind: 'confirmation', request: '1795330830' })),
  ...OTHERS,
].join('');

describe('what is kept of a record', () => {
  test('proves the same, in whatever parts it comes', async () => {
    const before = await digestOf(inParts(EVERYTHING, 1000));
    for (const size of [1, 37, 4096]) {
      const after = await digestOf(inParts(await redacted(EVERYTHING, size), 100));
      expect(after).toEqual(before);
    }
    expect(before.mails.get(ANN)).toHaveLength(2);
    expect(before.newest).toBe(ago(1));
  });

  test('names nobody: no address, subject, link, network or name of SES’s', async () => {
    const text = await redacted(EVERYTHING);
    expect(text).not.toMatch(/@|Dear|https|192\.0|m-1|ses:/);
    expect(
      await redacted(OTHERS.join('')),
      'of a mail that nobody asks for, its moment',
    ).not.toMatch(/subscriber|kind|a-1/);
  });

  test('done twice is done once', async () => {
    const once = await redacted(EVERYTHING);
    expect(await redacted(once)).toBe(once);
  });

  test.for([
    ['no moment', '{"eventType":"Send","mail":{"tags":{"subscriber":["a"]}}}'],
    ['no tags', `{"eventType":"Send","mail":{"timestamp":"${NOW}"}}`],
    [
      'an address where the moment was',
      '{"eventType":"Send","mail":{"timestamp":"ann@example.com","tags":{}}}',
    ],
    ['it is cut off', '{"eventType":"Send","mail":{"timestamp":"2026'],
  ])('one that can’t be read is missing as before, and not quoted: %s', async ([, broken]) => {
    const text = await redacted(`${sent(ago(5), letterTo(BOB))}${broken}`);
    expect(text).not.toContain('@');
    expect((await digestOf(inParts(text, 100))).unreadable).toBe(1);
  });
});

describe('in the bucket', () => {
  const app = buildApp({ logger: false, defaultRegion: 'us-east-1' });
  let client: S3Client;
  let config: object;
  let Bucket: string;
  let count = 0;
  beforeAll(async () => {
    const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    config = { endpoint, region: 'us-east-1', credentials };
    client = new S3Client({ ...config, forcePathStyle: true });
  });
  afterAll(async () => {
    client.destroy();
    await app.close();
  });
  beforeEach(async () => {
    count += 1;
    told = [];
    failing = 0;
    Bucket = `redacted-${count}`;
    await client.send(new CreateBucketCommand({ Bucket }));
    await put(ago(16), sent(ago(16), letterTo(ANN)));
    await put(ago(2), sent(ago(2), letterTo(BOB)));
  });

  const keyOf = (oldest: Instant) =>
    `${PREFIX}${oldest.slice(0, 16).replaceAll(/[-T:]/g, '/')}/stream-1.gz`;
  const put = (oldest: Instant, text: string | Buffer) =>
    client.send(
      new PutObjectCommand({
        Bucket,
        Key: keyOf(oldest),
        Body: typeof text === 'string' ? gzipSync(text) : text,
      }),
    );
  async function texts(): Promise<Readonly<Record<string, string>>> {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    const all = Contents.map(async ({ Key = '' }) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return [Key, bytes[0] === 0x1f ? String(gunzipSync(bytes)) : 'broken'] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  }
  const span = { since: ago(16), tried: ago(16) };
  const found = () => proofsIn(Bucket, PREFIX, config).of(ANN, span);
  const redaction = () => redactionIn(Bucket, PREFIX, config);
  /** What was counted, a pass each; it fails as often as is said. */
  let told: (readonly Told[])[];
  let failing: number;
  const redact = () =>
    redaction().redact(async (objects) => {
      failing -= 1;
      if (failing >= 0) throw new Error('no table');
      told.push(objects);
    });

  test('each object is put in the place of one that names people, once', async () => {
    const before = await found();
    expect(before).toMatchObject({ newest: ago(2), missing: 0 });
    expect(before.mails).toHaveLength(1);
    expect(await redact()).toEqual({ redacted: 2, failed: 0, uncounted: 0 });
    expect(JSON.stringify(await texts())).not.toContain('@');
    expect(Object.keys(await texts())).toEqual([
      `${keyOf(ago(16))}.plain`,
      `${keyOf(ago(2))}.plain`,
    ]);
    expect(await found()).toEqual(before);
    expect(await redact()).toEqual({ redacted: 0, failed: 0, uncounted: 0 });
  });

  test('broken off before the first goes, both say the same, and the next pass goes on', async () => {
    const before = await found();
    const first = keyOf(ago(16));
    const kept = gzipSync(sent(ago(16), letterTo(ANN)));
    await redact();
    await put(ago(16), kept);
    const both = await found();
    expect({ ...both, mails: both.mails.slice(1) }).toEqual(before);
    expect(await redact()).toEqual({ redacted: 1, failed: 0, uncounted: 0 });
    expect(await found()).toEqual(before);
    expect(Object.keys(await texts())).not.toContain(first);
  });

  test('one that is broken stays as it is, and keeps no other', async () => {
    await put(ago(9), Buffer.from('no gzip'));
    expect(await redact()).toEqual({ redacted: 2, failed: 1, uncounted: 0 });
    expect((await found()).missing, 'and is missing as before').toBe(1);
    await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(ago(9)) }));
    expect((await found()).missing).toBe(0);
  });

  const counted = () =>
    told.map((objects) =>
      objects.map(({ name, accepted }) => [name, Object.fromEntries(accepted)]),
    );
  const LETTER = `letter#${NOW.slice(0, 7)}#closer#a`;

  test('each is counted by its letters, under the name that it keeps', async () => {
    const twice = sent(ago(1), letterTo(ANN));
    const other = letterTo(ANN, { kind: 'issue', issue: 'x', on: '2026-11-20' } as never);
    const many = [
      ...[twice, twice],
      sent(ago(1), { ...letterTo(BOB), attempt: 'a-2' }),
      sent(ago(1), { ...other, attempt: 'a-3' }),
      sent(ago(1), {
        ...letterTo(ANN, { kind: 'welcome', course: 'closer' } as never),
        attempt: 'a-4',
      }),
    ];
    await put(ago(1), many.join(''));
    await redact();
    expect(counted()).toEqual([
      [
        [keyOf(ago(16)), { [LETTER]: 1 }],
        [keyOf(ago(2)), { [LETTER]: 1 }],
        [keyOf(ago(1)), { [LETTER]: 2, 'issue#2026-11-20': 1 }],
      ],
    ]);
  });

  test('where they can’t be counted they name nobody all the same, and are counted in the next pass', async () => {
    failing = 2;
    for (const redactedNow of [2, 0]) {
      expect(await redact()).toEqual({ redacted: redactedNow, failed: 0, uncounted: 2 });
      expect(JSON.stringify(await texts())).not.toContain('@');
      expect(Object.keys(await texts())).toEqual([
        `${keyOf(ago(16))}.uncounted`,
        `${keyOf(ago(2))}.uncounted`,
      ]);
    }
    expect((await found()).mails, 'and prove the same').toHaveLength(1);
    // Broken off before the first went: the same is there twice.
    await put(ago(2), sent(ago(2), letterTo(BOB)));
    expect(await redact()).toEqual({ redacted: 1, failed: 0, uncounted: 0 });
    expect(counted()).toEqual([
      [
        [keyOf(ago(16)), { [LETTER]: 1 }],
        [keyOf(ago(2)), { [LETTER]: 1 }],
      ],
    ]);
    expect(Object.keys(await texts())).toEqual([
      `${keyOf(ago(16))}.plain`,
      `${keyOf(ago(2))}.plain`,
    ]);
  });
});
