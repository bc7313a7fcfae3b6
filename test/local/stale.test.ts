import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isStale } from '../../local/start/stale.ts';

/** A source folder and an assembly made after it, at made-up times. */
function project() {
  const root = mkdtempSync(join(tmpdir(), 'kindling-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [content, lessons] = [join(root, 'content'), join(root, 'content', 'lessons')];
  mkdirSync(lessons, { recursive: true });
  const [lesson, manifest] = [join(lessons, 'a.md'), join(root, 'manifest.json')];
  for (const file of [lesson, manifest]) writeFileSync(file, '');
  const at = (path: string, seconds: number) => utimesSync(path, seconds, seconds);
  for (const path of [lesson, lessons, content]) at(path, 1000);
  at(manifest, 2000);
  return { content, lessons, lesson, manifest, at };
}

test('an assembly serves while nothing it was made from is newer', () => {
  const { content, manifest } = project();
  expect(isStale(manifest, [content])).toBe(false);
});

test.each<[string, (made: ReturnType<typeof project>) => void]>([
  ['there is none', ({ manifest }) => rmSync(manifest)],
  ['a file inside was written', ({ lesson, at }) => at(lesson, 3000)],
  ['a file was added or taken away', ({ lessons, at }) => at(lessons, 3000)],
])('it is made anew when %s', (_, change) => {
  const made = project();
  change(made);
  expect(isStale(made.manifest, [made.content])).toBe(true);
});
