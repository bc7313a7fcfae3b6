import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Loss } from '../../functions/core/reader/restore.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type LinkSecret, nameOfSecret } from '../../functions/core/token.ts';
import { type Ends, endsOf } from '../../local/account/restore/ends.ts';
import { planRestore, type Tally } from '../../local/account/restore/plan.ts';
import { at, claim, course, enrollment, reader, received, request } from '../support/builders.ts';
import { itemOf } from '../support/stored-items.ts';

const loss: Loss = {
  copyAt: at('2026-11-23T12:00:00Z'),
  lostAt: at('2026-11-23T12:00:00Z'),
  now: at('2026-11-25T12:00:00Z'),
  courses: [course(['one', 'two'])],
};
const one = (fields: Partial<Subscriber> = {}) =>
  itemOf(reader({ enrollments: [enrollment({ received: received('one') })], ...fields }));
const { pk } = one();
const id = String(pk).replace('subscriber#', '');
const fact: Attributes = { pk, sk: 'fact#2026-11-01T08:00:00Z#confirmed', v: 1, how: 'page' };
const key = (text = 'c2VjcmV0') => ({ pk: 'key', sk: 'subscriber-id', key: text, v: 1 });
const LEFT = { is: 'left', at: at('2026-11-24T12:00:00Z'), by: 'page' } as const;
const ERASED = { is: 'suppressed', at: at('2026-11-24T12:00:00Z'), because: 'erased' } as const;
const remains: Attributes = { ...one(), address: 'erased@erased.invalid', standing: ERASED };
const endsAt = (moment: string, ended: Ends['ended']): Ends => ({ at: at(moment), ended });

function restored(copy: readonly Attributes[], live: readonly Attributes[], ends?: Ends) {
  const plan = planRestore(copy, live, ends, loss);
  if (plan.is !== 'plan') throw new Error(plan.is);
  const counted = Object.entries(plan.tally).filter(([, count]) => count > 0);
  const puts = plan.writes.flatMap((write) => ('item' in write ? [write.item] : []));
  return { tally: Object.fromEntries(counted) as Partial<Tally>, puts, writes: plan.writes };
}

describe('what becomes of one subscriber', () => {
  const broken = { ...one({ hour: 9 as never }), zone: 7, revision: 12 };
  const after = '2026-11-24T13:00:00Z';
  test.for<
    readonly [
      reason: string,
      copy: Attributes,
      live: Attributes | undefined,
      ends: Ends | undefined,
      Partial<Tally>,
    ]
  >([
    ['is in the copy alone', one(), undefined, undefined, { 'brought-back': 1, beside: 1 }],
    ['is as they were', one(), one(), undefined, { unchanged: 1, beside: 1 }],
    ['has left since', one(), one({ standing: LEFT }), undefined, { unchanged: 1, beside: 1 }],
    ['was erased since', one(), remains, undefined, { erased: 1 }],
    [
      'reads at another address since, so nothing of theirs comes back to this one',
      one(),
      one({ secret: 'another' as LinkSecret, standing: LEFT, enrollments: [] }),
      undefined,
      { moved: 1 },
    ],
    [
      'had been erased before the copy was made, of which the record comes back',
      remains,
      undefined,
      undefined,
      { remains: 1, beside: 1 },
    ],
    [
      'was erased since, and the live table lost that',
      one(),
      undefined,
      endsAt(after, { [id]: { standing: ERASED as never, remains } }),
      { remains: 1 },
    ],
    [
      'left since, and the live table lost that',
      one(),
      undefined,
      endsAt(after, { [id]: { standing: LEFT } }),
      { 'stays-ended': 1, beside: 1 },
    ],
    [
      'had left and came back before the copy was made',
      one(),
      undefined,
      endsAt('2026-11-20T12:00:00Z', { [id]: { standing: LEFT } }),
      { 'brought-back': 1, beside: 1 },
    ],
    [
      'never confirmed in seven days',
      one({ standing: { is: 'pending', since: at('2026-11-10T12:00:00Z') } }),
      undefined,
      undefined,
      { forgotten: 1 },
    ],
    ['can’t be read any more', one(), broken, undefined, { mended: 1, beside: 1 }],
    [
      'can’t be read, and gets nothing more by all that can be',
      one(),
      { ...broken, standing: LEFT },
      undefined,
      { unchanged: 1, beside: 1 },
    ],
    [
      'can’t be read in what they received',
      one(),
      { ...one(), enrollments: 7 },
      undefined,
      { 'by-hand': 1, beside: 1 },
    ],
    ['is of newer code', one(), { ...one(), v: 2 }, undefined, { 'by-hand': 1, beside: 1 }],
  ])('%s', ([, copy, live, ends, tally]) => {
    const now = restored([copy, fact], live === undefined ? [] : [live], ends);
    expect(now.tally).toEqual(tally);
  });

  test('nobody is mailed by having been brought back unread', () => {
    const { puts } = restored([{ ...one({ dueAt: loss.copyAt }), v: 2 }], []);
    expect(puts).toHaveLength(1);
    expect(puts[0]).not.toHaveProperty('dueAt');
    expect(puts[0]).not.toHaveProperty('dueShard');
  });

  test.for<[why: string, copy: Attributes, live: readonly Attributes[], what: string | undefined]>([
    ['only the copy knew them', one(), [], 'brought-back'],
    ['they had left', one({ standing: LEFT }), [], 'stays-ended'],
    ['letters were lost', one(), [itemOf(reader())], 'completed'],
    ['the item was broken', one(), [broken], 'mended'],
    ['nothing was lost', one(), [one()], undefined],
    ['they were erased', remains, [], undefined],
  ])('its record: %s', ([, copy, live, what]) => {
    const [write] = restored([copy], live).writes;
    const details = { by: 'author', channel: 'restore', what };
    expect(write?.fact).toEqual(what && { kind: 'restored', at: loss.now, details });
  });

  test('what was broken comes from the copy, all else from the live item', () => {
    const { writes } = restored([one()], [broken]);
    expect(writes).toEqual([
      {
        is: 'mended',
        revision: 12,
        item: { ...broken, zone: one()['zone'], revision: 13 },
        fact: expect.objectContaining({ kind: 'restored' }),
      },
    ]);
  });

  test('what is of one mail or one week does not come from the copy', () => {
    const then = itemOf(reader({ dueAt: loss.copyAt, claim: claim(loss.copyAt) }));
    const { writes } = restored([{ ...then, notBefore: '2026-11-24', expiresAt: 1 }], [broken]);
    expect(writes).toEqual(restored([one()], [broken]).writes);
  });

  test('what this code does not know comes back as well', () => {
    const { puts } = restored([{ ...one(), shoe: 42 }], []);
    expect(puts[0]).toMatchObject({ shoe: 42 });
  });
});

describe('what becomes of a request', () => {
  const moment = at('2026-11-23T11:00:00Z');
  const asked = { at: moment, details: {} };
  const pending = itemOf(request({ asked, dueAt: moment, claim: claim(moment) }));
  const BOUNCED = { ...ERASED, because: 'hard-bounce' } as const;
  const stop = itemOf(request({ asked, standing: BOUNCED }));
  const stopped = itemOf(request({ asked, standing: BOUNCED, claim: claim(moment) }));
  const after = '2026-11-24T13:00:00Z';
  test.for<
    readonly [
      reason: string,
      copy: readonly Attributes[],
      live: readonly Attributes[],
      ends: Ends | undefined,
      puts: readonly Attributes[],
      Partial<Tally>,
    ]
  >([
    ['can be asked again', [pending], [], undefined, [], { forgotten: 1 }],
    ['waits in the live table', [pending], [pending], undefined, [], {}],
    ['was confirmed since', [pending], [one()], undefined, [], {}],
    ['was confirmed and erased since', [pending], [remains], undefined, [], {}],
    [
      'was confirmed and erased since, and the live table lost that',
      [pending],
      [],
      endsAt(after, { [id]: { standing: ERASED as never, remains } }),
      [],
      {},
    ],
    [
      'of somebody who had left is no reader’s',
      [one({ standing: LEFT }), pending],
      [one({ standing: LEFT })],
      undefined,
      [],
      { unchanged: 1 },
    ],
    ['bounced, and nobody is known', [stopped], [], undefined, [stop], { 'stays-ended': 1 }],
    ['bounced, and is there', [stopped], [stopped], undefined, [], { unchanged: 1 }],
    ['bounced, and the reader was erased since', [stopped], [remains], undefined, [], {}],
    [
      'bounced since, and the live table lost that',
      [pending],
      [],
      endsAt(after, { [id]: { standing: BOUNCED } }),
      [stop],
      { 'stays-ended': 1 },
    ],
    ['was withdrawn', [{ ...pending, standing: LEFT }], [], undefined, [], { forgotten: 1 }],
  ])('%s', ([, copy, live, ends, puts, tally]) => {
    const now = restored(copy, live, ends);
    expect(now.puts).toEqual(puts);
    expect(now.tally).toEqual(tally);
  });

  test('a stop that the live table lost ends the request that came after it', () => {
    const { writes } = restored([stopped], [pending]);
    expect(writes).toMatchObject([{ is: 'completed', subscriber: { standing: BOUNCED } }]);
    expect(writes[0]).not.toHaveProperty('subscriber.dueAt');
  });

  test('what is kept apart names those that can’t be mailed, unless a reader is there', () => {
    const now = at('2026-11-25T12:00:00Z');
    expect(endsOf([stopped], undefined, now).ended).toEqual({ [id]: { standing: BOUNCED } });
    const withdrawn = { ...pending, standing: LEFT };
    for (const items of [[pending], [withdrawn], [one(), stopped]]) {
      expect(endsOf(items, undefined, now).ended).toEqual({});
    }
  });
});

describe('beside subscribers', () => {
  test.for<readonly [reason: string, Attributes, comesBack: boolean]>([
    ['what became of a reply is known for a year', { pk: 'inbound#m', sk: 'outcome' }, true],
    ['kinds of items that newer code makes', { pk: 'counter#letter', sk: 'one' }, true],
    ['what has outlived its time', { pk: 'inbound#m', sk: 'outcome', expiresAt: 1 }, false],
    ['a tick’s memory', { pk: 'dispatch', sk: 'state' }, false],
    ['sign-ups of an hour', { pk: 'rate#network', sk: '2026' }, false],
    ['a fact of nobody', fact, false],
  ])('%s', ([, item, comesBack]) => {
    expect(restored([item], []).puts).toEqual(comesBack ? [item] : []);
    expect(restored([item], [item]).puts).toEqual([]);
  });
});

test('links from a former address lead to whoever reads, and not to whom was erased since', () => {
  const { secret } = reader();
  const link = { pk: 'subscriber#bbbbbbbbbbbbbbbb', sk: `moved-to#${nameOfSecret(secret)}`, v: 1 };
  const former = one({ id: 'bbbbbbbbbbbbbbbb' as never, secret: 'another' as LinkSecret });
  const copy = [one(), former, { ...link, to: id, secret }];
  const linksAfter = (live: Attributes) =>
    restored(copy, [live]).puts.filter(({ sk }) => sk === link.sk).length;
  expect(linksAfter(one())).toBe(1);
  expect(linksAfter({ ...remains, secret: 'erased' })).toBe(0);
});

describe('the key that makes ids', () => {
  test('comes back from the copy, or from what was kept', () => {
    expect(restored([key()], []).puts).toEqual([key()]);
    const ends: Ends = { ...endsAt('2026-11-01T12:00:00Z', {}), idKey: key() };
    expect(restored([], [], ends).puts).toEqual([key()]);
    expect(restored([key()], [key()]).puts).toEqual([]);
  });

  test('two keys can’t be brought together', () => {
    const plan = planRestore([key()], [key('b3RoZXI')], undefined, loss);
    expect(plan).toEqual({ is: 'other-key' });
  });
});

describe('what is kept apart', () => {
  const now = at('2026-11-25T12:00:00Z');
  const before = endsAt('2026-11-20T12:00:00Z', { [id]: { standing: LEFT } });

  test('who left, was suppressed or erased, and nothing else of them', () => {
    const { ended } = endsOf([one({ standing: LEFT }), fact, key()], undefined, now);
    expect(ended).toEqual({ [id]: { standing: LEFT } });
    expect(endsOf([remains], undefined, now).ended).toEqual({
      [id]: { standing: ERASED, remains },
    });
  });

  test('an end stays known when the table has lost it, and not when they came back', () => {
    expect(endsOf([], before, now).ended).toEqual(before.ended);
    expect(endsOf([one()], before, now).ended).toEqual({});
  });

  test('the key stays known when the table has lost it', () => {
    expect(endsOf([], endsOf([key()], undefined, now), now).idKey).toEqual(key());
  });
});
