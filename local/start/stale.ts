import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from './synthesize.ts';

/** What an author and a developer change. */
export const SOURCES = ['content', 'emails', 'functions', 'infra', 'cdk.json'] as const;

/** What decides beside them how the sources are compiled, and with which packages. */
const COMPILERS = ['package.json', 'package-lock.json', 'tsconfig.json'] as const;

/** Lies in an assembly, and says what it was made from. */
const STAMP = 'made-from.sha256';

/**
 * Synthesizes, unless the assembly that is there was made from these very inputs. Their content is
 * asked and not their age: a checkout, a copy or a clock that was set may make new words look old.
 *
 * @param make writes the assembly; `moreInputs` are its own, beside those of the stack
 * @throws StartError with what is wrong
 */
export async function synthesizeIfStale(
  outDir: string,
  make: (outDir: string) => Promise<void> = synthesize,
  moreInputs: readonly string[] = [],
): Promise<void> {
  const stamp = join(outDir, STAMP);
  // Taken before: what is changed meanwhile makes the next one stale.
  const inputs = fingerprint([...SOURCES, ...COMPILERS, ...moreInputs]);
  if (textOf(stamp) === inputs) return;
  rmSync(stamp, { force: true });
  await make(outDir);
  writeFileSync(stamp, inputs);
}

/** Tells sets of files apart, by their paths and by every byte; folders stand for all inside. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.flatMap(withAllInside)) {
    const bytes = readFileSync(path);
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

function withAllInside(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => withAllInside(join(path, name)));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
