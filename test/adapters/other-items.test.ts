import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkInsIn } from '../../functions/adapters/check-ins.ts';
import { correspondenceIn } from '../../functions/adapters/correspondence.ts';
import { dueIndexIn, entriesOf } from '../../functions/adapters/due-index.ts';
import { openQuestion } from '../../functions/adapters/memory.ts';
import { rateLimitIn } from '../../functions/adapters/rate-limit.ts';
import { type Attributes, MalformedItem, NewerItem } from '../../functions/adapters/stored.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { Counted } from '../../functions/core/counting.ts';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import { rateWindow } from '../../functions/core/reader/sign-up-rate.ts';
import { remembered } from '../../functions/core/replies/answering.ts';
import type { Kept } from '../../functions/core/replies/intents.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

/** What lies in the table besides subscribers, as the first code that was shipped wrote it. */
const SHAPES = JSON.parse(
  readFileSync(new URL('./shapes/beside/1-without-versions.json', import.meta.url), 'utf8'),
) as { readonly items: readonly Attributes[] };

const NOW = at('2026-11-22T07:00:00Z');
const SOON = at('2026-11-22T08:00:00Z');
const ANN = 'abcdefghijklmnop' as SubscriberId;
const BOB = 'fbcdefghijklmnop' as SubscriberId;
const LATER = { later: 'x' };
const PRIVATE = 'ann.private@example.com';

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());
beforeEach(async () => {
  for (const item of SHAPES.items) await put(item);
});

const put = (item: Attributes) => rawItemsIn(dynalite).put(item);
const stored = (pk: string, sk: string) => rawItemsIn(dynalite).get({ pk, sk });
const shapeOf = (sk: string): Attributes => {
  const found = SHAPES.items.find((item) => item['sk'] === sk);
  if (found === undefined) throw new Error(`no shape ${sk}`);
  return found;
};

const dueIndex = () => dueIndexIn(dynalite.name, dynalite.config);
const correspondence = () => correspondenceIn(dynalite.name, dynalite.config);
const take = (limit: number) =>
  rateLimitIn(dynalite.name, dynalite.config).take(ANN, rateWindow(NOW), limit);
const idKey = () =>
  subscribersIn(dynalite.name, dynalite.config).idKey(() => new Uint8Array(32).fill(2));

/** Each kind of item, by its sort key, and what reads it. */
const READERS: readonly [sk: string, read: () => Promise<unknown>, value: unknown][] = [
  ['subscriber-id', async () => [...(await idKey())], Array.from({ length: 32 }, () => 1)],
  [
    'state',
    () => dueIndex().state(),
    {
      progress: {
        startedAt: '2026-11-22T06:58:00Z',
        shards: { '0': { id: ANN, dueAt: NOW }, '5': { id: BOB, dueAt: NOW } },
      },
      holdUntil: '2026-11-22T07:10:00Z',
    },
  ],
  [
    'outcome',
    () => correspondence().begin('mail-1', NOW),
    { stage: 'decided', receivedAt: '2026-11-22T06:00:00Z' },
  ],
  [
    'answers',
    () => correspondence().memory(ANN),
    {
      answers: [{ intent: 'pause', at: '2026-11-22T06:00:01Z', words: '0123456789abcdef' }],
      seen: [],
    },
  ],
  [
    'check-in#closeness',
    async () => [...(await checkInsIn(dynalite.name, dynalite.config).load(ANN))],
    [
      ['closeness', 3],
      ['halfway', 5],
    ],
  ],
  ['2026-11-22T07:00:00Z', () => take(4), { is: 'over', count: 4 }],
];

describe('the first shape of each kind', () => {
  test.for(READERS)('%s is read', async ([, read, value]) => {
    expect(await read()).toEqual(value);
  });

  test('what is not there yet has its default', async () => {
    const nobody = 'bbbbbbbbbbbbbbbb' as SubscriberId;
    expect(await correspondence().memory(nobody)).toEqual({ answers: [], seen: [] });
    expect(await correspondence().begin('mail-2', NOW)).toEqual({
      stage: 'open',
      receivedAt: NOW,
    });
    await put({ pk: 'dispatch', sk: 'state' });
    expect(await dueIndex().state()).toEqual({});
  });
});

test.for(READERS)('%s of a newer major version is refused', async ([sk, read]) => {
  await put({ ...shapeOf(sk), v: 2 });
  await expect(read()).rejects.toBeInstanceOf(NewerItem);
});

describe('a malformed field is named, and its value is not', () => {
  const rows: readonly [sk: string, fields: Attributes, field: string, reason: string][] = [
    ['subscriber-id', { key: 'AQE=' }, 'id-key key', 'half a key gives everybody another id'],
    ['subscriber-id', { key: 7 }, 'id-key key', 'not text'],
    ['state', { holdUntil: PRIVATE }, 'dispatch holdUntil', 'not a moment'],
    ['state', { progress: PRIVATE }, 'dispatch progress', 'not a map'],
    [
      'state',
      { progress: { startedAt: NOW, shards: { '0': { id: PRIVATE, dueAt: NOW } } } },
      'dispatch progress.shards.0.id',
      'not an id',
    ],
    ['outcome', { stage: PRIVATE }, 'inbound stage', 'a mail would be answered twice, or never'],
    ['answers', { answers: [{ intent: 7 }] }, 'answers answers[].intent', 'not a word'],
    ['answers', { answers: PRIVATE }, 'answers answers', 'not a list'],
    ['answers', { seen: [{ mail: 7 }] }, 'answers seen[].mail', 'not a hash'],
    ['answers', { question: PRIVATE }, 'answers question', 'not a map'],
    [
      'answers',
      { question: { options: [['b']], at: NOW } },
      'answers question.options',
      'a reader’s wish never brings back who has left',
    ],
    [
      'answers',
      { question: { options: [['p.20270230']], at: NOW } },
      'answers question.options',
      'no such day',
    ],
    ['check-in#closeness', { answer: 8 }, 'check-in answer', 'there are seven pictures'],
    ['check-in#closeness', { answer: '3' }, 'check-in answer', 'text where a number was'],
    ['2026-11-22T07:00:00Z', { count: PRIVATE }, 'rate count', 'it would lock a network out'],
  ];
  test.for(rows)('%s %o: %s (%s)', async ([sk, fields, field]) => {
    await put({ ...shapeOf(sk), ...fields });
    const [, read] = READERS.find(([name]) => name === sk) ?? [];
    const error = await read?.().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MalformedItem);
    const { name, message } = error as Error;
    expect(name).toBe(`MalformedItem.${field.replace(' ', '.')}`);
    expect(`${name} ${message}`).not.toContain(PRIVATE);
  });
});

describe('what newer code put there stays', () => {
  test('in what a tick remembers', async () => {
    const { progress, ...shape } = shapeOf('state');
    await put({ ...shape, ...LATER, progress: { ...(progress as object), ...LATER } });
    const state = await dueIndex().state();
    if (state.progress === undefined) throw new Error('it was put there');
    await dueIndex().saveProgress({ ...state.progress, startedAt: NOW });
    await dueIndex().hold(SOON);
    const after = await stored('dispatch', 'state');
    expect(after).toMatchObject({ ...LATER, v: 1, holdUntil: SOON });
    expect(after).toMatchObject({ progress: { ...LATER, startedAt: NOW } });
  });

  test('in what became of a mail, and in the answers to it', async () => {
    await put({ ...shapeOf('outcome'), ...LATER });
    await correspondence().reach('mail-1', 'done', { intent: 'help', outcome: 'applied' });
    expect(await stored('inbound#mail-1', 'outcome')).toMatchObject({ ...LATER, stage: 'done' });

    const [known] = shapeOf('answers')['answers'] as readonly object[];
    const word = { intent: 'a-word-of-newer-code' };
    await put({ ...shapeOf('answers'), ...LATER, answers: [{ ...known, ...LATER, ...word }] });
    const earlier = await correspondence().memory(ANN);
    const fresh = { intent: 'help', at: NOW, words: 'x' };
    const answers = remembered(earlier.answers, fresh);
    await correspondence().remember(ANN, { ...earlier, answers }, NOW);
    expect(await stored(`subscriber#${ANN}`, 'answers')).toMatchObject({
      ...LATER,
      v: 1,
      answers: [{ ...known, ...LATER, ...word }, fresh],
    });
  });

  test('in a mail whose decision is kept, until it is told', async () => {
    const kept: Kept = {
      decision: {
        intent: 'unsubscribe',
        outcome: 'applied',
        until: '2026-12-20' as LocalDate,
        because: 'offered',
        yes: 'all',
        answer: 'in-part',
        done: [{ is: 'letters-off' }, { is: 'leave' }, { is: 'resend', letter: 3 }],
        undone: [{ is: 'skip', count: 2 }],
        question: { because: 'offered', options: [[{ is: 'newsletter', on: false }]] },
        offers: [[{ is: 'take', of: 'closer' as CourseSlug }]],
        settled: true,
        again: { course: 'closer' as CourseSlug, lesson: 'closeness' as LessonId },
        besides: ['courses', 'address-link'],
        toAuthor: true,
        distress: 'watched',
      },
      undo: [{ is: 'rejoin', of: NOW }],
      at: NOW,
    };
    const { begin, keep, takeUp, reach } = correspondence();
    await begin('mail-5', NOW);
    expect(await keep('mail-5', kept, undefined, [])).toBe('saved');
    expect(await begin('mail-5', SOON)).toEqual({ stage: 'open', receivedAt: NOW, kept });
    expect(await keep('mail-5', kept, undefined, []), 'once').toBe('changed');
    const letter = { is: 'letter', ...kept.decision.again } as Counted;
    const about = { receivedAt: NOW, reader: ANN, letter };
    expect(await takeUp('mail-5', kept.decision, about)).toBe(true);
    expect(await takeUp('mail-5', kept.decision, about), 'by one').toBe(false);
    expect(await stored('inbox#2026-11', `${NOW}#mail-5`), 'in its month').toMatchObject({ v: 1 });
    expect(await stored('inbound#mail-5', 'outcome')).toMatchObject({
      reader: ANN,
      letter: 'letter#closer#closeness',
    });
    await reach('mail-5', 'done', kept.decision);
    expect(await begin('mail-5', SOON)).toEqual({ stage: 'done', receivedAt: NOW });
  });

  test('in the key and in a counter, whose version is not taken back either', async () => {
    await put({ ...shapeOf('subscriber-id'), ...LATER });
    await idKey();
    expect(await stored('key', 'subscriber-id')).toMatchObject({ ...LATER, v: 1 });
    await put({ ...shapeOf('2026-11-22T07:00:00Z'), ...LATER, v: 2 });
    expect(await take(100)).toEqual({ is: 'counted' });
    expect(await stored(`rate#${ANN}`, NOW)).toMatchObject({ ...LATER, v: 2, count: 5 });
    await put({ ...shapeOf('state'), v: 2 });
    await dueIndex().hold(SOON);
    expect(await stored('dispatch', 'state')).toMatchObject({ v: 2 });
  });
});

describe('a question that a reader was asked', () => {
  const options = [
    [{ is: 'pause', until: '2027-03-04' as LocalDate }],
    [{ is: 'schedule', minutes: 450, days: '135' as Days }, { is: 'resume' }],
  ] as const;
  const asked = { options, at: NOW };

  test('is kept as it was asked, until it is settled', async () => {
    await correspondence().remember(ANN, { answers: [], seen: [], asked }, NOW);
    expect((await correspondence().memory(ANN)).asked).toEqual(asked);
    await correspondence().settle(ANN);
    expect(await correspondence().memory(ANN)).toEqual({ answers: [], seen: [] });
  });

  test('is open for seven days', () => {
    const memory = { answers: [], seen: [], asked };
    expect(openQuestion(memory, at('2026-11-29T06:59:59Z'))).toEqual(asked);
    expect(openQuestion(memory, at('2026-11-29T07:00:00Z'))).toBeUndefined();
  });

  test('of nobody is settled without a trace, and no unknown mail gets a label', async () => {
    const nobody = 'bbbbbbbbbbbbbbbb' as SubscriberId;
    await correspondence().settle(nobody);
    await correspondence().label('mail-3', 'no-wish');
    expect(await stored(`subscriber#${nobody}`, 'answers')).toBeUndefined();
    expect(await stored('inbound#mail-3', 'outcome')).toBeUndefined();
    await correspondence().label('mail-1', 'no-wish');
    expect(await stored('inbound#mail-1', 'outcome')).toMatchObject({ label: 'no-wish' });
  });
});

test('a hold is never cut short by a shorter one, and ends when it is told to', async () => {
  await dueIndex().hold(SOON);
  await dueIndex().hold(NOW);
  expect((await dueIndex().state()).holdUntil).toBe(SOON);
  await dueIndex().lift();
  expect((await dueIndex().state()).holdUntil).toBeUndefined();
});

test('an entry of the due index that nobody can read is counted, and in nobody’s way', () => {
  const entry = { pk: `subscriber#${ANN}`, sk: 'subscriber', dueShard: '0', dueAt: NOW };
  const entries = [entry, { ...entry, pk: 'issue#first' }, { ...entry, dueAt: 'soon' }];
  expect(entriesOf(entries)).toEqual({ due: [{ id: ANN, dueAt: NOW }], unreadable: 2 });
});
