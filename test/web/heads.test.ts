import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { webApp } from '../../functions/web/app.ts';
import { ICON, NO_ICON, STYLE } from '../../functions/web/style.ts';
import { at } from '../support/builders.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';
import { aReader, asking, linkOf, moveLink, ownOf, wishOf } from '../support/web-requests.ts';

/** What browsers, search engines and printers find at the head of each kind of page. */

/**
 * `found` may be shown by search engines, so it says what it is and where it is at home. `held` is for
 * whoever has the link, or has sent a form. `nobody’s` has no name of ours on it, and no icon that
 * tells. `a letter` is drawn as it was mailed, with looks of its own. `a file` is no page, and `onward` leads to one.
 */
type Kind = 'found' | 'held' | 'nobody’s' | 'a letter' | 'a file' | 'onward';

const READER: Subscriber = aReader();
const COPY = linkOf('lesson', READER, 'closeness');
const YOUR_PAGE = COPY.replace('lessons', 'your-page');
const CHECK_IN = linkOf('check-in', READER, 'closeness');
const ASKED = at('2026-11-22T09:30:00Z');
const MOVE = moveLink(READER, { to: READER.address, at: ASKED });

/** Every route that answers a GET, and a path that it takes. */
const ROUTES: Readonly<Record<string, readonly [kind: Kind, path: string]>> = {
  '/': ['found', '/'],
  '/courses': ['found', '/courses'],
  '/letters/:course/:lesson': ['found', '/letters/closer/closeness'],
  '/newsletter': ['found', '/newsletter'],
  '/newsletter/:slug': ['found', '/newsletter/friends'],
  '/safe': ['nobody’s', '/safe'],
  '/check-your-inbox': ['held', '/check-your-inbox'],
  '/check-your-inbox/address': ['onward', '/check-your-inbox/address'],
  '/confirm/:token': ['held', linkOf('confirm')],
  '/unsubscribe/:token': ['held', linkOf('unsubscribe')],
  '/preferences/:token': ['held', linkOf('preferences')],
  '/never/:token': ['held', linkOf('never')],
  '/own/:token': ['held', ownOf('data')],
  '/own/:token/:course': ['onward', `${ownOf('letters')}/closer`],
  '/own/:token/:course/:lesson': ['a letter', `${ownOf('letters')}/closer/closeness`],
  '/your-page/:token': ['held', YOUR_PAGE],
  '/your-page/:token/:score': ['held', `${YOUR_PAGE}/4`],
  '/new-address/:token': ['held', MOVE],
  '/wish/:token': ['held', wishOf('question', [])],
  '/lessons/:token': ['a letter', COPY],
  '/lessons/:token/:lesson': ['onward', `${COPY}/emotional`],
  '/check-in/:token': ['onward', CHECK_IN.replace(/\/4$/, '')],
  '/check-in/:token/:score': ['held', CHECK_IN],
  '/test-mail/:language': ['held', '/test-mail/en'],
  '/test-mail/:language/:more': ['held', '/test-mail/en/4'],
  '/health': ['a file', '/health'],
  '/favicon.ico': ['onward', '/favicon.ico'],
  '/pictures/:file': ['a file', '/pictures/touch-icon.png'],
  '/robots.txt': ['a file', '/robots.txt'],
  '/sitemap.xml': ['a file', '/sitemap.xml'],
  '/feed.xml': ['a file', '/feed.xml'],
};

const routes = [
  ...new Set(
    webApp(fakeWebWorld())
      .routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/assets/'))
      .map(({ path }) => path),
  ),
];

/** The page at a path, for a reader who has asked to move. */
async function pageAt(path: string) {
  const { world, get } = asking();
  world.subscribers.seed(READER);
  await world.moves.ask(READER.id, { to: READER.address, at: ASKED });
  const answer = await get(path);
  return { answer, page: await answer.text(), url: `${world.webUrl}${path}` };
}

const ofKind = (kind: Kind) =>
  [...Object.values(ROUTES), ['held', '/nowhere'] as const]
    .filter(([is]) => is === kind)
    .map(([, path]) => path);

test('no route is left out', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(routes.sort());
});

describe('what is found says what it is, and where it is at home', () => {
  test.each(ofKind('found'))('%s', async (path) => {
    const { answer, page, url } = await pageAt(path);
    expect(answer.headers.get('x-robots-tag')).toBeNull();
    expect(page).toMatch(/<meta name="description" content="[^"]+">/);
    expect(page).toContain(`<link rel="canonical" href="${url}">`);
    expect(page).toMatch(/<meta property="og:image:alt" content="[^"]+">/);
  });
});

describe('what is held is not found, and says nothing of itself to others', () => {
  test.each([...ofKind('held'), ...ofKind('nobody’s'), ...ofKind('a letter')])(
    '%s',
    async (path) => {
      const { answer, page } = await pageAt(path);
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      expect(page).not.toMatch(/rel="canonical"|property="og:|name="description"/);
    },
  );
});

describe('a browser finds title, language, icons, colors and the sheet', () => {
  test.each([...ofKind('found'), ...ofKind('held')])('%s', async (path) => {
    const { page } = await pageAt(path);
    expect(page).toMatch(/<html lang="en" dir="ltr">/);
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    expect(page).toContain(`<link rel="icon" href="${ICON.path}"`);
    expect(page).toContain('<link rel="apple-touch-icon" href="/pictures/touch-icon.png">');
    expect(page.match(/<meta name="theme-color"/g)).toHaveLength(2);
    expect(page).toContain(`<link rel="stylesheet" href="${STYLE.path}">`);
  });

  test.each(ofKind('nobody’s'))('but %s tells nobody whose it is', async (path) => {
    const { page } = await pageAt(path);
    expect(page).toContain(`<link rel="icon" href="${NO_ICON.path}"`);
    expect(page).toContain(`<link rel="stylesheet" href="${STYLE.path}">`);
    expect(page).not.toMatch(/apple-touch-icon|theme-color|Closer Letters/);
  });
});

test.each([
  'print',
  '(forced-colors: active)',
  '(prefers-color-scheme:dark)',
  '(prefers-reduced-motion: no-preference)',
])('the sheet has rules for: %s', (media) => {
  expect(STYLE.body).toContain(`@media ${media}`);
});

test('robots are asked to stay away from all that a token opens', async () => {
  const { page } = await pageAt('/robots.txt');
  const rooms = routes.filter((path) => path.includes(':token')).map((path) => path.split('/')[1]);
  expect(rooms.length).toBeGreaterThan(8);
  const open = [...new Set(rooms)].filter((room) => !page.includes(`Disallow: /${room}/\n`));
  expect(open).toEqual([]);
});
