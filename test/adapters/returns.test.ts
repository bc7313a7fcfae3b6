import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueIndexIn } from '../../functions/adapters/due-index.ts';
import { returnsIn } from '../../functions/adapters/returns.ts';
import { signUpsIn } from '../../functions/adapters/sign-ups.ts';
import { MalformedItem, NewerItem } from '../../functions/adapters/stored.ts';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import type { Stopped } from '../../functions/core/sending/due.ts';
import type { ToldMail } from '../../functions/core/sending/ses-event.ts';
import { epochSeconds, plusSeconds } from '../../functions/core/time.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { freshId } from '../support/stored-items.ts';

/** What came back, as it is counted in the table. */

const SEVEN = at('2026-11-26T07:00:00Z');

let table: DynaliteTable;
beforeAll(async () => {
  table = await dynaliteTable();
});
afterAll(() => table.stop());

const returns = () => returnsIn(table.name, table.config);
const signUps = () => signUpsIn(table.name, table.config);
const dueIndex = () => dueIndexIn(table.name, table.config);
const items = () => rawItemsIn(table);
const mail = (messageId: string, sentAt = SEVEN): ToldMail => ({
  messageId,
  at: sentAt,
  to: 'reader',
});

describe('a mail that returned', () => {
  test('counts once, with its own kind, and for when it was sent', async () => {
    for (const one of [
      mail('m-1'),
      mail('m-2'),
      mail('m-1'),
      mail('m-0', at('2026-11-25T07:00:00Z')),
    ]) {
      await returns().note('bounces', one);
    }
    await returns().note('complaints', mail('m-1'));
    expect(await returns().since('bounces', SEVEN)).toBe(2);
    expect(await returns().since('bounces', at('2026-11-25T00:00:00Z'))).toBe(3);
    expect(await returns().since('bounces', plusSeconds(SEVEN, 1))).toBe(0);
    expect(await returns().since('complaints', SEVEN)).toBe(1);
    expect(await returns().since('sign-ups', SEVEN)).toBe(0);
  });

  test('is forgotten after eight days, and names nobody', async () => {
    await returns().note('sign-ups', mail('m-9'));
    const item = await items().get({ pk: 'returned#sign-ups', sk: '2026-11-26T07:00:00Z#m-9' });
    expect(item).toEqual({
      pk: 'returned#sign-ups',
      sk: '2026-11-26T07:00:00Z#m-9',
      v: 1,
      expiresAt: epochSeconds(at('2026-12-04T07:00:00Z')),
    });
  });

  test('hundreds of them are counted over pages', async () => {
    const many = Array.from({ length: 300 }, (_, number) =>
      mail(`p-${number}`, plusSeconds(SEVEN, 60)),
    );
    await Promise.all(many.map((one) => returns().note('sign-ups', one)));
    expect(await returns().since('sign-ups', plusSeconds(SEVEN, 60))).toBe(300);
  });
});

describe('a letter that returned for now', () => {
  const letter = (lesson: string, day: number) => ({
    at: at(`2026-11-2${day}T07:00:00Z`),
    course: 'closer' as CourseSlug,
    lesson: lesson as LessonId,
  });

  test('lies beside its reader, each once', async () => {
    const id = freshId();
    expect(await returns().noteSoft(id, letter('a', 1))).toEqual([letter('a', 1)]);
    await returns().noteSoft(id, letter('c', 3));
    const all = [letter('a', 1), letter('b', 2), letter('c', 3)];
    await returns().noteSoft(id, letter('b', 2));
    const told = await returns().noteSoft(id, letter('b', 2));
    expect([...told].sort((one, other) => (one.at < other.at ? -1 : 1))).toEqual(all);
    expect(await returns().noteSoft(freshId(), letter('a', 1)), 'another’s').toHaveLength(1);
  });

  test('of another time that they took the course is another letter', async () => {
    const id = freshId();
    const [first, second] = [letter('a', 1), { ...letter('a', 5), again: '1' }];
    await returns().noteSoft(id, first);
    expect(await returns().noteSoft(id, second)).toEqual([first, second]);
  });

  test.for(['closer/b/0', 'closer/b/', 'closer/b/x'])('of the time %s is none', async (field) => {
    const id = freshId();
    await items().put({ pk: `subscriber#${id}`, sk: 'returned', [field]: SEVEN });
    await expect(returns().noteSoft(id, letter('a', 1))).rejects.toBeInstanceOf(MalformedItem);
  });

  test('is named when it can’t be read, and not quoted', async () => {
    const id = freshId();
    await items().put({
      pk: `subscriber#${id}`,
      sk: 'returned',
      'closer/b': 'ann@example.com',
    });
    const error = await returns()
      .noteSoft(id, letter('a', 1))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MalformedItem);
    expect(String(error)).not.toContain('ann');
  });
});

describe('confirmations', () => {
  test('are counted by the hour', async () => {
    for (const moment of ['2026-11-26T04:59:59Z', '2026-11-26T05:00:00Z', '2026-11-26T07:10:00Z']) {
      await signUps().sent(at(moment));
    }
    await signUps().beCareful({ since: SEVEN, until: at('2026-11-26T08:00:00Z') });
    await signUps().takePlace(SEVEN);
    expect(await signUps().sentSince(at('2026-11-26T05:00:00Z'))).toBe(2);
    expect(await signUps().sentSince(at('2026-11-26T04:30:00Z')), 'of whole hours').toBe(3);
    expect(await signUps().sentSince(at('2026-11-26T08:00:00Z'))).toBe(0);
    const hour = await items().get({ pk: 'sign-ups', sk: '2026-11-26T07' });
    expect(hour).toMatchObject({ sent: 1, expiresAt: epochSeconds(at('2026-12-04T07:10:00Z')) });
  });

  test('the form is told until when it is to be careful', async () => {
    const [since, until] = [at('2026-11-26T08:00:00Z'), at('2026-11-26T09:00:00Z')];
    const known = async () => {
      const { next: _, ...care } = (await signUps().care()) ?? {};
      return care;
    };
    for (const care of [
      { since, until },
      { since, until, slowUntil: until },
      { since, until },
    ]) {
      await signUps().beCareful(care);
      expect(await known()).toEqual(care);
    }
    await items().put({ pk: 'sign-ups', sk: 'care', v: 1, until });
    expect(await known(), 'as older code noted it').toEqual({ since: until, until });
    await items().put({ pk: 'sign-ups', sk: 'care', v: 2, until: 'for ever' });
    await expect(signUps().care()).rejects.toBeInstanceOf(NewerItem);
  });

  test('a place in its line is one person’s, also of many who ask at once', async () => {
    const now = at('2026-11-26T08:00:00Z');
    await items().put({ pk: 'sign-ups', sk: 'care', v: 1, until: now });
    const places = await Promise.all([1, 2, 3].map(() => signUps().takePlace(now)));
    expect(places.sort()).toEqual([now, '2026-11-26T08:10:00Z', '2026-11-26T08:20:00Z']);
    await signUps().beCareful({ since: now, until: now });
    expect((await signUps().care())?.next, 'and who waits keeps it').toBe('2026-11-26T08:30:00Z');
    expect(await signUps().takePlace(at('2026-11-27T00:00:00Z'))).toBe('2026-11-27T00:00:00Z');
  });
});

describe('letters that are stopped', () => {
  const stopped: Stopped = {
    since: SEVEN,
    because: 'bounces',
    figures: { letters: 240, bounces: 12, complaints: 0 },
    requests: { startedAt: SEVEN, shards: {} },
  };

  test('are so once, until they are released, and the ticks’ way is kept', async () => {
    await dueIndex().stop(stopped, undefined);
    await dueIndex().stop({ ...stopped, because: 'complaints' }, undefined);
    expect((await dueIndex().state()).stopped).toEqual(stopped);
    const further = {
      ...stopped,
      requests: { startedAt: SEVEN, shards: { '3': { id: freshId(), dueAt: SEVEN } } },
    };
    await dueIndex().saveRequests(further);
    expect((await dueIndex().state()).stopped).toEqual(further);

    const released = plusSeconds(SEVEN, 60);
    await dueIndex().release(released);
    await dueIndex().saveRequests(further);
    expect(await dueIndex().state()).toEqual({ releasedAt: released });
    await dueIndex().stop(stopped, undefined);
    expect(await dueIndex().state(), 'by figures from before').toEqual({ releasedAt: released });
    await dueIndex().stop(stopped, released);
    expect(await dueIndex().state()).toEqual({ releasedAt: released, stopped });
  });

  test('what newer code keeps of it stays', async () => {
    const fields = { stopped: { ...stopped, later: 'x' } };
    await items().put({ pk: 'dispatch', sk: 'state', ...fields });
    const state = await dueIndex().state();
    if (state.stopped === undefined) throw new Error('it was put there');
    await dueIndex().saveRequests(state.stopped);
    expect(await items().get({ pk: 'dispatch', sk: 'state' })).toMatchObject(fields);
  });

  test.each([
    ['because', { because: 'a whim' }],
    ['figures.letters', { figures: { letters: 'many', bounces: 0, complaints: 0 } }],
    ['since', { since: 'yesterday' }],
  ])('a malformed %s is named', async (field, fields) => {
    await items().put({ pk: 'dispatch', sk: 'state', stopped: { ...stopped, ...fields } });
    const error = await dueIndex()
      .state()
      .catch((caught: unknown) => caught);
    expect((error as Error).name).toBe(`MalformedItem.dispatch.stopped.${field}`);
  });
});
