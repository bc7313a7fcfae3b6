import { tokensOf } from './grammar/tokens.ts';
import { sensesOf } from './senses.ts';

/** Illness, injury, death and refuge, as the languages' lists of senses name them. */
const GRAVE: ReadonlySet<string> = new Set(['doctor', 'wound', 'police', 'die', 'pills']);

/** As much of a mail as is searched. */
const MOST_CHARS = 8000;

/**
 * Whether a mail tells of a hospital, a wound, a death or a shelter. It may be no more than the reason of a wish, and
 * still is for a person to read.
 */
export function isGrave(text: string): boolean {
  const senses = sensesOf(tokensOf(text.slice(0, MOST_CHARS)));
  return senses.some((word) => word.some((sense) => GRAVE.has(sense)));
}
