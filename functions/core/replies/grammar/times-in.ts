import { latticeOf } from './chunks.ts';
import type { Calendar } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import type { When } from './times.ts';

/** Every time that a text names, whatever stands around it, in the order in which they stand. */
export function timesIn(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  calendar: Calendar,
): readonly When[] {
  return sentences.flatMap(({ tokens }) => {
    const lattice = latticeOf(tokens, lexicon, calendar);
    const times: When[] = [];
    let at = 0;
    while (at < lattice.length) {
      const found = [...(lattice[at] ?? [])].flatMap(([end, meanings]) =>
        meanings.flatMap((meaning) =>
          meaning.tag === 'when' ? [{ end, when: meaning.when }] : [],
        ),
      );
      const longest = found.reduce((most, one) => (one.end > most ? one.end : most), at);
      times.push(...found.filter(({ end }) => end === longest).map(({ when }) => when));
      at = Math.max(longest, at + 1);
    }
    return times;
  });
}
