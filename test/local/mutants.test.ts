import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTANTS } from '../../local/mutants/list.ts';
import { mutated } from '../../local/mutants/mutant.ts';

/** The list of mutants fits the code: `npm run mutants` takes minutes to say so. */

test.for(MUTANTS)('“$name” is a change of $file', (mutant) => {
  const source = readFileSync(mutant.file, 'utf8');
  expect(mutated(mutant, source)).not.toBe(source);
  expect(mutant.tests.filter((file) => !existsSync(file))).toEqual([]);
});

test('each has a name of its own', () => {
  const names = MUTANTS.map(({ name }) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
