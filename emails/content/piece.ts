import type { z } from 'zod';
import type { TrackId } from '../../functions/core/course.ts';
import { named, type Reading, read } from './files.ts';
import { oneOf, readMarkdown } from './markdown.ts';
import { show } from './mistakes.ts';
import type { Block } from './tree.ts';
import { type Read, readYaml, splitFrontMatter } from './yaml.ts';

/** Citations by their key. */
export type Sources = Readonly<Record<string, string>>;

/** What a lesson may refer to besides. */
export interface InCourse extends Reading {
  readonly sources: Sources;
  readonly tracks: readonly TrackId[];
  readonly safety: readonly Block[] | undefined;
}

/** A Markdown file with front matter, read. */
export interface LoadedMarkdown<T> {
  readonly file: string;
  readonly front: Read<T>;
  readonly blocks: readonly Block[];
}

/** Reads a Markdown file with front matter against the schema of its kind. */
export function loadMarkdown<T>(
  path: string,
  schema: z.ZodType<T>,
  reading: Reading,
  course: Partial<InCourse> = {},
): LoadedMarkdown<T> | undefined {
  const source = read(path, reading);
  const file = named(path, reading);
  if (source === undefined) return undefined;
  const parts = splitFrontMatter(file, source, reading.mistakes);
  if (parts === undefined) return undefined;
  const front = readYaml(parts.front, schema, reading.mistakes);
  const { tracks = [], safety } = course;
  const blocks = readMarkdown(parts.body, { ...reading, file, tracks, safety });
  return front && { file, front, blocks };
}

/** The sources in full, for the keys that a letter names. */
export function cite(
  keys: readonly string[],
  known: Sources,
  { file, front }: LoadedMarkdown<unknown>,
  { mistakes }: Reading,
): readonly string[] {
  return keys.flatMap((key, index) => {
    const source = Object.hasOwn(known, key) ? known[key] : undefined;
    if (source !== undefined) return [source];
    const path = ['sources', index];
    const expected = `one of the sources of course.yaml: ${oneOf(Object.keys(known))}`;
    mistakes.add({ file, line: front.lineOf(path), key: 'sources', found: show(key), expected });
    return [];
  });
}

/** Two pieces with one id: which was meant can't be told. */
export function refuseTwins(
  pieces: readonly { readonly id: string; readonly file: string }[],
  { mistakes }: Reading,
): void {
  for (const [index, { id, file }] of pieces.entries()) {
    const first = pieces.findIndex((other) => other.id === id);
    const twin = pieces[first];
    if (twin === undefined || first === index) continue;
    const expected = `an id of its own (${twin.file} has this one)`;
    mistakes.add({ file, key: 'id', found: show(id), expected });
  }
}
