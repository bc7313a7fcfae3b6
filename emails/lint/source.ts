import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A content file as its author sees it, to tell on which line something stands. */
export interface Source {
  readonly file: string;
  /** The line of a front matter or YAML key; the first line if there is none. */
  lineOf(key: string): number;
  /** The first line, from one on, that has these words; that one itself if none does. */
  lineWith(words: string, from?: number): number;
}

/** Reads files by the paths that mistakes show, which begin with the content folder's name. */
export function sourcesIn(contentDir: string): (file: string) => Source {
  const known = new Map<string, Source>();
  return (file) => {
    const source = known.get(file) ?? open(contentDir, file);
    known.set(file, source);
    return source;
  };
}

function open(contentDir: string, file: string): Source {
  const path = join(dirname(contentDir), file.replace(/^[^/\\]+/, basename(contentDir)));
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.split(/\r\n|\r|\n/);
  return {
    file,
    lineOf: (key) => Math.max(lines.findIndex((line) => line.startsWith(`${key}:`)) + 1, 1),
    lineWith: (words, from = 1) => {
      const wanted = words.toLowerCase();
      const found = lines.findIndex(
        (line, index) => index >= from - 1 && line.toLowerCase().includes(wanted),
      );
      return found === -1 ? from : found + 1;
    },
  };
}
