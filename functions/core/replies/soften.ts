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
 * From them on, what the grammar took for no wish is asked about, by what it makes of the words or by the words
 * alone: `offered`, if there is something to offer, and `plainly`, even if there is not.
 */
const LIKELY = {
  usually: { offered: { asking: 0.4, wish: 0.59 }, plainly: { asking: 0.6, wish: 0.75 } },
  /** It begins with a command: "pause until the cows come home". */
  commanded: { offered: { asking: 0.4, wish: 0.45 }, plainly: { asking: 0.6, wish: 0.75 } },
  /** What sounds like a wish may be our own words, copied without a mark. */
  besideOurs: { offered: { asking: 0.75, wish: 0.65 }, plainly: { asking: 0.9, wish: 0.85 } },
} as const satisfies Record<string, Readonly<Record<'offered' | 'plainly', Heard>>>;

type Likely = (typeof LIKELY)[keyof typeof LIKELY];

/**
 * @param besideOurs whether a copy of our own words, that no mark shows, stood among what was written
 * @param commands whether that begins with a verb that asks for something of ours
 */
export const likeliness = (besideOurs: boolean, commands: boolean): Likely =>
  besideOurs ? LIKELY.besideOurs : commands ? LIKELY.commanded : LIKELY.usually;

type Heard = Pick<Opinion, 'wish' | 'asking'>;

const reaches = (opinion: Heard, least: Heard): boolean =>
  opinion.asking >= least.asking || opinion.wish >= least.wish;

/** Nothing leads back once its first letter has come, so it has to sound like a wish, too. */
const beginsAgain = (wish: Wish): boolean => wish.is === 'course' && wish.again === true;

/** With fewer words than that, and nothing to offer, it is rather a greeting and a name. */
const FEWEST_WORDS = 6;

/** Where nothing better is known to offer. */
export const USUAL: readonly Option[] = [[{ is: 'pause' }], [{ is: 'leave' }]];

/**
 * Two readers of one mail: where the second finds an act unlikely, or silence, the reader is asked.
 * It never makes anything act.
 *
 * @param opinion how likely the mail asks for something: by its words, before anything is done, and by
 *   what the grammar makes of them, before anybody is asked
 * @param certainty how well the grammar read it
 * @param words how many there are
 * @param likely from where on it is asked about
 * @param guesses what it may ask for
 */
export function softened(
  understood: Understanding,
  opinion: Heard,
  certainty: Certainty,
  { words, likely }: { readonly words: number; readonly likely: Likely },
  guesses: () => readonly Option[],
): Understanding {
  const { wishes, question, personal } = understood;
  if (question !== undefined) return understood;
  if (wishes.some((wish) => changes(wish) || beginsAgain(wish))) {
    if (opinion.wish >= LEAST[certainty]) return understood;
    // Neither of the two is sure of it.
    if (certainty === 'loose' && !reaches(opinion, likely.offered))
      return { wishes: [], personal: true };
    return { wishes: [], question: { because: 'sounds-like-none', options: [wishes] }, personal };
  }
  if (wishes.length > 0 || !reaches(opinion, likely.offered)) return understood;
  const offered = guesses();
  const plainly = reaches(opinion, likely.plainly) && words >= FEWEST_WORDS;
  if (offered.length === 0 && !plainly) return understood;
  const options = offered.length > 0 ? offered : USUAL;
  return { wishes: [], question: { because: 'sounds-like-a-wish', options }, personal };
}
