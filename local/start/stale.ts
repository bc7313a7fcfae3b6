import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether something that an assembly is made from is newer than it. A folder's own time tells of
 * files that were added or taken away.
 */
export function isStale(manifest: string, sources: readonly string[]): boolean {
  const made = modified(manifest);
  return made === 0 || sources.flatMap(withAllInside).some((path) => modified(path) >= made);
}

function withAllInside(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return [path, ...names.map((name) => join(path, name))];
}

const modified = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
