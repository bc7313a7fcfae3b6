import { describe, expect, test } from 'vitest';
import {
  afterIssue,
  awaiting,
  hadIssue,
  looked,
  withNewsletter,
} from '../../../functions/core/reader/issues.ts';
import type { InNewsletter, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, issue, reader } from '../../support/builders.ts';
import { COURSES, day, FREE, from, IN_COURSE, waits } from '../../support/in-newsletter.ts';

/** What of the newsletter somebody has had, and what is kept of it. */

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
      'so does what waits where they have asked for issues as they come before the news of it',
      {
        ...FREE,
        ...from('2026-12-01', { waits: waits(['2026-12-03'], ['2026-12-08', { during: true }]) }),
      },
      { kind: 'issue', on: '2026-12-08' },
      {
        from: day('2026-12-01'),
        ahead: [day('2026-12-08')],
        waits: waits(['2026-12-03']),
      },
    ],
    [
      'and a second one ahead of the rest',
      { ...IN_COURSE, ...from('2026-12-01', { ahead: [day('2026-12-03')] }) },
      { kind: 'issue', on: '2026-12-08' },
      { from: day('2026-12-01'), ahead: [day('2026-12-03'), day('2026-12-08')] },
    ],
    [
      'what was brought out since still waits, though its day had come by then',
      {
        ...FREE,
        ...from('2026-12-01', { waits: waits(['2026-12-03'], ['2026-12-05'], ['2026-12-07']) }),
      },
      { kind: 'digest', on: '2026-12-05' },
      { from: day('2026-12-06'), waits: waits(['2026-12-07']) },
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
