import type { Library } from '../../functions/adapters/library.ts';
import { letterPath } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { enrollment } from './builders.ts';
import { courseIn } from './every-reader.ts';
import { type Asked, ownOf } from './web-requests.ts';

type Named = readonly [name: string, ask: (asked: Asked) => Promise<Response>];

/** Courses and letters that are anybody's, and what a reader of several is offered. */
export function coursePages(
  library: Library,
  readers: ReadonlyMap<string, Subscriber>,
): readonly Named[] {
  const active = readers.get('active');
  if (active === undefined) throw new Error('nobody reads');
  const reader = { ...active, id: 'coursescoursesco' as SubscriberId };
  const page = ownOf('page', reader);
  const [letter] = courseIn(library).lessons;
  const other = library.courses.find(({ slug }) => slug !== courseIn(library).slug);
  const taking = (name: string, change: Partial<Subscriber>, stopped = false): Named => [
    `courses, ${name}`,
    async ({ world, get }) => {
      const first = enrollment({
        course: courseIn(library).slug,
        received: letter === undefined ? [] : [letter.id],
        ...(stopped && { stopped: true }),
      });
      const second = other === undefined ? [] : [enrollment({ course: other.slug })];
      world.subscribers.seed({ ...reader, enrollments: [first, ...second], ...change });
      return get(page);
    },
  ];
  return [
    ['list of courses', ({ get }) => get('/courses')],
    ...library.courses.flatMap(({ slug, lessons }) =>
      lessons
        .filter(({ web }) => web !== undefined)
        .map(
          ({ id }): Named => [`letter ${id} for everybody`, ({ get }) => get(letterPath(slug, id))],
        ),
    ),
    taking('one after another', {}),
    taking('by turns', { byTurns: true }),
    taking('one stopped', {}, true),
    [
      'courses, one that there is not',
      async ({ postForm, get }) => {
        const answer = await postForm(page, { action: 'take', course: 'nowhere' });
        return get(answer.headers.get('location') ?? '');
      },
    ],
  ];
}
