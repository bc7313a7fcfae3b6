import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../functions/core/replies/features.ts';
import { runsIn, UNREAD } from '../../../functions/core/replies/runs.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import { inShort, SUNDAY } from '../../support/understood.ts';

const read = (text: string, opinion: { readonly wish: number; readonly asking: number }): string =>
  inShort(understand(text, SUNDAY, () => ({ ...opinion, distress: 0 })));

describe('one reader decides what is done, another who is asked', () => {
  test.for<[why: string, text: string, wish: number, asking: number, comes: string]>([
    ['what sounds like a wish is asked about', 'Could you park the letters?!', 0, 0.5, 'ask'],
    ['and is never done for that', 'Could you bench the letters till Friday?', 0, 1, 'ask'],
    [
      'what does not is left alone',
      'The letters till Friday were about my mother.',
      0.5,
      0.39,
      'nothing',
    ],
    ['nothing to offer wants more', 'My cousin sold the boat in Maine.', 0, 0.55, 'nothing'],
    ['and then the usual is offered', 'My cousin sold the boat in Maine.', 0, 0.85, 'ask'],
    ['few words are a greeting', 'Greetings from Maine, Ada', 0, 0.99, 'nothing'],
    ['what is plain is done by words alone', 'Please unsubscribe me.', 0.5, 0, 'leave'],
    ['and asked about by words alone', 'Please unsubscribe me.', 0.05, 1, 'ask'],
  ])('%s: %s', ([, text, wish, asking, comes]) => {
    expect(read(text, { wish, asking })).toBe(comes);
  });
});

describe('what runs of words mean is known across languages', () => {
  const bucketsOf = (text: string) => featuresOf(text).runs.map(({ bucket }) => bucket);

  test('two languages share what they ask', () => {
    const english = new Set(bucketsOf('Please pause the letters until Monday.'));
    const german = bucketsOf('Bitte pausiert die Briefe bis Montag.');
    expect(german.filter((bucket) => english.has(bucket)).length).toBeGreaterThan(6);
  });

  test('a question is no statement, and an unknown word is one wherever it stands', () => {
    const [asked] = runsIn('Please pause the zorbs?');
    const [told] = runsIn('Please pause the zorbs.');
    expect([asked?.question, told?.question]).toEqual([true, false]);
    expect(told?.names).toContain(UNREAD);
  });
});
