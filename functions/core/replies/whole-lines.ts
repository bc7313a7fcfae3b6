import { isQuoted } from './attribution.ts';
import { MAX_LINE_CHARS } from './caps.ts';

/**
 * What was read of a mail, with its lines as long as they were written. A command is looked for in
 * the beginning of a line only (`capped`), but many mail programs write a paragraph as one line, and
 * whoever reads the letter is to have all of it. Quotes stay as they were read.
 *
 * @param read lines of the mail, perhaps cut, as `strip` returns them
 * @param written the text of the mail
 */
export function wholeLines(read: string, written: string): string {
  const whole = new Map(
    written
      .split('\n')
      .filter((line) => line.length > MAX_LINE_CHARS && !isQuoted(line))
      .map((line) => [line.slice(0, MAX_LINE_CHARS).trim(), line.trim()]),
  );
  return read
    .split('\n')
    .map((line) => whole.get(line.trim()) ?? line)
    .join('\n');
}
