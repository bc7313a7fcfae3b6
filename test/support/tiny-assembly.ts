import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Json = Readonly<Record<string, unknown>>;

/** A function that does what it is asked, so that a test says it in one place. */
const PROBE = new URL('./probe.mjs', import.meta.url);

/** Where packages resolve, as they would in a bundle. */
const BUILD = resolve('.build', 'test-clouds');

/** Writes a cloud assembly around a template's resources; every function's code is the probe. */
export function assemblyOf(resources: Json, extra: Json = {}): string {
  mkdirSync(BUILD, { recursive: true });
  const directory = mkdtempSync(join(BUILD, 'assembly-'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(directory, name), JSON.stringify(content));
  mkdirSync(join(directory, 'asset.probe'));
  writeFileSync(join(directory, 'asset.probe', 'index.mjs'), `export * from '${PROBE.href}';`);
  write('manifest.json', {
    artifacts: {
      Tiny: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Tiny.template.json' },
      },
      'Tiny.assets': { type: 'cdk:asset-manifest', properties: { file: 'Tiny.assets.json' } },
    },
  });
  write('Tiny.assets.json', { files: { probe: { source: { path: 'asset.probe' } } } });
  write('Tiny.template.json', { Resources: resources, ...extra });
  return directory;
}
