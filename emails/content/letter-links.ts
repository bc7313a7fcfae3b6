import type { Reading } from './files.ts';
import { oneOf } from './markdown.ts';
import { show } from './mistakes.ts';
import type { Lesson, Piece } from './model.ts';
import { type Block, type Inline, walk } from './tree.ts';

/** Links between letters lead to letters of the same course; a reader may look ahead. */
export function refuseLost(lessons: readonly Lesson[], { mistakes }: Reading): void {
  for (const { file, id: own, blocks } of lessons) {
    const others = lessons.filter(({ id, retired }) => id !== own && !retired).map(({ id }) => id);
    for (const { line, letter } of letterLinks(blocks)) {
      if (others.some((id) => id === letter)) continue;
      const expected = `the id of another letter: ${oneOf(others)}`;
      mistakes.add({ file, line, found: `a link to ${show(`letter:${letter}`)}`, expected });
    }
  }
}

/** What goes around a course, or to everybody, is in no course. */
export function refuseLetterLinks(pieces: readonly Piece[], { mistakes }: Reading): void {
  for (const { file, blocks } of pieces)
    for (const { line, letter } of letterLinks(blocks)) {
      const found = `a link to ${show(`letter:${letter}`)}`;
      mistakes.add({ file, line, found, expected: 'such links in the letters of a course alone' });
    }
}

function* letterLinks(blocks: readonly Block[]) {
  for (const block of walk(blocks)) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    for (const letter of lettersIn(block.children)) yield { line: block.line, letter };
  }
}

function* lettersIn(inlines: readonly Inline[]): Generator<string> {
  for (const inline of inlines) {
    if (inline.kind === 'link' && 'letter' in inline.to) yield inline.to.letter;
    if ('children' in inline) yield* lettersIn(inline.children);
  }
}
