import { expect, test } from 'vitest';
import { ownWordsOf } from '../../../functions/core/replies/collect-own-words.ts';
import { withoutChoices } from '../../../functions/core/replies/copied-choices.ts';
import { NOTICE } from './own-mail.ts';

const LABELS = ['Pause until March 4', 'Pause until April 3', 'Neither, I was just telling you'];

const NO_NEWSLETTER = ['No more newsletter'];
const OWN = ownWordsOf([NOTICE]);
const OURS = 'We will write back to say what we changed.';

test.for<[why: string, text: string, left: string]>([
  ['with its link', 'Hm.\n\nNo more newsletter:\nhttps://a.example/wish/x', 'Hm.\n'],
  ['below words of ours', `${OURS}\n\nNo more newsletter\n\nHm.`, `${OURS}\n\n\nHm.`],
  ['above words of ours', `No more newsletter\n\n${OURS}`, `\n${OURS}`],
])('one alone is a copy %s', ([, text, left]) => {
  expect(withoutChoices(text, NO_NEWSLETTER, OWN)).toBe(left);
});

test.for<[why: string, text: string]>([
  ['alone', 'No more newsletter'],
  ['below their own words', 'Thanks!\n\nNo more newsletter'],
  ['above a quote', 'No more newsletter\n\n> We will write back to say what we changed.'],
])('and an answer %s', ([, text]) => {
  expect(withoutChoices(text, NO_NEWSLETTER, OWN)).toBe(text);
});

test.for<[why: string, text: string, left: string]>([
  ['one of them is an answer', 'Pause until April 3', 'Pause until April 3'],
  [
    'an answer said twice is one',
    'Pause until April 3\npause until april 3',
    'Pause until April 3\npause until april 3',
  ],
  ['all of them are a copy', `Thanks!\n\n${LABELS.join('\n\n')}`, 'Thanks!\n\n\n'],
  [
    'as the text part has them',
    `Hm.\n${LABELS.map((one) => `${one}:\nhttps://x`).join('\n')}`,
    'Hm.',
  ],
  [
    'words around one are a reader’s own',
    'Pause until April 3, please\nThanks',
    'Pause until April 3, please\nThanks',
  ],
])('%s', ([, text, left]) => {
  expect(withoutChoices(text, LABELS)).toBe(left);
});
