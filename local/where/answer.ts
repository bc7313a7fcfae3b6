import { keptMap, withoutMap } from './kept-maps.ts';
import { inWords, originOf } from './origin.ts';
import { positionsIn } from './position.ts';

/** What a text is answered with; not complete when it, or a part of it, leads nowhere. */
export interface Answer {
  readonly complete: boolean;
  readonly words: string;
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
  if (positions.length === 0) return { complete: false, words: NO_POSITION };
  const bundles = new Set(positions.map(({ bundle }) => bundle));
  const maps = new Map([...bundles].map((bundle) => [bundle, keptMap(bundle, root)]));
  const answers = positions.map((position): Answer => {
    const map = maps.get(position.bundle);
    if (map === undefined) return { complete: false, words: withoutMap(position, root) };
    const origin = originOf(map, position);
    return { complete: origin !== undefined, words: inWords(position, origin) };
  });
  // One sentence about a missing map is enough.
  const words = [...new Set(answers.map((one) => one.words))].join('\n');
  return {
    complete: answers.every(({ complete }) => complete),
    words: words.replace(/\n{3,}/g, '\n\n').trim(),
  };
}
