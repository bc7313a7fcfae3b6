import type { SourceMap } from 'node:module';
import { nameOf, type Position } from './position.ts';

/** What a position of a bundle was made from; both counts begin with 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The whole file as it was built; the text of libraries is not kept. */
  readonly source: string | undefined;
}

/** How many lines are shown before and after the one that is meant. */
const AROUND = 2;

/** @returns undefined for a position that the bundle does not have */
export function originOf(map: SourceMap, { line, column }: Position): Origin | undefined {
  const entry = map.findEntry(line - 1, column - 1);
  // Node answers a line behind the last one with the last one.
  if (!('originalSource' in entry) || entry.generatedLine !== line - 1) return undefined;
  const { sources, sourcesContent } = map.payload;
  return {
    file: entry.originalSource,
    line: entry.originalLine + 1,
    column: entry.originalColumn + 1,
    source: sourcesContent[sources.indexOf(entry.originalSource)] ?? undefined,
  };
}

/** A position and its origin in words: ours with the lines around it, a library's in one line. */
export function inWords(position: Position, origin: Origin | undefined): string {
  if (origin === undefined) return `${nameOf(position)}  is no place in that bundle`;
  const { file, line, column, source } = origin;
  const place = `${nameOf(position)}  ${file}:${line}:${column}`;
  if (source === undefined) return place;
  return `\n${place}\n${excerpt(source, line, column)}\n`;
}

/** The lines around one, with their numbers, and a mark under the column. */
function excerpt(source: string, line: number, column: number): string {
  const first = Math.max(1, line - AROUND);
  const lines = source.split('\n').slice(first - 1, line + AROUND);
  const width = String(line + AROUND).length;
  return lines
    .flatMap((text, index) => {
      const number = first + index;
      const meant = number === line;
      const shown = `${meant ? '>' : ' '} ${String(number).padStart(width)} | ${text}`;
      return meant ? [shown, `  ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`] : [shown];
    })
    .map((text) => text.trimEnd())
    .join('\n');
}
