import type { Library } from '../../functions/adapters/library.ts';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Request } from '../../functions/core/reader/request.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { enrollment } from './builders.ts';
import { courseIn, SINCE } from './every-reader.ts';
import { type Asked, linkOf } from './web-requests.ts';

type Ask = (asked: Asked) => Promise<Response>;
type Named = readonly [name: string, ask: Ask];

const gets = (name: string, path: string): Named => [name, ({ get }) => get(path)];
const posts = (name: string, path: string, fields: Readonly<Record<string, string>>): Named => [
  name,
  ({ postForm }) => postForm(path, fields),
];

/** A request of somebody who reads: for all that can be added. */
export function requestOf(library: Library, reader: Subscriber, course = 'gone'): Request {
  const { slug, tracks } = courseIn(library);
  const { dueAt: _, ...rest } = reader;
  const asked = enrollment({
    course: (course === 'same' ? slug : course) as typeof slug,
    welcomed: false,
    ...(tracks[1] && { track: tracks[1].id }),
  });
  return {
    ...rest,
    newsletter: true,
    standing: { is: 'pending', since: SINCE },
    enrollments: [asked],
    asked: { at: SINCE, details: {}, of: 'reader', adds: ['newsletter', 'course', 'track'] },
  };
}

/** What a reader may add, before it is so and after; and that no form sends them a mail. */
export function additionPages(
  library: Library,
  readers: ReadonlyMap<string, Subscriber>,
): readonly Named[] {
  const both = (name: string, who: string, addition: string, course?: string): readonly Named[] => {
    const reader = readers.get(who);
    if (reader === undefined) throw new Error(`nobody is ${who}`);
    const path = linkOf('confirm', reader, addition);
    const begin: Ask = async ({ get, world }) => {
      world.subscribers.seed(requestOf(library, reader, course));
      return get(path);
    };
    return [[`add ${name}`, begin], posts(`added ${name}`, path, {})];
  };
  const never = linkOf('never', readers.get('in no country'));
  const weekdays = readers.get('on certain days');
  const stopped = weekdays && {
    ...weekdays,
    id: 'stoppedstoppedst' as Subscriber['id'],
    enrollments: weekdays.enrollments.map((one) => ({ ...one, stopped: true as const })),
  };
  const goesOn = linkOf('confirm', stopped, 'course');
  const gone = weekdays && {
    ...weekdays,
    id: 'leftleftleftleft' as Subscriber['id'],
    standing: { is: 'left', at: SINCE, by: 'page' } as const,
    newsletter: true,
    enrollments: [enrollment({ course: 'gone' as CourseSlug })],
  };
  return [
    [
      'add a course that was stopped',
      async ({ get, world }) => {
        if (stopped === undefined) throw new Error('nobody stopped');
        world.subscribers.seed(stopped);
        world.subscribers.seed(requestOf(library, stopped, 'same'));
        return get(goesOn);
      },
    ],
    posts('added a course that was stopped', goesOn, {}),
    [
      'come back, to a course that is new',
      async ({ get, world }) => {
        if (gone === undefined) throw new Error('nobody left');
        world.subscribers.seed(gone);
        const { asked: _, ...request } = requestOf(library, gone, 'same');
        world.subscribers.seed({ ...request, asked: { at: SINCE, details: {}, of: 'left' } });
        return get(linkOf('confirm', gone));
      },
    ],
    ...both('newsletter', 'discreet', 'newsletter'),
    ...both('course', 'on certain days', 'course'),
    ...both('track', 'in no country', 'track', 'same'),
    gets('never again', never),
    posts('never again, done', never, {}),
  ];
}
