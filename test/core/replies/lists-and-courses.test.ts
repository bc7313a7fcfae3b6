import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import { consentIn } from '../../../functions/core/reader/consent.ts';
import { byReader } from '../../../functions/core/reader/fact.ts';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import type { Option, Wish } from '../../../functions/core/replies/understanding.ts';
import {
  becoming,
  CLOSER,
  decided,
  inShort,
  LEAVE,
  MORNINGS,
  now,
  OFF,
  ON,
  present,
  READERS,
  type Who,
} from '../../support/readers-of-lists.ts';

describe('what an end is an end of', () => {
  const rows: readonly [
    why: string,
    wishes: readonly Wish[],
    Who,
    is: string,
    answer: string | undefined,
    offered?: readonly Option[],
  ][] = [
    ['“stop”, by who gets letters alone', [LEAVE], 'letters', 'left closer', 'goodbye'],
    [
      '“stop”, by who gets both: the newsletter is asked about',
      [LEAVE],
      'both',
      'active newsletter',
      'in-part',
      [[OFF]],
    ],
    [
      '“stop”, once the letters have stopped',
      [LEAVE],
      'newsletter alone',
      'left newsletter',
      'goodbye',
    ],
    [
      '“stop everything”',
      [{ is: 'leave', of: 'all' }],
      'both',
      'left closer newsletter',
      'goodbye',
    ],
    ['both, one by one', [LEAVE, OFF], 'both', 'left closer newsletter', 'goodbye'],
    ['to erase ends all', [LEAVE, { is: 'erase' }], 'both', 'left closer newsletter', 'erasing'],
    ['the newsletter, and not the letters', [OFF], 'both', 'active closer', 'changed'],
    [
      'the newsletter, by who gets letters alone: it was so already',
      [OFF],
      'letters',
      'active closer',
      'as-it-was',
    ],
    [
      '“stop the newsletter”, by who gets both: the letters are asked about',
      [{ is: 'leave', of: 'newsletter' }],
      'both',
      'active closer',
      'in-part',
      [[LEAVE]],
    ],
    [
      'many call the letters a newsletter',
      [{ is: 'leave', of: 'newsletter' }],
      'letters',
      'left closer',
      'goodbye',
    ],
    ['the letters, and not the newsletter', [LEAVE, ON], 'both', 'active newsletter', 'changed'],
    [
      'a newsletter to keep that they don’t get is a question',
      [LEAVE, ON],
      'letters',
      'active closer',
      'clarify',
      [[LEAVE], [{ is: 'letters-off' }, ON]],
    ],
    [
      'which of them is not plain',
      [{ is: 'leave', of: 'either' }],
      'both',
      'active closer newsletter',
      'clarify',
      [[OFF], [{ is: 'letters-off' }], [LEAVE]],
    ],
    [
      'one course of two, by its title',
      [{ is: 'stop-course', of: MORNINGS }],
      'two courses',
      'active closer',
      'changed',
    ],
    [
      'their only course, by its title, is all of their letters',
      [{ is: 'stop-course', of: CLOSER }],
      'letters',
      'left closer',
      'goodbye',
    ],
    [
      '“this course”, where nobody knows which',
      [{ is: 'stop-course' }],
      'two courses',
      'active closer mornings',
      'clarify',
      [[{ is: 'stop-course', of: CLOSER }], [{ is: 'stop-course', of: MORNINGS }]],
    ],
  ];
  test.for(rows)('%s', ([, wishes, who, is, answer, offered = []]) => {
    const { answer: said, question } = decided(wishes, who);
    expect([inShort(becoming(wishes, who)), said, question?.options ?? []]).toEqual([
      is,
      answer,
      offered,
    ]);
  });

  test('“this course” is the one whose letter is answered', () => {
    const one = becoming([{ is: 'stop-course' }], 'two courses', 1, MORNINGS);
    expect(inShort(one)).toBe('active closer');
  });
});

test.for<Trust>([1, 2, 3, 4])(
  'a reply moves nobody: it mails a link, whoever wrote (%s)',
  (trust) => {
    const { besides, answer } = decided(
      [{ is: 'address', to: 'new@example.org' }],
      'letters',
      trust,
    );
    expect([besides, answer]).toEqual([['address-link'], undefined]);
    expect(becoming([{ is: 'address', to: 'new@example.org' }], 'letters', trust)).toEqual(
      READERS.letters,
    );
  },
);

describe('an answer says that something changed only where something did', () => {
  const wishes: readonly Wish[] = [
    ...[
      OFF,
      ON,
      LEAVE,
      { is: 'discreet', on: true } as const,
      { is: 'discreet', on: false } as const,
    ],
    { is: 'schedule', minutes: 480 },
    { is: 'schedule', days: '1234567' as Days },
    { is: 'stop-course', of: MORNINGS },
    { is: 'pause' },
  ];
  const rows = (Object.keys(READERS) as Who[]).flatMap((who) =>
    wishes.map((wish) => [who, wish] as const),
  );
  test.for(rows)('%s: %j', ([who, wish]) => {
    const { answer } = decided([wish], who);
    const changed = becoming([wish], who) !== READERS[who];
    const told = answer !== undefined && answer !== 'as-it-was' && answer !== 'clarify';
    expect(told).toBe(changed);
  });
});

describe('a letter again', () => {
  const again = (one: Subscriber, letter?: number, about?: CourseSlug) =>
    decide(
      { wishes: [{ is: 'resend', ...(letter !== undefined && { letter }) }], personal: false },
      1,
      one,
      { ...present, about },
    ).again;
  const two = READERS['two courses'];
  const last = { at: now, on: '2026-11-22', course: CLOSER } as unknown as NonNullable<
    Subscriber['last']
  >;

  test.for<[why: string, again: unknown, lesson: string | undefined]>([
    ['the one that was sent last', again({ ...two, last }), 'two'],
    ['by number, of the course that is answered', again({ ...two, last }, 1, MORNINGS), 'window'],
    ['by number, of the last letter’s course', again({ ...two, last }, 1), 'one'],
    ['a number that it has not', again({ ...two, last }, 2, MORNINGS), undefined],
  ])('is %s', ([, letter, lesson]) => {
    expect((letter as { lesson: string } | undefined)?.lesson).toBe(lesson);
  });
});

test.for<[why: string, wishes: readonly Wish[], Who, details: object | undefined]>([
  ['the newsletter', [ON], 'letters', { wanted: 'yes' }],
  ['its end', [OFF], 'both', { wanted: 'no' }],
  ['the end of the letters', [LEAVE, ON], 'both', { what: 'letters' }],
  ['no consent: an hour', [{ is: 'schedule', minutes: 600 }], 'both', undefined],
])('kept as a record: %s', ([, wishes, who, details]) => {
  const fact = consentIn(READERS[who], becoming(wishes, who), byReader('reply'), now);
  expect(fact?.details).toEqual(details && { by: 'reader', channel: 'reply', ...details });
});

test('an hour that they have is nothing new', () => {
  const eight = { ...READERS.letters, hour: 8 as Hour };
  const { answer } = decide(
    { wishes: [{ is: 'schedule', minutes: 480 }], personal: false },
    1,
    eight,
    present,
  );
  expect(answer).toBe('as-it-was');
});
