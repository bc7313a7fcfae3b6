import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { carryOut, type Deed, foresee } from '../../local/desk/deeds.ts';
import { deskItems } from '../../local/desk/items.ts';
import { changesInWords, keptInWords } from '../../local/desk/words/deeds.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at, claim, enrollment, reader, received, request } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { freshId, itemOf, ofNewerMajor } from '../support/stored-items.ts';
import { deskOver } from './fake-desk.ts';

const NOW = at('2026-11-23T12:00:00Z');
const DUE = at('2026-11-24T07:00:00Z');

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

/** A desk before a real table, with somebody in it; of the account around it nothing stands. */
function desk() {
  const place = { table: dynalite.name, config: dynalite.config as never };
  return deskOver([], { ...place, items: deskItems(place) }).desk;
}
async function stored(fields: Partial<Subscriber> = {}, change = (item: Attributes) => item) {
  const enrollments = [enrollment({ received: received('closeness') })];
  const one = reader({ id: freshId(), secret: 'own' as never, dueAt: DUE, enrollments, ...fields });
  await rawItemsIn(dynalite).put(change(itemOf(one)));
  return one.id;
}
const raw = (id: string, sk: string) => rawItemsIn(dynalite).get({ pk: `subscriber#${id}`, sk });

describe('a dry run', () => {
  test.for<[deed: Deed, fields: Partial<Subscriber>, says: readonly string[]]>([
    [
      { is: 'pause' },
      {},
      [
        '  standing      active                →  paused',
        '  next mail at  2026-11-24T07:00:00Z  →  never',
      ],
    ],
    [
      { is: 'jump', place: 'finished' },
      {},
      [
        '  last letter   closer closeness      →  closer finished',
        '  next          letter closer/ideas   →  nothing',
        '  next mail at  2026-11-24T07:00:00Z  →  never',
      ],
    ],
    [
      { is: 'leave' },
      { newsletter: true },
      [
        '  standing      active                →  left by reply, 2026-11-23 12:00 UTC',
        '  next          letter closer/ideas   →  nothing',
        '  next mail at  2026-11-24T07:00:00Z  →  never',
      ],
    ],
    [
      { is: 'erase' },
      { newsletter: true },
      [
        '  standing        active                →  not mailed (erased), 2026-11-23 12:00 UTC',
        '  last letter     closer closeness      →  none',
        '  newsletter      yes                   →  no',
        '  next            letter closer/ideas   →  nothing',
        '  next mail at    2026-11-24T07:00:00Z  →  never',
        '  what is stored  all of it             →  that nobody mails the address',
      ],
    ],
  ])('%o says what would change, and changes nothing', async ([deed, fields, says]) => {
    const id = await stored(fields);
    const before = await raw(id, 'subscriber');
    const foreseen = await foresee(desk(), id, deed);
    if (foreseen.is !== 'foreseen') throw new Error(foreseen.is);
    expect(changesInWords(foreseen.changes)).toEqual(says);
    expect(foreseen.needsReason).toBe(deed.is === 'leave' || deed.is === 'erase');
    expect(await raw(id, 'subscriber')).toEqual(before);
  });

  test.for<[why: string, deed: Deed, fields: Partial<Subscriber>, expected: RegExp]>([
    [
      'they have left',
      { is: 'pause' },
      { standing: { is: 'left', at: NOW, by: 'page' } },
      /^They have left/,
    ],
    ['they read already', { is: 'resume' }, {}, /^It is so already/],
    [
      'they have paused as openly',
      { is: 'pause' },
      { standing: { is: 'paused', since: DUE }, dueAt: undefined as never },
      /^It is so already/,
    ],
    ['there is no such place', { is: 'jump', place: 'x' }, {}, /^The course has no such place/],
    [
      'a letter is on its way',
      { is: 'jump', place: '2' },
      { claim: claim(NOW) },
      /^A mail to them is on its way/,
    ],
    [
      'it would be over today',
      { is: 'pause', until: '2026-11-23' as never },
      {},
      /^A pause ends on a day to come/,
    ],
    [
      'a course of nobody',
      { is: 'jump', place: '1', course: 'tea' },
      {},
      /^They take no such course/,
    ],
    [
      'they were erased',
      { is: 'erase' },
      { standing: { is: 'suppressed', at: NOW, because: 'erased' } },
      /^It is so already/,
    ],
  ])('is refused, since %s', async ([, deed, fields, expected]) => {
    const foreseen = await foresee(desk(), await stored(fields), deed);
    if (foreseen.is === 'foreseen') throw new Error('it was not refused');
    expect(keptInWords(foreseen)).toMatch(expected);
  });

  test('to erase an address that only asked is refused, also where it is said yes to at once', async () => {
    const id = freshId();
    await rawItemsIn(dynalite).put(itemOf(request({ id, dueAt: DUE })));
    const refused = { is: 'refused', because: 'not-confirmed' };
    expect(await foresee(desk(), id, { is: 'erase' })).toEqual(refused);
    expect(await carryOut(desk(), id, { is: 'erase' }, 'by letter')).toEqual(refused);
    expect(await raw(id, 'request')).toMatchObject({ standing: { is: 'pending' } });
  });

  test('of nobody, and of whom this code can’t read', async () => {
    expect(await foresee(desk(), freshId(), { is: 'pause' })).toEqual({ is: 'unknown' });
    const newer = await stored({}, ofNewerMajor);
    expect(await foresee(desk(), newer, { is: 'leave' })).toEqual({ is: 'unreadable' });
    expect(keptInWords({ is: 'unreadable' })).toContain('An item cannot be read');
  });
});

describe('done', () => {
  test('a pause is the reader’s own, with a record of the author', async () => {
    const id = await stored();
    const deed: Deed = { is: 'pause', until: '2026-12-20' as never };
    expect(await carryOut(desk(), id, deed, undefined)).toEqual({ is: 'done' });
    expect(await raw(id, 'subscriber')).toMatchObject({
      secret: 'own',
      revision: 2,
      standing: { is: 'paused', until: '2026-12-20' },
      dueAt: '2026-12-20T07:00:00Z',
    });
    expect(await raw(id, `fact#${NOW}#paused`)).toMatchObject({
      by: 'author',
      until: '2026-12-20',
    });
    // What is counted of it is counted as of anybody's pause.
    const counter = { pk: 'counts', sk: 'letter#2026-11#closer#closeness' };
    expect(await rawItemsIn(dynalite).get(counter)).toMatchObject({ pausedAfter: 1 });
  });

  test.for(['leave', 'erase'] as const)('%s without a reason is not done', async (is) => {
    const id = await stored();
    expect(await carryOut(desk(), id, { is }, undefined)).toEqual({ is: 'needs-reason' });
    expect(await raw(id, 'subscriber')).toMatchObject({ standing: { is: 'active' } });
  });

  test('whoever leaves takes along what waited for their yes', async () => {
    const id = await stored();
    await rawItemsIn(dynalite).put(itemOf(request({ id, dueAt: DUE })));
    expect(await carryOut(desk(), id, { is: 'leave' }, 'phone')).toEqual({ is: 'done' });
    expect(await raw(id, 'subscriber')).toMatchObject({ standing: { is: 'left', by: 'reply' } });
    const asked = await raw(id, 'request');
    expect(asked).toMatchObject({ standing: { is: 'left' }, expiresAt: expect.any(Number) });
    expect(asked).not.toHaveProperty('dueAt');
    expect(await raw(id, `fact#${NOW}#left`)).toMatchObject({ reason: 'phone' });
  });

  test('of an address that only asked no consent is recorded as withdrawn', async () => {
    const id = freshId();
    await rawItemsIn(dynalite).put(itemOf(request({ id, dueAt: DUE })));
    expect(await carryOut(desk(), id, { is: 'leave' }, 'phone')).toEqual({ is: 'done' });
    expect(await raw(id, 'request')).toMatchObject({ standing: { is: 'left' } });
    expect(await raw(id, `fact#${NOW}#left`)).toBeUndefined();
  });

  test('what is none any more by then is told', async () => {
    const id = await stored({ standing: { is: 'left', at: NOW, by: 'page' } });
    expect(await carryOut(desk(), id, { is: 'pause' }, undefined)).toEqual({
      is: 'refused',
      because: 'has-left',
    });
    expect(await carryOut(desk(), freshId(), { is: 'pause' }, undefined)).toEqual({
      is: 'unknown',
    });
  });

  test('nobody is erased where it is not known where their mails lie', async () => {
    const id = await stored();
    await expect(carryOut(desk(), id, { is: 'erase' }, 'by letter')).rejects.toMatchObject({
      name: 'RefusedError',
      message: expect.stringMatching(/^No stack stands here/),
    });
    expect(await raw(id, 'subscriber')).toMatchObject({ standing: { is: 'active' } });
  });
});
