import { readFileSync, writeFileSync } from 'node:fs';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { readContent } from '../../emails/content/load.ts';
import type { Publication } from '../../functions/core/publication.ts';
import { type AccountConfig, readAccountConfig } from '../../infra/config.ts';

/** What the author has written down: `cdk.json`'s context and `content/publication.yaml`. */
export interface Settings {
  readonly config: AccountConfig;
  readonly publication: Publication;
}

const FILE = 'cdk.json';

/**
 * Reads both files.
 *
 * @param overrides what `-c` says, which wins
 * @throws {ConfigError} {ContentError} with file, key and expectation
 */
export function readSettings(
  contentDir: string,
  overrides: Readonly<Record<string, unknown>>,
  file: string = FILE,
): Settings {
  const context = contextIn(file);
  const { content, mistakes } = readContent(contentDir);
  mistakes.throwIfAny();
  if (content === undefined) throw new Error('a mistake was not reported');
  const { publication } = content;
  const config = readAccountConfig((key) => overrides[key] ?? context[key], publication);
  return { config, publication };
}

/** The `context` of `cdk.json`, unread. */
export function contextIn(file: string = FILE): Readonly<Record<string, unknown>> {
  const read = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly context?: Readonly<Record<string, unknown>>;
  };
  return read.context ?? {};
}

/** Writes into the context of `cdk.json`; everything else in the file stays as it is. */
export function writeContext(
  values: Readonly<Record<string, string | number>>,
  file: string = FILE,
): void {
  writeFileSync(file, withContext(readFileSync(file, 'utf8'), values));
}

/** The text of `cdk.json` with values in its context. */
export function withContext(
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return Object.entries(values).reduce((so, [key, value]) => withValue(so, key, value), text);
}

/** Changes these characters only: how the rest is set is the author's. */
function withValue(text: string, key: string, value: string | number): string {
  const root = parseTree(text);
  const context = root && findNodeAtLocation(root, ['context']);
  if (root === undefined || context === undefined) throw new Error('cdk.json has no context');
  const known = findNodeAtLocation(root, ['context', key]);
  const last = context.children?.at(-1);
  const [from, to] = known
    ? [known.offset, known.offset + known.length]
    : [endOf(last), endOf(last)];
  const written = known ? JSON.stringify(value) : `,\n    "${key}": ${JSON.stringify(value)}`;
  return text.slice(0, from) + written + text.slice(to);
}

const endOf = (node: { readonly offset: number; readonly length: number } | undefined): number =>
  (node?.offset ?? 0) + (node?.length ?? 0);
