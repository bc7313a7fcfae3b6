import { expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import { afterIssue } from '../../../functions/core/reader/issues.ts';
import { countsIn, lastMail } from '../../../functions/core/reader/last-mail.ts';
import { erased } from '../../../functions/core/reader/lifecycle.ts';
import { afterSending, type OwedMail } from '../../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { mailAnswered } from '../../../functions/core/replies/letter-answered.ts';
import type { LinkSecret } from '../../../functions/core/token.ts';
import { at, course, enrollment, issue, reader, received } from '../../support/builders.ts';

/** After which mail somebody pauses, leaves or writes, and what of it is counted. */

const NOW = at('2026-11-26T10:00:00Z');
const COURSE = course(['a', 'b', 'c']);
const MORNINGS = 'mornings' as CourseSlug;
const ISSUE = { kind: 'issue', issue: 'rituals', on: '2026-11-20' } as unknown as OwedMail;
const DIGEST = { kind: 'digest', on: '2026-11-20' } as unknown as OwedMail;
const letter = (lesson: string, again?: string) =>
  ({ kind: 'lesson', course: 'closer', lesson, ...(again && { again }) }) as unknown as OwedMail;

/** Somebody to whom these mails went. */
const after = (mails: readonly OwedMail[], fields: Partial<Subscriber> = {}) =>
  mails.reduce<Subscriber>(
    (one, mail) => afterSending(one, mail, [COURSE], NOW),
    reader({ newsletter: true, ...fields }),
  );

/** What a counter is of, in a word or two. */
const inWords = (of: ReturnType<typeof lastMail>) =>
  of && (of.is === 'letter' ? `${of.course} ${of.lesson}` : `${of.is} ${of.on}`);

test.for<[why: string, mails: readonly OwedMail[], expected: string | undefined]>([
  ['nothing yet', [], undefined],
  ['a letter', [letter('a')], 'closer a'],
  ['the last of several', [letter('a'), letter('b')], 'closer b'],
  ['an issue', [letter('a'), ISSUE], 'issue 2026-11-20'],
  ['a digest', [letter('a'), DIGEST], 'digest 2026-11-20'],
  ['a letter after an issue', [letter('a'), ISSUE, letter('b')], 'closer b'],
  ['a letter that is known twice', [letter('a'), letter('b'), letter('b')], 'closer b'],
])('the last mail of somebody who had %s', ([, mails, expected]) => {
  expect(inWords(lastMail(after(mails)))).toBe(expected);
});

test('an issue that came when the newsletter had ended is none', () => {
  const one = after([letter('a'), ISSUE], { newsletter: false });
  expect(inWords(lastMail(one))).toBe(undefined);
});

test('what came before the newsletter was taken again is no issue of it', () => {
  const had = after([letter('a'), ISSUE]);
  const again = afterIssue(
    { ...had, issues: { from: '2026-11-26' as never } },
    DIGEST as never,
    [],
    NOW,
  );
  expect(again.issues?.had, 'it is older than they are in the newsletter').toBeUndefined();
});

const two = [enrollment(), enrollment({ course: MORNINGS, received: received('tea') })];
const stopped = (course: string, one: Subscriber) => ({
  enrollments: one.enrollments.map((each) =>
    each.course === course ? { ...each, stopped: true as const } : each,
  ),
});
const paused = (fields: object = {}) => ({
  standing: { is: 'paused', since: NOW, ...fields } as const,
});
const left = { standing: { is: 'left', at: NOW, by: 'page' } } as const;
type Change = Partial<Subscriber> | ((before: Subscriber) => Partial<Subscriber>);

test.for<[why: string, before: Subscriber, change: Change, counted: readonly string[]]>([
  ['a leave', after([letter('a')]), left, ['leftAfter closer a']],
  ['a leave after an issue', after([letter('a'), ISSUE]), left, ['leftAfter issue 2026-11-20']],
  ['a leave before the first letter', after([]), left, []],
  ['a leave in a pause', after([letter('a')], paused()), left, ['leftAfter closer a']],
  ['a leave of who had left', after([letter('a')], left), left, []],
  [
    'all erased',
    after([letter('a')]),
    (one) => erased(one, 'new' as LinkSecret, NOW),
    ['leftAfter closer a'],
  ],
  [
    'all erased of who had left, who is counted already',
    after([letter('a')], left),
    (one) => erased(one, 'new' as LinkSecret, NOW),
    [],
  ],
  ['a bounce, which an event tells', after([letter('a')]), suppressed('hard-bounce'), []],
  ['a pause', after([letter('a')]), paused(), ['pausedAfter closer a']],
  [
    'a pause by a vacation note or a full mailbox',
    after([letter('a')]),
    paused({ absent: true }),
    [],
  ],
  ['another day for a pause', after([letter('a')], paused()), paused({ until: '2026-12-01' }), []],
  ['letters again', after([letter('a')], paused()), { standing: { is: 'active' } }, []],
  ['the newsletter ends', after([ISSUE]), { newsletter: false }, ['leftAfter issue 2026-11-20']],
  [
    'the newsletter ends, and a letter came since its last issue',
    after([ISSUE, letter('a')]),
    { newsletter: false },
    ['leftAfter issue 2026-11-20'],
  ],
  ['the newsletter ends before its first issue', after([letter('a')]), { newsletter: false }, []],
  [
    'a course of two stops, by its own last letter',
    after([letter('a'), letter('b')], { enrollments: two }),
    (one) => stopped('mornings', one),
    ['leftAfter mornings tea'],
  ],
  [
    'both stop, by the letter that came last',
    after([letter('a')], { enrollments: two }),
    (one) => ({
      enrollments: one.enrollments.map((each) => ({ ...each, stopped: true as const })),
    }),
    ['leftAfter closer a'],
  ],
  [
    'letters and newsletter end in one change',
    after([ISSUE, letter('a')]),
    (one) => ({ ...stopped('closer', one), newsletter: false }),
    ['leftAfter issue 2026-11-20', 'leftAfter closer a'],
  ],
  ['another hour', after([letter('a')]), { hour: 9 as never }, []],
])('%s', ([, before, change, counted]) => {
  const changed = typeof change === 'function' ? change(before) : change;
  const counts = countsIn(before, { ...before, ...changed }, NOW);
  expect(counts.map(({ counter, of }) => `${counter} ${inWords(of)}`)).toEqual(counted);
  expect(JSON.stringify(counts), 'and of nobody').not.toMatch(/@|abcdefgh/);
});

function suppressed(because: 'hard-bounce') {
  return { standing: { is: 'suppressed', at: NOW, because } } as const;
}

const newsletters = [issue('rituals', '2026-11-20'), issue('friends', '2026-12-20')];

test.for<[why: string, reader: Subscriber, subject: string, expected: string | undefined]>([
  ['by its subject', after([letter('a'), letter('b')]), 'Re: Subject of a', 'closer a'],
  ['by the last', after([letter('a'), letter('b')]), 'hello', 'closer b'],
  [
    'an issue by its title',
    after([ISSUE, letter('a')]),
    'Re: Title of rituals',
    'issue 2026-11-20',
  ],
  ['by the last, an issue', after([letter('a'), ISSUE]), 'hello', 'issue 2026-11-20'],
  [
    'a title in the mail of who never had one',
    after([letter('a')]),
    'Title of rituals',
    'closer a',
  ],
  ['of who had nothing yet', after([]), 'Re: Welcome', undefined],
])('a reply is counted %s', ([, one, subject, expected]) => {
  const answered = mailAnswered(one, { courses: [COURSE], newsletters }, subject);
  expect(inWords(answered)).toBe(expected);
});
