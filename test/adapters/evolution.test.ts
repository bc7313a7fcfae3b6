import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attributes, NewerItem } from '../../functions/adapters/stored.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import {
  ended,
  left,
  reschedule,
  resume,
  suppressed,
} from '../../functions/core/reader/lifecycle.ts';
import { afterSending } from '../../functions/core/reader/owed.ts';
import { joined, requestFor } from '../../functions/core/reader/request.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { change } from '../../functions/runtime/change.ts';
import { bothTables } from '../support/both-tables.ts';
import { at, claim, course, enrollment, received } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { itemOf, ofNewerMajor, someone, withUnknownFields } from '../support/stored-items.ts';

/** Old code beside items of newer code: what it keeps, what it refuses, and what never stops. */

const NOW = at('2026-11-22T07:00:00Z');
const FIRST = 'first' as AttemptId;
const SECOND = 'second' as AttemptId;
const COURSES = [course(['closeness', 'emotional', 'conversation'])];
const PRESENT = { now: NOW, courses: COURSES };
const [CLOSER] = COURSES;
const LEFT = { is: 'left', at: at('2026-11-21T12:00:00Z'), by: 'page' } as const;

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

const dueOf = (id: Subscriber['id']) => ({ id, dueAt: NOW });

/** The maps of an item in which newer code has put a field that is still there. */
function kept(item: Attributes | undefined): readonly string[] {
  if (item === undefined) throw new Error('the item is gone');
  const has = (value: unknown) => (value as { readonly later?: unknown } | undefined)?.later;
  const [first] = item['enrollments'] as readonly unknown[];
  const maps = { '': item, standing: item['standing'], enrollments: first, last: item['last'] };
  const all = Object.entries({ ...maps, claim: item['claim'] });
  return all.filter(([, map]) => has(map) !== undefined).map(([name]) => name);
}

describe.each(bothTables(() => dynalite))('%s', (_, make) => {
  describe('what newer code of the same major wrote stays', () => {
    type Act = (subscribers: Subscribers, stored: Subscriber) => Promise<unknown>;
    const saved = async (
      subscribers: Subscribers,
      id: Subscriber['id'],
      to: Parameters<typeof change<Subscriber, Subscriber>>[2],
    ) => {
      expect((await change(subscribers, id, to)).is).toBe('changed');
    };
    const claimed = async (subscribers: Subscribers, { id }: Subscriber) => {
      const claim = await subscribers.claim(dueOf(id), SECOND, plusSeconds(NOW, 1000));
      if (claim.is !== 'claimed') throw new Error(claim.is);
      return claim.subscriber;
    };
    const ALL = ['', 'standing', 'enrollments', 'last', 'claim'];
    const rows: readonly [what: string, fields: Partial<Subscriber>, act: Act, keeps: string[]][] =
      [
        [
          'another hour, while a mail is in flight',
          {},
          (table, { id, zone, days }) =>
            saved(table, id, (one) => reschedule(one, { zone, days, hour: 9 as never }, PRESENT)),
          ALL,
        ],
        [
          'the end of a pause: its fields end with it',
          {},
          (table, { id }) => saved(table, id, (one) => resume(one, PRESENT)),
          ['', 'enrollments', 'last', 'claim'],
        ],
        [
          'a claim in the place of one whose lease is over',
          {},
          claimed,
          ['', 'standing', 'enrollments', 'last'],
        ],
        [
          'a claim given back',
          {},
          (table, one) => table.release(one, FIRST),
          ['', 'standing', 'enrollments', 'last'],
        ],
        [
          'a letter sent: the last one is another now',
          {},
          async (table, stored) => {
            const mail = { kind: 'lesson', course: 'closer', lesson: 'emotional' } as never;
            const sent = afterSending(await claimed(table, stored), mail, COURSES, NOW);
            expect(await table.finalise(sent, SECOND)).toEqual({ is: 'saved' });
            expect((await table.load(stored.id))?.enrollments).toMatchObject([
              { received: received('closeness', 'emotional') },
            ]);
          },
          ['', 'standing', 'enrollments'],
        ],
        [
          'a welcome sent',
          { enrollments: [enrollment({ welcomed: false })] },
          async (table, stored) => {
            const mail = { kind: 'welcome', course: 'closer' } as never;
            const sent = afterSending(await claimed(table, stored), mail, COURSES, NOW);
            expect(await table.finalise(sent, SECOND)).toEqual({ is: 'saved' });
          },
          ['', 'standing', 'enrollments', 'last'],
        ],
        [
          'leaving',
          {},
          ({ leavers }, { id }) =>
            change(leavers, id, (one) => ended(one, left(one, 'reply', NOW))),
          ['', 'enrollments', 'last', 'claim'],
        ],
        [
          'coming back by a request for the same course',
          { standing: LEFT },
          async (table, stored) => {
            const { address, zone, hour, days } = stored;
            if (CLOSER === undefined) throw new Error('no course');
            const form = { address, zone, hour, days, newsletter: true, course: CLOSER };
            const request = requestFor(form, stored, { ...stored, now: NOW, details: {} });
            if (request === undefined) throw new Error('whoever left may ask');
            await table.requests.make(request);
            const reader = joined(request, stored, PRESENT);
            expect(await table.requests.grant({ ...request, revision: 1 }, reader, [])).toBe(
              'saved',
            );
          },
          ['', 'enrollments', 'last', 'claim'],
        ],
      ];
    test.for(rows)('%s', async ([, fields, act, keeps]) => {
      const { subscribers, put, raw } = make();
      const ann = someone({ claim: claim(NOW, { attempt: FIRST }), ...fields });
      await put(withUnknownFields(itemOf(ann)));
      expect(kept(await raw(ann.id)), 'as it was put there').toEqual(ALL);
      const stored = await subscribers.load(ann.id);
      if (stored === undefined) throw new Error('it was put there');
      await act(subscribers, stored);
      expect(kept(await raw(ann.id))).toEqual(keeps);
    });
  });

  describe('an item of a newer major version', () => {
    /** Somebody who is due, as code of tomorrow wrote them, beside somebody of today. */
    async function stored() {
      const table = make();
      const ann = someone({ newsletter: true });
      const bob = someone();
      const item = ofNewerMajor(itemOf(ann));
      await table.put(item);
      await table.put(itemOf(bob));
      return { ...table, ann, bob, item };
    }

    const REFUSED: readonly [
      what: string,
      act: (table: Subscribers, ann: Subscriber) => unknown,
    ][] = [
      ['is not loaded', (table, { id }) => table.load(id)],
      ['is not claimed', (table, { id }) => table.claim(dueOf(id), FIRST, NOW)],
      ['is not finalised', (table, ann) => table.finalise({ ...ann, revision: 0 }, FIRST)],
    ];
    test.for(REFUSED)('%s, with an error of its own, and stays as it was', async ([, act]) => {
      const { subscribers, raw, ann, item } = await stored();
      await expect(act(subscribers, ann)).rejects.toBeInstanceOf(NewerItem);
      expect(await raw(ann.id)).toEqual(item);
    });

    test('is told as such to whoever has something to do about it', async () => {
      const { subscribers, ann, bob } = await stored();
      expect(await subscribers.find(bob.id)).toEqual({ is: 'whole', subscriber: bob });
      const { id, secret, revision } = ann;
      expect(await subscribers.find(id)).toEqual({
        is: 'unreadable',
        leaver: expect.objectContaining({ id, secret, standing: { is: 'paused' }, revision }),
        because: expect.any(NewerItem),
      });
      expect(await subscribers.find(someone().id)).toBeUndefined();
    });

    test.for([
      ['leave', { is: 'left', at: NOW, by: 'one-click' }],
      ['be suppressed', { is: 'suppressed', at: NOW, because: 'complaint' }],
    ] as const)('lets its owner %s, and touches nothing else', async ([, standing]) => {
      const { subscribers, raw, ann, item } = await stored();
      const changed = await change(subscribers.leavers, ann.id, (one) =>
        ended(
          one,
          standing.is === 'left'
            ? left(one, standing.by, NOW)
            : suppressed(one, standing.because, NOW),
        ),
      );
      expect(changed.is).toBe('changed');
      const { dueAt: _, dueShard: __, newsletterShard: ___, ...rest } = item;
      expect(await raw(ann.id)).toEqual({ ...rest, standing, revision: ann.revision + 1 });
    });

    test('a leave that another save came before is made again', async () => {
      const { subscribers, ann } = await stored();
      const seen = await subscribers.leavers.load(ann.id);
      if (seen === undefined) throw new Error('it was put there');
      const leaver = { ...seen, standing: LEFT };
      expect(await subscribers.leavers.save({ ...leaver, revision: 0 })).toBe('changed');
      expect(await subscribers.leavers.save(leaver)).toBe('saved');
      expect(await subscribers.leavers.load(someone().id)).toBeUndefined();
    });
  });
});
