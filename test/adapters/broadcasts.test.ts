import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Broadcasts, broadcastsIn } from '../../functions/adapters/broadcasts.ts';
import { UnreadableItem } from '../../functions/adapters/stored.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { type Broadcast, FRESH_WALK, type Walk } from '../../functions/core/sending/broadcast.ts';
import { at, issue } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { fakeBroadcasts } from '../support/fake-broadcasts.ts';

/** One contract, kept by the adapter on a real table and by the fake that other tests use. */

const BEGINS = at('2026-12-02T09:00:00Z');
const MOVED = at('2026-12-05T09:00:00Z');
const NOW = at('2026-12-02T09:01:00Z');
const LATER = at('2026-12-02T09:02:00Z');
const HALF: Walk = { passes: 0, shards: 4 };
const DONE: Walk = { passes: 2, shards: 0 };

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

/** An issue of its own for each row, so that rows share a table. */
const fresh = () => issue(`i-${randomUUID().slice(0, 8)}`, '2026-12-03', { during: true });
type Issue = ReturnType<typeof fresh>;

const startedOf = ({ id, date, audience, title, preheader, during }: Issue, walk = FRESH_WALK) => ({
  id,
  date,
  audience,
  title,
  preheader,
  startedAt: NOW,
  walk,
  ...(during && { during }),
});

type Act = (store: Broadcasts, one: Issue) => Promise<unknown>;
const note: Act = (store, { id }) => store.note(id, 'scheduled', BEGINS);
const move: Act = (store, { id }) => store.note(id, 'scheduled', MOVED);
const archive: Act = (store, { id }) => store.note(id, 'archive', undefined);
const start: Act = (store, one) => store.start(one, NOW);
const again: Act = (store, one) => store.start({ ...one, title: 'Another' }, LATER);
const walk: Act = (store, { id }) => store.saveWalk(id, HALF, LATER);
const end: Act = (store, { id }) => store.saveWalk(id, DONE, undefined);
const pause: Act = (store, { id }) => store.pause(id);
const resume: Act = (store, { id }) => store.resume(id, LATER);
const cancel: Act = (store, { id }) => store.cancel(id);

type Is = (one: Issue) => Omit<Broadcast, 'id'> | undefined;
const scheduled = (more: Partial<Broadcast> = { next: BEGINS }): Is => {
  return () => ({ stage: 'scheduled', ...more });
};
const running = (more: Partial<Broadcast> = { next: NOW }, of?: Walk): Is => {
  return (one) => ({ stage: 'running', ...more, started: startedOf(one, of) });
};
const sent = (more: Partial<Broadcast> = {}): Is => {
  return (one) => ({ stage: 'sent', ...more, started: startedOf(one, DONE) });
};
const PAUSED = { paused: true } as const;

const ROWS: readonly (readonly [why: string, acts: readonly Act[], last: unknown, is: Is])[] = [
  ['is seen for the first time', [note], undefined, scheduled()],
  ['is seen again', [note, note], undefined, scheduled()],
  ['has another day', [note, move], undefined, scheduled({ next: MOVED })],
  ['was past', [archive], undefined, () => ({ stage: 'archive' })],
  ['was past, and is seen again', [archive, archive], undefined, () => ({ stage: 'archive' })],
  ['was past, and has a day to come', [archive, note], undefined, () => ({ stage: 'archive' })],
  ['begins', [note, start], undefined, running()],
  ['begins once, however many try', [note, start, again], undefined, running()],
  ['was never noted', [start], undefined, () => undefined],
  ['is begun and has another day', [note, start, move], undefined, running()],
  ['is gone through', [note, start, walk], true, running({ next: LATER }, HALF)],
  ['is over', [note, start, walk, end], true, sent()],
  ['is over, and somebody was slower', [note, start, end, walk], false, sent()],
  ['is gone through before it begins', [note, walk], false, scheduled()],
  ['is paused before its day', [note, pause], true, scheduled(PAUSED)],
  ['is paused, and does not begin', [note, pause, start], undefined, scheduled(PAUSED)],
  ['is paused as it goes', [note, start, pause], true, running(PAUSED)],
  ['is paused, and no page is noted', [note, start, pause, walk], false, running(PAUSED)],
  ['is paused once all know', [note, start, end, pause], true, sent(PAUSED)],
  ['is paused twice', [note, pause, pause], true, scheduled(PAUSED)],
  ['is resumed before its day', [note, pause, resume], true, scheduled({ next: LATER })],
  ['is resumed as it goes', [note, start, pause, resume], true, running({ next: LATER })],
  ['is resumed once all know', [note, start, end, pause, resume], true, sent()],
  ['is not paused, and resumed', [note, resume], false, scheduled()],
  ['is cancelled before its day', [note, cancel], true, () => ({ stage: 'cancelled' })],
  [
    'is cancelled, and noted, begun, paused and resumed',
    [note, cancel, note, start, pause, resume],
    false,
    () => ({ stage: 'cancelled' }),
  ],
  [
    'is cancelled as it goes',
    [note, start, cancel],
    true,
    (one) => ({ stage: 'cancelled', started: startedOf(one) }),
  ],
  [
    'is cancelled while it is paused',
    [note, start, pause, cancel],
    true,
    (one) => ({ stage: 'cancelled', started: startedOf(one) }),
  ],
  [
    'is cancelled, and no page is noted',
    [note, start, cancel, walk],
    false,
    (one) => ({ stage: 'cancelled', started: startedOf(one) }),
  ],
  [
    'is cancelled once all know',
    [note, start, end, cancel],
    true,
    (one) => ({ stage: 'cancelled', started: startedOf(one, DONE) }),
  ],
  ['is in the archive, and cancelled', [archive, cancel], false, () => ({ stage: 'archive' })],
  ['is in the archive, and paused', [archive, pause], false, () => ({ stage: 'archive' })],
  ['is nobody’s, and paused', [pause], false, () => undefined],
];

describe.each([
  ['the adapter on a table', () => broadcastsIn(dynalite.name, dynalite.config)],
  ['the fake', () => fakeBroadcasts({ everyone: () => [] })],
])('%s: an issue that', (_, storeOf) => {
  test.for(ROWS)('%s', async ([, acts, last, is]) => {
    const [store, one] = [storeOf(), fresh()];
    const answers: unknown[] = [];
    for (const act of acts) answers.push(await act(store, one));
    const found = (await store.all()).find(({ id }) => id === one.id);
    const expected = is(one);
    expect(found).toEqual(expected && { id: one.id, ...expected });
    expect(answers.at(-1)).toBe(last);
  });

  test('is begun keeps the mail that it began with', async () => {
    const [store, one] = [storeOf(), fresh()];
    await note(store, one);
    await start(store, one);
    expect(await store.mailOf(one.id)).toEqual(one.mail);
    await expect(store.mailOf('nobody' as IssueId)).rejects.toBeInstanceOf(UnreadableItem);
  });
});
