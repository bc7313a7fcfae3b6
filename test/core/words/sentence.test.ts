import { describe, expect, test } from 'vitest';
import { counted, sentence, valuesIn } from '../../../functions/core/words/sentence.ts';
import { LANGUAGES, wordsIn } from '../../support/words.ts';

describe('a sentence', () => {
  test.for<[why: string, text: string, values: Record<string, string | number>, said: string]>([
    ['values in their places', '{a} and {b}', { a: 1, b: 'two' }, '1 and two'],
    ['in another order than they are given', '{b}, {a}', { a: 'A', b: 'B' }, 'B, A'],
    ['one twice', '{a}, {a}!', { a: 'A' }, 'A, A!'],
    ['none', 'Nothing.', {}, 'Nothing.'],
    ['a value is never searched for values', '{a}{b}', { a: '{b}', b: 'B' }, '{b}B'],
    ['nor for what replacing knows', '<{a}>', { a: '$& $1 $$' }, '<$& $1 $$>'],
    ['what is empty is still there', '<{a}>', { a: '' }, '<>'],
    ['nothing but letters is a name', '{1} {a-b} {a}', { a: 'A' }, '{1} {a-b} A'],
  ])('%s', ([, text, values, said]) => {
    expect(sentence(text)(values)).toBe(said);
  });

  test('in pieces, each value is what it was', () => {
    const link = { href: '/' };
    expect(sentence<'link'>('Go {link} now').pieces({ link })).toEqual(['Go ', link, ' now']);
  });

  test('tells its values, each as often as it stands there', () => {
    expect(valuesIn('{b} {a} {b}')).toEqual(['b', 'a', 'b']);
    expect(valuesIn('{1} {a-b} {a}'), 'letters alone are a name').toEqual(['a']);
  });
});

describe('a sentence that counts', () => {
  const forms = { one: '{count} letter', other: '{count} letters' };

  test.for<[language: string, count: number, form: keyof typeof forms, why: string]>([
    ['en', 0, 'other', 'no letters'],
    ['en', 1, 'one', 'one letter'],
    ['en', 2, 'other', 'two letters'],
    ['de', 0, 'other', 'keine Briefe'],
    ['de', 1, 'one', 'ein Brief'],
    ['nl', 0, 'other', 'nul brieven'],
    ['nl', 1, 'one', 'één brief'],
    ['es', 0, 'other', 'cero cartas'],
    ['es', 1, 'one', 'una carta'],
    ['it', 0, 'other', 'zero lettere'],
    ['it', 1, 'one', 'una lettera'],
    ['fr', 0, 'one', 'French counts none as one: zéro lettre'],
    ['fr', 1, 'one', 'une lettre'],
    ['fr', 2, 'other', 'deux lettres'],
    ['fr', 1_000_000, 'other', 'a category that the words leave out'],
    ['pt', 0, 'one', 'Brazil counts as French does: zero carta'],
    ['pt', 1, 'one', 'uma carta'],
    ['pt', 2, 'other', 'duas cartas'],
  ])('in %s, %i is %s: %s', ([language, count, form]) => {
    const said = counted(forms, language)({ count });
    expect(said).toBe(forms[form].replace('{count}', String(count)));
  });

  test('in pieces too, by the value that is counted', () => {
    expect(counted(forms, 'en').pieces({ count: 1 })).toEqual(['', 1, ' letter']);
    expect(counted(forms, 'en').pieces({ count: 2 })).toEqual(['', 2, ' letters']);
  });

  test('what is no number has the form that all have', () => {
    expect(counted(forms, 'en')({ count: '٧' })).toBe('٧ letters');
  });
});

test.for(LANGUAGES)('$language counts letters, minutes and sources', ({ language }) => {
  const { phrases, mail, signUp } = wordsIn(language).words;
  for (const counts of [phrases.lettersReceived, mail.minutes, mail.sources, signUp.letters]) {
    expect(counts({ count: 1 })).not.toBe(counts({ count: 2 }).replace('2', '1'));
  }
});
