import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Mistakes, show } from './mistakes.ts';

/** YAML text and where it stands in its file. */
export interface YamlPart {
  readonly file: string;
  readonly text: string;
  /** The file's line before the first line of `text`. */
  readonly lineBefore: number;
}

/** A value read from YAML, with the way back from a key to its line. */
export interface Read<T> {
  readonly value: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads YAML against a schema whose messages say what is expected.
 *
 * @returns undefined when there was a mistake, which is in `mistakes`
 */
export function readYaml<T>(
  { file, text, lineBefore }: YamlPart,
  schema: z.ZodType<T>,
  mistakes: Mistakes,
): Read<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lineBefore + lines.linePos(broken.pos[0]).line;
    mistakes.add({ file, line, found: `broken YAML (${broken.message})`, expected: 'key: value' });
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineBefore + lines.linePos(node.range[0]).line;
    }
    return lineBefore + 1;
  };
  const given: unknown = document.toJS();
  const result = schema.safeParse(given);
  if (result.success) return { value: result.data, lineOf };
  for (const issue of result.error.issues) addIssue(issue, given, { file, lineOf, mistakes });
  return undefined;
}

interface Report {
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly mistakes: Mistakes;
}

function addIssue(issue: z.core.$ZodIssue, given: unknown, { file, lineOf, mistakes }: Report) {
  const at = (path: readonly PropertyKey[], found: string, expected: string) =>
    mistakes.add({
      file,
      line: lineOf(path),
      ...(path.length > 0 && { key: path.map(String).join('.') }),
      found,
      expected,
    });
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) at([...issue.path, key], 'a key unknown here', 'no such key');
    return;
  }
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    given,
  );
  at(issue.path, show(found), issue.message);
}

/** Splits a Markdown file with front matter. The body keeps its line numbers. */
export function splitFrontMatter(
  file: string,
  source: string,
  mistakes: Mistakes,
): { readonly front: YamlPart; readonly body: string } | undefined {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (match === null) {
    mistakes.add({
      file,
      line: 1,
      found: show(text.split('\n', 1)[0]),
      expected: 'front matter: a line ---, keys with values, and a line --- again',
    });
    return undefined;
  }
  const newlines = match[0].replace(/[^\n]/g, '');
  return {
    front: { file, text: match[1] ?? '', lineBefore: 1 },
    body: newlines + text.slice(match[0].length),
  };
}
