import { MAX_NAME } from '../core/reader/sign-up.ts';
import type { Words } from '../core/words/words.ts';
import type { Problems } from './pages/fields.ts';

/** A sentence that says what was expected of a field. */
export type Problem = keyof Words['problems'];

/** Field by field, what was wrong, in the words of a language. */
export function problemsInWords(
  { problems }: Words,
  found: Readonly<Partial<Record<string, Problem>>>,
): Problems {
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, problem]) => {
      if (problem === undefined) return [];
      const said = problems[problem];
      return [[field, typeof said === 'string' ? said : said({ count: MAX_NAME })]];
    }),
  );
}
