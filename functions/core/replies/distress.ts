import { LEXICONS, withUmlauts } from './grammar/lexicons.ts';
import { endings, startingAt } from './grammar/match.ts';
import { tokensOf } from './grammar/tokens.ts';
import type { Understanding } from './understanding.ts';

/** As much of a mail as is searched; what stands behind it is hardly somebody's cry. */
const MOST_CHARS = 20_000;

/**
 * Whether a mail tells of danger, violence, fear or despair, in any of the languages, whichever the
 * rest is in. Broad on purpose: a person looks, and a false alarm costs little.
 *
 * @param text what somebody newly wrote; quotations within it count, too
 */
export function distressIn(text: string): Understanding['distress'] {
  // "I can't do this. Any of it.": what is told does not end at a full stop.
  const tokens = tokensOf(text.slice(0, MOST_CHARS)).filter(({ kind }) => kind !== 'mark');
  const found = (list: 'distress' | 'watched'): boolean =>
    LEXICONS.some((lexicon) => {
      const matching = { tokens: withUmlauts(tokens, lexicon), lexicon, inner: () => undefined };
      return tokens.some((_, at) =>
        startingAt(matching, lexicon[list], at).some(
          ({ phrase }) => endings(matching, phrase, at).length > 0,
        ),
      );
    });
  if (found('watched')) return 'watched';
  return found('distress') ? 'alone' : undefined;
}
