import { describe, expect, test } from 'vitest';
import {
  type Errand,
  errandFact,
  isErased,
  keptFromMail,
  parseErrand,
  parseErrandAnswer,
} from '../../../functions/core/reader/errand.ts';
import { letterMeant } from '../../../functions/core/reader/had.ts';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { at, enrollment, received } from '../../support/builders.ts';

const NOW = at('2026-11-23T12:00:00Z');
const NAME = 'AbCdEfGhIjKlMnOpQrSt-_';
const AGAIN = { is: 'again', letter: { course: 'closer', lesson: 'tea' } };
const whole = (fields: object = {}) => ({
  name: NAME,
  table: 'Table',
  reader: 'abcdefghijklmnop',
  task: AGAIN,
  ...fields,
});

describe('an errand that comes in', () => {
  test.for<[reason: string, given: object]>([
    ['a letter', whole()],
    ['a letter, and why', whole({ task: { ...AGAIN, reason: 'it got lost' } })],
    ['another address', whole({ task: { is: 'address', to: 'new@example.org' } })],
    ['erasing, and why', whole({ task: { is: 'erase', reason: 'by letter' } })],
  ])('is read: %s', ([, given]) => {
    expect(parseErrand(given)).toEqual(given);
    // As it is sent.
    expect(parseErrand(JSON.parse(JSON.stringify(given)))).toEqual(given);
  });

  test('has an address as they are stored', () => {
    const given = whole({ task: { is: 'address', to: ' New@Example.org ' } });
    expect((parseErrand(given) as Errand).task).toEqual({ is: 'address', to: 'new@example.org' });
  });

  test.for<[reason: string, given: unknown]>([
    ['nothing', undefined],
    ['a text', 'again'],
    ['no name: a repetition could not be known', whole({ name: undefined })],
    ['a name that is too short to be random', whole({ name: 'again' })],
    ['a name with what could be a key of another item', whole({ name: `${NAME.slice(1)}#` })],
    ['no table', whole({ table: '' })],
    ['an address in the place of an id', whole({ reader: 'ann@example.net' })],
    ['a task of a newer desk', whole({ task: { is: 'promote' } })],
    ['a letter of no course', whole({ task: { is: 'again', letter: { lesson: 'tea' } } })],
    ['what is no address', whole({ task: { is: 'address', to: 'new' } })],
    ['erasing without a reason', whole({ task: { is: 'erase' } })],
    ['erasing for no reason', whole({ task: { is: 'erase', reason: '' } })],
  ])('is none: %s', ([, given]) => {
    expect(parseErrand(given)).toBeUndefined();
  });
});

test.for<[reason: string, given: unknown, isKnown: boolean]>([
  ['done', { is: 'done' }, true],
  ['in doubt', { is: 'in-doubt' }, true],
  ['refused, and why', { is: 'refused', because: 'too-many' }, true],
  ['refused for nothing', { is: 'refused' }, false],
  ['for a reason of newer code', { is: 'refused', because: 'full-moon' }, false],
  ['a word of newer code', { is: 'sold' }, false],
  ['what Lambda answers for a function that fails', { errorMessage: 'errand-failed' }, false],
])('an answer: %s', ([, given, isKnown]) => {
  expect(parseErrandAnswer(given)).toEqual(isKnown ? given : undefined);
});

test.for<[reason: string, standing: Standing, kept: string | undefined, erased: boolean]>([
  ['who reads', { is: 'active' }, undefined, false],
  ['who has paused may still ask', { is: 'paused', since: NOW }, undefined, false],
  ['who has not said yes', { is: 'pending', since: NOW }, 'not-confirmed', false],
  ['who left', { is: 'left', at: NOW, by: 'page' }, 'has-left', false],
  [
    'whose mailbox is gone',
    { is: 'suppressed', at: NOW, because: 'hard-bounce' },
    'suppressed',
    false,
  ],
  ['who was erased', { is: 'suppressed', at: NOW, because: 'erased' }, 'suppressed', true],
])('%s', ([, standing, kept, erased]) => {
  expect(keptFromMail({ standing })).toBe(kept);
  expect(isErased({ standing })).toBe(erased);
});

describe('its record', () => {
  const letter = { course: 'closer', lesson: 'tea' } as never;
  test('names the letter, who did it, and why', () => {
    expect(errandFact({ is: 'again', letter, reason: 'lost' }, NOW)).toEqual({
      kind: 'changed',
      at: NOW,
      details: {
        by: 'author',
        channel: 'author',
        what: 'again',
        letter: 'closer.tea',
        reason: 'lost',
      },
    });
  });

  test('has no new address in it, which may be a stranger’s; and says why no mail went', () => {
    const to = 'new@example.org' as never;
    expect(errandFact({ is: 'address', to }, NOW, 'not-sent').details).toEqual({
      by: 'author',
      channel: 'author',
      what: 'address',
      because: 'not-sent',
    });
  });
});

describe('a letter that is meant', () => {
  const OTHER = enrollment({ course: 'other' as never, received: received('tea', 'x', '7') });
  const CLOSER = enrollment({
    received: received('closeness', 'tea', 'ideas'),
    earlier: received('meaning'),
  });
  const reader = (course: string) => ({
    enrollments: [CLOSER, OTHER],
    last: { at: NOW, on: '2026-11-23', course } as never,
  });

  test.for<
    [
      reason: string,
      last: string,
      said: { letter?: string; course?: string },
      expected: string | undefined,
    ]
  >([
    ['the newest, where none is named', 'closer', {}, 'closer ideas'],
    ['the newest of the course of the last mail', 'other', {}, 'other 7'],
    ['the newest of a course', 'closer', { course: 'other' }, 'other 7'],
    ['by its id', 'other', { letter: 'closeness' }, 'closer closeness'],
    [
      'by an id that two courses use, of one',
      'closer',
      { letter: 'tea', course: 'other' },
      'other tea',
    ],
    ['by its number, in the course of the last mail', 'other', { letter: '2' }, 'other x'],
    ['by its number, in a course', 'other', { letter: '2', course: 'closer' }, 'closer tea'],
    ['by an id that is a number, before the number', 'closer', { letter: '7' }, 'other 7'],
    ['one of an earlier time', 'closer', { letter: 'meaning' }, 'closer meaning'],
    ['none that they never had', 'closer', { letter: 'later' }, undefined],
    ['no number beyond the last', 'closer', { letter: '9' }, undefined],
    ['no number before the first', 'closer', { letter: '0' }, undefined],
    [
      'none of another course than the one that is named',
      'closer',
      { letter: 'x', course: 'closer' },
      undefined,
    ],
    ['none of a course that they do not take', 'closer', { course: 'gone' }, undefined],
  ])('is %s', ([, last, said, expected]) => {
    const found = letterMeant(reader(last), said);
    expect(found && `${found.course} ${found.lesson}`).toBe(expected);
  });
});
