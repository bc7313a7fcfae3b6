import { describe, expect, test } from 'vitest';
import { type Group, SHAPE } from '../../../functions/core/words/shape.ts';
import {
  directionOf,
  type Language,
  languageFor,
  type RawWords,
  scoreInWords,
  wordsOf,
} from '../../../functions/core/words/words.ts';
import { EN, ENGLISH, wordsIn } from '../../support/words.ts';

const known = ['de', 'en', 'pt', 'pt-pt'] as Language[];

test.for<[tag: string, language: string | undefined, why: string]>([
  ['de', 'de', 'itself'],
  ['de-AT', 'de', 'a country that has no words of its own'],
  ['pt-BR', 'pt', 'the same'],
  ['pt-PT', 'pt-pt', 'one that has'],
  ['EN', 'en', 'however it is spelled'],
  ['De-At', 'de', 'the same with a country'],
  ['sv', undefined, 'no words in it'],
  ['deu', undefined, 'another tag, though it begins alike'],
])('the words for %s are those of %s: %s', ([tag, language]) => {
  expect(languageFor(tag, known)).toBe(language);
});

test.for<[tag: string, direction: string]>([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['en', 'ltr'],
  ['arn', 'ltr'],
  ['de-DE', 'ltr'],
])('%s is written %s', ([tag, direction]) => {
  expect(directionOf(tag)).toBe(direction);
});

test('the seven pictures have seven names', () => {
  const names = ([1, 2, 3, 4, 5, 6, 7] as const).map((score) => scoreInWords(ENGLISH, score));
  expect(names[0]).toBe('apart');
  expect(new Set(names).size).toBe(7);
});

describe('words that are not complete are not said', () => {
  const raw = wordsIn('en').raw;
  const { minutes: _, ...mail } = raw.mail;
  test.for<[why: string, raw: RawWords, group: Group]>([
    ['a sentence is missing', { ...raw, page: {} }, 'page'],
    ['a sentence that counts is missing', { ...raw, mail }, 'mail'],
    [
      'forms stand where a sentence should',
      { ...raw, page: { ...raw.page, skip: { other: '' } } },
      'page',
    ],
  ])('%s', ([, broken, group]) => {
    expect(() => wordsOf(EN, broken)[group]).toThrow('words of en are not complete');
  });

  test('but a group that is never said does no harm', () => {
    expect(wordsOf(EN, { ...raw, page: {} }).mail.practice).toBe('Try this');
  });
});

test('a sentence that counts may have one form', () => {
  const { raw } = wordsIn('en');
  const words = wordsOf(EN, { ...raw, mail: { ...raw.mail, minutes: '{count} min' } });
  expect(words.mail.minutes({ count: 1 })).toBe('1 min');
});

test('each group is made once, and has what its shape says', () => {
  const words = wordsOf(EN, wordsIn('en').raw);
  expect(words.mail).toBe(words.mail);
  expect(Object.keys(words.mail)).toEqual(Object.keys(SHAPE.mail));
  expect(Object.keys(words).sort()).toEqual([...Object.keys(SHAPE), 'language'].sort());
});
