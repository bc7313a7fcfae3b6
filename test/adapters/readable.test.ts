import { expect, test } from 'vitest';
import { READABLE, WRITABLE } from '../../functions/adapters/readable.ts';

test('what the desk writes, it may also see: a change says what it was made from', () => {
  expect(WRITABLE.filter((name) => !READABLE.includes(name))).toEqual([]);
  expect(new Set(WRITABLE).size).toBe(WRITABLE.length);
});

test.for([
  ['address', 'the next letter’s links would go there'],
  ['secret', 'links would be somebody’s who knows it'],
  ['claim', 'a mail that is on its way could go twice'],
  ['claimSince', 'the same'],
  ['asked', 'it says what somebody consented to'],
  ['wording', 'a consent would be to other words'],
  ['consentAt', 'a consent could be made older'],
  ['network', 'it would be another’s'],
  ['source', 'an import could pass for a sign-up'],
  ['key', 'everybody would have another id'],
  ['holdUntil', 'all sending would stand'],
  ['stopped', 'what came back would be forgotten'],
] as const)('it writes no %s: %s', ([name]) => {
  expect(WRITABLE).not.toContain(name);
});
