import { expect, test } from 'vitest';
import { LaggingIndexes } from '../../local/cloud/services/lagging-indexes.ts';

/** An index that follows its table late, and one change of it that fails. */

const LATER = Number.POSITIVE_INFINITY;

test('a change that fails is told once, and holds up no other', async () => {
  const indexes = new LaggingIndexes();
  await indexes.begin(1);
  const applied: string[] = [];
  const change = (item: string) => async () => {
    if (item === 'broken') throw new Error('the index is away');
    applied.push(item);
  };
  for (const item of ['broken', 'beside']) indexes.delays(item, 0, change(item));
  await expect(indexes.arrive(LATER)).rejects.toThrow('the index is away');
  expect(applied, 'what came with it').toEqual(['beside']);
  indexes.delays('later', 0, change('later'));
  await indexes.arrive(LATER);
  await indexes.begin(undefined);
  expect(applied).toEqual(['beside', 'later']);
});
