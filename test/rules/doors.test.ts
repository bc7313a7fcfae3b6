import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VITAL_SIGNS } from '../../functions/core/sending/vital-signs.ts';
import { ENVIRONMENTS } from '../../functions/runtime/env.ts';

/**
 * Lambda prints the message of whatever a handler throws, so no handler may be anything but a
 * `door`, and nothing but `runtime/log.ts` may print.
 */
const sources = readdirSync('functions', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(join('functions', name), 'utf8')] as const);

const doors = sources.filter(([name]) => !/[/\\]/.test(name));

test('each door that the stack knows is here', () => {
  const names = doors.map(([name]) => name.replace(/\.ts$/, ''));
  expect(names.sort()).toEqual(Object.keys(ENVIRONMENTS).sort());
});

test.for(doors)('%s exports a door, and nothing beside it', ([, text]) => {
  const exported = text.match(/^export .*/gm) ?? [];
  expect(exported).toHaveLength(1);
  expect(exported[0]).toMatch(/^export const handler = door\($|^export const handler = door\('/);
});

test('only the log prints', () => {
  const printers = sources.filter(([, text]) => /\bconsole\.|process\.std(out|err)/.test(text));
  expect(printers.map(([name]) => name)).toEqual([join('runtime', 'log.ts')]);
});

test('the runbook’s article on doors names the line that each logs when it fails', () => {
  const articles = readFileSync('docs/runbook.md', 'utf8').split(/^## /m);
  const runbook = articles.find((article) => article.startsWith('A door fails')) ?? '';
  const events = doors.map(([, text]) => /= door\(\s*'([a-z-]+)'/.exec(text)?.[1] ?? '');
  expect(events.filter((event) => !runbook.includes(`\`${event}-failed\``))).toEqual([]);
});

test('each vital sign is written by a door, since an alarm waits for it', () => {
  const writers = sources.filter(([name]) => !name.endsWith('vital-signs.ts'));
  const written = (sign: string) =>
    writers.some(([, text]) => new RegExp(`\\b${sign}\\b`).test(text));
  expect(VITAL_SIGNS.filter((sign) => !written(sign))).toEqual([]);
});
