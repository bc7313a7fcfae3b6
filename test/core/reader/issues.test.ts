import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import type { IssueId } from '../../../functions/core/newsletter.ts';
import {
  isIssueTime,
  issuesDue,
  looked,
  withNewsletter,
} from '../../../functions/core/reader/issues.ts';
import type { Claim, Subscriber, Waiting } from '../../../functions/core/reader/subscriber.ts';
import { at, claim, issue, reader } from '../../support/builders.ts';
import { COURSES, day, FREE, from, IN_COURSE, waits } from '../../support/in-newsletter.ts';

/** What the newsletter owes somebody, and what they have had of it. */

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
