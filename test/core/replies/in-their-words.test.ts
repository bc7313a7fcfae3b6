import { expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { BAIT, SAID } from './fixtures/in-their-words.ts';

const AT = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Paris' } as const;

/** A wish with its courtesies and a short reason is done, and no person has to read it. */
test.for(SAID)('$language, $family: $text', ({ language, text, done }) => {
  const state = done.includes('resume') ? 'paused' : 'active';
  const { wishes, personal } = understand(text, { ...AT, state, language });
  expect({ done: wishes.map(({ is }) => is), personal }).toEqual({ done, personal: false });
});

/** The same words about something else change nothing. */
test.for(BAIT)('$language, $why: $text', ({ language, text }) => {
  const { wishes } = understand(text, { ...AT, state: 'active', language });
  expect(wishes).toEqual([]);
});
