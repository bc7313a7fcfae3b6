import { appendFileSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { url } from 'node:inspector';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SOURCE_MAPS } from '../../../infra/source-maps.ts';
import { keptMap } from '../../where/kept-maps.ts';

/** The longest that a timer can wait, in milliseconds: three weeks and more. */
const LONGEST = 2 ** 31 - 1;

/** Whether a debugger may stop functions: `node --inspect`, or an editor that does the same. */
const isInspected = (): boolean => url() !== undefined;

/**
 * How long a function may take, in milliseconds: its limit, or any time where somebody may be
 * looking at one of its lines.
 */
export const patience = (limit: number): number => (isInspected() ? LONGEST : limit);

const known = new Map<string, string>();

/**
 * The folder to load a function's code from. A debugger gets a copy whose bundle names its source
 * map, and shows the lines that we wrote; the assembly stays as it is deployed.
 */
export function codeFolder(directory: string): string {
  if (!isInspected()) return directory;
  const copy = known.get(directory) ?? copyWithMaps(directory);
  known.set(directory, copy);
  return copy;
}

function copyWithMaps(directory: string): string {
  const copy = resolve('.build', 'inspected', basename(directory));
  rmSync(copy, { recursive: true, force: true });
  cpSync(directory, copy, { recursive: true });
  for (const file of readdirSync(copy).filter((name) => name.endsWith('.mjs'))) {
    const map = keptMap(basename(file, '.mjs'), SOURCE_MAPS);
    if (map === undefined) continue;
    const sourceRoot = `${pathToFileURL(resolve('.')).href}/`;
    writeFileSync(join(copy, `${file}.map`), JSON.stringify({ ...map.payload, sourceRoot }));
    appendFileSync(join(copy, file), `\n//# sourceMappingURL=${file}.map\n`);
  }
  return copy;
}
