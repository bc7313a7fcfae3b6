import { describe, expect, test } from 'vitest';
import { broughtBack, completed } from '../../../functions/core/reader/restore.ts';
import type { InNewsletter, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { wholeFrom, wholeOf } from '../../../local/account/import/whole.ts';
import { at, claim } from '../../support/builders.ts';
import { ann, loss } from '../../support/losses.ts';

/** What a loss makes of somebody's place in the newsletter. */

const day = (text: string) => text as LocalDate;
const ALONGSIDE: InNewsletter = {
  from: day('2026-11-01'),
  waits: [{ date: day('2026-11-23') }],
  alongside: true,
};
const DUE = { newsletter: true, dueOf: 'issues', dueAt: at('2026-11-24T07:00:00Z') } as const;
const lessons = ({ enrollments }: Subscriber) => enrollments[0]?.received;

describe('an issue was next, of whom only the copy knows', () => {
  test.for<
    readonly [why: string, fields: Partial<Subscriber>, lostAt: string, had: string[], from: string]
  >([
    [
      'it was due before the loss: it counts as sent, and is no letter',
      { issues: ALONGSIDE },
      '2026-11-24T12:00:00Z',
      ['one'],
      '2026-11-24',
    ],
    [
      'the letter that waited for it came on the next day',
      { issues: ALONGSIDE },
      '2026-11-25T12:00:00Z',
      ['one', 'two'],
      '2026-11-24',
    ],
    [
      'it was on its way',
      { issues: ALONGSIDE, claim: claim(at('2026-11-24T07:00:00Z')) },
      '2026-11-24T07:01:00Z',
      ['one'],
      '2026-11-24',
    ],
    [
      'it was on its way, or a letter was, of before they were told of it',
      {
        issues: ALONGSIDE,
        dueOf: undefined as never,
        claim: claim(at('2026-11-24T07:00:00Z')),
      },
      '2026-11-24T07:01:00Z',
      ['one', 'two'],
      '2026-11-24',
    ],
    [
      'it stood among the letters, at the hour of one: that came, if the issue was in a pause',
      { issues: ALONGSIDE, dueOf: undefined as never },
      '2026-11-24T12:00:00Z',
      ['one', 'two'],
      '2026-11-24',
    ],
    [
      'the newsletter was in a pause: the letter came, and the issue waits',
      { issues: { ...ALONGSIDE, paused: {} }, dueOf: undefined as never },
      '2026-11-24T12:00:00Z',
      ['one', 'two'],
      '2026-11-01',
    ],
  ])('%s', ([, fields, lostAt, had, from]) => {
    const back = broughtBack(ann({ ...DUE, ...fields }), undefined, loss({ lostAt: at(lostAt) }));
    expect(lessons(back)).toEqual(had);
    expect(back.issues).toMatchObject({ from, alongside: true });
  });
});

describe('whom the live table knows', () => {
  const taking = (issues: InNewsletter | undefined, newsletter = true) =>
    ann({ newsletter, ...(issues && { issues }) });
  const copy = taking({ from: day('2026-11-20'), ahead: [day('2026-11-22')], alongside: true });
  test.for<readonly [why: string, live: Subscriber, issues: InNewsletter | undefined]>([
    [
      'has the issues that the copy knows as sent, and the wishes as they live',
      taking({ from: day('2026-11-01'), waits: [{ date: day('2026-11-24') }] }),
      { from: day('2026-11-20'), ahead: [day('2026-11-22')], waits: [{ date: day('2026-11-24') }] },
    ],
    [
      'is in the pause of the newsletter that they live in',
      taking({ from: day('2026-11-01'), paused: {} }),
      { from: day('2026-11-20'), ahead: [day('2026-11-22')], paused: {} },
    ],
    ['knows more', taking({ from: day('2026-11-23') }), undefined],
    ['takes no newsletter any more', taking(undefined, false), undefined],
  ])('%s', ([, live, issues]) => {
    expect(completed(live, copy, loss({}))?.issues).toEqual(issues);
  });
});

test('an export brings the place, the wish and the pauses back', () => {
  const paused = { from: day('2026-12-01'), until: day('2026-12-20') };
  const issues: InNewsletter = { ...ALONGSIDE, ahead: [day('2026-11-22')], paused };
  const standing = { is: 'paused', since: at('2026-11-20T07:00:00Z'), letters: true } as const;
  const whole = wholeFrom(wholeOf(ann({ newsletter: true, issues, standing }), []));
  expect(whole?.newcomer).toMatchObject({ issues, standing });
});
