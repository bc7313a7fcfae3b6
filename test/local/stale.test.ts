import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprint, synthesizeIfStale } from '../../local/start/stale.ts';

/** Somewhere to make things in. */
function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'kindling-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** A folder of sources, and a file beside it. */
function project() {
  const root = folder();
  const [lessons, config] = [join(root, 'content', 'lessons'), join(root, 'cdk.json')];
  mkdirSync(lessons, { recursive: true });
  for (const file of ['a.md', 'b.md']) writeFileSync(join(lessons, file), `Letter ${file}`);
  writeFileSync(config, '{}');
  const sources = [join(root, 'content'), config];
  return { lessons, config, print: () => fingerprint(sources) };
}

test.for<[string, (made: ReturnType<typeof project>) => void]>([
  [
    'a file inside is written',
    ({ lessons }) => writeFileSync(join(lessons, 'a.md'), 'Letter A.md'),
  ],
  ['a file is added', ({ lessons }) => writeFileSync(join(lessons, 'c.md'), '')],
  ['a file is taken away', ({ lessons }) => rmSync(join(lessons, 'b.md'))],
  [
    'a file gets another name',
    ({ lessons }) => renameSync(join(lessons, 'b.md'), join(lessons, 'c.md')),
  ],
  [
    'words move from one file to the next',
    ({ lessons }) => {
      writeFileSync(join(lessons, 'a.md'), 'Letter a.mdLetter ');
      writeFileSync(join(lessons, 'b.md'), 'b.md');
    },
  ],
  ['a file beside the folders is written', ({ config }) => writeFileSync(config, '{ }')],
  ['a file beside the folders is missing', ({ config }) => rmSync(config)],
  [
    // As from an archive, or a checkout on a machine whose clock is behind.
    'a file is written that looks old',
    ({ lessons }) => {
      writeFileSync(join(lessons, 'a.md'), 'Letter A.md');
      utimesSync(join(lessons, 'a.md'), 1000, 1000);
    },
  ],
])('the inputs are others when %s', ([, change]) => {
  const made = project();
  const before = made.print();
  change(made);
  expect(made.print()).not.toBe(before);
});

test('the inputs are the same when they are only touched', () => {
  const { lessons, print } = project();
  const before = print();
  utimesSync(join(lessons, 'a.md'), 4_000_000_000, 4_000_000_000);
  expect(print()).toBe(before);
});

/** An assembly with one input, and a count of how often it was made. */
function assembly() {
  const out = folder();
  const input = join(out, 'input');
  let made = 0;
  const make = async () => {
    made += 1;
    if (readFileSync(input, 'utf8') === 'broken') throw new Error('broken, as asked');
  };
  return {
    async synthesize(words: string): Promise<void> {
      writeFileSync(input, words);
      await synthesizeIfStale(out, make, [input]);
    },
    made: () => made,
  };
}

test('an assembly serves while its inputs are the same, and not a moment longer', async () => {
  const { synthesize, made } = assembly();
  await synthesize('one');
  await synthesize('one');
  expect(made()).toBe(1);
  await synthesize('two');
  expect(made()).toBe(2);
  await synthesize('one');
  expect(made(), 'what is there is of the words between').toBe(3);
});

test('after a failure it is made anew, also from the words that it was made of before', async () => {
  const { synthesize, made } = assembly();
  await synthesize('one');
  await expect(synthesize('broken')).rejects.toThrow('as asked');
  await synthesize('one');
  expect(made()).toBe(3);
});
