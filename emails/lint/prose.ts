import { type Block, plainText } from '../content/tree.ts';

/** A run of words of one block. */
export interface Paragraph {
  readonly line: number;
  readonly text: string;
}

/**
 * What readers read of these blocks, without what stands in every letter: not the safety note,
 * which a course shares, nor buttons, nor the pictures of a check-in.
 */
export const prose = (blocks: readonly Block[]): readonly Paragraph[] => blocks.flatMap(proseOf);

function proseOf(block: Block): readonly Paragraph[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [{ line: block.line, text: spoken(plainText(block.children)) }];
    case 'list':
      return block.items.flatMap(prose);
    case 'practice':
      return [{ line: block.line, text: block.title }, ...prose(block.children)];
    case 'gate':
      return block.usual ? [] : prose(block.children);
    case 'gentler':
    case 'for':
    case 'declined':
    case 'quote':
    case 'question':
    case 'next':
    case 'myth':
    case 'truth':
      return prose(block.children);
    case 'rule':
    case 'safety':
    case 'checkIn':
    case 'fourWeeks':
    case 'choices':
    case 'lines':
    case 'button':
      return [];
  }
}

/** A slot is read as one word. */
function spoken(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, 'word').trim();
}

/** Words as people count them: `ten-year-old` and `don’t` are one each, a lone dash is none. */
export function words(text: string): readonly string[] {
  return text.split(/[\s—–/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Sentences; one that begins in lower case (`“Why?” she asked.`) belongs to the one before it. */
export function sentences(text: string, language: string): readonly string[] {
  const result: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text))
    if (result.length > 0 && /^\p{Ll}/u.test(segment)) result[result.length - 1] += segment;
    else result.push(segment);
  return result.map((sentence) => sentence.trim()).filter((sentence) => words(sentence).length > 0);
}

/** A sentence without its looks, so that two of them can be compared. */
export function bare(text: string): string {
  return words(text)
    .map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .join(' ');
}

/** The word by itself: `hack`, and not `hackney`. */
export function wordPattern(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu');
}
