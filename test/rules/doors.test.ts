import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
