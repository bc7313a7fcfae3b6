import { placeIn, timesOf } from '../core/reader/courses.ts';
import { holdsAll, pauseOfNewsletter } from '../core/reader/pauses.ts';
import type { Span, Subscriber } from '../core/reader/subscriber.ts';
import { type Instant, localDate } from '../core/time.ts';
import { daysAsTyped } from './pages/fields.ts';
import type { Wish } from './wish.ts';

/** The form that puts back what a change replaced: the former values, as they would be typed. */
export type UndoForm = Readonly<Record<string, string | readonly string[]>>;

/** What takes a wish back that changed somebody; undefined where there is no way back. */
export function undoForm(wish: Wish, before: Subscriber, now: Instant): UndoForm | undefined {
  switch (wish.is) {
    case 'schedule': {
      const { zone, hour, days } = before;
      return { action: 'schedule', zone, hour: String(hour), ...daysAsTyped(days) };
    }
    case 'pause':
    case 'resume':
      return standingAsTyped(before, now);
    case 'track':
      return trackAsTyped(before, wish.of);
    case 'discreet':
      return { action: 'open' };
    case 'open':
      return { action: 'discreet' };
    case 'newsletter':
      return { action: 'no-newsletter' };
    case 'no-newsletter':
      return newsletterAsTyped(before, now);
    case 'pause-newsletter':
    case 'resume-newsletter':
      return newsletterPauseAsTyped(before, now);
    case 'alongside':
      return { action: 'after-course' };
    case 'after-course':
      return { action: 'alongside' };
    case 'form-mail':
      return { action: 'no-form-mail' };
    case 'no-form-mail':
      return { action: 'form-mail' };
    case 'take':
      return { action: 'stop-course', course: wish.course };
    case 'stop-course':
      return { action: 'take', course: wish.course };
    case 'again-course':
      return placeAsTyped(before, wish.course);
    case 'back-course':
      return againAsTyped(before, wish.course);
    case 'turns':
      return { action: 'in-a-row' };
    case 'in-a-row':
      return { action: 'turns' };
  }
}

/** The version that they had of a course; of the one that they took first, where none was named. */
function trackAsTyped({ enrollments }: Subscriber, of: string | undefined): UndoForm | undefined {
  const was = enrollments.find(({ course }) => of === undefined || course === of);
  return was?.track && { action: 'track', course: was.course, track: was.track };
}

/** Where they were in a course, also in one that they had stopped there. */
function placeAsTyped(before: Subscriber, course: string): UndoForm | undefined {
  const place = placeIn(before, course);
  if (place === undefined) return undefined;
  const { had, time, stopped } = place;
  return {
    action: 'back-course',
    course,
    had: String(had),
    time: String(time),
    ...(stopped && { stopped: 'yes' }),
  };
}

/** Going back was one time more, and so is beginning anew after it. */
function againAsTyped({ enrollments }: Subscriber, course: string): UndoForm | undefined {
  const was = enrollments.find((one) => one.course === course);
  return was && { action: 'again-course', course, time: String(timesOf(was) + 2) };
}

/** In the pause that it was in, if it was. */
function newsletterAsTyped(before: Subscriber, now: Instant): UndoForm {
  const days = pauseOfNewsletter(before, now);
  return { action: 'newsletter', ...(days && { 'in-pause': 'yes', ...daysOfNewsletter(days) }) };
}

const daysOfNewsletter = ({ from, until }: Span): UndoForm => ({
  ...(until && { 'newsletter-until': until }),
  ...(from && { 'newsletter-from': from }),
});

/** What its pause was; none, or that of everything. Of both at once there is no way back. */
function newsletterPauseAsTyped(before: Subscriber, now: Instant): UndoForm | undefined {
  const own = pauseOfNewsletter(before, now);
  const all = holdsAll(before, now);
  if (own !== undefined)
    return all ? undefined : { action: 'pause-newsletter', ...daysOfNewsletter(own) };
  return all ? standingAsTyped(before, now) : { action: 'resume-newsletter' };
}

/**
 * A pause that has begun goes on from today, and one whose last day has passed is over. One that their mail
 * program asked for comes back as one of their own, since it is they who press.
 */
function standingAsTyped(
  { standing, zone, newsletter }: Subscriber,
  now: Instant,
): UndoForm | undefined {
  if (standing.is !== 'paused') return { action: 'resume' };
  const { from, until } = standing;
  const today = localDate(now, zone);
  if (until !== undefined && until <= today) return { action: 'resume' };
  return {
    action: 'pause',
    ...(until === undefined ? { for: 'open' } : { for: 'date', until }),
    ...(from !== undefined && from > today && { from }),
    ...(newsletter && !standing.letters && { newsletter: 'yes' }),
  };
}
