import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { files, type Import, imports } from './import-lines.ts';

/**
 * There are two projects of tests, told apart by a file's name: `*.cloud.test.ts` needs the
 * synthesized stack, a cloud or a browser; any other needs nothing that is slow to have.
 */
const CLOUD = files.filter((file) => file.endsWith('.cloud.test.ts'));
const UNIT = files.filter((file) => /(?<!\.cloud)\.test\.tsx?$/.test(file));

/** What is slow to have. */
const HEAVY: Readonly<Record<string, string>> = {
  'local/cloud/cloud.ts': 'a cloud',
  'test/support/browser.ts': 'a browser',
  'infra/stack.ts': 'the stack',
  'aws-cdk-lib/assertions': 'the stack',
};

const importsIn = new Map<string, readonly Import[]>();
for (const one of imports.filter(({ typeOnly }) => !typeOnly))
  importsIn.set(one.from, [...(importsIn.get(one.from) ?? []), one]);

/** The shortest way over import lines from a file to what is slow to have, if there is one. */
function wayToHeavy(file: string): string | undefined {
  const ways: string[][] = [[file]];
  const seen = new Set<string>();
  for (const way of ways) {
    const end = way.at(-1) ?? '';
    const heavy = HEAVY[end] ?? heavyIn(textOf(end));
    if (heavy !== undefined) return `${way.join(' -> ')} (${heavy})`;
    if (seen.has(end)) continue;
    seen.add(end);
    for (const { to } of importsIn.get(end) ?? []) ways.push([...way, to]);
  }
  return undefined;
}

/** Of what a test says by itself: it asks for the assembly, or synthesizes one in a process of its own. */
function heavyIn(text: string): string | undefined {
  if (/\binject\(/.test(text)) return 'the assembly';
  return /'infra\/app\.ts'/.test(text) ? 'the stack' : undefined;
}

function textOf(file: string): string {
  return file.startsWith('test/') ? readFileSync(file, 'utf8') : '';
}

describe('what a test needs is in its file’s name', () => {
  test('a unit test reaches no stack, cloud or browser: name it *.cloud.test.ts if it has to', () => {
    expect(UNIT.length).toBeGreaterThan(40);
    expect(UNIT.map(wayToHeavy).filter((way) => way !== undefined)).toEqual([]);
  });

  test('a cloud test needs one: without .cloud in its name it would run with the quick ones', () => {
    expect(CLOUD.length).toBeGreaterThan(10);
    expect(CLOUD.filter((file) => wayToHeavy(file) === undefined)).toEqual([]);
  });
});
