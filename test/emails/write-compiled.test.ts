import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { lesson, tinyContent } from './tiny-content.ts';

const outDir = () => mkdtempSync(join(tmpdir(), 'kindling-out-'));

function everyFile(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
}

test('writes one file for each mail, and the same bytes each time', async () => {
  const contentDir = tinyContent();
  const [one, two] = [outDir(), outDir()];
  writeCompiled(await compileContent(contentDir), one);
  writeCompiled(await compileContent(contentDir), two);
  expect(everyFile(two)).toEqual(everyFile(one));
  expect(Object.keys(everyFile(one)).sort()).toEqual([
    'choice.json',
    'courses.json',
    'forward.json',
    'languages.json',
    'lessons/tiny.first.friend.json',
    'lessons/tiny.first.partner.gentler.json',
    'lessons/tiny.first.partner.json',
    'lessons/tiny.second.friend.json',
    'lessons/tiny.second.partner.json',
    'letters/tiny.first.json',
    'newsletters/news.json',
    'notices/en.address-link.json',
    'notices/en.address-taken.json',
    'notices/en.already.json',
    'notices/en.as-it-was.json',
    'notices/en.care.json',
    'notices/en.changed.json',
    'notices/en.clarify.json',
    'notices/en.comeback.json',
    'notices/en.confirmation.json',
    'notices/en.courses.json',
    'notices/en.digest.json',
    'notices/en.erasing.json',
    'notices/en.exported.json',
    'notices/en.goodbye.json',
    'notices/en.help.json',
    'notices/en.in-part.json',
    'notices/en.new-address.json',
    'notices/en.own-link.json',
    'notices/en.paused.json',
    'notices/en.resumed.json',
    'notices/en.skipped.json',
    'notices/en.status.json',
    'notices/en.welcome.json',
    'own-words.json',
    'publication.json',
    'row.json',
    'safety-lines.json',
    'title.json',
    'words/en.json',
  ]);
});

test('removes what is stale, and nothing that is not ours', async () => {
  const dir = outDir();
  writeCompiled(await compileContent(tinyContent()), dir);
  writeFileSync(join(dir, 'index.mjs'), '');
  const renamed = tinyContent({
    'courses/tiny/lessons/02-second.md': lesson('renamed', 'Words.\n'),
    'newsletters/2026-12-news.md': undefined,
  });
  writeCompiled(await compileContent(renamed), dir);
  const names = Object.keys(everyFile(dir));
  expect(names).toContain('lessons/tiny.renamed.friend.json');
  expect(names).not.toContain('lessons/tiny.second.friend.json');
  expect(names).not.toContain('newsletters/news.json');
  expect(existsSync(join(dir, 'index.mjs'))).toBe(true);
});
