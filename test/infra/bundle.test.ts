import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleDoors } from '../../infra/bundle.ts';
import { keepSourceMap } from '../../infra/source-maps.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindling-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The tick knows no words, so that none have to be compiled. */
async function build(name: string): Promise<Readonly<Record<string, string>>> {
  const doors = await bundleDoors(
    ['tick'],
    undefined as never,
    join(folder, name),
    join(folder, 'maps', name),
  );
  return Object.fromEntries(
    readdirSync(doors.tick).map((file) => [file, readFileSync(join(doors.tick, file), 'utf8')]),
  );
}

describe('a bundle', () => {
  let first: Readonly<Record<string, string>>;
  beforeAll(async () => {
    first = await build('first');
  });

  test('is one file, named after its door and its build, and a way in that has one name for ever', () => {
    const [entry = '', bundle = '', ...others] = Object.keys(first).sort();
    expect([entry, ...others]).toEqual(['index.mjs']);
    expect(bundle).toMatch(/^tick-[0-9a-f]{8}\.mjs$/);
    expect(first[entry]).toBe(`export { handler } from './${bundle}';\n`);
  });

  test('is the same, byte for byte, wherever it is built: nothing is deployed for nothing', async () => {
    expect(await build('second')).toEqual(first);
  });

  test('says nothing of its source map, which is kept beside it under its name', () => {
    const [, bundle = ''] = Object.keys(first).sort();
    expect(first[bundle]).not.toContain('sourceMappingURL');
    const maps = readdirSync(join(folder, 'maps', 'first'));
    expect(maps).toEqual([bundle.replace('.mjs', '.map.gz')]);
  });
});

test('the last ten builds of a door are kept, whatever becomes of the others', () => {
  const maps = join(folder, 'kept');
  const map = JSON.stringify({ version: 3, sources: [], sourcesContent: [], mappings: '' });
  const keep = (bundle: string, day: number) => {
    keepSourceMap(maps, bundle, map);
    utimesSync(join(maps, `${bundle}.map.gz`), day, day);
  };
  keep('web-00000000', 0);
  const builds = Array.from({ length: 11 }, (_, day) => `tick-000000${10 + day}`);
  builds.forEach(keep);
  expect(readdirSync(maps).sort()).toEqual(
    [...builds.slice(1), 'web-00000000'].map((name) => `${name}.map.gz`),
  );
});
