import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const known = new Map<string, string>();

/**
 * A worker thread is loaded by Node itself, which on Node 20 reads no TypeScript. So its file is
 * bundled once (packages stay outside) into a folder of the project, where imports resolve.
 *
 * @returns the path of the JavaScript
 */
export function workerFile(source: URL): string {
  const before = known.get(source.href);
  if (before !== undefined) return before;
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const path = join(ROOT, '.build', 'local-cloud', `${hash}.mjs`);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== code) write(path, code);
  known.set(source.href, path);
  return path;
}

/** Whole or not at all: several test processes may write it at once. */
function write(path: string, code: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, path);
}
