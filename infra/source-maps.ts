import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DoorName } from '../functions/runtime/env.ts';

/** Where source maps are kept, a folder for each assembly. None goes into a Lambda. */
export const SOURCE_MAPS = '.build/maps';

/** What is deployed is to be found also when there have been rebuilds since. */
const BUILDS_KEPT = 10;

/**
 * A bundle's file name, without ending. Its fingerprint is of the code alone: the same code has the
 * same name wherever it is built, and a stack trace tells which build it is of.
 */
export const bundleName = (door: DoorName, code: string): string =>
  `${door}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}`;

/** The file of a bundle's source map, compressed to a quarter. */
export const sourceMapFile = (bundle: string): string => `${bundle}.map.gz`;

/** Keeps the source map of a bundle, and lets go of those of earlier builds of its door. */
export function keepSourceMap(folder: string, bundle: string, map: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, sourceMapFile(bundle));
  // Whole or not at all: another synthesis may write the same.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, gzipSync(withOurSourcesOnly(map)));
  renameSync(draft, file);
  const [door = bundle] = bundle.split('-');
  for (const old of sourceMapsOf(door, folder).slice(BUILDS_KEPT)) rmSync(old, { force: true });
}

/** The source maps of a door's builds, latest first. */
function sourceMapsOf(door: string, folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${door}-`));
  // Another synthesis may let go of the same at the same time.
  const built = (name: string) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return files.sort((a, b) => built(b) - built(a)).map((name) => join(folder, name));
}

/** The text of libraries would be two thirds of a map, and the lock file tells it. */
function withOurSourcesOnly(map: string): string {
  const payload = JSON.parse(map) as SourceMapPayload;
  const sourcesContent = payload.sourcesContent.map((text, index) =>
    payload.sources[index]?.includes('node_modules/') ? null : text,
  );
  return JSON.stringify({ ...payload, sourcesContent });
}
