/** One small wrong change of the sources, and whoever has to notice it. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** The exact text that is there, once. */
  readonly before: string;
  readonly after: string;
  /** What it would do to a reader, or to the author's bill. */
  readonly why: string;
  /** The test files of which one has to go red. */
  readonly tests: readonly string[];
}

/** A mutant as a row; its own tests come before those of its file. */
export type MutantRow = readonly [
  name: string,
  before: string,
  after: string,
  why: string,
  tests?: readonly string[],
];

/** The mutants of one file, with the tests that look at it. */
export const of = (
  file: string,
  tests: readonly string[],
  rows: readonly MutantRow[],
): readonly Mutant[] =>
  rows.map(([name, before, after, why, own = []]) => ({
    name,
    file,
    before,
    after,
    why,
    tests: [...own, ...tests],
  }));

/**
 * A source with a mutant in it.
 *
 * @throws when its text is not there exactly once: the code has moved on, and the mutant has to follow
 */
export function mutated({ name, file, before, after }: Mutant, source: string): string {
  const places = source.split(before).length - 1;
  if (places !== 1) throw new Error(`${name}: its text stands ${places} times in ${file}`);
  return source.replace(before, () => after);
}
