import { describe, expect, test } from 'vitest';
import { distressIn } from '../../../functions/core/replies/distress.ts';
import { featuresOf } from '../../../functions/core/replies/features.ts';
import { LANGUAGES } from '../../../functions/core/replies/languages/all.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import { SUNDAY } from '../../support/understood.ts';

describe('words and a classifier together', () => {
  test.for<[why: string, text: string, chance: number, found: string | undefined]>([
    ['said outright, whatever is thought of it', 'I want to die.', 0, 'alone'],
    ['outright in another language', 'Er hat mich gewürgt.', 0, 'alone'],
    ['it rings of it', 'There is a police car outside.', 0.2, 'alone'],
    [
      'it rings of it, and nothing else does',
      'The police came to school with a dog.',
      0.02,
      undefined,
    ],
    ['told by a door', 'He took the handle off the inside of the door.', 0.2, 'alone'],
    ['somebody reads along', 'He reads my mails.', 0.2, 'watched'],
    ['no word of it, and likely', 'Nothing is left of what I was.', 0.6, 'alone'],
    ['no word of it, and hardly likely', 'The garden is full of snow.', 0.3, undefined],
  ])('%s: %s', ([, text, chance, found]) => {
    expect(distressIn(text, chance)).toBe(found);
  });
});

describe('what may be a cry is no errand', () => {
  const opinion = (distress: number, wish: number) => () => ({ distress, wish, asking: wish });
  const ERASE = 'Please erase everything you have about me.';

  test('an erasing is done for whoever is well', () => {
    expect(understand(ERASE, SUNDAY, opinion(0, 0.4)).wishes).toEqual([{ is: 'erase' }]);
  });

  test('and waits for a person where it faintly sounds like a cry', () => {
    expect(understand(ERASE, SUNDAY, opinion(0.3, 0.4))).toEqual({ wishes: [], personal: true });
  });

  test('a plain leave is done in any case', () => {
    const { wishes } = understand('Please unsubscribe me.', SUNDAY, opinion(0.3, 0.4));
    expect(wishes).toEqual([{ is: 'leave' }]);
  });
});

describe('what words are about is known across languages', () => {
  const namesIn = (senses: string) =>
    senses
      .trim()
      .split('\n')
      .map((line) => line.split(': ')[0]);

  test('every language tells the same senses apart', () => {
    for (const { code, senses } of LANGUAGES)
      expect(namesIn(senses), code).toEqual(namesIn(LANGUAGES[0]?.senses ?? ''));
  });

  test('two languages share what they say', () => {
    const bucketsOf = (text: string) => featuresOf(text).senses.map(({ bucket }) => bucket);
    const english = new Set(bucketsOf('I am afraid of my husband when he is drunk at night'));
    const german = bucketsOf('Ich habe nachts Angst vor meinem Mann, wenn er betrunken ist');
    const shared = german.filter((bucket) => english.has(bucket));
    expect(shared.length).toBeGreaterThan(10);
  });
});

test('a day that somebody thinks not to reach is no date of a pause', () => {
  const said =
    'A senhoria quer-me fora até dia 30. Acho que não chego ao dia 30, e digo isto sem pena.';
  const read = understand(said, SUNDAY);
  expect([read.wishes, read.distress]).toEqual([[], 'alone']);
});
