import type { Instant } from '../time.ts';
import type { Fact } from './fact.ts';
import { runningCourses, type Subscriber } from './subscriber.ts';

/**
 * What is kept as a record of a change: that somebody takes back a consent, or gives one. One change has
 * one record, so an end of the letters beside another newsletter is told in the newsletter's.
 *
 * @param source who it was, by which way, and what else is known of it
 * @returns undefined for what is no consent: when letters come, and how they look
 */
export function consentIn(
  before: Subscriber,
  after: Subscriber,
  source: Fact['details'],
  now: Instant,
): Fact | undefined {
  const [was, is] = [before.standing, after.standing];
  if (is.is === 'left') return { kind: 'left', at: is.at, details: source };
  if (was.is === 'left') return { kind: 'rejoined', at: now, details: source };
  const letters = runningCourses(before).length > 0 && runningCourses(after).length === 0;
  if (before.newsletter !== after.newsletter) {
    const wanted = after.newsletter ? 'yes' : 'no';
    const details = { ...source, wanted, ...(letters && { letters: 'ended' }) };
    return { kind: 'newsletter', at: now, details };
  }
  if (letters) return { kind: 'left', at: now, details: { ...source, what: 'letters' } };
  const course = after.enrollments.find(
    (one) => !before.enrollments.some((known) => known.course === one.course),
  )?.course;
  if (course === undefined) return undefined;
  return { kind: 'confirmed', at: now, details: { ...source, what: 'course', course } };
}
