import { expect, test } from 'vitest';
import { terminal } from '../../local/account/terminal.ts';
import { studio } from '../../local/studio/command.ts';

/** `npm run studio` before anything is asked: nothing is started, and no place is looked at. */
function shell(env: Readonly<Record<string, string>> = {}) {
  const printed: string[] = [];
  const outside = { ...terminal(), env, print: (line: string) => void printed.push(line) };
  const never = () => Promise.reject(new Error('it was started'));
  return { printed, run: (...args: readonly string[]) => studio(outside, args, never) };
}

test('says what can be said with it', async () => {
  const { printed, run } = shell();
  expect(await run('--help')).toBe(0);
  expect(printed.join('\n')).toMatch(/--local .*\n.*--write /);
});

test.for(['many', '-1', '65536', '3.5'])('refuses the port %s', async (PORT) => {
  await expect(shell({ PORT }).run('--local', 'http://127.0.0.1:1')).rejects.toThrow(
    `PORT is "${PORT}"; it has to be a number from 0 to 65535.`,
  );
});

test('says so where nothing answers', async () => {
  await expect(shell({ PORT: '0' }).run('--local', 'http://127.0.0.1:1')).rejects.toThrow(
    'No local cloud answers at http://127.0.0.1:1.',
  );
});

test('refuses what it does not know', async () => {
  await expect(shell().run('--public')).rejects.toThrow(/Unknown option '--public'/);
});
