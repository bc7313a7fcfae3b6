import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { readersPage } from '../../local/desk/page.ts';
import { countReaders } from '../../local/desk/readers.ts';
import { countsInWords, pageInWords } from '../../local/desk/words/readers.ts';
import { at, enrollment, reader, received, request } from '../support/builders.ts';
import { freshId, itemOf, ofNewerMajor } from '../support/stored-items.ts';
import { deskOver } from './fake-desk.ts';

const NOW = at('2026-11-23T12:00:00Z');
const one = (fields: Partial<Subscriber> = {}) => itemOf(reader({ id: freshId(), ...fields }));
const fact = (sk: string, fields: object = {}): Attributes => ({
  pk: `subscriber#${freshId()}`,
  sk,
  by: 'reader',
  channel: 'page',
  ...fields,
});

describe('everybody in numbers', () => {
  const both = freshId();
  const STORED: readonly Attributes[] = [
    one({ newsletter: true }),
    one({ enrollments: [enrollment({ received: received('closeness', 'ideas', 'meaning') })] }),
    one({ standing: { is: 'paused', since: NOW }, enrollments: [enrollment({ stopped: true })] }),
    one({ standing: { is: 'left', at: NOW, by: 'page' }, newsletter: true }),
    one({ standing: { is: 'suppressed', at: NOW, because: 'hard-bounce' } }),
    one({ standing: { is: 'pending', since: at('2026-11-22T09:00:00Z') } }),
    ofNewerMajor(one()),
    itemOf(request({ id: freshId() })),
    // Forgotten a week after they asked.
    itemOf(request({ id: freshId(), asked: { at: at('2026-11-16T12:00:00Z'), details: {} } })),
    // Beside a reader, who counts.
    itemOf(request({ id: both })),
    one({ id: both }),
    { pk: 'key', sk: 'subscriber-id', key: 'x' },
    fact('fact#2026-11-23T09:00:00Z#confirmed'),
    fact('fact#2026-11-22T09:00:00Z#imported'),
    fact('fact#2026-11-22T10:00:00Z#rejoined'),
    // Of what a reader takes in addition, and too long ago.
    fact('fact#2026-11-22T11:00:00Z#confirmed', { what: 'course' }),
    fact('fact#2026-11-22T11:00:00Z#left'),
    fact('fact#2026-11-09T09:00:00Z#confirmed'),
  ];

  test('each is counted where they stand', async () => {
    const { desk } = deskOver(STORED);
    const counts = await countReaders(desk);
    expect(counts).toMatchObject({
      standing: { active: 3, paused: 1, left: 1, suppressed: 1, asked: 2, unreadable: 1 },
      newsletter: 1,
      courses: { closer: { reading: 2, finished: 1, stopped: 1 } },
    });
    expect(counts.joined.filter(({ count }) => count > 0)).toEqual([
      { day: '2026-11-23', count: 1 },
      { day: '2026-11-22', count: 2 },
    ]);
    expect([counts.joined.length, counts.joined.at(-1)?.day]).toEqual([14, '2026-11-10']);
    expect(countsInWords(counts)).toEqual([
      '      3  get letters',
      '      1  have paused, or are away',
      '      1  have left',
      '      1  can’t be mailed, or had everything erased',
      '      2  asked, and have not confirmed',
      '      1  can’t be read: docs/runbook.md, "An item cannot be read"',
      '',
      '      1  of those who read take the newsletter',
      '      2  are in closer; 1 have come to its end, 1 stopped it',
      '',
      'Joined in 14 days:',
      '      1  2026-11-23',
      '      2  2026-11-22',
    ]);
  });

  test('nobody is told as nobody', async () => {
    const lines = countsInWords(await countReaders(deskOver([]).desk));
    expect(lines.at(-1)).toBe('Joined in 14 days: nobody');
    expect(lines.join()).not.toContain('can’t be read');
  });
});

describe('a page of them', () => {
  const LETTERS = Array.from({ length: 120 }, (_, place) =>
    one({ ...(place % 10 === 0 && { standing: { is: 'paused', since: NOW } as const }) }),
  );

  test('goes on behind the last line, until nobody is left', async () => {
    const { desk } = deskOver(LETTERS);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await readersPage(desk, after === undefined ? {} : { after });
      if (page === undefined) throw new Error('it was printed by the page before');
      seen.push(...page.readers.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test.for([
    ['of one standing', { standing: 'paused' }, 12],
    ['of one course', { course: 'closer' }, 50],
    ['of a course of nobody', { course: 'tea' }, 0],
    ['as long as it is to be', { lines: 7 }, 7],
    ['and never longer than two hundred', { lines: 5000 }, 120],
  ] as const)('%s', async ([, wishes, count]) => {
    const page = await readersPage(deskOver(LETTERS).desk, wishes);
    expect(page?.readers).toHaveLength(count);
  });

  test('a line says who, where and what next, and nothing of a name that is erased', async () => {
    const dueAt = at('2026-11-24T07:00:00Z');
    const { desk } = deskOver([
      one({ name: 'Ann', dueAt, enrollments: [enrollment({ received: received('closeness') })] }),
      one({
        address: 'erased@erased.invalid' as never,
        standing: { is: 'left', at: NOW, by: 'page' },
      }),
      itemOf(request({ id: freshId() })),
    ]);
    const page = await readersPage(desk, {});
    expect(page?.readers).toEqual([
      {
        id: expect.any(String),
        address: 'ann@example.com',
        name: 'Ann',
        standing: 'active',
        courses: [{ course: 'closer', place: 'closeness' }],
        newsletter: false,
        dueAt,
      },
      expect.not.objectContaining({ address: expect.anything() }),
      expect.objectContaining({ standing: 'asked' }),
    ]);
    const lines = page === undefined ? [] : pageInWords(page);
    expect(lines[1]).toMatch(
      /^\w{16} +ann@example.com +active +closer closeness +2026-11-24 07:00 UTC$/,
    );
    expect(lines[2]).toMatch(/\(no address\) +left/);
    expect(lines.join('\n')).not.toContain('erased.invalid');
  });

  test.for([
    ['a word of nobody', 'x'],
    ['JSON that is no key', Buffer.from('{"a":1}').toString('base64url')],
    ['half a key', Buffer.from('["a"]').toString('base64url')],
  ] as const)('is none behind %s', async ([, after]) => {
    expect(await readersPage(deskOver(LETTERS).desk, { after })).toBeUndefined();
  });

  test('an empty page that is not the last says so', () => {
    expect(pageInWords({ readers: [], next: 'abc' })).toEqual([
      'Nobody of these on this page.',
      '',
      'There may be more: --after abc',
    ]);
  });
});

describe('among a hundred thousand', () => {
  const MANY: readonly Attributes[] = Array.from({ length: 100_000 }, () => one());

  test('a page takes one request where it is full, and four where nobody is found', async () => {
    const full = deskOver(MANY);
    await readersPage(full.desk, {});
    expect(full.asked).toEqual(['scan']);
    const rare = deskOver(MANY);
    const page = await readersPage(rare.desk, { standing: 'left' });
    expect([page?.readers, typeof page?.next]).toEqual([[], 'string']);
    expect(rare.asked).toEqual(['scan', 'scan', 'scan', 'scan']);
  });

  test('counting takes as many as the table has megabytes, or so', async () => {
    const { desk, asked } = deskOver(MANY);
    expect((await countReaders(desk)).standing.active).toBe(100_000);
    expect(asked).toEqual(Array(10).fill('scan'));
  });
});
