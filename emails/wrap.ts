import { SLOTS, type SlotName } from '../functions/core/mail/template.ts';

/** RFC 5322 §2.1.1 asks for 78; 72 leaves room to be quoted twice. */
export const WIDTH = 72;

/** How many columns a reader's value is taken to need, whatever it is. */
const TYPICAL = 24;

/** One private-use character that stands for a slot while text is laid out. */
export function slotMark(name: SlotName): string {
  return String.fromCharCode(0xe200 + SLOTS.indexOf(name));
}

const MARK = /[\uE200-\uE2FF]/g;

/** Columns of a line: characters as people count them, and a fair guess for each slot. */
export function columns(text: string): number {
  return [...text.replace(MARK, 'x'.repeat(TYPICAL))].length;
}

/** Fills lines with words. A word that is too long, such as a link, gets a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // Not \s: a no-break space keeps its words together.
  for (const word of text.split(/[ \t]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columns(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Sets every line in, except empty ones. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** A line under a title, as wide as the title is. */
export function underlined(title: string, width: number, mark: string): string {
  const lines = wrap(title, width);
  return [...lines, mark.repeat(Math.max(...lines.map(columns)))].join('\n');
}
