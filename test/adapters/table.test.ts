import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LessonId } from '../../functions/core/course.ts';
import { rateWindow } from '../../functions/core/reader/sign-up-rate.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { bothTables, type Table } from '../support/both-tables.ts';
import { at, claim, reader } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { itemOf } from '../support/stored-items.ts';

const NOW = at('2026-11-22T08:00:00Z');
const FIRST = 'first' as AttemptId;
const SECOND = 'second' as AttemptId;

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

let count = 0;
/** A reader of their own for each test, so that one table serves all. */
function someone(fields: Partial<Subscriber> = {}): Subscriber {
  count += 1;
  const letters = [...String(count).padStart(16, '0')].map((digit) => 'abcdefghij'[Number(digit)]);
  return reader({ id: letters.join('') as SubscriberId, revision: 0, dueAt: NOW, ...fields });
}

/** A table, and a way to put somebody there. */
function made(make: () => Table) {
  const table = make();
  return { ...table, store: (one: Subscriber) => table.put(itemOf({ ...one, revision: 1 })) };
}

const dueOf = ({ id }: Subscriber) => ({ id, dueAt: NOW });

describe.each(bothTables(() => dynalite))('%s', (_, make) => {
  test('makes the id key once', async () => {
    const { subscribers } = make();
    const first = await subscribers.idKey(() => new Uint8Array(32).fill(1));
    const second = await subscribers.idKey(() => new Uint8Array(32).fill(2));
    expect([...second]).toEqual([...first]);
  });

  test('makes the key of secrets once, and it is no id key', async () => {
    const { subscribers } = make();
    const ids = await subscribers.idKey(() => new Uint8Array(32).fill(3));
    const first = await subscribers.secretKey(() => new Uint8Array(32).fill(4));
    const second = await subscribers.secretKey(() => new Uint8Array(32).fill(5));
    expect([...second]).toEqual([...first]);
    expect([...first]).not.toEqual([...ids]);
    expect([...(await subscribers.idKey(() => new Uint8Array(32).fill(6)))]).toEqual([...ids]);
  });

  test('loads nobody as undefined', async () => {
    const { subscribers, store } = made(make);
    await store(someone());
    expect(await subscribers.load(someone().id)).toBeUndefined();
  });

  test('saves the revision that was seen, once', async () => {
    const { subscribers, store } = made(make);
    const ann = someone({ name: 'Ann' });
    await store(ann);
    const seen = { ...ann, revision: 1 };
    const { name: _name, dueAt: _dueAt, ...without } = seen;
    expect(await subscribers.save(without)).toBe('saved');
    expect(await subscribers.save(seen)).toBe('changed');
    expect(await subscribers.load(ann.id)).toEqual({ ...without, revision: 2 });
  });

  test('saves nobody who is not there', async () => {
    const { subscribers } = make();
    expect(await subscribers.save(someone())).toBe('changed');
  });

  test('gives a due moment to one claim, and to the next when its lease is over', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    expect(await subscribers.claim(dueOf(ann), FIRST, NOW)).toEqual({
      is: 'claimed',
      subscriber: { ...ann, revision: 1, claim: claim(NOW, { attempt: FIRST }) },
    });
    const claims = [
      [plusSeconds(NOW, 899), 'open'],
      [plusSeconds(NOW, 901), 'claimed'],
    ] as const;
    for (const [now, is] of claims) {
      expect((await subscribers.claim(dueOf(ann), SECOND, now)).is).toBe(is);
    }
    const third = await subscribers.claim(dueOf(ann), 'third' as AttemptId, plusSeconds(NOW, 1802));
    const doubt = { due: NOW, since: NOW };
    expect(third, 'nothing told how the first two ended').toMatchObject({
      before: { ...doubt, attempt: SECOND, tried: plusSeconds(NOW, 901) },
      subscriber: { claim: { ...doubt, attempt: 'third', at: plusSeconds(NOW, 1802) } },
    });
  });

  test('claims nothing before it is due', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    const early = await subscribers.claim(dueOf(ann), FIRST, plusSeconds(NOW, -1));
    expect(early).toEqual({ is: 'not-due' });
    expect((await subscribers.claim(dueOf(ann), FIRST, NOW)).is).toBe('claimed');
  });

  test('a claim that was answered and is repeated knows its own, and is in no doubt', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    const first = await subscribers.claim(dueOf(ann), FIRST, NOW);
    expect(await subscribers.claim(dueOf(ann), FIRST, NOW)).toEqual(first);
  });

  test('a claim is in the zone that its reader is in by then, also when another stood there, whose own zone stays', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    await subscribers.claim(dueOf(ann), FIRST, NOW);
    const zone = 'Asia/Tokyo' as typeof ann.zone;
    await subscribers.save({ ...ann, revision: 1, zone });
    await subscribers.claim(dueOf(ann), SECOND, plusSeconds(NOW, 901));
    const doubt = { sinceZone: ann.zone, attempt: SECOND, zone };
    expect((await subscribers.load(ann.id))?.claim).toMatchObject(doubt);
  });

  test('a claim of another due moment tells of the one that it takes the place of', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    await subscribers.claim(dueOf(ann), FIRST, NOW);
    const due = plusSeconds(NOW, 3600);
    await subscribers.save({ ...ann, revision: 1, dueAt: due });
    const later = await subscribers.claim({ id: ann.id, dueAt: due }, SECOND, due);
    expect(later).toMatchObject({
      before: { due: NOW, since: NOW, tried: NOW, attempt: FIRST },
      subscriber: { claim: { due, since: NOW, tried: due } },
    });
  });

  test('a claim is restated by its own attempt, and its end is the end of all of it', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    await subscribers.claim(dueOf(ann), FIRST, NOW);
    const zone = 'Asia/Tokyo' as never;
    const said = claim(plusSeconds(NOW, 960), { attempt: FIRST, due: NOW, tried: NOW, zone });
    expect(await subscribers.restate(ann, { ...said, attempt: SECOND })).toBe(false);
    expect(await subscribers.restate(ann, said)).toBe(true);
    expect((await subscribers.load(ann.id))?.claim).toEqual(said);
    await subscribers.finalise({ ...ann, revision: 1 }, FIRST);
    expect((await subscribers.load(ann.id))?.claim).toBeUndefined();
    expect(await subscribers.restate(ann, said), 'nobody’s any more').toBe(false);
  });

  test('once a claim has ended, the next one is in no doubt', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    await subscribers.claim(dueOf(ann), FIRST, NOW);
    await subscribers.release(ann, FIRST);
    const later = plusSeconds(NOW, 60);
    const next = await subscribers.claim(dueOf(ann), SECOND, later);
    expect(next).toEqual({
      is: 'claimed',
      subscriber: {
        ...ann,
        revision: 1,
        claim: claim(later, { attempt: SECOND, due: NOW }),
      },
    });
  });

  const UNCLAIMABLE: readonly [string, Partial<Subscriber>][] = [
    ['another due moment', { dueAt: at('2026-11-22T07:00:00Z') }],
    ['who left', { standing: { is: 'left', at: NOW, by: 'page' } }],
    ['who complained', { standing: { is: 'suppressed', at: NOW, because: 'complaint' } }],
  ];
  test.each(UNCLAIMABLE)('claims nothing for %s', async (_reason, fields) => {
    const { subscribers, store } = made(make);
    const ann = someone(fields);
    await store(ann);
    expect(await subscribers.claim(dueOf(ann), FIRST, NOW)).toEqual({ is: 'not-due' });
  });

  test('a save leaves the claim alone; its finalise is made anew from what was saved', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    const seen = { ...ann, revision: 1 };
    await subscribers.claim(dueOf(ann), FIRST, NOW);
    expect(await subscribers.save({ ...seen, newsletter: true })).toBe('saved');
    const late = await subscribers.finalise(seen, FIRST);
    expect(late).toMatchObject({ is: 'changed', latest: { newsletter: true, revision: 2 } });
    expect(await subscribers.finalise({ ...seen, revision: 2 }, SECOND)).toEqual({ is: 'settled' });
    expect(await subscribers.finalise({ ...seen, revision: 2 }, FIRST)).toEqual({ is: 'saved' });
    expect((await subscribers.load(ann.id))?.claim).toBeUndefined();
  });

  test('only its own attempt gives a claim back', async () => {
    const { subscribers, store } = made(make);
    const ann = someone();
    await store(ann);
    await subscribers.claim(dueOf(ann), FIRST, NOW);
    await subscribers.release(ann, SECOND);
    expect((await subscribers.load(ann.id))?.claim).toEqual(claim(NOW, { attempt: FIRST }));
    await subscribers.release(ann, FIRST);
    expect((await subscribers.load(ann.id))?.claim).toBeUndefined();
  });

  test('keeps answers to check-ins by lesson, the last one of each', async () => {
    const { checkIns } = make();
    const [ann, bob] = [someone(), someone()];
    const [one, two] = ['closeness' as LessonId, 'halfway' as LessonId];
    await checkIns.store(ann.id, one, 2, NOW);
    await checkIns.store(ann.id, two, 7, NOW);
    await checkIns.store(ann.id, one, 3, NOW);
    expect(await checkIns.load(ann.id)).toEqual(
      new Map([
        [one, 3],
        [two, 7],
      ]),
    );
    expect(await checkIns.load(bob.id)).toEqual(new Map());
  });

  test('counts to a limit in each clock hour, also when many ask at once', async () => {
    const { rateLimit } = make();
    const { id: source } = someone();
    const ask = (now = NOW) => rateLimit.take(source, rateWindow(now), 5);
    const taken = await Promise.all(Array.from({ length: 9 }, () => ask()));
    expect(taken.filter(({ is }) => is === 'counted')).toHaveLength(5);
    expect(await ask(plusSeconds(NOW, 3599))).toEqual({ is: 'over', count: 5 });
    expect(await ask(plusSeconds(NOW, 3600))).toEqual({ is: 'counted' });
    expect(await rateLimit.take(someone().id, rateWindow(NOW), 5)).toEqual({ is: 'counted' });
  });
});
