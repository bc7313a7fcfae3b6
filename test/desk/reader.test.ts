import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { BY_AUTHOR } from '../../functions/core/reader/fact.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { paintFor } from '../../local/account/paint.ts';
import { oneReader } from '../../local/desk/reader.ts';
import { readerInWords } from '../../local/desk/words/reader.ts';
import { at, claim, course, enrollment, reader, received, request } from '../support/builders.ts';
import { itemOf, ofNewerMajor } from '../support/stored-items.ts';
import { deskOver } from './fake-desk.ts';

const NOW = at('2026-11-23T12:00:00Z');
const BYTES = new Uint8Array(32).fill(2);
const KEY = { pk: 'key', sk: 'subscriber-id', key: Buffer.from(BYTES).toString('base64') };
const ADDRESS = 'anna@example.org' as Subscriber['address'];
const ID = subscriberId(BYTES as IdKey, ADDRESS);
const PK = `subscriber#${ID}`;

const anna = (fields: Partial<Subscriber> = {}) =>
  itemOf(
    reader({
      id: ID,
      address: ADDRESS,
      name: 'Anna',
      dueAt: at('2026-11-24T07:00:00Z'),
      enrollments: [enrollment({ received: received('closeness'), gentler: true })],
      ...fields,
    }),
  );
const FACTS: readonly Attributes[] = [
  {
    pk: PK,
    sk: 'fact#2026-11-20T09:00:00Z#asked',
    by: 'reader',
    channel: 'form',
    course: 'closer',
  },
  { pk: PK, sk: 'fact#2026-11-20T09:05:00Z#confirmed', by: 'reader', channel: 'page' },
];
const mail = (id: string, receivedAt: string, fields: object = {}): readonly Attributes[] => [
  { pk: PK, sk: `inbound#${id}`, receivedAt },
  {
    pk: `inbound#${id}`,
    sk: 'outcome',
    messageId: id,
    receivedAt,
    reader: ID,
    intent: 'pause',
    outcome: 'applied',
    until: '2026-12-01',
    ...fields,
  },
];

async function told(stored: readonly Attributes[], who: string = ADDRESS) {
  const { desk, asked } = deskOver([KEY, ...stored]);
  const found = await oneReader(desk, who);
  const lines =
    found.is === 'found' ? readerInWords(found.reader, paintFor({ color: false })) : [found.is];
  return { found, asked, text: lines.join('\n') };
}

test('all that an author may know of somebody, in seven requests', async () => {
  const { found, asked, text } = await told([
    anna(),
    ...FACTS,
    ...mail('m2', '2026-11-22T09:00:00Z', { intent: 'none', outcome: 'forwarded', toAuthor: true }),
    ...mail('m1', '2026-11-21T09:00:00Z', { letter: 'letter#closer#closeness' }),
    { pk: PK, sk: 'check-in#closeness', at: NOW, answer: 4 },
  ]);
  expect(asked.length).toBeLessThanOrEqual(7);
  expect(text.split('\n')).toEqual([
    'Anna, anna@example.org',
    `  id          ${ID}`,
    '  standing    active',
    '  schedule    every day at 8:00 in Europe/Berlin',
    '  course      closer: 1 of 3 letters, the last closeness; next ideas',
    '  newsletter  no',
    '  next        letter closer/ideas, 2026-11-24 07:00 UTC, which is 8:00 in Europe/Berlin',
    '',
    'What is kept as a record',
    '  2026-11-20 09:00 UTC  asked       by reader, form; course closer',
    '  2026-11-20 09:05 UTC  confirmed   by reader, page',
    '',
    'What they wrote',
    `  2026-11-21 09:00 UTC  pause, applied; of ${ID}, on closer/closeness; until 2026-12-01  (m1)`,
    `  2026-11-22 09:00 UTC  none, forwarded; of ${ID}; until 2026-12-01; for you  (m2)`,
  ]);
  const whole = JSON.stringify(found);
  for (const unseen of ['gentler', 'secret', 'check-in', 'unseen'])
    expect(whole).not.toContain(unseen);
});

describe('whom', () => {
  test.for([
    ['the address as somebody types it', ' Anna@Example.org ', 'found'],
    ['the id', ID, 'found'],
    ['another address', 'bo@example.org', 'unknown'],
    ['another id', 'aaaaaaaaaaaaaaaa', 'unknown'],
    ['no address at all', 'anna', 'unknown'],
  ] as const)('%s', async ([, who, is]) => {
    expect((await told([anna()], who)).found.is).toBe(is);
  });

  test('nobody, where nobody was ever here', async () => {
    expect(await oneReader(deskOver([]).desk, ADDRESS)).toEqual({ is: 'unknown' });
  });

  test('one whom newer code wrote can’t be read, and nothing is quoted of them', async () => {
    const { found } = await told([ofNewerMajor(anna())]);
    expect(found).toEqual({ is: 'unreadable', because: expect.stringContaining('newer major') });
  });

  test('an address that only asked, by its request', async () => {
    const { found, text } = await told([itemOf(request({ id: ID, address: ADDRESS }))]);
    expect(found).toMatchObject({ reader: { isRequest: true, mail: 'confirmation' } });
    expect(text).toContain('asked, and has not confirmed');
  });

  test('a reader who asked for more, by the reader', async () => {
    const more = itemOf(request({ id: ID, address: ADDRESS }));
    const { text } = await told([anna(), more]);
    expect(text).toContain(
      '  asks        since 2026-11-22 09:00 UTC for more, and has not said yes',
    );
  });
});

describe('how they stand', () => {
  const courses = [course(['closeness', 'ideas', 'meaning'])];
  test.for<[fields: Partial<Subscriber>, says: RegExp]>([
    [
      { standing: { is: 'paused', since: NOW, until: '2026-12-20' as never, absent: true } },
      /standing {4}paused until 2026-12-20, as their mail program says/,
    ],
    [
      { standing: { is: 'paused', since: NOW, from: '2026-12-01' as never } },
      /standing {4}paused from 2026-12-01$/m,
    ],
    [
      { standing: { is: 'left', at: NOW, by: 'one-click' } },
      /left by one-click, 2026-11-23 12:00 UTC/,
    ],
    [{ standing: { is: 'suppressed', at: NOW, because: 'complaint' } }, /not mailed \(complaint\)/],
    [{ days: '135' as never, hour: 7.5 as never }, /Mon, Wed, Fri at 7:30 in Europe\/Berlin/],
    [{ newsletter: true }, /newsletter {2}yes/],
    [{ byTurns: true }, /chose {7}their courses take turns/],
    [{ discreet: true }, /chose {7}mails whose inbox line tells nothing/],
    [{ quiet: true }, /chose {7}no mail for what anybody types/],
    [{ claim: claim(NOW) }, /in flight {3}since 2026-11-23 12:00 UTC: nobody knows yet/],
    [{ enrollments: [enrollment({ stopped: true })] }, /0 of 3 letters; stopped/],
    [{ enrollments: [enrollment({ stopped: true })] }, /next {8}nothing: they have stopped/],
    [
      { enrollments: [enrollment({ again: 2, track: 'friend' as never })] },
      /0 of 3 letters, version friend, begun again 2 times; next closeness/,
    ],
    [
      { enrollments: [enrollment({ received: received('meaning') })] },
      /1 of 3 letters, the last meaning; over/,
    ],
    [
      { enrollments: [enrollment({ welcomed: false })], dueAt: NOW },
      /next {8}welcome closer, due now/,
    ],
    [{ enrollments: [], dueOf: 'issues', newsletter: true }, /next {8}nothing: they have read/],
    [
      { standing: { is: 'paused', since: NOW }, dueAt: undefined as never },
      /next {8}nothing until they go on/,
    ],
  ])('%o', async ([fields, says]) => {
    const { desk } = deskOver([KEY, anna(fields)], { courses });
    const found = await oneReader(desk, ADDRESS);
    if (found.is !== 'found') throw new Error('she is stored');
    expect(readerInWords(found.reader, paintFor({ color: false })).join('\n')).toMatch(says);
  });

  test('an author’s own record says so', async () => {
    const record = { pk: PK, sk: `fact#${NOW}#left`, v: 1, ...BY_AUTHOR, reason: 'phone' };
    expect((await told([anna(), record])).text).toContain(
      'left        by author, author; reason phone',
    );
  });

  test('of many mails the last twenty', async () => {
    const mails = Array.from({ length: 25 }, (_, hour) =>
      mail(
        `m${hour}`,
        `2026-11-22T${String(hour % 24).padStart(2, '0')}:0${Math.floor(hour / 24)}:00Z`,
      ),
    );
    const { found } = await told([anna(), ...mails.flat()]);
    const replies = found.is === 'found' ? found.reader.replies : [];
    expect(replies).toHaveLength(20);
    expect(replies.at(-1)?.messageId).toBe('m23');
  });
});

test('of more records than are told the last ones are, oldest first', async () => {
  const many = Array.from({ length: 130 }, (_, place): Attributes => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, place)).toISOString().replace('.000', '');
    return { pk: PK, sk: `fact#${at}#paused`, by: 'reader', channel: 'page' };
  });
  const { found, asked } = await told([anna(), ...many]);
  const facts = found.is === 'found' ? found.reader.facts : [];
  expect(facts).toHaveLength(100);
  expect([facts.at(0)?.at, facts.at(-1)?.at]).toEqual([
    '2026-01-01T00:30:00Z',
    '2026-01-01T02:09:00Z',
  ]);
  expect(asked.length).toBeLessThanOrEqual(7);
});
