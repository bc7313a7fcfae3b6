import type { Opinion } from '../../functions/core/replies/second-opinion.ts';
import type { Case } from './corpus.ts';
import { chance, exampleOf, trained } from './train.ts';

const PARTS = 5;
/** Neighbors in a file are of one writer, and often of one person. */
const BLOCK = 15;

/**
 * What a classifier makes of each reply that has read none of its neighbors: the corpus is cut into
 * five parts, block by block, and each part is read by one that was trained on the other four.
 */
export function crossOpinions(cases: readonly Case[]): (given: Case) => Opinion {
  const examples = cases.map(exampleOf);
  const partOf = (at: number) => Math.floor(at / BLOCK) % PARTS;
  const opinions = new Map<Case, Opinion>();
  for (let part = 0; part < PARTS; part += 1) {
    const model = trained(examples.filter((_, at) => partOf(at) !== part));
    cases.forEach((given, at) => {
      const { features } = examples[at] ?? exampleOf(given);
      if (partOf(at) === part) opinions.set(given, { wish: chance(model, features) });
    });
  }
  return (given) => opinions.get(given) ?? { wish: 0.5 };
}
