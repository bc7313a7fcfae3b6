import { describe, expect, test } from 'vitest';
import { MATTERS } from '../../functions/core/reader/own-link.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { webApp } from '../../functions/web/app.ts';
import { SCRIPT } from '../../functions/web/script.ts';
import { CHEVRON, ICON, NO_ICON, STYLE } from '../../functions/web/style.ts';
import { at } from '../support/builders.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';
import { silenced } from '../support/silenced.ts';
import {
  ASKED_MOVE,
  aReader,
  asking,
  linkOf,
  moveLink,
  ownOf,
  wishOf,
} from '../support/web-requests.ts';

const PENDING = aReader({ standing: { is: 'pending', since: at('2026-11-22T09:00:00Z') } });
const WISHES = [
  wishOf('question', [{ is: 'pause', until: '2026-12-20' as LocalDate }]),
  wishOf('question', []),
  wishOf('undo', [
    { is: 'schedule', minutes: 450 },
    { is: 'rejoin', of: at('2026-11-22T09:00:00Z') },
  ]),
  wishOf('own-data', [{ is: 'erase' }]),
  wishOf('own-data', [{ is: 'export' }]),
  wishOf('author', [{ is: 'no-wish', mail: 'm1' }]),
];
const LINKS = [
  ...WISHES,
  linkOf('confirm'),
  linkOf('unsubscribe'),
  linkOf('never'),
  linkOf('preferences'),
  `${linkOf('preferences')}?do=leave`,
  `${linkOf('preferences')}?do=pause&done=yes`,
  linkOf('lesson', aReader(), 'closeness'),
  linkOf('check-in', aReader(), 'closeness'),
  linkOf('check-in', aReader(), 'closeness').replace(/\/4$/, ''),
  linkOf('lesson', aReader(), 'closeness').replace('/lessons/', '/your-page/'),
  `${linkOf('lesson', aReader(), 'closeness').replace('/lessons/', '/your-page/')}/4`,
  `${linkOf('lesson', aReader(), 'closeness').replace('/lessons/', '/your-page/')}/letters`,
  ...MATTERS.map((matter) => ownOf(matter)),
  `${ownOf('letters')}/closer/closeness`,
  moveLink(aReader(), ASKED_MOVE),
];
/** Leads on, and so is none of the pages above. */
const LEADING = [
  `${ownOf('letters')}/closer`,
  `${linkOf('lesson', aReader(), 'closeness')}/emotional`,
  '/favicon.ico',
];
/** A link whose hour is over offers another one. */
const OVER = [ownOf('erase', aReader(), 3600)];
const OPEN = [
  '/',
  '/?course=closer',
  '/check-your-inbox',
  '/courses',
  '/newsletter',
  '/newsletter/friends',
  '/letters/closer/closeness',
];
const FILES = [
  '/feed.xml',
  '/health',
  STYLE.path,
  SCRIPT.path,
  ICON.path,
  CHEVRON.path,
  NO_ICON.path,
  '/safe',
  '/test-mail/en',
  '/test-mail/en/4',
  '/robots.txt',
  '/sitemap.xml',
  '/pictures/touch-icon.png',
  '/pictures/course.closer.png',
];

describe('promise 3: GET and HEAD change nothing', () => {
  const standings = [
    aReader(),
    PENDING,
    aReader({ standing: { is: 'left', at: at('2026-11-01T00:00:00Z'), by: 'page' } }),
    aReader({ standing: { is: 'paused', since: at('2026-11-01T00:00:00Z') } }),
  ];
  const answered = [
    [200, [...OPEN, ...FILES, ...LINKS]],
    [302, LEADING],
    [303, ['/check-your-inbox/address']],
    [410, OVER],
  ] as const;
  const rows = answered.flatMap(([status, paths]) =>
    paths.flatMap((path) => [['GET', path, status] as const, ['HEAD', path, status] as const]),
  );
  test.for(rows)('%s %s', async ([method, path, status]) => {
    for (const subscriber of standings) {
      const { world, get } = asking();
      world.subscribers.seed(subscriber);
      await world.moves.ask(subscriber.id, ASKED_MOVE);
      const before = world.dump();
      const answer = await get(path, { method });
      expect(answer.status).toBe(status);
      if (status !== 302 && status !== 303) {
        expect(await answer.text()).toEqual(method === 'HEAD' ? '' : expect.stringMatching(/./));
      }
      expect(world.dump()).toBe(before);
      expect([world.queued, world.mails, [...world.keptWordings]]).toEqual([[], [], []]);
    }
  });

  test('each route that shows a page is among them', () => {
    const shown = answered.flatMap(([, paths]) => paths).map((path) => path.replace(/\?.*/, ''));
    const routes = webApp(fakeWebWorld()).routes.filter(({ method }) => method === 'GET');
    const unseen = [...new Set(routes.map(({ path }) => path))].filter((path) => {
      const pattern = new RegExp(`^${path.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
      return !shown.some((one) => pattern.test(one));
    });
    expect(unseen).toEqual([]);
  });
});

test('whoever crawls is asked to leave out every path that has a token', async () => {
  const robots = await (await asking().get('/robots.txt')).text();
  const named = [...robots.matchAll(/^Disallow: (\S+)$/gm)].map(([, path = '']) => path);
  const withToken = webApp(fakeWebWorld())
    .routes.filter(({ path }) => path.includes(':token'))
    .map(({ path }) => path.slice(0, path.indexOf(':token')));
  expect(named.toSorted()).toEqual([...new Set(withToken)].toSorted());
});

describe('headers', () => {
  test.each([...OPEN, ...LINKS, '/nowhere'])('%s', async (path) => {
    const { world, get } = asking();
    world.subscribers.seed(aReader());
    await world.moves.ask(aReader().id, ASKED_MOVE);
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    const isLetter =
      path.startsWith('/lessons/') || (path.endsWith('/closeness') && path.startsWith('/own/'));
    expect(policy).toMatch(/^default-src 'none'; style-src /);
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(isLetter ? "style-src 'unsafe-inline'" : "style-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}$/);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('set-cookie')).toBeNull();
    const isPersonal = LINKS.includes(path);
    const isFound = !isPersonal && !['/nowhere', '/check-your-inbox'].includes(path);
    expect(headers.get('x-robots-tag')).toBe(isFound ? null : 'noindex');
    if (isPersonal) expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a page asks nobody but this door for anything', async () => {
    const { world, get } = asking();
    const page = await (await get('/')).text();
    const own = page.replaceAll(`"${world.webUrl}/`, '"/');
    expect(own).not.toMatch(/(?:src|href|action|content)="(?:https?:)?\/\//);
  });
});

describe('a link that is none is one and the same page', () => {
  const genuine = linkOf('unsubscribe').slice('/unsubscribe/'.length);
  const stranger = linkOf('unsubscribe', aReader({ secret: 'other' as never }));
  const rows: readonly [reason: string, path: string][] = [
    ['not a token', '/unsubscribe/x'],
    ['a token for another purpose', `/preferences/${genuine}`],
    ['a mac that is wrong', stranger],
    ['nobody’s id', `/unsubscribe/${'b'.repeat(16)}${genuine.slice(16)}`],
    ['a detail that it was not made with', `/unsubscribe/${genuine}.closeness`],
    ['cut in two', `/unsubscribe/${genuine.slice(0, -3)}`],
    ['a lesson they never got', linkOf('lesson', aReader(), 'conversation')],
    ['a lesson that is none', linkOf('lesson', aReader(), 'nothing')],
    ['a check-in they never got', linkOf('check-in', aReader(), 'conversation')],
    ['a check-in of a lesson without one', linkOf('check-in', aReader(), 'emotional')],
    ['an eighth picture', linkOf('check-in', aReader(), 'closeness').replace(/4$/, '8')],
    ['a wish that was put in', wishOf('question', []).replace(/$/, '~l')],
    ['a wish of an author’s that is a reader’s alone', wishOf('author', [{ is: 'erase' }])],
    ['letters instead of utf-8', '/confirm/%E0%A4%A'],
    ['an unknown path', '/wp-login.php'],
    ['an issue of the newsletter that is still to come', '/newsletter/parents'],
  ];
  test.each(rows)('%s: %s', async (_, path) => {
    const { world, get, postForm } = asking();
    world.subscribers.seed(aReader());
    const before = world.dump();
    const nowhere = await (await get('/nowhere')).text();
    const answers = [await get(path)];
    const takesPosts = /^\/(?:confirm|unsubscribe|preferences|check-in|wish)\//.test(path);
    if (takesPosts) answers.push(await postForm(path, { action: 'leave' }));
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe(nowhere);
    }
    expect(world.dump()).toBe(before);
  });

  test('but where one may be of a request that is gone by now: that page offers to ask again', async () => {
    const { world, get, postForm } = asking();
    world.subscribers.seed(aReader());
    const before = world.dump();
    const paths = [`/confirm/${genuine}`, `/confirm/${'b'.repeat(16)}${genuine.slice(16)}`];
    const answers = await Promise.all(paths.flatMap((path) => [get(path), postForm(path, {})]));
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('action="/subscribe"');
    expect(world.dump()).toBe(before);
  });

  test('upper case is fine: some programs fold it', async () => {
    const { world, get } = asking();
    world.subscribers.seed(aReader());
    expect((await get(`/unsubscribe/${genuine.toUpperCase()}`)).status).toBe(200);
  });
});

describe('wrong method', () => {
  const rows = [
    ['PUT', '/', 'GET, HEAD'],
    ['GET', '/subscribe', 'POST'],
    ['HEAD', '/subscribe', 'POST'],
    ['DELETE', linkOf('preferences'), 'GET, HEAD, POST'],
    ['POST', linkOf('lesson', aReader(), 'closeness'), 'GET, HEAD'],
    ['POST', '/health', 'GET, HEAD'],
  ] as const;
  test.each(rows)('%s %s', async (method, path, allow) => {
    const { get } = asking();
    const answer = await get(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(answer.headers.get('content-security-policy')).not.toBeNull();
  });
});

describe('programs get a problem (RFC 9457)', () => {
  test.each([
    ['/nowhere', 404],
    ['/subscribe', 405],
  ])('%s', async (path, status) => {
    const answer = await asking().get(path, { headers: { accept: 'application/json' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status });
  });
});

test('health touches nothing', async () => {
  const app = webApp({ ...fakeWebWorld(), subscribers: undefined as never });
  expect(await (await app.request('/health')).json()).toEqual({ status: 'ok' });
});

test('what breaks is a page without details, and a line without names', async () => {
  const logged = silenced();
  const world = fakeWebWorld();
  const load = () => Promise.reject(new TypeError('ann@example.com is not there'));
  const app = webApp({ ...world, subscribers: { ...world.subscribers, load } });
  const answer = await app.request(linkOf('confirm'));
  const lines = logged();
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/ann@|TypeError|\.ts/);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"event":"web-failed","error":"TypeError"');
  expect(lines[0]).not.toContain('ann@');
});
