import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compare, type Mistakes } from './mistakes.ts';

/** What reading any file needs. */
export interface Reading {
  readonly dir: string;
  readonly mistakes: Mistakes;
  /** What authors may write as `{{name}}` besides the reader's own slots. */
  readonly constants: Readonly<Record<string, string>>;
}

/** A file's text; that it is missing is a mistake. */
export function read(path: string, reading: Reading): string | undefined {
  const whole = join(reading.dir, path);
  if (existsSync(whole)) return readFileSync(whole, 'utf8');
  reading.mistakes.add({ file: named(path, reading), found: 'no file', expected: 'this file' });
  return undefined;
}

/** Names in a folder that fit, sorted; files of editors and systems (`.x`) are no content. */
export function list({ dir }: Reading, folder: string, fits: RegExp): string[] {
  const whole = join(dir, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole)
    .filter((name) => !name.startsWith('.') && fits.test(name))
    .sort(compare);
}

/** A file's path as mistakes show it. */
export function named(path: string, { dir }: Pick<Reading, 'dir'>): string {
  return join(basename(dir), path);
}
