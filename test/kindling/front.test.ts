import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';

/** Where another lock file was installed last, the program would install first: not in a test. */
const isInstalled =
  existsSync('node_modules/.kindling-lock') &&
  readFileSync('node_modules/.kindling-lock', 'utf8') ===
    createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

/** The program that `npx kindling` is, as a shell sees it. */
test.runIf(isInstalled)(
  'what ends a command from outside ends it as that: nothing that would follow it follows',
  async () => {
    // A cloud that takes a question and never answers it.
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const args = ['local/kindling.mjs', 'today', '--local', `http://127.0.0.1:${port}`];
    const command = spawn(process.execPath, args, { stdio: 'ignore' });
    const ended = once(command, 'exit');
    const [socket] = await once(silent, 'connection');
    command.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
    socket.destroy();
    silent.close();
  },
  120_000,
);
