import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import { MATTERS, type Matter } from '../../functions/core/reader/own-link.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { tellingQuery } from '../../functions/web/told.ts';
import { ACTIONS } from '../../functions/web/wish.ts';
import { claim } from './builders.ts';
import { ASKED_THERE, SINCE_ASKED } from './every-reader.ts';
import { notSent } from './fake-sending-world.ts';
import { type Asked, asking, linkOf, moveLink, ownOf } from './web-requests.ts';

type Fields = Readonly<Record<string, string>>;
type Named = readonly [name: string, ask: (asked: Asked) => Promise<Response>];

const get = (name: string, path: string): Named => [name, (asked) => asked.get(path)];
const post = (name: string, path: string, fields: Fields = {}): Named => [
  name,
  (asked) => asked.postForm(path, fields),
];

/** What a reader's page says after a press, and the pages behind links that are mailed for one thing. */
export function ownPages(
  readers: ReadonlyMap<string, Subscriber>,
  letter: string,
): readonly Named[] {
  const who = (name: string): Subscriber => {
    const one = readers.get(name);
    if (one === undefined) throw new Error(`nobody is ${name}`);
    return one;
  };
  const copy = linkOf('lesson', who('active'), letter).replace('lessons', 'your-page');
  const own = (matter: Matter, name = 'active', secondsAgo = 0) =>
    ownOf(matter, who(name), secondsAgo);
  return [
    ...toldPages(who),
    get('your page, from a copy', copy),
    post('your page, mailed', copy),
    get('your page, from a check-in of a copy', `${copy}/4`),
    post('your page, mailed from a check-in', `${copy}/4`),
    ['your page, too often', (asked) => often(asked, copy)],
    ...MATTERS.map((matter) => get(`own ${matter}`, own(matter))),
    ...[...readers.keys()].map((name) => get(`own page, ${name}`, own('page', name))),
    get('own letters, none yet', own('letters', 'awaiting the welcome')),
    [
      'own letters, begun again',
      async ({ world, get: ask }) => {
        const { enrollments, ...one } = who('active');
        const begun = enrollments.map(({ received, ...rest }) => ({
          ...rest,
          again: 1,
          received: received.slice(0, 1),
          earlier: received.slice(1),
        }));
        const another = { ...one, id: 'g'.repeat(16) as Subscriber['id'], enrollments: begun };
        world.subscribers.seed(another);
        return ask(ownOf('letters', another));
      },
    ],
    post('own letter, sent again', own('letters'), { again: letter }),
    ['own letter, sent again too often', (asked) => again(asked, own('letters'), letter, 'over')],
    ['own letter, not sent again', (asked) => again(asked, own('letters'), letter, 'refused')],
    ['own line, of two courses', (asked) => twoLines(asked, who('active'))],
    get('own line, with an answer', own('line', 'past a check-in with an answer')),
    get('own line, in a course that is gone', own('line', 'pending for what is gone')),
    get('own letter', `${own('letters')}/${who('active').enrollments[0]?.course}/${letter}`),
    get('own, its hour over', own('erase', 'active', 3600)),
    post('own, its hour over and pressed', own('erase', 'active', 3600)),
    post('own address, none', own('address'), { email: 'ann at example' }),
    post('own address, the same', own('address'), { email: who('active').address }),
    post('own address', own('address', 'discreet'), { email: 'anna@example.com' }),
    get('new address', moveOf(who('paused'))),
    get('new address, over', moveOf(who('active'))),
    ['new address, while a letter goes out', (asked) => busy(asked, who('paused'))],
    ['new address, moved', (asked) => moved(asked, who('active'))],
  ];
}

/** What leaves somebody elsewhere, and so comes after all that speaks of them. */
export const lastPages = (readers: ReadonlyMap<string, Subscriber>): readonly Named[] => {
  const paused = readers.get('paused');
  return paused === undefined ? [] : [post('new address, pressed', moveOf(paused))];
};

function toldPages(who: (name: string) => Subscriber): readonly Named[] {
  const page = (one: Subscriber) => linkOf('preferences', one);
  const telling = (one: Subscriber, told: Parameters<typeof tellingQuery>[1]) =>
    page(one) + tellingQuery(one, told);
  const because = ['not-confirmed', 'has-left', 'suppressed', 'no-such-track'] as const;
  const undo = { action: 'schedule', days: 'choose', day: ['mon', 'tue'] };
  return [
    ...ACTIONS.map((action) =>
      get(`told ${action}`, telling(who('active'), { action, is: 'changed', undo })),
    ),
    get('told of a pause', telling(who('paused'), { action: 'pause', is: 'changed' })),
    get('told nothing', telling(who('active'), { action: 'resume', is: 'unchanged' })),
    ...because.map((why) =>
      get(
        `told why not, ${why}`,
        telling(who('left'), { action: 'resume', is: 'refused', because: why }),
      ),
    ),
  ];
}

/** A press on a letter's copy after which no more links are mailed on that day. */
function often({ world }: Asked, path: string) {
  const rateLimit = { ...world.rateLimit, take: async () => ({ is: 'over', count: 2 }) as const };
  return asking({ ...world, rateLimit }).postForm(path, {});
}

/** A press for a letter that does not go out again. */
function again({ world }: Asked, path: string, letter: string, why: 'over' | 'refused') {
  const rateLimit = { ...world.rateLimit, take: async () => ({ is: 'over', count: 6 }) as const };
  const mailer = { send: async () => notSent('retry') };
  const meanwhile = { ...world, ...(why === 'over' ? { rateLimit } : { mailer }) };
  return asking(meanwhile).postForm(path, { again: letter });
}

/** The check-ins of somebody who takes a course twice, under another name the second time. */
function twoLines({ world }: Asked, one: Subscriber): Promise<Response> {
  const [first] = one.enrollments;
  const course = world.library.courses.find(({ slug }) => slug === first?.course);
  if (first === undefined || course === undefined) throw new Error('no course to take twice');
  const other = { ...course, slug: 'second' as typeof course.slug };
  const two = {
    ...one,
    id: 'h'.repeat(16) as Subscriber['id'],
    enrollments: [first, { ...first, course: other.slug }],
  };
  const courses = [...world.library.courses, other];
  const meanwhile = { ...world, library: { ...world.library, courses } };
  world.subscribers.seed(two);
  return asking(meanwhile).get(ownOf('line', two));
}

/** A press while a mail to them is in flight. */
function busy({ world }: Asked, one: Subscriber): Promise<Response> {
  const load: Subscribers['load'] = async (id) =>
    id === one.id ? { ...one, claim: claim(SINCE_ASKED) } : undefined;
  const meanwhile = { ...world, subscribers: { ...world.subscribers, load } };
  return asking(meanwhile).postForm(moveOf(one), {});
}

/** A second press, by somebody who has another id by now. */
function moved({ world }: Asked, one: Subscriber): Promise<Response> {
  const former = { id: '7'.repeat(16) as Subscriber['id'], secret: one.secret };
  const movedTo = async () => one.id;
  const since = { ...world, subscribers: { ...world.subscribers, movedTo } };
  return asking(since).get(moveOf(former));
}

/** Two readers asked to move: one just now, the other for a button that is over. */
const moveOf = (one: Pick<Subscriber, 'id' | 'secret'>): string => moveLink(one, ASKED_THERE);
