import { keptMap, withoutMap } from './kept-maps.ts';
import { inWords, type Origin, originOf } from './origin.ts';
import { nameOf, positionsIn } from './position.ts';

/** What a text is answered with; not complete when it, or a part of it, leads nowhere. */
export interface Answer {
  readonly complete: boolean;
  readonly words: string;
  /** The same for scripts: each position that was found, and where it leads. */
  readonly places: readonly ({ readonly at: string } & Partial<Omit<Origin, 'source'>>)[];
}

const NO_POSITION =
  'There is no position in this. One looks like send-3fa1b2c4:37:4521, which is door, build, line ' +
  'and column of a bundle; a log line has them under "at".';

/**
 * Where in our files the positions in a text lead.
 *
 * @param root the folder in which source maps are kept
 */
export function answerTo(text: string, root: string): Answer {
  const positions = positionsIn(text);
  if (positions.length === 0) return { complete: false, words: NO_POSITION, places: [] };
  const bundles = new Set(positions.map(({ bundle }) => bundle));
  const maps = new Map([...bundles].map((bundle) => [bundle, keptMap(bundle, root)]));
  const answers = positions.map((position) => {
    const map = maps.get(position.bundle);
    const origin = map && originOf(map, position);
    const words = map === undefined ? withoutMap(position, root) : inWords(position, origin);
    return { at: nameOf(position), origin, words };
  });
  // One sentence about a missing map is enough.
  const words = [...new Set(answers.map((one) => one.words))].join('\n');
  return {
    complete: answers.every(({ origin }) => origin !== undefined),
    words: words.replace(/\n{3,}/g, '\n\n').trim(),
    places: answers.map(({ at, origin }) => ({ at, ...(origin && placeOf(origin)) })),
  };
}

const placeOf = ({ file, line, column }: Origin) => ({ file, line, column });
