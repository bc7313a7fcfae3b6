/** Sizes that keep any mail cheap to read (mail-standards I-02); none changes a fixture's score. */
export const MAX_OBJECT_BYTES = 5 * 1024 * 1024;
export const MAX_BODY_CHARS = 64 * 1024;
const MAX_TEXT_CHARS = 16 * 1024;
const MAX_LINES = 400;
export const MAX_LINE_CHARS = 500;

/**
 * Cuts a body to what a person can have meant to say: 16 KB, 400 lines, runs of more than 3 line
 * breaks and of more than 80 rule characters collapsed. Takes linear time.
 */
export function capped(text: string): readonly string[] {
  return text
    .slice(0, MAX_BODY_CHARS)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/([-_=*> ])\1{80,}/g, (run) => run.slice(0, 80))
    .replace(/\n{4,}/g, '\n\n\n')
    .slice(0, MAX_TEXT_CHARS)
    .split('\n', MAX_LINES)
    .map((line) => line.trimEnd());
}

/** No more of a line than a person's sentences fill: 500 characters. */
export const cappedLine = (line: string): string => line.slice(0, MAX_LINE_CHARS).trimEnd();
