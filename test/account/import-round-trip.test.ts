import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defused, spoken } from '../../functions/core/reader/import-columns.ts';
import { csvOf, jsonOf } from '../../local/account/export.ts';
import { listIn } from '../../local/account/import/list.ts';
import { anyFacts, anyReader } from '../support/any-reader.ts';
import { fileOf, listOf, NOW, THREE, WISHES } from '../support/list-files.ts';

/** What is taken along comes back as it was; only what is made anew differs. */

const everybody = fc.uniqueArray(fc.record({ reader: anyReader, facts: anyFacts }), {
  selector: ({ reader }) => reader.address,
  maxLength: 8,
});

const readBack = (file: string) =>
  listIn(file, createHash('sha256'), { wishes: WISHES, now: NOW, courses: [THREE] });

const FORMATS = [
  ['a table', 'people.csv', csvOf],
  ['JSON', 'people.json', jsonOf],
] as const;
test.for(FORMATS)(
  '%s brings everybody back, with the record of their consent',
  async ([, name, of]) => {
    const file = fileOf('', name);
    await fc.assert(
      fc.asyncProperty(everybody, async (taken) => {
        const lines = of === csvOf ? csvOf(taken, [THREE]) : jsonOf(taken, NOW);
        writeFileSync(file, [...lines].join(''));
        const { people, problems, twice } = await readBack(file);
        expect([problems, twice]).toEqual([[], []]);
        const back = [...people.values()].map(({ newcomer, facts }) => ({ newcomer, facts }));
        const were = taken.map(({ reader, facts }) => {
          const { id: _, secret: __, revision: ___, ...newcomer } = reader;
          return { newcomer, facts };
        });
        expect(back).toEqual(were);
      }),
      { numRuns: 150 },
    );
  },
);

test('no cell of a table begins as a formula does', () => {
  fc.assert(
    fc.property(everybody, (taken) => {
      const cells = [...csvOf(taken, [THREE])].flatMap((line) =>
        [...line.matchAll(/"((?:[^"]|"")*)"[,\r]/g)].map(([, cell = '']) => cell),
      );
      expect(cells.length).toBe(13 * (taken.length + 1));
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
  );
});

test('a cell is meant as it was, however many apostrophes it begins with', () => {
  const start = fc.constantFrom('', "'", "''", "'''", '=', "'=", "''=", '\t', '@', '-', "'-", "'a");
  fc.assert(
    fc.property(start, fc.string(), (before, rest) => {
      expect(spoken(defused(before + rest))).toBe(before + rest);
    }),
  );
});

test('whoever changes a cell beside the column that has everything is asked what they meant', async () => {
  const [ann] = fc.sample(anyReader, { numRuns: 1, seed: 3 });
  if (ann === undefined) throw new Error('nobody');
  const reader = { ...ann, standing: { is: 'active' } as const };
  const table = [...csvOf([{ reader, facts: [] }], [THREE])].join('');
  const changed = table.replace('"active"', '"left"');
  expect(changed).not.toBe(table);
  expect((await listOf(changed)).problems).toEqual([{ line: 2, problem: 'differs' }]);
});

test('no secret of a reader, and no key of the table, is in it', () => {
  const [ann] = fc.sample(anyReader, { numRuns: 1, seed: 4 });
  if (ann === undefined) throw new Error('nobody');
  const reader = { ...ann, secret: 'hush-hush' as never, dueAt: NOW, revision: 41 };
  for (const text of [csvOf([{ reader, facts: [] }], []), jsonOf([{ reader, facts: [] }], NOW)]) {
    expect([...text].join('')).not.toMatch(
      /hush-hush|secret|revision|dueAt|Shard|abcdefghijklmnop/,
    );
  }
});
