import fc from 'fast-check';
import { describe, test } from 'vitest';
import { allStories } from '../model/author-steps.ts';
import { FOUND, RARE } from '../model/found.ts';
import { FOUND_NEWS } from '../model/found-news.ts';
import { FOUND_OF_RESTORES } from '../model/found-restores.ts';
import { storiesWithNews } from '../model/news-steps.ts';
import { stories } from '../model/steps.ts';
import { told } from '../model/story.ts';

/**
 * Promises 1 and 2 against whatever can happen: the real decisions over a table in memory, while
 * readers change their minds, the course changes, SES refuses or falls silent, messages come twice
 * and in any order, clocks differ, the index is behind, and any call of any process ends it, fails or
 * is made twice. `npm run model` tells other stories than these, on all cores.
 */

test('promises 1 and 2 hold, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(stories, ([steps, first]) => told(steps, first)),
    // Seeded, so that red means that somebody broke something.
    { numRuns: 500, seed: 20_261_125 },
  );
});

test('and with a newsletter, whose issues are brought out, moved, paused and cancelled', async () => {
  await fc.assert(
    fc.asyncProperty(storiesWithNews, ([steps, first]) => told(steps, first)),
    { numRuns: 300, seed: 20_261_126 },
  );
});

test('and with a table that loses readers, whom their author brings back', async () => {
  await fc.assert(
    fc.asyncProperty(allStories, ([steps, first]) => told(steps, first)),
    { numRuns: 200, seed: 20_261_127 },
  );
});

describe.each([
  ['once broke a promise', FOUND],
  ['once broke a promise of the newsletter', FOUND_NEWS],
  ['once broke a promise of a restore', FOUND_OF_RESTORES],
  ['are seldom drawn', RARE],
])('stories that %s', (_, some) => {
  test.for(some)('%s', async ([, steps, first]) => {
    await told(steps, first);
  });
});
