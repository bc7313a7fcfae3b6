import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInsIn } from '../../functions/adapters/check-ins.ts';
import type { LessonId } from '../../functions/core/course.ts';
import { READABLE } from '../../local/desk/attributes.ts';
import { deskItems } from '../../local/desk/items.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at, claim, request } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { itemOf, someone } from '../support/stored-items.ts';

const NOW = at('2026-11-23T12:00:00Z');
const UNSEEN = ['secret', 'answer', 'answers', 'seen', 'question'];

test('each name is there once, and none of what nobody at the desk sees', () => {
  expect(new Set(READABLE).size).toBe(READABLE.length);
  expect(READABLE.filter((name) => UNSEEN.includes(name))).toEqual([]);
});

test('all else of a reader is there, so that they can be read', () => {
  const whole = itemOf(someone({ claim: claim(NOW), byTurns: true, quiet: true, discreet: true }));
  const names = Object.keys({ ...whole, ...itemOf(request()) }).filter((name) => name !== 'secret');
  expect(names.filter((name) => !READABLE.includes(name))).toEqual([]);
});

describe('whatever the table is asked', () => {
  let dynalite: DynaliteTable;
  const ann = someone({ secret: 'anns-own' as never });
  const { pk } = itemOf(ann) as { pk: string };
  beforeAll(async () => {
    dynalite = await dynaliteTable();
    await rawItemsIn(dynalite).put(itemOf(ann));
    const lesson = 'closeness' as LessonId;
    await checkInsIn(dynalite.name, dynalite.config).store(ann.id, lesson, 4, NOW);
  });
  afterAll(() => dynalite.stop());

  const SCORE = { pk, sk: 'check-in#closeness' };
  const asking = () => deskItems({ table: dynalite.name, config: dynalite.config as never });
  test.for<[string, () => Promise<unknown>]>([
    ['one item', () => asking().get({ pk, sk: 'subscriber' })],
    ['one that is a check-in', () => asking().get(SCORE)],
    ['several', () => asking().batch([{ pk, sk: 'subscriber' }, SCORE])],
    ['a partition', () => asking().query({ pk })],
    ['all of it', () => asking().all({ pk })],
    ['everybody', () => asking().scan({ kinds: ['subscriber', 'check-in#'] })],
  ])('no secret and no score is in the answer: %s', async ([, ask]) => {
    const answer = JSON.stringify(await ask());
    expect(answer).toContain(pk);
    expect(answer).not.toContain('anns-own');
    expect(answer).not.toContain('"answer"');
  });

  test('and a partition can be asked for by how its keys begin', async () => {
    const { items } = await asking().query({ pk, begins: 'sub', limit: 5 });
    expect(items.map(({ sk }) => sk)).toEqual(['subscriber']);
    expect(await asking().batch([])).toEqual([]);
  });
});
