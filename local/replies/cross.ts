import type { Opinion } from '../../functions/core/replies/second-opinion.ts';
import type { Case } from './corpus.ts';
import { chance, type Example, examplesOf, SIGNS, trained } from './train.ts';

const PARTS = 5;
/** Neighbors in a file are of one writer, and often of one person. */
const BLOCK = 15;

/**
 * What a classifier makes of each reply that has read none of its neighbors: the corpus is cut into
 * five parts, block by block, and each part is read by one that was trained on the other four.
 */
export function crossOpinions(cases: readonly Case[]): (given: Case) => Opinion {
  const wish = crossed(cases, examplesOf(cases, SIGNS.wish));
  const distress = crossed(cases, examplesOf(cases, SIGNS.distress));
  return (given) => ({ wish: wish.get(given) ?? 0.5, distress: distress.get(given) ?? 0 });
}

function crossed(cases: readonly Case[], examples: readonly Example[]): ReadonlyMap<Case, number> {
  const partOf = (at: number) => Math.floor(at / BLOCK) % PARTS;
  const chances = new Map<Case, number>();
  for (let part = 0; part < PARTS; part += 1) {
    const model = trained(examples.filter((_, at) => partOf(at) !== part));
    cases.forEach((given, at) => {
      if (partOf(at) === part) chances.set(given, chance(model, examples[at]?.features ?? []));
    });
  }
  return chances;
}
