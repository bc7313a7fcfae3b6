import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { synthesize } from '../../local/start/synthesize.ts';
import { contentFor } from '../support/own-content.ts';

const STREETS = ['Elm Street 1', 'Oak Street 2'];

/** All compiled words that the doors of an assembly carry. */
const wordsIn = (assembly: string): string =>
  readdirSync(assembly, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^asset\..*\.json$/.test(path))
    .map((path) => readFileSync(join(assembly, path), 'utf8'))
    .join('\n');

test('two publications that are synthesized at once into folders of one name keep their words apart', {
  timeout: 600_000,
}, async () => {
  const home = mkdtempSync(join(tmpdir(), 'kindling-two-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const texts = await Promise.all(
    STREETS.map(async (street) => {
      const content = contentFor('example.com');
      onTestFinished(() => rmSync(content, { recursive: true, force: true }));
      const file = join(content, 'publication.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Lane 7', street));
      const assembly = join(home, street, 'deployment');
      await synthesize(assembly, 'infra/app.ts', { KINDLING_CONTENT: content });
      return wordsIn(assembly);
    }),
  );
  expect(texts.map((text) => STREETS.filter((street) => text.includes(street)))).toEqual(
    STREETS.map((street) => [street]),
  );
});
