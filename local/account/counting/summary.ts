import type { Counters } from '../../../functions/adapters/counter-items.ts';
import { COUNTERS, type Counted, type Counter } from '../../../functions/core/counting.ts';
import type { CourseOutline, LessonId } from '../../../functions/core/course.ts';
import type { IssuePlan } from '../../../functions/core/newsletter.ts';

/** What became of one mail's copies. `due` is how many SES was asked to take: it took them, or refused the address. */
export type Figures = Readonly<Record<Counter | 'due', number>>;

export interface CourseSummary {
  readonly course: string;
  /** Who had its last letter, as the course is now, and it did not bounce. */
  readonly finished: number;
  /** In the order of the course; then those that it has no more. */
  readonly letters: readonly (Figures & { readonly letter: string })[];
}

export interface Summary {
  readonly courses: readonly CourseSummary[];
  /** In the order of their days; an issue that was never sent is none. */
  readonly issues: readonly (Figures & { readonly issue: string; readonly on: string })[];
  /** By the day of the last issue that they told of. */
  readonly digests: readonly (Figures & { readonly on: string })[];
}

/** What was counted, as an author reads it. */
export function summaryOf(
  all: readonly Counters[],
  {
    courses,
    issues,
  }: {
    readonly courses: readonly Pick<CourseOutline, 'slug' | 'lessons'>[];
    readonly issues: readonly Pick<IssuePlan, 'id' | 'date'>[];
  },
): Summary {
  const known = new Set(courses.map(({ slug }) => slug));
  const others = [...new Set(coursesIn(all))].filter((slug) => !known.has(slug));
  const daysOf = (is: 'issue' | 'digest') =>
    all.flatMap(({ of }) => (of.is === is ? [of.on] : [])).sort();
  return {
    courses: [...courses, ...others.map((slug) => ({ slug, lessons: [] }))].map((course) =>
      courseSummary(all, course),
    ),
    issues: daysOf('issue').map((on) => ({
      issue: issues.find(({ date }) => date === on)?.id ?? on,
      on,
      ...countsOf(all, { is: 'issue', on }),
    })),
    digests: daysOf('digest').map((on) => ({ on, ...countsOf(all, { is: 'digest', on }) })),
  };
}

const coursesIn = (all: readonly Counters[]) =>
  all.flatMap(({ of }) => (of.is === 'letter' ? [of.course] : []));

function courseSummary(
  all: readonly Counters[],
  { slug, lessons }: Pick<CourseOutline, 'slug' | 'lessons'>,
): CourseSummary {
  const inOrder = lessons.map(({ id }) => id);
  const counted = all.flatMap(({ of }) =>
    of.is === 'letter' && of.course === slug ? [of.lesson] : [],
  );
  const gone = [...new Set(counted)].filter((lesson) => !inOrder.includes(lesson)).sort();
  const of = (lesson: LessonId) => countsOf(all, { is: 'letter', course: slug, lesson });
  const last = inOrder.at(-1);
  const had = last && of(last);
  return {
    course: slug,
    finished: had ? had.accepted - had.bounced : 0,
    letters: [...inOrder, ...gone].map((lesson) => ({ letter: lesson, ...of(lesson) })),
  };
}

/** What became of one mail, over all months that were given. */
export function countsOf(all: readonly Counters[], of: Counted): Figures {
  const theirs = all.filter((one) => isSame(one.of, of)).map(({ counts }) => counts);
  const sums = Object.fromEntries(
    COUNTERS.map((name) => [name, theirs.reduce((sum, counts) => sum + counts[name], 0)]),
  ) as Readonly<Record<Counter, number>>;
  return { due: sums.accepted + sums.refused, ...sums };
}

const isSame = (one: Counted, other: Counted): boolean =>
  one.is === 'letter'
    ? other.is === 'letter' && one.course === other.course && one.lesson === other.lesson
    : other.is === one.is && other.on === one.on;
