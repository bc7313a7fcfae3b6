import { describe, expect, test } from 'vitest';
import { understand } from '../../../functions/core/replies/understand.ts';
import { inShort, SUNDAY } from '../../support/understood.ts';

/** By a second reader that finds a wish in anything: what a question offers hangs on what the mail says. */
const sure = () => ({ wish: 1, asking: 1, distress: 0 });

function offered(text: string, language: string): readonly string[] | undefined {
  const { wishes, question } = understand(text, { ...SUNDAY, language }, sure);
  expect(wishes).toEqual([]);
  return question?.options.map((one) => inShort({ wishes: one, personal: false }));
}

describe('what a mail is likely to ask for is offered, with the days and hours that stand in it', () => {
  test.for<[why: string, language: string, text: string, options: readonly string[]]>([
    [
      'a day of leaving, and one of coming back',
      'en',
      'We sail on 4 December and I would love the first one back on the 18th, they would only pile up on board.',
      ['pause until 2026-12-18', 'pause from 2026-12-04 until 2026-12-18', 'pause'],
    ],
    [
      'an end, and no beginning',
      'it',
      'Adesso tra recite e tombolate non apro neanche la posta, se ne riparla dopo la Befana.',
      ['pause until 2027-01-07', 'pause'],
    ],
    [
      'a beginning, and no end',
      'de',
      'Ich wäre froh, wenn Ruhe wäre von allem, vom 7. Dezember an, ja?',
      ['pause from 2026-12-07', 'leave', 'pause'],
    ],
    [
      'the newsletter, which nobody names with a verb of ours',
      'fr',
      'Ma cousine a votre infolettre chaque mois et moi non, ajoutez-moi donc.',
      ['newsletter on', 'resume'],
    ],
    [
      'a letter by its number',
      'es',
      'La número 9 se me quedó en blanco en el móvil, ¿me la haces llegar otra vez?',
      ['resend 9'],
    ],
  ])('%s', ([, language, text, options]) => {
    expect(offered(text, language)).toEqual(options);
  });
});

describe('nothing is offered that makes no sense', () => {
  test.for<[why: string, language: string, text: string, options: readonly string[]]>([
    [
      'no pause from today until today',
      'en',
      'Too much on today, I want the whole thing to hush for a while, it is all piling up on me.',
      ['pause', 'pause until 2026-11-23'],
    ],
    [
      'of two ends the last, and no pause between them',
      'en',
      'I would be glad of some quiet until Friday, I mean until Monday 7 December.',
      ['pause until 2026-12-07', 'pause until 2026-11-27', 'pause'],
    ],
    [
      'nothing beside what no press can do: a person answers',
      'es',
      'La número 9 se me quedó en blanco en el móvil, ¿me la haces llegar otra vez?',
      ['resend 9'],
    ],
  ])('%s', ([, language, text, options]) => {
    expect(offered(text, language)).toEqual(options);
  });
});

describe('it comes before what the grammar finds where it is in doubt', () => {
  test.for<[why: string, language: string, text: string, first: string]>([
    [
      'days that stand in another sentence',
      'en',
      'I have final exams from 7 December to 18 December. During this time please do not send. After it I continue reading.',
      'pause from 2026-12-07 until 2026-12-19',
    ],
    [
      'an end that is none of a day',
      'en',
      'Stop the letters. I will not be needing them after the weekend.',
      'leave',
    ],
    [
      'a day that is named twice',
      'en',
      'Year end is murder. Hold them till Friday week, 4 December, when I am free or fired.',
      'pause until 2026-12-04',
    ],
  ])('%s', ([, language, text, first]) => {
    expect(offered(text, language)?.[0]).toBe(first);
  });

  test('but for which list is meant', () => {
    expect(offered('Pause the newsletter until Monday?', 'en')).toEqual(['pause until 2026-11-23']);
  });

  test('but where only the day is in doubt, the days are what is offered', () => {
    expect(offered('Pause until 03/04 please', 'en')).toEqual([
      'pause until 2027-03-04',
      'pause until 2027-04-03',
    ]);
  });
});
