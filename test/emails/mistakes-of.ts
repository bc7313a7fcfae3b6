import { loadContent } from '../../emails/content/load.ts';
import { ContentError } from '../../emails/content/mistakes.ts';
import { lesson, tinyContent } from './tiny-content.ts';

export type Changes = Readonly<Record<string, string | undefined>>;

/** Mistakes of a folder, one line each. */
export function mistakes(changes: Changes): readonly string[] {
  try {
    loadContent(tinyContent(changes));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
}

export const SECOND = 'courses/tiny/lessons/02-second.md';
/** The body starts on line 7. */
export const body = (text: string): Changes => ({ [SECOND]: lesson('second', text) });
export const at = (line: number, rest: string) => `content/${SECOND}:${line}${rest}`;
