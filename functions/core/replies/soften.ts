import type { Opinion } from './second-opinion.ts';
import { changes, type Option, type Understanding, type Wish } from './understanding.ts';

/** How well the grammar read a wish. */
export type Certainty =
  /** Every word of the mail belongs to a wish that is plain by itself. */
  | 'plain'
  /** Others stand beside it. */
  | 'mixed'
  /** A word in it is unknown, or nobody asks in so many words. */
  | 'loose';

/** Below it, what the grammar would do is asked about instead. */
export const LEAST: Readonly<Record<Certainty, number>> = { plain: 0.12, mixed: 0.25, loose: 0.6 };
/**
 * From them on, what the grammar took for no wish is asked about, if there is something to offer: by what it
 * makes of the words, or by the words alone.
 */
const LIKELY: Heard = { asking: 0.66, wish: 0.545 };
/** The same for a mail that begins with a command: "pause until the cows come home". */
const LIKELY_COMMAND: Heard = { asking: 0.58, wish: 0.45 };
/** And from here on, even if there is not. */
const PLAINLY_LIKELY: Heard = { asking: 0.8, wish: 0.75 };

type Heard = Pick<Opinion, 'wish' | 'asking'>;

const reaches = (opinion: Heard, least: Heard): boolean =>
  opinion.asking >= least.asking || opinion.wish >= least.wish;

/** Nothing leads back once its first letter has come, so it has to sound like a wish, too. */
const beginsAgain = (wish: Wish): boolean => wish.is === 'course' && wish.again === true;

/** With fewer words than that, and nothing to offer, it is rather a greeting and a name. */
const FEWEST_WORDS = 6;

/** Where nothing better is known to offer. */
const USUAL: readonly Option[] = [[{ is: 'pause' }], [{ is: 'leave' }]];

/**
 * Two readers of one mail: where the second finds an act unlikely, or silence, the reader is asked.
 * It never makes anything act.
 *
 * @param opinion how likely the mail asks for something: by its words, before anything is done, and by
 *   what the grammar makes of them, before anybody is asked
 * @param certainty how well the grammar read it
 * @param words how many there are
 * @param commands whether it begins with a verb that asks for something of ours
 * @param guesses what it may ask for
 */
export function softened(
  understood: Understanding,
  opinion: Heard,
  certainty: Certainty,
  { words, commands }: { readonly words: number; readonly commands: boolean },
  guesses: () => readonly Option[],
): Understanding {
  const { wishes, question, personal } = understood;
  if (question !== undefined) return understood;
  if (wishes.some((wish) => changes(wish) || beginsAgain(wish))) {
    if (opinion.wish >= LEAST[certainty]) return understood;
    // Neither of the two is sure of it.
    if (certainty === 'loose' && !reaches(opinion, LIKELY)) return { wishes: [], personal: true };
    return { wishes: [], question: { because: 'sounds-like-none', options: [wishes] }, personal };
  }
  if (wishes.length > 0 || !reaches(opinion, commands ? LIKELY_COMMAND : LIKELY)) return understood;
  const offered = guesses();
  const plainly = reaches(opinion, PLAINLY_LIKELY) && words >= FEWEST_WORDS;
  if (offered.length === 0 && !plainly) return understood;
  const options = offered.length > 0 ? offered : USUAL;
  return { wishes: [], question: { because: 'sounds-like-a-wish', options }, personal };
}
