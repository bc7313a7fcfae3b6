import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../functions/core/course.ts';
import { TRAP } from '../../functions/web/pages/sign-up-form.ts';
import { COURSE } from '../support/fake-library.ts';
import { hiddenIn } from '../support/proof-of-work.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';
import { wordsIn } from '../support/words.ts';

/** What the pages say of themselves to search engines, and to sites on which somebody passes them on. */

const properties = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)].map(
      ([, name = '', content = '']) => [name, content],
    ),
  );

const canonicalOf = (page: string) => /<link rel="canonical" href="([^"]+)">/.exec(page)?.[1];

describe('a page that is anybody’s', () => {
  const rows = [
    ['the front page', '/', '/', 'course.closer', COURSE.title],
    [
      'the front page, come to by the course’s name',
      '/?course=closer',
      '/',
      'course.closer',
      COURSE.title,
    ],
    [
      'the front page, with what a campaign put behind it',
      '/?utm_source=x',
      '/',
      'course.closer',
      COURSE.title,
    ],
    ['the archive', '/newsletter', '/newsletter', 'course.closer', 'The newsletter'],
  ] as const;
  test.each(rows)(
    '%s has one address, a description and a card',
    async (_, path, own, card, title) => {
      const { world, get } = asking();
      const page = await (await get(path)).text();
      expect(canonicalOf(page)).toBe(`${world.webUrl}${own}`);
      expect(page).toContain(`href="${world.webUrl}/feed.xml"`);
      const said = properties(page);
      expect(said).toMatchObject({
        description: expect.stringMatching(/./),
        'og:title': title,
        'og:url': `${world.webUrl}${own}`,
        'og:image': `${world.webUrl}/pictures/${card}.png`,
        'twitter:card': 'summary_large_image',
      });
      expect(said['og:description']).toBe(said['description']);
      const picture = await get(`/pictures/${card}.png`);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    },
  );

  test('a course that is not the first has an address of its own', async () => {
    const { world, get } = asking();
    const other = { ...COURSE, slug: 'other' as CourseSlug, title: 'Another' };
    const library = { ...world.library, courses: [COURSE, other] };
    Object.assign(world, { library });
    const page = await (await get('/?course=other')).text();
    expect(canonicalOf(page)).toBe(`${world.webUrl}/?course=other`);
  });
});

test.each([
  ['a reader’s page', linkOf('preferences')],
  ['a page that is not there', '/nowhere'],
  ['the page after signing up', '/check-your-inbox'],
])('%s says nothing to be passed on', async (_, path) => {
  const { world, get } = asking();
  world.subscribers.seed(aReader());
  const page = await (await get(path)).text();
  expect(page).not.toContain('og:');
  expect(canonicalOf(page)).toBeUndefined();
});

test('the sitemap holds what is anybody’s today, and no course that is over', async () => {
  const { world, get } = asking();
  const over = { ...COURSE, slug: 'over' as CourseSlug, retired: true as const };
  Object.assign(world, { library: { ...world.library, courses: [COURSE, over] } });
  const sitemap = await (await get('/sitemap.xml')).text();
  expect([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url)).toEqual(
    [
      '/',
      '/letters/closer/closeness',
      '/courses',
      '/newsletter',
      '/newsletter/friends',
      '/newsletter/rituals',
    ].map((path) => `${world.webUrl}${path}`),
  );
  expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${world.webUrl}/sitemap.xml`);
});

test.each([
  ['an issue that is still to come', 'issue.parents.png'],
  ['a name that leads out of the folder', '..%2Fcourses.png'],
  ['no picture', 'course.closer'],
])('%s is no picture for anybody', async (_, file) => {
  expect((await asking().get(`/pictures/${file}`)).status).toBe(404);
});

test.each<[what: string, path: string, to: string]>([
  ['a page', '/newsletter/', '/newsletter'],
  ['a reader’s link', `${linkOf('preferences')}/`, linkOf('preferences')],
  ['what stands behind it comes along', '/courses/?from=a', '/courses?from=a'],
  ['two slashes in front would name another host', '//evil.example/', '/evil.example'],
  ['as would what browsers take for slashes', '/\\evil.example/', '/evil.example'],
])(
  'a link that a program put a slash behind leads on, at whichever address: %s',
  async (_, path, to) => {
    const { world, get } = asking();
    world.subscribers.seed(aReader());
    const answer = await get(path, { redirect: 'manual' });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe(to);
  },
);

test('the icon that browsers ask for by themselves is the one of the pages', async () => {
  const { get } = asking();
  const asked = await get('/favicon.ico', { redirect: 'manual' });
  expect(asked.status).toBe(302);
  const icon = await get(asked.headers.get('location') ?? '');
  expect(icon.status).toBe(200);
  expect(icon.headers.get('content-type')).toBe('image/svg+xml');
  expect(icon.headers.get('cache-control')).toContain('immutable');
});

test('and one press stops the letters, though a program put a slash behind its link', async () => {
  const { world, get } = asking();
  world.subscribers.seed(aReader());
  const answer = await get(`${linkOf('unsubscribe')}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  expect((await world.subscribers.load(aReader().id))?.standing.is).toBe('left');
});

describe('a letter that everybody may read', () => {
  const LESSONS = [COURSE.lessons[0], { ...COURSE.lessons[1], web: 'linked' }, COURSE.lessons[2]];
  const open = () => {
    const asked = asking();
    const courses = [{ ...COURSE, lessons: LESSONS as never }];
    Object.assign(asked.world, { library: { ...asked.world.library, courses } });
    return asked;
  };

  test.for<[string, string, number, string | null]>([
    ['the first, which search engines may show', 'closeness', 200, null],
    ['another, for whoever was given its link', 'emotional', 200, 'noindex'],
    ['one that is its readers’ alone', 'conversation', 404, null],
    ['one that is none', 'nothing', 404, null],
  ])('%s', async ([, id, status, robots]) => {
    const answer = await open().get(`/letters/closer/${id}`);
    expect(answer.status).toBe(status);
    if (status !== 200) return;
    expect(answer.headers.get('x-robots-tag')).toBe(robots);
    const page = await answer.text();
    expect(page).toContain(`<h1>closer ${id}</h1>`);
    expect(hiddenIn(page, 'course')).toBe('closer');
    expect(canonicalOf(page)).toMatch(new RegExp(`/letters/closer/${id}$`));
  });

  test('the form below it asks for an address and a version, and signs up for its course', async () => {
    const { get, postForm, world } = open();
    const other = { ...COURSE, slug: 'other', title: 'Other' };
    Object.assign(world.library, { courses: [...world.library.courses, other] });
    const page = await (await get('/letters/other/closeness')).text();
    const form = /<form method="post" action="\/subscribe".*?<\/form>/s.exec(page)?.[0] ?? '';
    const fields = [...form.matchAll(/name="([\w-]+)"/g)].map(([, name]) => name);
    expect(new Set(fields)).toEqual(new Set(['course', 'zone', 'email', TRAP, 'track']));
    expect(form).toContain(wordsIn('en').words.signUp.consent);
    const sent = { course: hiddenIn(form, 'course'), zone: hiddenIn(form, 'zone') };
    const typed = { ...sent, email: 'ann@example.com', track: 'friend' };
    expect((await postForm('/subscribe', typed)).headers.get('location')).toContain('course=other');
    expect(world.subscribers.dump()).toContain('"course": "other"');
    const robot = await postForm('/subscribe', { ...typed, email: 'b@example.com', [TRAP]: 'x' });
    expect(robot.status).toBe(303);
    expect(world.subscribers.dues()).toHaveLength(1);
  });

  test('the front page and the sitemap show the first alone', async () => {
    const { get } = open();
    for (const path of ['/', '/sitemap.xml']) {
      const page = await (await get(path)).text();
      expect(page).toContain('/letters/closer/closeness');
      expect(page).not.toContain('/letters/closer/emotional');
    }
  });
});

test('an issue has the ones beside it, the form for the next, and the looks of the site', async () => {
  const page = await (await asking().get('/newsletter/friends')).text();
  const form =
    /<section[^>]* data-place>.*<form method="post" action="\/subscribe".*<\/form>/s.exec(page);
  expect(form?.[0], 'to be ticked by whoever wants it').toMatch(/name="newsletter" value="yes">/);
  expect(form?.[0], 'with what else comes, in words').toContain('beside the letters of “Closer”');
  expect(page).toContain('<main id="main">');
  expect(page).toMatch(/<a href="\/newsletter\/rituals" rel="prev">/);
  expect(page).not.toContain('rel="next"');
  expect(properties(page)['og:image']).toMatch(/\/pictures\/issue\.friends\.png$/);
});
