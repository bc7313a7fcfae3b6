import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../functions/core/replies/languages/all.ts';
import { type Context, understand } from '../../../functions/core/replies/understand.ts';
import { COMING_AND_GOING } from './fixtures/sayings-coming-and-going.ts';
import { HOW_THEY_COME } from './fixtures/sayings-how-they-come.ts';

const SAYINGS = [...COMING_AND_GOING, ...HOW_THEY_COME];

const AT: Context = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin', state: 'paused' };

describe.for(LANGUAGES.map(({ code }) => code))('%s', (language) => {
  const cases = SAYINGS.flatMap(({ wish, done, said }) =>
    (said[language] ?? []).map((text) => ({ wish, done, text })),
  );

  test('has a sentence for every wish', () => {
    expect(SAYINGS.filter(({ said }) => (said[language] ?? []).length === 0)).toEqual([]);
  });

  test.for(cases)('$wish: $text', ({ done, text }) => {
    const { wishes, personal } = understand(text, { ...AT, language });
    expect({ wishes, personal }).toEqual({ wishes: done, personal: false });
  });
});
