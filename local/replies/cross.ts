import type { Opinion } from '../../functions/core/replies/second-opinion.ts';
import type { Case } from './corpus.ts';
import { chance, type Lesson, lessonsOf, trained } from './train.ts';

const PARTS = 5;

/**
 * What a classifier makes of each reply that has read nothing by its writer: the corpus is cut into
 * five parts, lot by lot, and each part is read by one that was trained on the other four.
 */
export function crossOpinions(cases: readonly Case[]): (given: Case) => Opinion {
  const lessons = lessonsOf(cases);
  const wish = crossed(cases, lessons.wish);
  const asking = crossed(cases, lessons.asking);
  const distress = crossed(cases, lessons.distress);
  return (given) => ({
    wish: wish.get(given) ?? 0.5,
    asking: asking.get(given) ?? 0.5,
    distress: distress.get(given) ?? 0,
  });
}

/** `fr-held.jsonl:12` and `fr.jsonl:3` are of one writer. */
const lotOf = ({ at }: Case): string => at.replace(/(?:-held)?\.jsonl:\d+$/, '');

function crossed(cases: readonly Case[], { examples, buckets }: Lesson): ReadonlyMap<Case, number> {
  const lots = [...new Set(cases.map(lotOf))].sort();
  const parts = cases.map((given) => lots.indexOf(lotOf(given)) % PARTS);
  const chances = new Map<Case, number>();
  for (let part = 0; part < PARTS; part += 1) {
    const model = trained({ examples: examples.filter((_, at) => parts[at] !== part), buckets });
    cases.forEach((given, at) => {
      if (parts[at] === part) chances.set(given, chance(model, examples[at]?.features ?? []));
    });
  }
  return chances;
}
