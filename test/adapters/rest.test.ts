import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dueIndexIn } from '../../functions/adapters/due-index.ts';
import { freshStart } from '../../functions/core/sending/due.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

/** A rest is begun by any sender, once, and ended by an answer, whatever a tick notes meanwhile. */

const NOW = at('2026-11-22T08:00:00Z');
const LATER = at('2026-11-22T08:05:00Z');

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());
const dueIndex = () => dueIndexIn(dynalite.name, dynalite.config);
const resting = async () => (await dueIndex().state()).resting;

beforeEach(() => dueIndex().goOn());

test('the first sender begins it; the others leave it as it is', async () => {
  await dueIndex().rest(NOW);
  await dueIndex().rest(LATER);
  expect(await resting()).toEqual({ since: NOW, probes: freshStart(NOW) });
});

test('a tick notes how far its probes have come', async () => {
  await dueIndex().rest(NOW);
  await dueIndex().saveProbes({ since: NOW, probes: freshStart(LATER) });
  expect(await resting()).toEqual({ since: NOW, probes: freshStart(LATER) });
});

test('a tick that was slower than the answer to its probe does not begin it again', async () => {
  await dueIndex().rest(NOW);
  await dueIndex().goOn();
  await dueIndex().saveProbes({ since: NOW, probes: freshStart(NOW) });
  expect(await resting()).toBeUndefined();
});
