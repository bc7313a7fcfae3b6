import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordingsIn } from '../../functions/adapters/wordings.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

test('a wording is kept as it was first used, by whichever process', async () => {
  const wording = { name: '0123456789ab', language: 'en', text: 'Leave whenever you like.' };
  const one = wordingsIn(dynalite.name, dynalite.config);
  await one.keep(wording);
  await one.keep(wording);
  await wordingsIn(dynalite.name, dynalite.config).keep({ ...wording, text: 'other words' });
  const kept = await rawItemsIn(dynalite).get({ pk: 'wording#0123456789ab', sk: 'en' });
  expect(kept).toMatchObject({ text: wording.text, v: 1 });
  expect(kept?.['expiresAt']).toBeUndefined();
});
