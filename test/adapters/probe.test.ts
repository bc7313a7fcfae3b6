import { afterAll, beforeAll, expect, test } from 'vitest';
import { probesIn } from '../../functions/adapters/probe.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

const KEY = { pk: 'probe', sk: 'probe' };
const PROBE = {
  address: 'doctor-abc@reply.example.com' as EmailAddress,
  until: at('2026-11-22T10:10:00Z'),
};

test('there is one probe at a time, and then none, nor an item of it', async () => {
  const probes = probesIn(dynalite.name, dynalite.config);
  expect(await probes.current()).toBeUndefined();
  await probes.register(PROBE);
  expect(await probes.current()).toEqual(PROBE);
  const other = { address: 'doctor-x@reply.example.com' as EmailAddress, until: PROBE.until };
  await probes.register(other);
  expect(await probes.current()).toEqual(other);
  await probes.forget();
  expect(await probes.current()).toBeUndefined();
  expect(await rawItemsIn(dynalite).get(KEY)).toBeUndefined();
});

test('a doctor that was killed leaves an item that DynamoDB removes', async () => {
  await probesIn(dynalite.name, dynalite.config).register(PROBE);
  const item = await rawItemsIn(dynalite).get(KEY);
  expect(item?.['expiresAt']).toBe(Date.parse(PROBE.until) / 1000);
});

test.for([
  ['a version of later', { v: 2 }],
  ['an address that is none', { address: 'doctor' }],
  ['a moment that is none', { until: 'soon' }],
] as const)('is not read from %s', async ([, wrong]) => {
  await rawItemsIn(dynalite).put({ ...KEY, v: 1, ...PROBE, ...wrong });
  await expect(probesIn(dynalite.name, dynalite.config).current()).rejects.toThrow(/^probe: /);
});
