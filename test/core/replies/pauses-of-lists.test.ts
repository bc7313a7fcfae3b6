import { describe, expect, test } from 'vitest';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Option, Wish } from '../../../functions/core/replies/understanding.ts';
import {
  ALL,
  type Answered,
  BOTH,
  comesTo,
  ISSUE,
  inShort,
  LETTER,
  LETTERS,
  MARCH,
  NEWSLETTER,
  NOTICE,
  ON,
  type Who,
} from '../../support/pauses-of-lists.ts';
import { present } from '../../support/readers-of-lists.ts';

/** "Pause", to whoever gets letters and the newsletter; and "go on". */

describe('a pause', () => {
  type Row = readonly [
    why: string,
    text: string,
    who: Who,
    to: Answered,
    is: string,
    answer: string | undefined,
    asked?: readonly Option[],
  ];
  test.for<Row>([
    [
      'of what they answer, with a button for the other',
      'Pause',
      'both',
      LETTER,
      'letters',
      'in-part',
      [[NEWSLETTER]],
    ],
    [
      'for the same days',
      'Pause until March',
      'both',
      LETTER,
      'letters until 2027-03-01',
      'in-part',
      [[{ ...NEWSLETTER, ...MARCH }]],
    ],
    ['and the other way round', 'Pause', 'both', ISSUE, 'newsletter', 'in-part', [[LETTERS]]],
    [
      'no button where the other is in one',
      'Pause',
      'newsletter in a pause',
      LETTER,
      'letters, newsletter',
      'changed',
    ],
    [
      'nor to an issue',
      'Pause until March',
      'letters in a pause',
      ISSUE,
      'letters, newsletter until 2027-03-01',
      'changed',
    ],
    [
      'who gets letters alone has nothing else to keep',
      'Pause',
      'letters',
      LETTER,
      'both',
      'paused',
    ],
    ['many call the letters that', 'Pause the newsletter', 'letters', LETTER, 'both', 'paused'],
    [
      'who has had all letters has only issues to pause',
      'Pause',
      'all read',
      LETTER,
      'newsletter',
      'changed',
    ],
    [
      'also by the other name',
      'Pause the letters',
      'newsletter alone',
      ISSUE,
      'newsletter',
      'changed',
    ],
    ['of what is named', 'Please pause the newsletter', 'both', LETTER, 'newsletter', 'changed'],
    [
      'of everything',
      'Please pause everything until March',
      'both',
      LETTER,
      'both until 2027-03-01',
      'changed',
    ],
    [
      'being away is of everything',
      'I am on holiday until March 3',
      'both',
      LETTER,
      'both until 2027-03-03',
      'changed',
    ],
    [
      'of the one, and what is kept',
      'Pause the letters, keep the newsletter',
      'both',
      ISSUE,
      'letters',
      'changed',
    ],
    [
      'of everything, made longer, is of everything',
      'Pause until March',
      'all in a pause',
      LETTER,
      'both until 2027-03-01',
      'changed',
    ],
    [
      'but not of one that is over',
      'Pause until March',
      'all in a pause that is over',
      LETTER,
      'letters until 2027-03-01',
      'in-part',
      [[{ ...NEWSLETTER, ...MARCH }]],
    ],
    [
      'who was away is back with a word of theirs',
      'Pause',
      'away',
      LETTER,
      'letters',
      'in-part',
      [[NEWSLETTER]],
    ],
    [
      'to no letter, while the newsletter is in one: they are asked which',
      'Pause until March',
      'newsletter in a pause',
      NOTICE,
      'newsletter',
      'clarify',
      [[{ ...NEWSLETTER, ...MARCH }], [{ ...LETTERS, ...MARCH }], [{ ...ALL, ...MARCH }]],
    ],
    [
      'the newsletter is spoken of, and it is not plain what pauses',
      'About the newsletter, please pause until March',
      'both',
      LETTER,
      '',
      'clarify',
      [[{ ...NEWSLETTER, ...MARCH }], [{ ...LETTERS, ...MARCH }], [{ ...ALL, ...MARCH }]],
    ],
    [
      'the same again is told',
      'Please pause the newsletter',
      'newsletter in a pause',
      LETTER,
      'newsletter',
      'as-it-was',
    ],
  ])('%s: “%s” of %s', ([, text, who, to, is, answer, asked = []]) => {
    const came = comesTo(text, who, to);
    expect([came.is, came.decision.answer, came.decision.question?.options ?? []]).toEqual([
      is,
      answer,
      asked,
    ]);
  });

  test('says when issues go on', () => {
    expect(comesTo('Pause the newsletter until March', 'both', LETTER).decision.until).toBe(
      MARCH.until,
    );
    expect(
      comesTo('Please send them at 8', 'newsletter in a pause', LETTER).decision.until,
    ).toBeUndefined();
  });

  test('what is asked about keeps what else was wished', () => {
    const wishes: readonly Wish[] = [
      { is: 'pause', of: 'either' },
      { is: 'discreet', on: true },
    ];
    const { question } = decide({ wishes, personal: false }, 1, BOTH, present);
    expect(question?.options.map((option) => option.slice(1))).toEqual([
      [{ is: 'discreet', on: true }],
      [{ is: 'discreet', on: true }],
      [{ is: 'discreet', on: true }],
    ]);
  });

  test('of each by name asks about none', () => {
    const wishes: readonly Wish[] = [{ is: 'pause' }, { ...NEWSLETTER, ...MARCH }];
    const decision = decide({ wishes, personal: false }, 1, BOTH, { ...present, ...LETTER });
    const change = decision.change?.(BOTH);
    expect(decision.question).toBeUndefined();
    expect(change?.is === 'changed' && inShort(change.subscriber)).toBe(
      'letters, newsletter until 2027-03-01',
    );
  });
});

describe('going on', () => {
  test.for<
    readonly [
      why: string,
      text: string,
      who: Who,
      to: Answered,
      is: string,
      asked?: readonly Option[],
    ]
  >([
    [
      'of the newsletter by its name',
      'The newsletter again, please',
      'newsletter in a pause',
      LETTER,
      '',
    ],
    [
      'which ends one of everything for it',
      'Please resume the newsletter',
      'all in a pause',
      LETTER,
      'letters',
    ],
    [
      'from a day on',
      'The newsletter again from March 1',
      'newsletter in a pause',
      ISSUE,
      'newsletter until 2027-03-01',
    ],
    ['in answer to the notice of the pause', 'Go on', 'newsletter in a pause', NOTICE, ''],
    ['in answer to an issue, while both are', 'Go on', 'each in a pause', ISSUE, 'letters'],
    ['in answer to a letter', 'Go on', 'each in a pause', LETTER, 'newsletter'],
    [
      '“keep going” to a letter is no word of the newsletter',
      'Go on',
      'newsletter in a pause',
      LETTER,
      'newsletter',
    ],
    [
      'to neither: they are asked which',
      'Go on',
      'each in a pause',
      NOTICE,
      'letters, newsletter',
      [[{ is: 'resume' }, ON], [{ is: 'resume' }], [ON]],
    ],
    [
      'of everything, and its own stays',
      'Go on',
      'all, and the newsletter, in a pause',
      NOTICE,
      'newsletter',
    ],
    ['of the letters alone', 'Go on', 'letters in a pause', NOTICE, ''],
    [
      'of the letters alone from a day on, and issues come',
      'Go on from March 1',
      'letters in a pause',
      NOTICE,
      'letters until 2027-03-01',
    ],
    [
      'many call the letters that',
      'Please continue the newsletter',
      'letters, in a pause',
      LETTER,
      '',
    ],
    ['who takes it in no pause is not asked', 'The newsletter again, please', 'both', LETTER, ''],
  ])('%s: “%s” of %s', ([, text, who, to, is, asked = []]) => {
    const came = comesTo(text, who, to);
    expect([came.is, came.decision.question?.options ?? []]).toEqual([is, asked]);
  });

  test('whoever takes none and asks for it “again” is asked', () => {
    const { decision, after } = comesTo('The newsletter again, please', 'letters', LETTER);
    expect([decision.question?.options, after.newsletter]).toEqual([[[ON]], false]);
  });
});
