import { readdirSync, readFileSync, statSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sourceMapFile } from '../../infra/source-maps.ts';
import type { Position } from './position.ts';

/**
 * The source map of a bundle.
 *
 * @param root the folder with a folder for each assembly
 * @returns undefined when none of this very build is kept
 */
export function keptMap(bundle: string, root: string): SourceMap | undefined {
  const file = filesIn(root).find((path) => basename(path) === sourceMapFile(bundle));
  if (file === undefined) return undefined;
  return new SourceMap(JSON.parse(gunzipSync(readFileSync(file)).toString()) as SourceMapPayload);
}

/** Why a position has no answer here, and how to come by one. */
export function withoutMap({ door, bundle }: Position, root: string): string {
  const names = filesIn(root).map((path) => basename(path, sourceMapFile('')));
  const others = new Set(names.filter((name) => name.startsWith(`${door}-`)));
  const latest = [...others].slice(0, 3).join(', ');
  const here =
    others.size === 0
      ? `There is no source map of the ${door} door in ${root}.`
      : `Kept here are other builds (${latest}), whose lines would be wrong.`;
  return (
    `${bundle}: its source map is not here. ${here} Check out the commit that was deployed, run ` +
    '`npm ci` and `npm run synth`, and ask again: the same code is given the same name.'
  );
}

/** All source maps, latest first: of two of the same code, the later has today's line numbers. */
function filesIn(root: string): readonly string[] {
  const built = (path: string) => statSync(path).mtimeMs;
  return entriesOf(root)
    .flatMap((assembly) =>
      entriesOf(join(root, assembly)).map((name) => join(root, assembly, name)),
    )
    .filter((path) => path.endsWith(sourceMapFile('')))
    .sort((a, b) => built(b) - built(a));
}

/** Nothing has been built yet where there is no folder. */
function entriesOf(folder: string): readonly string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? readdirSync(folder) : [];
}
