import type { CourseSlug } from '../../../functions/core/course.ts';
import { areSame, type Draft, type KeptCourse } from '../../../functions/core/outline.ts';
import { type AfterRest, afterRests } from '../../../functions/core/reader/after-rests.ts';
import { type Courses, owedMail, woken } from '../../../functions/core/reader/owed.ts';
import { type LessonPlan, missingFrom, planOf } from '../../../functions/core/reader/plan.ts';
import { type Harm, type Strip, stripOf } from '../../../functions/core/reader/strip.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../../functions/core/time.ts';

/** What a deployment of the folder would mean for everybody who reads. */
export interface Outlook {
  /** Of courses that somebody reads. */
  readonly strips: readonly Strip[];
  readonly harms: readonly Harm[];
  /** The letters that not everybody gets in their place. */
  readonly plans: readonly LessonPlan[];
  /** Courses that the author ends by it, with how many read them. */
  readonly over: readonly (readonly [CourseSlug, number])[];
  /** Holidays that are not over, with whom their courses' letters reach on which day after them. */
  readonly rests: readonly AfterRest[];
  /** Those who are to be woken. */
  readonly asleep: Asleep;
  /** Nothing is left to deploy. */
  readonly isDeployed: boolean;
}

/** Whom nothing wakes but a deployment. */
export interface Asleep {
  /** Have finished, and are owed something again. */
  readonly finished: readonly Subscriber[];
  /** Wait for the end of a rest that is shorter now, or gone. */
  readonly resting: readonly Subscriber[];
}

/** @param kept what was deployed last, as far as it is remembered */
export function outlookOf(
  subscribers: readonly Subscriber[],
  drafts: readonly Draft[],
  kept: readonly KeptCourse[],
  now: Instant,
): Outlook {
  const courses = drafts.map(({ outline }) => outline);
  const before = (slug: CourseSlug) => kept.find((one) => one.slug === slug);
  const [ended, live] = [drafts.filter(isOver), drafts.filter((one) => !isOver(one))];
  const strips = live.map((draft) => stripOf(subscribers, draft, before(draft.kept.slug)));
  return {
    strips: strips.filter(({ readers }) => readers > 0),
    harms: [
      ...[...missingFrom(subscribers, courses)].map(
        ([course, readers]): Harm => ({ is: 'course-gone', course, readers }),
      ),
      ...strips.flatMap(({ harms }) => harms),
    ],
    plans: plansToTell(planOf(subscribers, courses), strips, kept),
    over: ended
      .filter(({ kept: { slug } }) => before(slug)?.retired !== true)
      .map((draft) => [draft.kept.slug, stripOf(subscribers, draft, undefined).readers] as const)
      .filter(([, readers]) => readers > 0),
    rests: live.flatMap(({ outline }) => afterRests(subscribers, outline, courses, now)),
    asleep: asleepIn(subscribers, courses, now),
    isDeployed: areSame(
      kept,
      drafts.map((draft) => draft.kept),
    ),
  };
}

/**
 * Those whom nothing wakes but a deployment. Whoever had finished a course that is missing now is owed
 * nothing of it.
 */
export const asleepIn = (
  subscribers: readonly Subscriber[],
  courses: Courses,
  now: Instant,
): Asleep => {
  const all = subscribers.filter(
    (one) => owedMail(one, courses) !== undefined && woken(one, courses, now) !== undefined,
  );
  const hasFinished = ({ dueAt, dueOf }: Subscriber) => dueAt === undefined || dueOf === 'issues';
  return {
    finished: all.filter(hasFinished),
    resting: all.filter((one) => !hasFinished(one)),
  };
};

const isOver = ({ kept }: Draft): boolean => kept.retired === true;

/** What was so before the last deployment was told then, and what is a harm is told as one. */
function plansToTell(
  plans: readonly LessonPlan[],
  strips: readonly Strip[],
  kept: readonly KeptCourse[],
): readonly LessonPlan[] {
  const compared = strips.filter(({ course }) => kept.some(({ slug }) => slug === course));
  const rowsOf = (slug: CourseSlug) => compared.find(({ course }) => course === slug)?.rows ?? [];
  return plans.filter(({ course, lesson }) => {
    const row = rowsOf(course).find((one) => one.lesson === lesson);
    return row === undefined || (row.change !== 'same' && row.lost === 0);
  });
}
