import type { Change, Present } from '../../functions/core/reader/lifecycle.ts';
import { afterSending, owedMail } from '../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { enrollment, reader, received } from './builders.ts';

/** Readers before and after a wish about their courses, and the letters that come then. */

/** A reader of the one course, who had these letters. */
export const inCloser = (...had: string[]): Subscriber =>
  reader({ enrollments: [enrollment({ received: received(...had) })] });

/** The subscriber that a wish makes, which has to make one. */
export function made(change: Change): Subscriber {
  if (change.is !== 'changed') throw new Error(`not changed: ${change.is}`);
  return change.subscriber;
}

/** More than any course of a test has: letters that never end fail a test, and do not hold it up. */
const MOST = 20;

/** The letters that come to somebody, one a day, until nothing is owed. */
export function lettersToCome(
  subscriber: Subscriber,
  { now, courses }: Pick<Present, 'now' | 'courses'>,
): readonly string[] {
  const came: string[] = [];
  let one = subscriber;
  for (let day = 0; day < MOST; day += 1) {
    const owed = owedMail(one, courses);
    if (owed === undefined) break;
    came.push(owed.kind === 'lesson' ? owed.lesson : owed.kind);
    one = afterSending(one, owed, courses, plusSeconds(now, day * 86_400));
  }
  return came;
}
