import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressesIn } from '../../functions/adapters/presses.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

const ANN = 'abcdefghijklmnop' as SubscriberId;
const FIRST = { what: 'confirm', at: at('2026-11-22T07:00:00Z') };
const SECOND = { what: 'preferences pause', at: at('2026-11-22T07:00:02Z') };

test('a press tells of the one before it, and goes with the hour', async () => {
  const presses = pressesIn(dynalite.name, dynalite.config);
  expect(await presses.note(ANN, FIRST)).toBeUndefined();
  expect(await presses.note(ANN, SECOND)).toEqual(FIRST);
  expect(await presses.note(ANN, SECOND)).toEqual(SECOND);
  const { expiresAt } =
    (await rawItemsIn(dynalite).get({ pk: `subscriber#${ANN}`, sk: 'press' })) ?? {};
  expect(Number(expiresAt) * 1000).toBe(Date.parse('2026-11-22T08:00:02Z'));
});
