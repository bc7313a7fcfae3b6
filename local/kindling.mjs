#!/usr/bin/env node
// `npx kindling`: nothing but Node may be used here, since nothing else may be there yet.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (!existsSync('cdk.json') || !existsSync('package-lock.json')) {
  console.error('Run this in the folder of your publication: the one with cdk.json and content/.');
  process.exit(2);
}
await import('./install.mjs');

const file = fileURLToPath(new URL('kindling.ts', import.meta.url));
const args = ['--import', 'tsx', file, ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
// Ctrl-C reaches both; what is sent to this process alone is handed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal === null) process.exitCode = code ?? 1;
  else {
    // Nobody is left to hand it on to: it ends this process, too.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
});
