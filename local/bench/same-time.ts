import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { dueIndexIn } from '../../functions/adapters/due-index.ts';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import type { Library } from '../../functions/adapters/library.ts';
import { signUpsIn } from '../../functions/adapters/sign-ups.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import { wordingsIn } from '../../functions/adapters/wordings.ts';
import { parseSignUp } from '../../functions/core/reader/sign-up.ts';
import type { Standing, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { IdKey, SecretKey } from '../../functions/core/token.ts';
import { signUp } from '../../functions/web/request.ts';
import { startCloud } from '../cloud/cloud.ts';
import { benchReader, DUE, tableOf } from './happy-path.ts';
import type { Row } from './row.ts';

/** Whether the time that a sign-up takes tells who is on the list. */

const KEY = new Uint8Array(32) as IdKey;
const SECRETS = new Uint8Array(32) as SecretKey;
const NOW = '2026-11-24T06:30:00Z' as Instant;
const TRIES = 200;

/** Who may be behind an address that is typed; undefined is nobody. */
const CLASSES: readonly (readonly [name: string, standing: Standing | undefined])[] = [
  ['new', undefined],
  ['pending', { is: 'pending', since: NOW }],
  ['active', { is: 'active' }],
  ['paused', { is: 'paused', since: NOW }],
  ['left', { is: 'left', at: NOW, by: 'page' }],
  ['bounced', { is: 'suppressed', at: NOW, because: 'hard-bounce' }],
  ['erased', { is: 'suppressed', at: NOW, because: 'erased' }],
];

/**
 * Signs up so many addresses of each class, one of each in turn, over a table of its own. All that
 * depends on who is known is timed, with the table's answers; the queue answers at once, and limits,
 * which know nobody, are left out. The gate is three times the noise: how far the medians of the two
 * halves of one class lie apart, where they lie furthest.
 */
export async function sameTimeRows(assembly: string, library: Library): Promise<readonly Row[]> {
  const cloud = await startCloud({ assemblyDir: assembly, port: 0, now: NOW });
  try {
    const { name, config } = tableOf(cloud, assembly);
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
    const world = {
      subscribers: subscribersIn(name, config),
      wordings: wordingsIn(name, config),
      dueIndex: dueIndexIn(name, config),
      queue: { put: async () => undefined },
      signUps: signUpsIn(name, config),
      library,
      webUrl: cloud.url,
      idKey: async () => KEY,
      secretKey: async () => SECRETS,
      now: () => NOW,
    };
    const seed = (reader: Subscriber) =>
      client.send(
        new PutCommand({ TableName: name, Item: { ...keyOf(reader), ...toAttributes(reader) } }),
      );
    const timed = async ({ address }: Subscriber): Promise<number> => {
      const { courses, publication } = library;
      const parsed = parseSignUp({ email: address }, courses, publication.defaults, NOW);
      if ('problems' in parsed) throw new Error('the address is none');
      const began = performance.now();
      await signUp(world, parsed.signUp, { ip: '192.0.2.7', shown: { is: 'ours' } });
      return performance.now() - began;
    };
    const times = CLASSES.map((): number[] => []);
    // The first of each warms up what is warm in a door that is asked often.
    for (let round = -1; round < TRIES; round += 1) {
      for (const [place, [, standing]] of CLASSES.entries()) {
        const reader = benchReader((round + 1) * CLASSES.length + place, DUE);
        const asked = standing?.is === 'pending' && { asked: { at: NOW, details: {} } };
        if (standing !== undefined) await seed({ ...reader, standing, ...asked });
        const time = await timed(reader);
        if (round >= 0) times[place]?.push(time);
      }
    }
    return rowsOf(times);
  } finally {
    await cloud.stop();
  }
}

function rowsOf(times: readonly (readonly number[])[]): readonly Row[] {
  const medians = times.map(median);
  const halves = times.map((all) =>
    [0, 1].map((half) => median(all.filter((_, index) => index % 2 === half))),
  );
  const noise = Math.max(...halves.map(([one = 0, other = 0]) => Math.abs(one - other)));
  return [
    {
      name: 'a sign-up by who is known: widest apart of the medians, by the noise',
      unit: '×',
      value: (Math.max(...medians) - Math.min(...medians)) / noise,
      gate: 3,
      goal: 1,
    },
    { name: '  the noise', unit: 'ms', value: noise },
    ...CLASSES.map(([name], place) => ({
      name: `  median of ${name}`,
      unit: 'ms',
      value: medians[place] ?? 0,
    })),
  ];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
