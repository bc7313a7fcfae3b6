import { describe, expect, test } from 'vitest';
import {
  type AuthorsDeed,
  authorsRecord,
  doneByAuthor,
  needsReason,
} from '../../../functions/core/reader/by-author.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, claim, course, enrollment, reader, received } from '../../support/builders.ts';

const NOW = at('2026-11-23T12:00:00Z');
const present = { now: NOW, courses: [course(['closeness', 'ideas', 'meaning'])] };
const ANN = reader({
  dueAt: at('2026-11-24T07:00:00Z'),
  enrollments: [enrollment({ received: received('closeness') })],
});
const left = reader({ standing: { is: 'left', at: NOW, by: 'page' } });
const day = (text: string) => text as LocalDate;

describe('what a deed makes of a reader', () => {
  test.for<[why: string, deed: AuthorsDeed, who: Subscriber, expected: object]>([
    ['no letters until they go on', { is: 'pause' }, ANN, { standing: { is: 'paused' } }],
    [
      'letters again on that day, at their hour',
      { is: 'pause', until: day('2026-12-20') },
      ANN,
      { standing: { until: '2026-12-20' }, dueAt: '2026-12-20T07:00:00Z' },
    ],
    [
      'letters again, from their next hour on',
      { is: 'resume' },
      reader({ standing: { is: 'paused', since: NOW } }),
      { standing: { is: 'active' }, dueAt: '2026-11-24T07:00:00Z' },
    ],
    ['as by their own reply', { is: 'leave' }, ANN, { standing: { is: 'left', by: 'reply' } }],
    [
      'forward: what lies between counts as had',
      { is: 'jump', place: '2' },
      ANN,
      { enrollments: [{ received: ['closeness', 'ideas'] }] },
    ],
    [
      'back: what they had stays theirs to read',
      { is: 'jump', place: '0' },
      ANN,
      { enrollments: [{ received: [], earlier: ['closeness'] }] },
    ],
    [
      'to the end, in a course that is named',
      { is: 'jump', place: 'finished', course: 'closer' },
      ANN,
      { enrollments: [{ received: ['closeness', 'ideas', 'meaning'] }] },
    ],
    [
      'without the welcome that they had not had',
      { is: 'jump', place: 'ideas' },
      reader({ enrollments: [enrollment({ welcomed: false })] }),
      { enrollments: [{ welcomed: true, received: ['closeness', 'ideas'] }] },
    ],
  ])('%s: %o', ([, deed, who, expected]) => {
    const done = doneByAuthor(deed, who, present);
    expect(done).toMatchObject({ is: 'changed', subscriber: expected });
  });

  test('of whoever has come to the end nothing is due', () => {
    const done = doneByAuthor({ is: 'jump', place: 'finished' }, ANN, present);
    expect(done.is === 'changed' && done.subscriber.dueAt).toBeUndefined();
  });

  test.for<[why: string, deed: AuthorsDeed, who: Subscriber, expected: object]>([
    ['nobody is brought back', { is: 'resume' }, left, { because: 'has-left' }],
    ['nor put anywhere', { is: 'jump', place: '1' }, left, { because: 'has-left' }],
    ['they have left', { is: 'leave' }, left, { is: 'unchanged' }],
    ['they read', { is: 'resume' }, ANN, { is: 'unchanged' }],
    ['they are there', { is: 'jump', place: 'closeness' }, ANN, { is: 'unchanged' }],
    ['there is no fourth', { is: 'jump', place: '4' }, ANN, { is: 'no-such-place' }],
    [
      'a course of nobody',
      { is: 'jump', place: '1', course: 'tea' },
      ANN,
      { because: 'no-such-course' },
    ],
    [
      'a course that they stopped',
      { is: 'jump', place: '1', course: 'closer' },
      reader({ enrollments: [enrollment({ stopped: true })] }),
      { because: 'no-such-course' },
    ],
    [
      'the letter on its way would be of the place before',
      { is: 'jump', place: '2' },
      { ...ANN, claim: claim(NOW) },
      { because: 'too-late' },
    ],
    ['it would end today', { is: 'pause', until: day('2026-11-23') }, ANN, { is: 'past-day' }],
    [
      'it is that day already where they are',
      { is: 'pause', until: day('2026-11-24') },
      reader({ zone: 'Pacific/Auckland' as never }),
      { is: 'past-day' },
    ],
  ])('nothing, since %s', ([, deed, who, expected]) => {
    expect(doneByAuthor(deed, who, present)).toMatchObject(expected);
  });
});

describe('the record of it', () => {
  const recordOf = (deed: AuthorsDeed, reason?: string) => {
    const done = doneByAuthor(deed, ANN, present);
    if (done.is !== 'changed') throw new Error('it changes something');
    return authorsRecord(ANN, done.subscriber, reason, present);
  };

  test.for<[AuthorsDeed, string | undefined, object]>([
    [
      { is: 'leave' },
      'phone',
      {
        kind: 'left',
        details: { by: 'author', channel: 'author', reason: 'phone' },
        counts: [{ counter: 'leftAfter', of: { is: 'letter', lesson: 'closeness' } }],
      },
    ],
    [
      { is: 'pause', until: day('2026-12-20') },
      undefined,
      { kind: 'paused', details: { by: 'author', until: '2026-12-20' } },
    ],
    [
      { is: 'jump', place: '2' },
      'read it with a friend',
      {
        kind: 'changed',
        details: {
          by: 'author',
          reason: 'read it with a friend',
          what: 'place',
          course: 'closer',
          was: 'closeness',
          place: 'ideas',
        },
      },
    ],
  ])('%o is kept as the author’s', ([deed, reason, expected]) => {
    expect(recordOf(deed, reason)).toMatchObject({ at: NOW, ...expected });
  });

  test('says no reason where none was given', () => {
    expect(recordOf({ is: 'pause' }).details).not.toHaveProperty('reason');
  });

  test.for([
    ['leave', true],
    ['erase', true],
    ['pause', false],
    ['resume', false],
    ['jump', false],
  ] as const)('%s has to say why: %s', ([is, expected]) => {
    expect(needsReason({ is })).toBe(expected);
  });
});
