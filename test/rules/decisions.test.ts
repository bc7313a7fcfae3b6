import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = 'docs/decisions';
const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const records = readdirSync(FOLDER).filter((name) => /^\d{3}-.*\.md$/.test(name));

describe('records of decisions', () => {
  test.for(records)('%s: its heading has its number, and the index has its heading', (name) => {
    const [heading = '', , day = ''] = readFileSync(join(FOLDER, name), 'utf8').split('\n');
    const [, number, title] = /^# (\d+)\. (.+)$/.exec(heading) ?? [];
    expect(number).toBe(String(Number(name.slice(0, 3))));
    expect(day).toMatch(/^\*20\d\d-\d\d-\d\d/);
    const line = `- ${number}. [${title}](${name}): `;
    expect(index, 'add this line, and what was decided in one clause').toContain(`\n${line}`);
  });

  test('no two have one number, and the index tells of each once, in their order', () => {
    const told = [...index.matchAll(/^- .*\]\((.*?)\): \S.{20,}$/gm)].map(([, name]) => name);
    expect(told).toEqual([...records].sort());
    expect(new Set(records.map((name) => name.slice(0, 3))).size).toBe(records.length);
  });
});
