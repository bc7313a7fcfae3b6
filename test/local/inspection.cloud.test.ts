import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { bundleName, keepSourceMap, SOURCE_MAPS } from '../../infra/source-maps.ts';
import { codeFolder, patience } from '../../local/cloud/lambda/inspection.ts';
import { httpApi, probe } from '../support/cloud.ts';
import { assemblyOf } from '../support/tiny-assembly.ts';

test('without a debugger nothing is copied, and nobody has more time than in AWS', () => {
  expect(codeFolder('asset.0a1b2c3d')).toBe('asset.0a1b2c3d');
  expect(patience(10_000)).toBe(10_000);
});

const SOURCE = `export function handler(): object {
  debugger;
  return { statusCode: 204 };
}
`;

/** An assembly whose one function is a bundle of the source, and the map of it where maps are kept. */
function assembly(): string {
  const maps = join(SOURCE_MAPS, 'test-inspection');
  const { code, map } = transformSync(SOURCE, {
    loader: 'ts',
    minify: true,
    sourcemap: 'external',
    sourcefile: 'functions/web.ts',
  });
  const bundle = bundleName('web', code);
  keepSourceMap(maps, bundle, map);
  const directory = assemblyOf({ ...probe('Web', [], { Timeout: 1 }), ...httpApi('Web') });
  const asset = join(directory, 'asset.probe');
  writeFileSync(join(asset, `${bundle}.mjs`), code);
  writeFileSync(join(asset, 'index.mjs'), `export { handler } from './${bundle}.mjs';\n`);
  onTestFinished(() => {
    for (const folder of [maps, directory]) rmSync(folder, { recursive: true, force: true });
  });
  return directory;
}

test('with one, a door may stand still at a line of ours for longer than its time-out', () => {
  const script = join(import.meta.dirname, '../support/standstill.ts');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, assembly(), '1500'],
    // A cloud that ends a function in the middle of a line hangs.
    { encoding: 'utf8', timeout: 40_000 },
  );
  expect(stdout, stderr).toContain('{');
  const { stops, sourceMaps, status } = JSON.parse(stdout) as {
    readonly stops: number;
    readonly sourceMaps: readonly string[];
    readonly status: number;
  };
  expect({ stops, status }).toEqual({ stops: 1, status: 204 });
  const map = JSON.parse(readFileSync(fileURLToPath(String(sourceMaps[0])), 'utf8')) as Partial<
    SourceMapPayload & { readonly sourceRoot: string }
  >;
  expect(map.sources).toEqual(['functions/web.ts']);
  expect(fileURLToPath(new URL('functions/web.ts', map.sourceRoot))).toBe(
    join(process.cwd(), 'functions/web.ts'),
  );
});
