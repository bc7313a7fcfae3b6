import { expect, test } from 'vitest';
import { type Change, COURSE, FIRST, findings, SECOND } from './good-content.ts';

/** What is asked of letters so that one can read many of them. */
const one = (line: number, rest: string) => `error   content/${FIRST}:${line}${rest}`;
const two = (line: number, rest: string) => `error   content/${SECOND}:${line}${rest}`;
const course = (rest: string) => `error   content/${COURSE}:1: ${rest}`;
const STYLE = 'style.yaml';

test.each<[string, readonly Change[], readonly string[]]>([
  [
    'a practice that does not say its kind',
    [[SECOND, '{kind=write alone}', '{alone}']],
    [
      two(
        33,
        ': found no kind, expected :::practice[Title]{kind=...}: say, ask, do, notice, write, play or rest',
      ),
    ],
  ],
  [
    'a practice that says something, and no gate before it',
    [[SECOND, '{kind=write alone}', '{kind=say alone}']],
    [
      two(
        33,
        ': found a practice that says something, without a gate, expected {gate} on it, or :::gate inside',
      ),
    ],
  ],
  [
    'a practice that asks, and nothing for when they don’t want to',
    [[SECOND, '{kind=write alone}', '{kind=ask alone gate}']],
    [
      two(
        33,
        ': found a practice that asks, expected :::declined inside: what if they don’t want to',
      ),
    ],
  ],
  [
    'hardly a practice that can be done alone',
    [
      [STYLE, 'alone-percent: 25', 'alone-percent: 60'],
      [SECOND, '{kind=write alone}', '{kind=do}'],
    ],
    ['alone', 'two'].map((track) =>
      course(
        `found 1 of 2 practices for ${track} that can be done alone, expected 60 percent of them`,
      ),
    ),
  ],
  [
    'one ask after the other',
    [
      [STYLE, 'asks-in-a-row: 3', 'asks-in-a-row: 1'],
      [FIRST, '{track=alone kind=write alone}', '{track=alone kind=ask alone gate}'],
      [FIRST, 'read both aloud.', 'read both aloud.\n\n:::declined\nLet it be.\n:::'],
      [SECOND, '{kind=write alone}', '{kind=ask alone gate}'],
      [SECOND, 'ask what they remember.', 'ask what they remember.\n\n:::declined\nGo on.\n:::'],
    ],
    [two(33, ': found ask number 2 in a row, expected 1 at most: another kind in between')],
  ],
  [
    'a form that nobody listed',
    [[FIRST, 'form: letter', 'form: sonnet']],
    [
      one(
        13,
        ' form: found "sonnet", expected a form that style.yaml lists: essay, scene, dialogue, questions, list, story, study, letter, plain or rest',
      ),
    ],
  ],
  [
    'no letter to rest with',
    [[STYLE, 'rest-every: 7', 'rest-every: 2']],
    [course('found no letter with form: rest among 1 to 2, expected one in every 2')],
  ],
  [
    'a word that is true for those alone who read every day',
    [[FIRST, 'Keep the other two.', 'Keep the other two until tomorrow.']],
    [
      one(
        24,
        ': found "tomorrow", expected words for any pace, or {{next}} for when the next one comes',
      ),
    ],
  ],
  [
    'the same word, as somebody in the letter says it',
    [[FIRST, 'Keep the other two.', '“Keep the other two until tomorrow.”']],
    [],
  ],
  [
    'eight words in a row that stand in another letter',
    [
      [
        SECOND,
        'Nobody will mind.',
        'You can keep one reader whom you know by name, where are they.',
      ],
    ],
    [
      two(
        31,
        `: found "one reader whom you know by name where", expected words of its own (content/${FIRST} has these 8)`,
      ),
    ],
  ],
])('%s', async (_, changes, expected) => {
  expect(await findings(changes)).toEqual(expected);
});
