import type { Instant } from '../time.ts';
import { counting, type Fact } from './fact.ts';
import { countsIn } from './last-mail.ts';
import { isSameSpan } from './pauses.ts';
import { type Enrollment, runningCourses, type Span, type Subscriber } from './subscriber.ts';

/** One thing that is different, in the names of a record. */
type Part = Pick<Fact, 'kind'> & { readonly details: Readonly<Record<string, string>> };

/**
 * What is kept as a record of a change: that somebody takes back a consent or gives one, and whether letters
 * come. The same thing has the same record, whoever asked for it and by which way. One change has one
 * record, by the weightiest of what is different; the others stand in it under `also`.
 *
 * @param source who it was, by which way, and what else is known of it
 * @returns undefined for what is no consent: at which hour letters come, and how they look
 */
export function consentIn(
  before: Subscriber,
  after: Subscriber,
  source: Fact['details'],
  now: Instant,
): Fact | undefined {
  const { standing: was } = before;
  const { standing: is } = after;
  // Who leaves ends all of it.
  const counts = countsIn(before, after, now);
  if (is.is === 'left' && was.is !== 'left')
    return counting({ kind: 'left', at: is.at, details: source }, counts);
  const [first, ...others] = [
    ...backIn(before, after),
    ...newsletterIn(before, after),
    ...coursesIn(before, after),
    ...quietIn(before, after),
    ...pauseIn(before, after),
    ...newsletterPauseIn(before, after),
  ];
  if (first === undefined) return undefined;
  const also = others.map(({ kind, details }) => [kind, ...Object.values(details)].join(' '));
  const details = {
    ...source,
    ...first.details,
    ...(also.length > 0 && { also: also.join(', ') }),
  };
  return counting({ kind: first.kind, at: now, details }, counts);
}

/** Who comes back has all of it again, by whichever way; what they did not have before stands under `also`. */
const backIn = ({ standing: was }: Subscriber, { standing: is }: Subscriber): readonly Part[] =>
  was.is === 'left' && is.is !== 'left' ? [{ kind: 'rejoined', details: {} }] : [];

const newsletterIn = (before: Subscriber, after: Subscriber): readonly Part[] =>
  before.newsletter === after.newsletter
    ? []
    : [{ kind: 'newsletter', details: { wanted: after.newsletter ? 'yes' : 'no' } }];

/** Courses that somebody stops, all at once or one; takes or goes on with; begins again; reads in another version. */
function coursesIn(before: Subscriber, after: Subscriber): readonly Part[] {
  const was = ({ course }: Enrollment) => before.enrollments.find((one) => one.course === course);
  const where = (test: (one: Enrollment, known: Enrollment | undefined) => boolean): string =>
    after.enrollments
      .filter((one) => test(one, was(one)))
      .map(({ course }) => course)
      .join(' ');
  const ended = runningCourses(before).length > 0 && runningCourses(after).length === 0;
  const of = (kind: Part['kind'], what: string, course: string): readonly Part[] =>
    course === '' ? [] : [{ kind, details: { what, course } }];
  const stopped = where((one, known) => runs(known) && !runs(one));
  return [
    ...(ended ? [{ kind: 'left', details: { what: 'letters' } } as const] : []),
    ...of('left', 'course', ended ? '' : stopped),
    ...of(
      'confirmed',
      'course',
      where((one, known) => !runs(known) && runs(one)),
    ),
    ...of(
      'confirmed',
      'again',
      where((one, known) => known !== undefined && one.again !== known.again),
    ),
    ...of(
      'confirmed',
      'track',
      where((one, known) => known !== undefined && one.track !== known.track),
    ),
  ];
}

const runs = (one: Enrollment | undefined): boolean => one !== undefined && one.stopped !== true;

/** Whether what anybody types may send them a mail. Also whoever left says so: it is their mailbox. */
const quietIn = (before: Subscriber, after: Subscriber): readonly Part[] =>
  before.quiet === after.quiet
    ? []
    : [{ kind: 'quiet', details: { wanted: after.quiet === true ? 'yes' : 'no' } }];

/** A pause, or another one, or its end. Who comes back into one was in it when they left. */
function pauseIn({ standing: was }: Subscriber, { standing: is }: Subscriber): readonly Part[] {
  if (was.is === 'left') return [];
  if (is.is !== 'paused') {
    return was.is === 'paused' && is.is === 'active' ? [{ kind: 'resumed', details: {} }] : [];
  }
  const { absent, letters } = is;
  const same = was.is === 'paused' && isSameSpan(was, is) && was.letters === letters;
  if (same && was.absent === absent) return [];
  const of = { ...(absent && { absent: 'yes' }), ...(letters && { what: 'letters' }) };
  return [{ kind: 'paused', details: { ...daysOf(is), ...of } }];
}

/** A pause of the newsletter, or another one, or its end by a wish: one that is over ends by itself. */
function newsletterPauseIn(before: Subscriber, after: Subscriber): readonly Part[] {
  const [was, is] = [before.issues?.paused, after.issues?.paused];
  if (!before.newsletter || !after.newsletter) return [];
  const what = { what: 'newsletter' };
  if (is === undefined) return was === undefined ? [] : [{ kind: 'resumed', details: what }];
  if (was !== undefined && isSameSpan(was, is)) return [];
  return [{ kind: 'paused', details: { ...daysOf(is), ...what } }];
}

const daysOf = ({ from, until }: Span) => ({ ...(from && { from }), ...(until && { until }) });
