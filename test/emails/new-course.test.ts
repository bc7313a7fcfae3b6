import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { findingLine } from '../../emails/lint/finding.ts';
import { lint } from '../../emails/lint/lint.ts';
import { newCourse } from '../../emails/starter.ts';
import { CONTENT } from './every-mail.ts';
import { tinyContent } from './tiny-content.ts';

/** The content that ships, in a place where it may be added to. */
function shipped(): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'kindling-')), 'content');
  cpSync(CONTENT, dir, { recursive: true });
  return dir;
}

/** Every file with its text, to tell whether anything changed. */
function snapshot(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => join(dir, path))
    .map((path) => (statSync(path).isFile() ? `${path}\n${readFileSync(path, 'utf8')}` : path))
    .join('\n');
}

test('a new course passes every check, also beside the one that ships', async () => {
  const dir = shipped();
  expect(newCourse(dir, 'quiet-mornings')).toEqual({
    made: true,
    files: [
      'content/courses/quiet-mornings/course.yaml',
      'content/courses/quiet-mornings/lessons/01-a-place-to-begin.md',
      'content/courses/quiet-mornings/lessons/02-the-middle.md',
    ],
  });
  expect((await lint(dir)).findings.map(findingLine)).toEqual([]);
});

test('a new course compiles, and shows its reader none of the notes to its author', async () => {
  const dir = tinyContent();
  newCourse(dir, 'quiet-mornings');
  const { courses, lessons } = await compileContent(dir);
  const made = courses.find(({ slug }) => String(slug) === 'quiet-mornings');
  expect(made).toMatchObject({ title: 'Quiet mornings', tracks: [] });
  expect(made?.lessons.map(({ id }) => String(id))).toEqual(['a-place-to-begin', 'the-middle']);
  const text = lessons.filter(({ course }) => course === made?.slug).map(({ mail }) => mail.text);
  expect(JSON.stringify(text)).not.toMatch(/<!--|stays between you/);
});

test.each(['Morning: tea & "toast"', "It's $& early", '# not a note', 'no', '2026'])(
  'a title may hold anything: %s',
  (title) => {
    const dir = tinyContent();
    newCourse(dir, 'mornings', title);
    const { courses } = loadContent(dir);
    expect(courses.find(({ slug }) => String(slug) === 'mornings')?.title).toBe(title);
  },
);

test.each<[string, string, string | undefined, RegExp]>([
  ['no name', '', undefined, /^it needs a short name\. For example: npm run new:course/],
  ['capitals and spaces', 'Quiet Mornings', undefined, /^"Quiet Mornings" is no short name\. It/],
  ['a way out of the folder', '../outside', undefined, /is no short name/],
  ['two hyphens', 'a--b', undefined, /is no short name/],
  ['a name for a book', 'a'.repeat(61), undefined, /60 at most/],
  ['a name that is taken', 'tiny', undefined, /^there is a course "tiny" already\./],
  ['an empty title', 'mornings', '  ', /^the title " +" has to be words on one line/],
  ['a title of two lines', 'mornings', 'A\nB', /has to be words on one line/],
])('refuses %s, and changes nothing', (_, slug, title, why) => {
  const dir = tinyContent();
  const before = snapshot(dir);
  const outcome = newCourse(dir, slug, title);
  expect(outcome).toEqual({ made: false, why: expect.stringMatching(why) });
  expect(snapshot(dir)).toBe(before);
});

test('refuses a folder that is no content', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kindling-'));
  expect(newCourse(dir, 'mornings')).toMatchObject({ made: false });
  expect(readdirSync(dir)).toEqual([]);
});

test('npm run new:course says what it made, and what it did not', async () => {
  const run = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'emails/new-course.ts', ...args], {
      env: { ...process.env, KINDLING_CONTENT: dir },
    });
  const dir = tinyContent();
  const { stdout } = await run('quiet-mornings', 'Mornings, quietly');
  expect(stdout).toMatch(/^Made 3 files:\n {2}content\/courses\/quiet-mornings\/course\.yaml/);
  await expect(run('quiet-mornings')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No course was made: there is a course "quiet-mornings"'),
  });
});
