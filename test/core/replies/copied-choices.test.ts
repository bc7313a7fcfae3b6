import { expect, test } from 'vitest';
import { withoutChoices } from '../../../functions/core/replies/copied-choices.ts';

const LABELS = ['Pause until March 4', 'Pause until April 3', 'Neither, I was just telling you'];

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
    'Hm.\nhttps://x\nhttps://x\nhttps://x',
  ],
  [
    'words around one are a reader’s own',
    'Pause until April 3, please\nThanks',
    'Pause until April 3, please\nThanks',
  ],
])('%s', ([, text, left]) => {
  expect(withoutChoices(text, LABELS)).toBe(left);
});
