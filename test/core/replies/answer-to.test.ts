import { describe, expect, test } from 'vitest';
import { type AnswerWords, answerTo } from '../../../functions/core/replies/answer-to.ts';
import { answerWords } from '../../../functions/core/replies/answer-words.ts';
import type { Option } from '../../../functions/core/replies/understanding.ts';
import type { LocalDate } from '../../../functions/core/time.ts';

const day = (text: string) => text as LocalDate;
const until = (text: string): Option => [{ is: 'pause', until: day(text) }];
const DATES = [until('2027-03-04'), until('2027-04-03')];
const SAME_MONTH = [until('2027-03-04'), until('2027-03-11'), [{ is: 'leave' }] as const];
const ONE = [until('2027-03-04')];
const SAID: AnswerWords = { days: [], months: [], more: false };

describe('which option a reply chooses', () => {
  const rows: readonly [
    why: string,
    readonly Option[],
    Partial<AnswerWords>,
    number | 'neither' | undefined,
  ][] = [
    ['the first', DATES, { ordinal: 1 }, 0],
    ['the second', DATES, { ordinal: 2 }, 1],
    ['a third, where there are two', DATES, { ordinal: 3 }, undefined],
    ['a day of one of them', DATES, { days: [day('2027-04-03')] }, 1],
    ['a day of none of them', DATES, { days: [day('2027-04-04')] }, undefined],
    ['a month that one of them is in', DATES, { months: [3] }, 0],
    ['a month that both are in', SAME_MONTH, { months: [3] }, undefined],
    ['a day, whatever its month', SAME_MONTH, { days: [day('2027-03-11')], months: [3] }, 1],
    ['two days', DATES, { days: [day('2027-03-04'), day('2027-04-03')] }, undefined],
    ['an order and a day that agree', DATES, { ordinal: 2, months: [4] }, 1],
    ['an order and a day that do not', DATES, { ordinal: 1, months: [4] }, undefined],
    ['yes, to one', ONE, { yes: true }, 0],
    ['yes, to two', DATES, { yes: true }, undefined],
    ['yes, with another day', ONE, { yes: true, days: [day('2027-03-05')] }, undefined],
    ['neither', DATES, { neither: true }, 'neither'],
    ['no, to one', ONE, { neither: true }, 'neither'],
    ['not the first', DATES, { neither: true, ordinal: 1 }, undefined],
    ['nothing', DATES, {}, undefined],
    [
      'a day from which a pause is',
      [[{ is: 'pause', from: day('2027-05-01') }]],
      { months: [5] },
      0,
    ],
    [
      'a day to go on',
      [[{ is: 'resume', on: day('2027-05-01') }]],
      { days: [day('2027-05-01')] },
      0,
    ],
  ];
  test.for(rows)('%s', ([, options, said, chosen]) => {
    expect(answerTo({ options }, { ...SAID, ...said })).toBe(chosen);
  });
});

describe('what a few words answer', () => {
  const context = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Berlin', language: 'en' };
  test.for<[text: string, chosen: number | 'neither' | undefined, why: string]>([
    ['March 4th', 0, 'a day of one option'],
    ['April', 1, 'its month'],
    ['until April 3', 1, 'as a command says it'],
    ['I meant March', 0, 'a day may have a few words around it'],
    ['The first one', 0, 'by its place'],
    ['the second, please', 1, 'and not the second of a month'],
    ['2', 1, 'by its number'],
    ['Neither, thanks', 'neither', 'with courtesy'],
    ['No, I was just telling you', 'neither', 'as the button says it'],
    ['first and second', undefined, 'two things'],
    ['March 5', undefined, 'another day'],
    ['The first letter was lovely to read', undefined, 'a story has words that are no answer'],
    ['Neither. My sister is ill.', undefined, 'a person reads it'],
    ['Yes! I loved the one about March, my father was born in it', undefined, 'too long'],
  ])('%o chooses %o: %s', ([text, chosen]) => {
    expect(answerTo({ options: DATES }, answerWords(text, context))).toBe(chosen);
  });

  test('what is said beside the answer is for a person', () => {
    expect(answerWords('March', context).more).toBe(false);
    expect(answerWords('I meant March', context).more).toBe(true);
  });
});
