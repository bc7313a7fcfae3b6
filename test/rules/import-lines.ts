import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The rooms whose files are read, relative to the project's folder. */
const ROOMS = ['infra', 'functions', 'emails', 'local', 'test'];

export interface Import {
  readonly from: string;
  /** A file of ours, relative to the project's folder, or the name of a package. */
  readonly to: string;
  /** `import type` leaves nothing behind at run time. */
  readonly typeOnly: boolean;
}

const LINE =
  /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** What a file imports, read from its import lines. */
export function importsOf(file: string): readonly Import[] {
  return [...readFileSync(file, 'utf8').matchAll(LINE)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const to = target.startsWith('.') ? normalize(join(dirname(file), target)) : target;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

/** Every file of code in the rooms. */
export const files: readonly string[] = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name))
    .map((name) => join(room, name)),
);

export const imports: readonly Import[] = files.flatMap(importsOf);
