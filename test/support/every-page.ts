import type { Library } from '../../functions/adapters/library.ts';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Audience } from '../../functions/core/replies/signed-wish.ts';
import type { Act } from '../../functions/core/replies/wish-code.ts';
import { epochSeconds } from '../../functions/core/time.ts';
import { additionPages, requestOf } from './addition-pages.ts';
import { at } from './builders.ts';
import { coursePages } from './course-pages.ts';
import { courseIn, everyReader, settle } from './every-reader.ts';
import { type FakeWebWorld, fakeWebWorld } from './fake-web-world.ts';
import { newsletterPages } from './newsletter-pages.ts';
import { lastPages, ownPages } from './own-pages.ts';
import { type Asked, asking, FROM_ANN, linkOf, ownOf, wishOf } from './web-requests.ts';

/** What the web door answers to one request. */
export interface Answer {
  readonly name: string;
  /** What it answers: the method and the path, as one text. */
  readonly asked: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

type Ask = (asked: Asked) => Promise<Response>;
type Named = readonly [name: string, ask: Ask];

const gets = (name: string, path: string): Named => [name, ({ get }) => get(path)];
const posts = (name: string, path: string, fields: Readonly<Record<string, string>>): Named => [
  name,
  ({ postForm }) => postForm(path, fields),
];

/** What is wrong with every field that can be. */
const WRONG = {
  email: 'ann at example',
  name: 'n'.repeat(81),
  zone: 'Nowhere/At_All',
  hour: '25',
  days: 'choose',
  track: 'none of them',
};

/** The page after the form, for who asked so many seconds ago, and may have asked again. */
function inbox(
  name: string,
  method: string,
  seconds: number,
  again: boolean,
  waits = false,
): Named {
  return [
    name,
    async ({ app, world }) => {
      const fields = { email: 'somebody.with.a.name@example.com' };
      const asked = { fields, at: epochSeconds(world.now()) - seconds, again, waits };
      const cookie = `asked=${Buffer.from(JSON.stringify(asked)).toString('base64url')}`;
      return app.request('/check-your-inbox', { method, headers: { cookie } }, FROM_ANN);
    },
  ];
}

function publicPages({ courses, languages }: Library): readonly Named[] {
  const json = { headers: { accept: 'application/json' } };
  return [
    gets('front', '/'),
    ...courses.map(({ slug }) => gets(`front of ${slug}`, `/?course=${slug}`)),
    posts('front, one problem', '/subscribe', { email: '' }),
    posts('front, problems', '/subscribe', WRONG),
    ['problems as JSON', ({ postJson }) => postJson('/subscribe', { ...WRONG, days: 'never' })],
    ['no such course', ({ postJson }) => postJson('/subscribe', { course: 'gone' })],
    ['no form at all', ({ postJson }) => postJson('/subscribe', [])],
    ['refusal as JSON', ({ get }) => get('/nowhere', json)],
    posts('front, did you mean', '/subscribe', { email: 'somebody.with.a.name@gmial.com' }),
    posts('front, a link for a name', '/subscribe', { email: 'ann@example.com', name: '://' }),
    gets('inbox', '/check-your-inbox'),
    inbox('inbox, just asked', 'GET', 60, false),
    inbox('inbox, asked again too soon', 'POST', 0, false),
    inbox('inbox, asked again', 'POST', 0, true),
    inbox('inbox, in line', 'GET', 0, false, true),
    gets('archive', '/newsletter'),
    gets('numbers to call', '/safe'),
    gets('behind a test mail', `/test-mail/${languages[0]}`),
    gets('behind a test mail, with a score', `/test-mail/${languages[0]}/4`),
    posts('behind a test mail, pressed', `/test-mail/${languages[0]}`, {}),
    gets('feed', '/feed.xml'),
  ];
}

/** Every page behind a reader's link, in every state. */
function readersPages(
  library: Library,
  readers: ReadonlyMap<string, Subscriber>,
): readonly Named[] {
  type Purpose = Parameters<typeof linkOf>[0];
  const [letter] = courseIn(library).lessons;
  const link = (purpose: Purpose, name = 'active') =>
    linkOf(
      purpose,
      readers.get(name),
      purpose === 'lesson' || purpose === 'check-in' ? letter?.id : '',
    );
  const line = (path: string) => path.replace(/\/\d$/, '');
  const wish = (name: string, fields: Readonly<Record<string, string>>) =>
    posts(`preferences, wrong ${name}`, link('preferences'), fields);
  const schedule = { ...WRONG, action: 'schedule' };
  return [
    ...[...readers.keys()].flatMap((name) => [
      gets(`confirm, ${name}`, link('confirm', name)),
      gets(`preferences, ${name}`, link('preferences', name)),
    ]),
    ...['pause', 'leave'].map((first) =>
      gets(`preferences, ${first}`, `${link('preferences')}?do=${first}`),
    ),
    wish('action', {}),
    wish('hour and zone', schedule),
    wish('days', { ...schedule, zone: 'Europe/Berlin', hour: '7' }),
    wish('length', { action: 'pause' }),
    wish('day', { action: 'pause', for: 'date', until: '1999-01-01' }),
    wish('made by a robot', { action: 'resume', made: 'just now' }),
    wish('first day', { action: 'pause', for: 'week', from: '1999-01-01' }),
    gets('unsubscribe', link('unsubscribe')),
    gets('unsubscribed', link('unsubscribe', 'left')),
    posts('unsubscribed just now', link('unsubscribe', 'on weekdays'), {}),
    gets('letter', link('lesson')),
    gets('check-in', link('check-in')),
    gets('all check-ins, by mail', line(link('check-in'))),
    posts('all check-ins, mailed', line(link('check-in')), {}),
    ...ownPages(readers, letter?.id ?? ''),
    posts('check-in, answered', link('check-in'), {}),
    gets('check-in, past', link('check-in', 'past a check-in')),
    gets('check-in, past and answered', link('check-in', 'past a check-in with an answer')),
    ...wishPages(readers),
    ...additionPages(library, readers),
  ];
}

/** What a signed wish shows before and after it is done. The last of them leave nothing behind. */
function wishPages(readers: ReadonlyMap<string, Subscriber>): readonly Named[] {
  const path = (audience: Audience, act?: Act, name = 'without a name', daysAgo = 0) =>
    wishOf(audience, act ? [act] : [], readers.get(name), daysAgo);
  const acts: readonly Act[] = [
    { is: 'leave' },
    { is: 'rejoin', of: at('2026-11-22T10:00:00Z') },
    { is: 'pause' },
    { is: 'resume' },
    { is: 'skip', count: 1 },
  ];
  return [
    gets('wish, neither', path('question')),
    posts('wish, neither', path('question'), {}),
    ...acts.flatMap((act) => [
      gets(`wish, ${act.is}`, path('undo', act)),
      posts(`wish, ${act.is}`, path('undo', act), {}),
    ]),
    gets('wish, too late', path('question', { is: 'leave' }, 'active', 9)),
    gets('wish, an author’s, too late', path('author', { is: 'leave' }, 'active', 30)),
    gets('wish, an author’s', path('author', { is: 'no-wish', mail: 'm1' })),
    posts('wish, an author’s', path('author', { is: 'no-wish', mail: 'm1' }), {}),
    gets('wish, export', path('own-data', { is: 'export' })),
    gets('wish, erase', path('own-data', { is: 'erase' })),
    posts('wish, erase', path('own-data', { is: 'erase' }), {}),
    gets('wish, leave all', path('question', { is: 'leave' }, 'with the newsletter')),
    posts('wish, too late by then', path('question', lateBeginning(readers), 'active'), {}),
    posts('own erase, pressed', ownOf('erase', readers.get('without a name')), {}),
  ];
}

/** A course that they were to begin again for the second time, and have not begun again yet. */
function lateBeginning(readers: ReadonlyMap<string, Subscriber>): Act {
  const of = readers.get('active')?.enrollments[0]?.course;
  if (of === undefined) throw new Error('who is active takes a course');
  return { is: 'again-course', of, time: 2 };
}

/** What is refused, by status; each as a page, for whoever asks like a browser. */
function refusals(): readonly Named[] {
  const send = (status: number, type: string, body: string): Named => [
    `refusal ${status}`,
    ({ get }) => get('/subscribe', { method: 'POST', headers: { 'content-type': type }, body }),
  ];
  return [
    send(400, 'multipart/form-data; boundary=b', 'cut'),
    gets('refusal 404', '/nowhere'),
    ['refusal 405', ({ get }) => get('/', { method: 'DELETE' })],
    send(413, 'application/x-www-form-urlencoded', 'x'.repeat(20_000)),
    send(415, 'text/plain', 'x'),
  ];
}

/** The pages of issues that ship are asked for when all of them are out. */
const AFTER_ALL_ISSUES = at('2036-01-01T09:00:00Z');

/** Worlds in which a page says something else. */
function unusual(
  world: FakeWebWorld,
  readers: ReadonlyMap<string, Subscriber>,
): readonly (readonly [world: FakeWebWorld, page: Named])[] {
  const { library } = world;
  const { publication, newsletters } = library;
  const knowing = (change: Partial<Library>) => ({ ...world, library: { ...library, ...change } });
  const weekdays = { ...publication.defaults, days: '12345' as Subscriber['days'] };
  const counting = (count: number) => ({
    ...world,
    rateLimit: { ...world.rateLimit, take: async () => ({ is: 'over', count }) as const },
  });
  const second = { ...courseIn(library), slug: 'second' as CourseSlug };
  const through = readers.get('with all letters') ?? [...readers.values()][0];
  const begins: Named = [
    'added course, which begins',
    async ({ world: { subscribers }, postForm }) => {
      if (through === undefined) throw new Error('nobody is there');
      subscribers.seed(requestOf(library, through, 'second'));
      return postForm(linkOf('confirm', through, 'course'), {});
    },
  ];
  const cut = {
    ...library,
    get courses(): never {
      throw new Error('a package that was cut');
    },
  };
  const later = { ...world, now: () => AFTER_ALL_ISSUES };
  return [
    ...newsletters.map(({ id }) => [later, gets(`issue ${id}`, `/newsletter/${id}`)] as const),
    [later, gets('archive, all issues', '/newsletter')],
    [later, gets('feed, all issues', '/feed.xml')],
    [knowing({ newsletters: [] }), gets('front, no issue', '/')],
    [knowing({ newsletters: [] }), gets('archive, no issue', '/newsletter')],
    [knowing({ newsletters: newsletters.slice(0, 1) }), gets('front, one issue', '/')],
    [
      knowing({ publication: { ...publication, defaults: weekdays } }),
      gets('front, not daily', '/'),
    ],
    [knowing({ courses: [...library.courses, second] }), begins],
    [counting(50), posts('front, many', '/subscribe', { email: 'ann@example.com' })],
    [counting(1000), posts('refusal 429', '/subscribe', { email: 'ann@example.com' })],
    [counting(1000), inbox('inbox, too many', 'POST', 60, false)],
    [{ ...world, library: cut }, gets('refusal 500', '/')],
  ];
}

/** Every answer of the web door, in every state, as a library's words say it. */
export async function everyAnswer(library: Library, name = 'Ann'): Promise<readonly Answer[]> {
  const readers = everyReader(library, name);
  const world = fakeWebWorld(library);
  await settle(world, readers);
  const usual = [
    ...publicPages(library),
    ...readersPages(library, readers),
    ...coursePages(library, readers),
    ...newsletterPages(readers),
    ...refusals(),
    ...lastPages(readers),
  ];
  const answers: Answer[] = [];
  for (const [where, page] of [
    ...usual.map((one) => [world, one] as const),
    ...unusual(world, readers),
  ]) {
    answers.push(await answerOf(where, page));
  }
  return answers;
}

/** The door logs a line when a world breaks; it is not for the eyes of whoever runs a test. */
async function answerOf(world: FakeWebWorld, [name, ask]: Named): Promise<Answer> {
  const { error } = console;
  console.error = () => undefined;
  const asked = asking(world);
  const { app } = asked;
  const requests: string[] = [];
  const request = app.request.bind(app);
  app.request = (path, init, ...rest) => {
    requests.push(`${init?.method ?? 'GET'} ${String(path)}`);
    return request(path, init, ...rest);
  };
  const response = await ask(asked);
  console.error = error;
  const type = response.headers.get('content-type') ?? '';
  const last = requests.at(-1) ?? '';
  return { name, asked: last, status: response.status, type, body: await response.text() };
}
