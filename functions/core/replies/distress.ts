import { LEXICONS, withUmlauts } from './grammar/lexicons.ts';
import { endings, startingAt } from './grammar/match.ts';
import { tokensOf } from './grammar/tokens.ts';
import type { Understanding } from './understanding.ts';

/** As much of a mail as is searched; what stands behind it is hardly somebody's cry. */
const MOST_CHARS = 20_000;

/** What of it stands in a language's lists. */
interface Heard {
  readonly distress: NonNullable<Understanding['distress']>;
  /** Said in so many words. */
  readonly outright: boolean;
}

/** From here on a mail is read by a person at once, though no word of it is in the lists. */
const TROUBLE = 0.5;
/** Below it, what rings of trouble is a figure of speech, a film, or somebody's work. */
const UNLIKELY = 0.05;

/**
 * Whether a mail tells of danger, violence, fear or despair. What is said outright counts, what rings
 * of it counts unless a classifier finds it most unlikely, and what a classifier finds likely counts
 * without a word of it in the lists. A person looks, so a false alarm costs little.
 *
 * @param text what somebody newly wrote; quotations within it count, too
 * @param chance how likely a classifier finds it, 0 to 1
 */
export function distressIn(text: string, chance: number): Understanding['distress'] {
  const heard = heardIn(text);
  if (heard !== undefined && (heard.outright || chance >= UNLIKELY)) return heard.distress;
  return chance >= TROUBLE ? 'alone' : undefined;
}

/** What any of the languages knows of it, whichever the rest is in. */
function heardIn(text: string): Heard | undefined {
  // "I can't do this. Any of it.": what is told does not end at a full stop.
  const tokens = tokensOf(text.slice(0, MOST_CHARS)).filter(({ kind }) => kind !== 'mark');
  const found = (list: 'outright' | 'distress' | 'watched'): boolean =>
    LEXICONS.some((lexicon) => {
      const matching = { tokens: withUmlauts(tokens, lexicon), lexicon, inner: () => undefined };
      return tokens.some((_, at) =>
        startingAt(matching, lexicon[list], at).some(
          ({ phrase }) => endings(matching, phrase, at).length > 0,
        ),
      );
    });
  const watched = found('watched');
  const outright = found('outright');
  if (!watched && !outright && !found('distress')) return undefined;
  return { distress: watched ? 'watched' : 'alone', outright };
}
