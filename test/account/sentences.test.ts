import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CODE = readdirSync('local/account', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('local/account', file), 'utf8'))
  .join('\n');

test('each article of the runbook that a check sends to is there', () => {
  const headings = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)];
  const named = [...CODE.matchAll(/runbook\.md, "([^"]+)"/g)].map(([, title]) => title);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((title) => !headings.some(([, heading]) => heading === title))).toEqual([]);
});

test('each command of ours that a check prints is one', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const named = [...CODE.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});
