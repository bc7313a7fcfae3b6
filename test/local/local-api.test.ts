import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Connections } from '../../local/cloud/aws/connections.ts';
import { Faults, KINDS } from '../../local/cloud/aws/faults.ts';
import { Clock } from '../../local/cloud/clock.ts';
import type { CloudWorld } from '../../local/cloud/cloud.ts';
import { Weather } from '../../local/cloud/weather/weather.ts';
import { localApi } from '../../local/cloud/web/local-api.ts';

/** What `local/ARCHITECTURE.md` says of `/_local` is what there is. */
const page = readFileSync('local/ARCHITECTURE.md', 'utf8');

test('each call that there is stands in the table, and no other', () => {
  const { routes } = localApi({} as CloudWorld);
  const calls = routes
    .filter(({ method }) => method !== 'ALL')
    // A pattern is told by its name; the page's own files are one line with it.
    .map(({ method, path }) => `${method} ${path.replace(/\{.*\}/, '').replace(/\/$/, '')}`);
  const told = [...page.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/_local[^\s`]*)`/g)];
  expect(new Set(told.map(([, call]) => call))).toEqual(new Set(calls));
});

test('each fault that can be asked for stands in the table, and no other', () => {
  const rows = [...page.matchAll(/^\| ((?:`[\w-]+`,? ?)+) \| (`.*) \|$/gm)];
  const spans = (cell = '') => [...cell.matchAll(/`([\w-]+)`/g)].map(([, span = '']) => span);
  const told: Record<string, string[]> = {};
  for (const [, services, kinds] of rows)
    for (const service of spans(services))
      told[service] = [...(told[service] ?? []), ...spans(kinds)];
  const all = Object.entries(KINDS).map(([service, kinds]) => [service, [...kinds].sort()]);
  expect(
    Object.fromEntries(Object.entries(told).map(([one, kinds]) => [one, kinds.sort()])),
  ).toEqual(Object.fromEntries(all));
});

test('each kind of weather stands in the table, and what it shows can be asked for', async () => {
  const [, json = ''] = /weather (\{[^`]*\})/.exec(page) ?? [];
  const weather = new Weather(new Clock(), async () => {});
  const { kinds } = await weather.begin({ seed: 1 });
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| [^|]+ \|$/gm)].map(([, kind = '']) => kind);
  expect(rows.filter((kind) => kinds.some((one) => one === kind))).toEqual(kinds);
  expect(await weather.begin(JSON.parse(json))).toMatchObject({ seed: 7 });
});

test('the fault that it shows can be asked for', () => {
  const [, json = ''] = /faults (\{[^`]*\})/.exec(page) ?? [];
  const clock = new Clock();
  const fair = new Weather(clock, async () => {});
  expect(new Faults(new Connections(clock, fair)).add(JSON.parse(json))).toMatchObject({
    service: 'ses',
    after: 1,
    count: 2,
  });
});
