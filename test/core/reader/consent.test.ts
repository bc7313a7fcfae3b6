import { expect, test } from 'vitest';
import type { CourseSlug, TrackId } from '../../../functions/core/course.ts';
import { consentIn } from '../../../functions/core/reader/consent.ts';
import { BY_AUTHOR, byReader } from '../../../functions/core/reader/fact.ts';
import type { Hour } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, enrollment, reader, received } from '../../support/builders.ts';

/** Which record a change has, read off what was before and what is after. */

const NOW = at('2026-11-26T10:00:00Z');
const MORNINGS = 'mornings' as CourseSlug;
const one = enrollment();
const other = enrollment({ course: MORNINGS });
const stopped = <Of extends object>(of: Of) => ({ ...of, stopped: true as const });
const courses = (...enrollments: readonly (typeof one)[]) => ({ enrollments });
const left = { standing: { is: 'left', at: NOW, by: 'page' } } as const;
const until = '2026-12-10' as never;
const paused = (fields: object = {}) => ({
  standing: { is: 'paused', since: NOW, ...fields } as const,
});

test.for<
  [why: string, before: Partial<Subscriber>, after: Partial<Subscriber>, record: string | undefined]
>([
  ['leaving', {}, left, 'left '],
  ['leaving in a pause, with the newsletter', { ...paused(), newsletter: true }, left, 'left '],
  ['back again', left, {}, 'rejoined '],
  ['back again in a pause', left, paused(), 'rejoined '],
  [
    'back again for a course that they never took',
    left,
    courses(other, one),
    'rejoined also=confirmed course mornings',
  ],
  [
    'back again for one that they had stopped',
    { ...left, ...courses(stopped(one)) },
    courses(one),
    'rejoined also=confirmed course closer',
  ],
  ['no mail for what anybody types', {}, { quiet: true }, 'quiet wanted=yes'],
  ['and such mails again', { quiet: true }, {}, 'quiet wanted=no'],
  ['the same of whoever left', left, { ...left, quiet: true }, 'quiet wanted=yes'],
  ['the newsletter', {}, { newsletter: true }, 'newsletter wanted=yes'],
  ['no newsletter', { newsletter: true }, {}, 'newsletter wanted=no'],
  ['another course', {}, courses(one, other), 'confirmed what=course course=mornings'],
  [
    'on with one that was stopped, beside another',
    courses(one, stopped(other)),
    courses(one, other),
    'confirmed what=course course=mornings',
  ],
  [
    'on with the only one',
    courses(stopped(one)),
    courses(one),
    'confirmed what=course course=closer',
  ],
  [
    'one of two stops',
    courses(one, other),
    courses(stopped(one), other),
    'left what=course course=closer',
  ],
  ['the last one stops', courses(one), courses(stopped(one)), 'left what=letters'],
  [
    'both stop, and the newsletter stays',
    { ...courses(one, other), newsletter: true },
    { ...courses(stopped(one), stopped(other)), newsletter: true },
    'left what=letters',
  ],
  ['begun again', {}, courses({ ...one, again: 1 }), 'confirmed what=again course=closer'],
  [
    'a stopped one begun again',
    courses(stopped(one), other),
    courses({ ...one, again: 1 }, other),
    'confirmed what=course course=closer also=confirmed again closer',
  ],
  [
    'another version',
    {},
    courses({ ...one, track: 'friend' as TrackId }),
    'confirmed what=track course=closer',
  ],
  [
    'the newsletter instead of the letters',
    courses(one),
    { ...courses(stopped(one)), newsletter: true },
    'newsletter wanted=yes also=left letters',
  ],
  ['a pause without an end', {}, paused(), 'paused '],
  ['a pause until a day', {}, paused({ until }), 'paused until=2026-12-10'],
  ['another end', paused(), paused({ until }), 'paused until=2026-12-10'],
  ['an absence', {}, paused({ until, absent: true }), 'paused until=2026-12-10 absent=yes'],
  ['its end', paused(), {}, 'resumed '],
  ['no consent: the same pause', paused({ until }), paused({ until }), undefined],
  ['no consent: an hour', {}, { hour: 20 as Hour }, undefined],
  [
    'no consent: a name, how it looks, and by turns',
    {},
    { discreet: true, byTurns: true },
    undefined,
  ],
  ['no consent: a letter came', {}, courses({ ...one, received: received('a') }), undefined],
])('%s', ([, before, after, record]) => {
  const fact = consentIn(reader(before), reader(after), byReader('reply'), NOW);
  const { by: _, channel: __, ...details } = fact?.details ?? { by: '', channel: '' };
  const said = Object.entries(details).map(([name, value]) => `${name}=${value}`);
  expect(fact && `${fact.kind} ${said.join(' ')}`).toBe(record);
});

test('who did it and what they pressed is never written over', () => {
  const source = { ...BY_AUTHOR, acts: 'take pause' };
  const fact = consentIn(reader(), reader({ ...courses(one, other), ...paused() }), source, NOW);
  expect(fact).toEqual({
    kind: 'confirmed',
    at: NOW,
    details: { ...source, what: 'course', course: 'mornings', also: 'paused' },
  });
});
