import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import type { IssueId } from '../../../functions/core/newsletter.ts';
import {
  afterIssue,
  awaiting,
  hadIssue,
  isIssueTime,
  issuesDue,
  looked,
  withNewsletter,
} from '../../../functions/core/reader/issues.ts';
import type {
  Claim,
  InNewsletter,
  Subscriber,
  Waiting,
} from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, claim, course, enrollment, issue, reader, received } from '../../support/builders.ts';

/** What the newsletter owes somebody, and what they have had of it. */

const COURSES = [course(['a', 'b'])];
const FREE = { newsletter: true, enrollments: [enrollment({ received: received('a', 'b') })] };
const IN_COURSE = { newsletter: true, enrollments: [enrollment({ received: received('a') })] };

const day = (text: string) => text as LocalDate;
const from = (text: string, fields: Partial<InNewsletter> = {}) => ({
  issues: { from: day(text), ...fields },
});
const waits = (...of: (readonly [date: string, fields?: Partial<Waiting>])[]) =>
  of.map(([date, fields]): Waiting => ({ date: day(date), ...fields }));

describe('what a look finds', () => {
  const FIRST = issue('first', '2026-12-03');
  const SECOND = issue('second', '2026-12-04');
  const NOW = issue('now', '2026-12-03', { during: true });
  const NEXT = issue('next', '2026-12-04', { during: true });
  const whole = (id: string, on: string) => ({ kind: 'issue', issue: id as IssueId, on });
  const titles = (on: string) => ({ kind: 'digest', on });

  test.for<
    readonly [
      why: string,
      who: Partial<Subscriber>,
      sending: readonly ReturnType<typeof issue>[],
      now: string,
      mail: object | undefined,
    ]
  >([
    ['alone, on its day', FREE, [FIRST], '2026-12-03T07:00:00Z', whole('first', '2026-12-03')],
    ['its day is to come', FREE, [FIRST], '2026-12-02T07:00:00Z', undefined],
    [
      'alone, and a week old: still whole',
      FREE,
      [FIRST],
      '2026-12-10T07:00:00Z',
      whole('first', '2026-12-03'),
    ],
    ['alone, and older', FREE, [FIRST], '2026-12-11T07:00:00Z', titles('2026-12-03')],
    ['two, in any order', FREE, [SECOND, FIRST], '2026-12-04T07:00:00Z', titles('2026-12-04')],
    [
      'one that came before they took the newsletter is none of theirs',
      { ...FREE, ...from('2026-12-04') },
      [FIRST, SECOND],
      '2026-12-04T07:00:00Z',
      whole('second', '2026-12-04'),
    ],
    [
      'one that they had ahead does not come again',
      { ...FREE, ...from('2026-12-01', { ahead: [day('2026-12-03')] }) },
      [NOW],
      '2026-12-04T07:00:00Z',
      undefined,
    ],
    ['in a course it waits for the end', IN_COURSE, [FIRST], '2026-12-03T07:00:00Z', undefined],
    [
      'in a course one that says so comes, however old it is',
      IN_COURSE,
      [FIRST, issue('old', '2026-11-20', { during: true })],
      '2026-12-03T07:00:00Z',
      whole('old', '2026-11-20'),
    ],
    [
      'and of two that say so the first, by itself',
      IN_COURSE,
      [NEXT, NOW],
      '2026-12-04T07:00:00Z',
      whole('now', '2026-12-03'),
    ],
    [
      'what is for others is none of theirs',
      FREE,
      [issue('first', '2026-12-03', { audience: { taking: 'closer' as CourseSlug } })],
      '2026-12-03T07:00:00Z',
      undefined,
    ],
    [
      'nor is anything for who takes no newsletter',
      { ...FREE, newsletter: false },
      [FIRST],
      '2026-12-03T07:00:00Z',
      undefined,
    ],
  ])('%s', ([, who, sending, now, mail]) => {
    expect(looked(reader(who), sending, COURSES, at(now)).mail).toEqual(mail);
  });
});

describe('when somebody is looked up', () => {
  const NOON = at('2026-12-03T11:00:00Z');
  const LIVE: Partial<Waiting> = { at: at('2026-12-03T18:00:00Z') };
  /** A letter on that morning. */
  const HAD_A_LETTER = { last: { at: at('2026-12-03T07:00:00Z'), on: day('2026-12-03') } };

  test.for<readonly [why: string, who: Partial<Subscriber>, due: string | undefined]>([
    [
      'at a moment',
      { ...FREE, ...from('2026-12-01', { waits: waits(['2026-12-03', LIVE]) }) },
      '2026-12-03T18:00:00Z',
    ],
    [
      'on the day after, if that of the moment had a letter',
      { ...FREE, ...HAD_A_LETTER, ...from('2026-12-01', { waits: waits(['2026-12-03', LIVE]) }) },
      '2026-12-04T07:00:00Z',
    ],
    [
      'in a course for nothing but what says so',
      {
        ...IN_COURSE,
        ...from('2026-12-01', {
          waits: waits(['2026-12-05'], ['2026-12-08', { during: true }]),
        }),
      },
      '2026-12-08T07:00:00Z',
    ],
    [
      'in a course for nothing',
      { ...IN_COURSE, ...from('2026-12-01', { waits: waits(['2026-12-05']) }) },
      undefined,
    ],
    [
      'in a course for each if they want that',
      {
        ...IN_COURSE,
        ...from('2026-12-01', { waits: waits(['2026-12-05']), alongside: true }),
      },
      '2026-12-05T07:00:00Z',
    ],
  ])('%s', ([, who, due]) => {
    expect(issuesDue(reader(who), COURSES, NOON, undefined)).toBe(due);
  });

  test.for<readonly [why: string, last: Partial<Subscriber>, is: boolean]>([
    ['a free day', {}, true],
    ['a day that had a letter meanwhile', HAD_A_LETTER, false],
  ])('an issue goes at its moment on %s: $2', ([, last, is]) => {
    const due = at('2026-12-03T18:00:00Z');
    const place = from('2026-12-01', { waits: waits(['2026-12-03', LIVE]) });
    const claimed: Subscriber & { readonly claim: Claim } = {
      ...reader({ ...FREE, ...last, ...place }),
      claim: claim(due),
    };
    expect(isIssueTime(claimed, claimed.claim.due, COURSES, due)).toBe(is);
  });

  test('who takes the newsletter at their next hour, for what may be under way', () => {
    const ann = withNewsletter(reader({ ...FREE, newsletter: false }), true, NOON);
    expect(issuesDue(ann, COURSES, NOON, undefined)).toBe('2026-12-04T07:00:00Z');
  });
});

describe('what somebody has had once a mail has gone', () => {
  const AT = at('2026-12-08T07:00:00Z');
  test.for<
    readonly [
      why: string,
      who: Partial<Subscriber>,
      mail: { readonly kind: 'issue' | 'digest'; readonly on: string },
      place: Partial<InNewsletter>,
    ]
  >([
    [
      'an issue: all up to its day',
      { ...FREE, ...from('2026-12-01', { waits: waits(['2026-12-08']) }) },
      { kind: 'issue', on: '2026-12-08' },
      { from: day('2026-12-09') },
    ],
    [
      'in a course: that one, and what waits still does',
      {
        ...IN_COURSE,
        ...from('2026-12-01', {
          waits: waits(['2026-12-03'], ['2026-12-08', { during: true }], ['2027-01-07']),
        }),
      },
      { kind: 'issue', on: '2026-12-08' },
      {
        from: day('2026-12-01'),
        ahead: [day('2026-12-08')],
        waits: waits(['2026-12-03'], ['2027-01-07']),
      },
    ],
    [
      'and so does another that waits for no end: one goes a day',
      {
        ...IN_COURSE,
        ...from('2026-12-01', {
          waits: waits(['2026-12-07', { during: true }], ['2026-12-08', { during: true }]),
        }),
      },
      { kind: 'issue', on: '2026-12-07' },
      {
        from: day('2026-12-01'),
        ahead: [day('2026-12-07')],
        waits: waits(['2026-12-08', { during: true }]),
      },
    ],
    [
      'and a second one ahead of the rest',
      { ...IN_COURSE, ...from('2026-12-01', { ahead: [day('2026-12-03')] }) },
      { kind: 'issue', on: '2026-12-08' },
      { from: day('2026-12-01'), ahead: [day('2026-12-03'), day('2026-12-08')] },
    ],
    [
      'after the course, a digest of the rest: what was ahead is behind by then',
      {
        ...FREE,
        ...from('2026-12-01', { ahead: [day('2026-12-03'), day('2027-01-07')] }),
      },
      { kind: 'digest', on: '2026-12-05' },
      { from: day('2026-12-06'), ahead: [day('2027-01-07')] },
    ],
  ])('%s', ([, who, { kind, on }, place]) => {
    const after = afterIssue(reader(who), { kind, on: day(on) }, COURSES, AT);
    const had = { on, ...(kind === 'digest' && { digest: true }) };
    expect(after.issues).toEqual({ ...place, had });
  });
});

describe('when the newsletter comes', () => {
  const taking = reader({ newsletter: true, ...from('2026-11-01', { alongside: true }) });
  const NOW = at('2026-12-01T12:00:00Z');

  test('stays said where it is left and taken again', () => {
    const off = withNewsletter(taking, false, NOW);
    const { issues } = withNewsletter(off, true, NOW);
    const again = from('2026-12-01', { waits: waits(['2026-12-01']), alongside: true });
    expect({ issues }).toEqual(again);
  });

  test('is nothing that is kept of who has said nothing', () => {
    const silent = { ...taking, ...from('2026-11-01') };
    const { issues } = withNewsletter(silent, false, NOW);
    expect(issues).toBeUndefined();
  });
});

describe('whoever unticks the box and ticks it on the day of an issue', () => {
  const NOON = at('2026-12-08T11:00:00Z');
  const TODAY = day('2026-12-08');
  const ISSUE = { kind: 'issue', on: TODAY } as const;
  const off = (one: Subscriber) => withNewsletter(one, false, NOON);
  const on = (one: Subscriber) => withNewsletter(one, true, NOON);
  const had = (one: Subscriber) => afterIssue(one, ISSUE, COURSES, at('2026-12-08T07:00:00Z'));
  const free = reader({ ...FREE, ...from('2026-12-01') });
  const inCourse = reader({ ...IN_COURSE, ...from('2026-12-01') });

  test.for<[why: string, after: Subscriber, is: boolean]>([
    ['has had it', on(off(had(free))), true],
    ['has had it, in the middle of a course', on(off(had(inCourse))), true],
    ['has had it that was on its way in between', on(had(off(free))), true],
    ['gets it, if it has not gone', on(off(free)), false],
  ])('%s', ([, after, is]) => {
    expect(hadIssue(after, TODAY)).toBe(is);
    expect(hadIssue(after, day('2026-12-07')), 'what came before').toBe(true);
    expect(hadIssue(after, day('2026-12-09')), 'what comes').toBe(false);
  });

  test('is not counted among its readers for one that came in between', () => {
    expect(had(off(free)).issues?.had).toBeUndefined();
  });
});

test('what marks an issue as had does not grow with the years', () => {
  const years = Array.from({ length: 240 }, (_, month) =>
    issue(
      `n${month}`,
      `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`,
    ),
  );
  const sizes = new Set<number>();
  let ann = reader(FREE);
  for (const one of years) {
    const now = at(`${one.date}T08:00:00Z`);
    const waiting = awaiting(ann, one);
    const { mail, subscriber } = looked(waiting, [one], COURSES, now);
    expect(mail).toEqual({ kind: 'issue', issue: one.id, on: one.date });
    if (mail !== undefined) ann = afterIssue(subscriber, mail, COURSES, now);
    sizes.add(JSON.stringify(ann).length);
  }
  expect(sizes.size).toBe(1);
});
