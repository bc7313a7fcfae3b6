import { type Block, walk } from '../../content/tree.ts';
import type { Mail } from '../../mail.ts';

/** The file that a block of a mail stands in: its own, or the safety note of its course. */
export function fileOf({ file, blocks }: Mail, block: Block): string {
  const shared = [...walk(blocks)].some(
    (one) => one.kind === 'safety' && [...walk(one.children)].includes(block),
  );
  return shared ? file.replace(/lessons([/\\])[^/\\]+$/, 'safety.md') : file;
}

/** Where a mail's words begin, for what is wrong with the whole of it. */
export function topOf({ file, blocks }: Mail): { readonly file: string; readonly line: number } {
  return { file, line: blocks[0]?.line ?? 1 };
}
