import { describe, expect, test } from 'vitest';
import { ownWordsOf } from '../../../functions/core/replies/collect-own-words.ts';
import { newlyWritten, strip } from '../../../functions/core/replies/strip.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import { inShort, SUNDAY } from '../../support/understood.ts';
import { NOTICE } from './own-mail.ts';

/** By a second reader that finds a wish in anything: what is not done, or not asked about, hangs on the grammar. */
const sure = () => ({ wish: 1, asking: 1, distress: 0 });
const understood = (text: string, language = 'en') =>
  understand(text, { ...SUNDAY, language }, sure);

describe('a second wish in words that were not read is offered with the first', () => {
  test.for<[why: string, language: string, text: string, options: readonly string[]]>([
    [
      'another thing about their data',
      'en',
      'Send me my data and then erase it',
      ['export and erase', 'export'],
    ],
    [
      'another version, beside an hour',
      'en',
      "I've met someone!! Move me over to the couples letters please and have them come at 8 at night.",
      ['schedule at 20:00 and track couple', 'schedule at 20:00'],
    ],
    [
      'of two versions that are named, each by itself',
      'en',
      "Plot twist, I've met someone!! Move me over from the friends letters to the couples letters please and have them come at 8 at night.",
      [
        'schedule at 20:00 and track friends',
        'schedule at 20:00 and track couple',
        'schedule at 20:00',
      ],
    ],
  ])('%s', ([, language, text, options]) => {
    const { wishes, question, personal } = understood(text, language);
    const offered = question?.options.map((one) => inShort({ wishes: one, personal: false }));
    expect([wishes, offered, personal]).toEqual([[], options, true]);
  });

  test('but whoever leaves has left, whatever they say of the subject', () => {
    const text = 'Please unsubscribe me. The vague subject lines were what my aunt liked best.';
    expect(inShort(understood(text))).toBe('leave');
  });
});

describe('hours that are told set nothing', () => {
  test.for<[why: string, language: string, text: string, comes: string]>([
    [
      'among other words, which nobody asks for',
      'nl',
      'Zeven uur is prima, niks aan veranderen.',
      'ask',
    ],
    [
      'unless they are asked for there',
      'en',
      'The letters at six, please. He leaves at five and the dog sits between us.',
      'schedule at 6:00',
    ],
    [
      'by whoever wants all to stay as it is',
      'en',
      'Nine in the morning is best for me. Keep the letters coming.',
      'nothing',
    ],
    [
      'though whoever asks for an hour may want that as well',
      'en',
      'Please send them at nine. Keep the newsletter coming.',
      'schedule at 9:00',
    ],
    ['and alone it is a wish', 'en', 'Nine in the morning is best for me.', 'schedule at 9:00'],
    [
      'where a plea would only be a word that says where',
      'es',
      'Voy al coro lunes y jueves, cuatro horas cada vez, y ahí las leo. Mi vecina opina de todo.',
      'ask',
    ],
    [
      'in what somebody quotes at the beginning',
      'pt',
      '"Quem canta todo dia um pouquinho também canta bem." Mandei pro meu irmão.',
      'nothing',
    ],
    ['and “later” in a question is no pause', 'nl', 'Kan het misschien wat later?', 'ask'],
  ])('%s', ([, language, text, comes]) => {
    expect(inShort(understood(text, language))).toBe(comes);
  });
});

test.for<[why: string, language: string, text: string, personal: boolean]>([
  ['a hospital', 'es', 'Pausa de una semana, por favor. Estoy en el hospital.', true],
  ['a wound', 'de', 'Den morgigen bitte auslassen. Rippe.', true],
  ['a holiday', 'es', 'Pausa de una semana, por favor. Estoy en la playa.', false],
])(
  'a person reads of what is grave, though it is but the reason of a wish: %s',
  ([, language, text, personal]) => {
    const read = understood(text, language);
    expect([read.wishes.length, read.personal]).toEqual([1, personal]);
  },
);

describe('a question that asks by its pronoun alone', () => {
  test.for<[why: string, text: string, comes: string]>([
    [
      'may be an echo, where words that were not read follow',
      'Me désabonner ? Plutôt manger mon chapeau !',
      'ask',
    ],
    ['asks where it is all they say', 'Me désabonner ?', 'leave'],
    [
      'is none with a plea in it',
      'Pouvez-vous me désabonner ? Mon chapeau est trop petit.',
      'leave',
    ],
  ])('%s', ([, text, comes]) => {
    expect(inShort(understood(text, 'fr'))).toBe(comes);
  });
});

describe('who is asked', () => {
  const OWN = ownWordsOf([NOTICE]);
  const FOOT = 'To pause, reply “pause”, or “pause until” and a day.';
  const WISH = 'Once a week is plenty for the barn and the guests, letters too.';
  const askedAt = (text: string, asking: number) =>
    inShort(
      understand(text, { ...SUNDAY, ownWords: OWN }, () => ({ wish: 0, asking, distress: 0 })),
    );

  test.for<[why: string, text: string, asking: number, comes: string]>([
    ['from 40 % on', WISH, 0.4, 'ask'],
    ['not below', WISH, 0.39, 'nothing'],
    ['beside an unmarked copy of ours it takes more', `${WISH}\n\n${FOOT}`, 0.74, 'nothing'],
    ['and no more than three quarters', `${WISH}\n\n${FOOT}`, 0.75, 'ask'],
    ['a marked quote is no such copy', `${WISH}\n\n> ${FOOT}`, 0.4, 'ask'],
  ])('%s', ([, text, asking, comes]) => {
    expect(askedAt(text, asking)).toBe(comes);
  });

  test.for<[why: string, text: string, besideOurs: boolean]>([
    ['a copy without a mark', `Thanks!\n\n${FOOT}`, true],
    ['a marked one', `Thanks!\n\n> ${FOOT}`, false],
    [
      'one that is announced',
      `Thanks!\n\nOn Mon, Nov 23, 2026 at 7:00 AM Closer wrote:\n\n${FOOT}`,
      false,
    ],
    ['none', 'Thanks!', false],
  ])('%s stands among what was written: %s', ([, text, besideOurs]) => {
    expect(newlyWritten(text, OWN)).toEqual({ text: 'Thanks!', besideOurs });
  });
});

test.for<[why: string, line: string, own: boolean]>([
  [
    'a sentence in German quotation marks is the reader’s',
    '»Eine Pause ist kein Ende« – den Satz mag ich.',
    true,
  ],
  ['so is one in single ones', '›Stopp‹, sagte sie.', true],
  ['a mark that nothing closes is of a quote', '» Eine Pause ist kein Ende', false],
])('%s', ([, line, own]) => {
  expect(strip(line) === line).toBe(own);
});
