import { describe, expect, test } from 'vitest';
import { afterIssue, isIssueTime, withNewsletter } from '../../../functions/core/reader/issues.ts';
import { away, pause, resume } from '../../../functions/core/reader/lifecycle.ts';
import {
  pauseNewsletter,
  resumeNewsletter,
} from '../../../functions/core/reader/newsletter-pause.ts';
import { comesNext } from '../../../functions/core/reader/next.ts';
import { arranged, issuesNext, owedNow } from '../../../functions/core/reader/owed.ts';
import { areIssuesPaused } from '../../../functions/core/reader/pauses.ts';
import type { InNewsletter, Pause, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

/** A pause of one list says nothing of the other. */

const COURSES = [course(['a', 'b', 'c'])];
const NOW = at('2026-12-01T12:00:00Z');
const PRESENT = { now: NOW, courses: COURSES };
const day = (text: string) => text as LocalDate;

const IN_COURSE = { newsletter: true, enrollments: [enrollment({ received: received('a') })] };
const FINISHED = {
  newsletter: true,
  enrollments: [enrollment({ received: received('a', 'b', 'c') })],
};
/** An issue of the third waits for them, and comes in the middle of a course as well. */
const place = (fields: Partial<InNewsletter> = {}): { readonly issues: InNewsletter } => ({
  issues: {
    from: day('2026-12-01'),
    waits: [{ date: day('2026-12-03'), during: true }],
    ...fields,
  },
});
const paused = (fields: Partial<Pause> = {}) =>
  ({ standing: { is: 'paused', since: NOW, ...fields } }) as const;
const LETTERS = { letters: true } as const;

const until = (text: string) => ({ until: day(text) });
const [NEXT_HOUR, ON_THE_THIRD, ON_THE_TENTH, ON_THE_TWELFTH] = [
  '2026-12-02T07:00:00Z',
  '2026-12-03T07:00:00Z',
  '2026-12-10T07:00:00Z',
  '2026-12-12T07:00:00Z',
];

describe('when something comes', () => {
  test.for<
    readonly [
      why: string,
      who: Partial<Subscriber>,
      due: string | undefined,
      of: 'issues' | undefined,
    ]
  >([
    [
      'letters go on in a pause of the newsletter',
      { ...IN_COURSE, ...place({ paused: {} }) },
      NEXT_HOUR,
      undefined,
    ],
    [
      'who has only issues gets none',
      { ...FINISHED, ...place({ paused: {} }) },
      undefined,
      undefined,
    ],
    [
      'until its day: then what waited',
      { ...FINISHED, ...place({ paused: until('2026-12-10') }) },
      ON_THE_TENTH,
      'issues',
    ],
    [
      'one that is over',
      { ...FINISHED, ...place({ paused: until('2026-12-03') }) },
      ON_THE_THIRD,
      'issues',
    ],
    [
      'one that begins behind the issue',
      { ...FINISHED, ...place({ paused: { from: day('2026-12-04') } }) },
      ON_THE_THIRD,
      'issues',
    ],
    [
      'an issue goes on in an open pause of the letters',
      { ...IN_COURSE, ...place(), ...paused(LETTERS) },
      ON_THE_THIRD,
      'issues',
    ],
    [
      'in a pause of the letters with an end, among the letters: no pause of an author’s holds them',
      { ...IN_COURSE, ...place(), ...paused({ ...LETTERS, ...until('2026-12-10') }) },
      ON_THE_THIRD,
      undefined,
    ],
    [
      'a pause of everything holds both',
      { ...IN_COURSE, ...place(), ...paused() },
      undefined,
      undefined,
    ],
    [
      'a pause of everything, and one of the newsletter that is longer: the letters first',
      { ...IN_COURSE, ...place({ paused: until('2026-12-12') }), ...paused(until('2026-12-10')) },
      ON_THE_TENTH,
      undefined,
    ],
    [
      'two pauses one behind the other: an issue behind both',
      {
        ...FINISHED,
        ...place({ paused: { from: day('2026-12-10'), until: day('2026-12-12') } }),
        ...paused(until('2026-12-10')),
      },
      ON_THE_TWELFTH,
      'issues',
    ],
  ])('%s', ([, who, due, of]) => {
    const { dueAt, dueOf } = arranged(reader(who), COURSES, NOW);
    expect([dueAt, dueOf]).toEqual([due, of]);
  });

  test('what was put off stays so behind a pause', () => {
    const who = {
      ...FINISHED,
      ...place({ paused: until('2026-12-10') }),
      notBefore: day('2026-12-12'),
    };
    expect(issuesNext(reader(who), COURSES, NOW)).toBe(ON_THE_TWELFTH);
  });
});

describe('at a due moment', () => {
  const THIRD = at(ON_THE_THIRD);
  const looks = (fields: Partial<Subscriber>) => {
    const one = reader({ ...IN_COURSE, ...fields });
    return [
      isIssueTime(one, THIRD, COURSES, THIRD),
      areIssuesPaused(one, THIRD),
      owedNow(one, COURSES, THIRD)?.kind,
    ];
  };
  test.for<readonly [why: string, Partial<Subscriber>, found: readonly unknown[]]>([
    ['an issue goes', place(), [true, false, 'lesson']],
    [
      'in a pause of the newsletter the letter does',
      place({ paused: {} }),
      [false, true, 'lesson'],
    ],
    ['and not once that is over', place({ paused: until('2026-12-03') }), [true, false, 'lesson']],
    [
      'in a pause of the letters the issue does',
      { ...place(), ...paused(LETTERS) },
      [true, false, undefined],
    ],
    ['in one of everything nothing does', { ...place(), ...paused() }, [true, true, undefined]],
  ])('%s', ([, fields, found]) => {
    expect(looks(fields)).toEqual(found);
  });

  test.for<readonly [why: string, InNewsletter['paused'], stays: boolean]>([
    ['is over', until('2026-12-03'), false],
    ['is to come', { from: day('2026-12-04') }, true],
  ])('an issue that went takes away a pause that %s: not %s', ([, own, stays]) => {
    const one = reader({ ...FINISHED, ...place(own && { paused: own }) });
    const after = afterIssue(one, { kind: 'issue', on: day('2026-12-03') }, COURSES, THIRD);
    expect(after.issues?.paused).toEqual(stays ? own : undefined);
  });
});

test('what is told of the next letter is of a letter, while issues go on', () => {
  const next = (fields: Partial<Pause>) =>
    comesNext(
      arranged(
        reader({ ...IN_COURSE, ...place(), ...paused({ ...LETTERS, ...fields }) }),
        COURSES,
        NOW,
      ),
      PRESENT,
    );
  expect(next({})).toEqual({ is: 'waiting' });
  expect(next(until('2026-12-10'))).toEqual({ is: 'on', at: ON_THE_TENTH });
});

describe('a pause of the newsletter', () => {
  const taking = reader({ ...IN_COURSE, ...place() });
  const changed = (change: ReturnType<typeof pauseNewsletter>): Subscriber => {
    if (change.is !== 'changed') throw new Error(change.is);
    return change.subscriber;
  };

  test('touches nothing of the letters; one from today has begun', () => {
    const days = { from: day('2026-12-01'), ...until('2026-12-10') };
    const { issues, standing, dueAt } = changed(pauseNewsletter(taking, days, PRESENT));
    expect([issues?.paused, standing, dueAt]).toEqual([
      until('2026-12-10'),
      { is: 'active' },
      NEXT_HOUR,
    ]);
  });

  test('has a place of its own where no issue was ever sent to them', () => {
    const { issues: _, ...fresh } = taking;
    const { issues } = changed(pauseNewsletter(fresh, {}, PRESENT));
    const today = day('2026-12-01');
    expect(issues).toEqual({ from: today, waits: [{ date: today }], paused: {} });
  });

  test.for<readonly [why: string, who: Partial<Subscriber>]>([
    ['who takes none', { newsletter: false }],
    ['who is in none', place()],
  ])('is nothing to %s', ([, fields]) => {
    const one = reader({ ...IN_COURSE, ...fields });
    const wish = one.newsletter
      ? resumeNewsletter(one, PRESENT)
      : pauseNewsletter(one, {}, PRESENT);
    expect(wish).toEqual({ is: 'unchanged' });
  });

  test('to who has left is refused', () => {
    const gone = reader({ ...IN_COURSE, standing: { is: 'left', at: NOW, by: 'page' } });
    expect(pauseNewsletter(gone, {}, PRESENT)).toEqual({ is: 'refused', because: 'has-left' });
    expect(resumeNewsletter(gone, PRESENT)).toEqual({ is: 'refused', because: 'has-left' });
  });

  test('ends by a wish, and what waited is there', () => {
    const held = reader({ ...IN_COURSE, ...place({ paused: {} }) });
    expect(changed(resumeNewsletter(held, PRESENT)).issues).toEqual(place().issues);
  });

  test('that is of everything ends for it alone', () => {
    const held = reader({ ...IN_COURSE, ...place({ paused: {} }), ...paused(until('2026-12-10')) });
    const { issues, standing } = changed(resumeNewsletter(held, PRESENT));
    expect([issues, standing]).toEqual([
      place().issues,
      { is: 'paused', since: NOW, ...until('2026-12-10'), ...LETTERS },
    ]);
  });

  test.for([
    ['of everything', { ...place(), ...paused(until('2026-12-01')) }],
    ['of its own', place({ paused: until('2026-12-01') })],
  ] as const)('one %s that is over ends for nothing', ([, over]) => {
    const back = reader({ ...IN_COURSE, ...over });
    expect(resumeNewsletter(back, PRESENT)).toEqual({ is: 'unchanged' });
  });

  test('is over for who ticks the box again', () => {
    const held = reader({ ...IN_COURSE, ...place({ paused: {} }) });
    const again = withNewsletter(withNewsletter(held, false, NOW), true, NOW);
    expect(again.issues?.paused).toBeUndefined();
  });

  test('stays when the letters pause and go on', () => {
    const held = reader({ ...IN_COURSE, ...place({ paused: {} }) });
    const letters = changed(pause(held, LETTERS, PRESENT));
    expect(letters.issues?.paused).toEqual({});
    expect(changed(resume(letters, PRESENT)).issues?.paused).toEqual({});
  });

  test('an absence is of everything, and changes no pause of their own', () => {
    const gone = changed(away(taking, { until: day('2026-12-10') }, PRESENT));
    expect(gone.dueAt).toBe(ON_THE_TENTH);
    expect(
      away(reader({ ...IN_COURSE, ...paused(LETTERS) }), { until: day('2026-12-10') }, PRESENT),
    ).toEqual({
      is: 'unchanged',
    });
  });
});
