import { expect, test } from 'vitest';
import { COOKIE, JSON_BODY, OURS, SECRETS, aStudio as studio } from './a-studio.ts';

/** Whom the studio answers. Every bad request has a row, and none of them reaches what it asks for. */
const POST = { method: 'POST', body: JSON.stringify({ deed: 'pause', slug: 'one' }) };

test.for<readonly [what: string, path: string, headers: object, init: RequestInit, status: number]>(
  [
    [
      'another host, as after DNS rebinding',
      '/api/place',
      { cookie: COOKIE, host: 'evil.example' },
      {},
      403,
    ],
    [
      'a host that only begins like ours',
      '/api/place',
      { cookie: COOKIE, host: 'localhost.evil.example' },
      {},
      403,
    ],
    [
      'a page of another origin',
      '/api/place',
      { cookie: COOKIE, origin: 'https://evil.example' },
      {},
      403,
    ],
    [
      'a page of another port of this machine',
      '/api/place',
      { cookie: COOKIE, origin: 'http://127.0.0.1:3000' },
      {},
      403,
    ],
    [
      'a picture in a page of another port',
      '/api/place',
      { cookie: COOKIE, 'sec-fetch-site': 'same-site' },
      {},
      403,
    ],
    ['a link elsewhere', '/', { cookie: COOKIE, 'sec-fetch-site': 'cross-site' }, {}, 403],
    ['no cookie', '/api/place', {}, {}, 401],
    ['no cookie, for a file of the page', '/studio/page/studio.js', {}, {}, 401],
    ['no cookie, for a letter in its frame', '/frame/letter?name=welcome', {}, {}, 401],
    ['a wrong cookie', '/api/place', { cookie: `kindling-studio-3200=guessed` }, {}, 401],
    [
      'a wrong cookie that is as long',
      '/api/place',
      { cookie: COOKIE.replace('the-secret', 'one-secret') },
      {},
      401,
    ],
    [
      'the cookie of a studio on another port',
      '/api/place',
      { cookie: COOKIE.replace('3200', '3201') },
      {},
      401,
    ],
    ['an empty cookie', '/api/place', { cookie: `kindling-studio-3200=` }, {}, 401],
    ['a deed without a cookie', '/api/do/newsletter', { ...JSON_BODY, cookie: '' }, POST, 401],
    [
      'a deed from nowhere',
      '/api/do/newsletter',
      { cookie: COOKIE, 'content-type': 'application/json' },
      POST,
      403,
    ],
    [
      'a deed from another origin',
      '/api/do/newsletter',
      { ...JSON_BODY, origin: 'null' },
      POST,
      403,
    ],
    [
      'a deed as a form, which any page may send',
      '/api/do/newsletter',
      { ...OURS, 'content-type': 'text/plain' },
      POST,
      415,
    ],
    [
      'a question as a form',
      '/api/forecast',
      { ...OURS, 'content-type': 'application/x-www-form-urlencoded' },
      POST,
      415,
    ],
  ],
)('refuses %s', async ([, path, headers, init, status]) => {
  const { request, asked } = studio();
  const answer = await request(path, headers, init);
  expect(answer.status).toBe(status);
  expect(asked()).toBe(0);
});

test('without --write it does nothing, and says how it would', async () => {
  const { request, asked } = studio({ mayWrite: false });
  for (const path of ['/api/do/newsletter', '/api/do/test-mail']) {
    const answer = await request(path, JSON_BODY, POST);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('--write') });
  }
  expect(asked()).toBe(0);
});

test('with all of it in place it answers, reads and does', async () => {
  const { request, asked } = studio();
  expect((await request('/api/place', { cookie: COOKIE })).status).toBe(500);
  expect((await request('/api/place', { ...OURS, 'sec-fetch-site': 'same-origin' })).status).toBe(
    500,
  );
  expect((await request('/api/do/newsletter', JSON_BODY, POST)).status).toBe(500);
  const reading = studio({ mayWrite: false });
  expect((await reading.request('/api/forecast', JSON_BODY, POST)).status).toBe(500);
  expect(asked() + reading.asked()).toBe(4);
});

test('the key of the printed address is exchanged once for the cookie, and leaves the address bar', async () => {
  const { request } = studio();
  const wrong = await request('/open?key=guessed');
  expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null]);
  const asLong = await request(`/open?key=${SECRETS.key.replace('the-key', 'one-key')}`);
  expect([asLong.status, asLong.headers.get('set-cookie')]).toEqual([403, null]);
  const first = await request(`/open?key=${SECRETS.key}`, { 'sec-fetch-site': 'cross-site' });
  expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toBe(`${COOKIE}; Path=/; HttpOnly; SameSite=Strict`);
  const again = await request(`/open?key=${SECRETS.key}`);
  expect([again.status, again.headers.get('set-cookie')]).toEqual([403, null]);
  // In the browser that has it, the same address just leads in.
  const known = await request(`/open?key=${SECRETS.key}`, { cookie: COOKIE });
  expect([known.status, known.headers.get('location')]).toEqual([303, '/']);
  expect((await request('/', { cookie: COOKIE })).status).toBe(200);
});

test('whoever has no key is told where to find it, and gets no page', async () => {
  const { request } = studio();
  const answer = await request('/');
  expect(answer.status).toBe(401);
  const text = await answer.text();
  expect(text).toContain('npm run studio');
  expect(text).not.toContain('script');
  const { headers } = await request('/api/place');
  expect(headers.get('content-type')).toBe('application/problem+json');
});

test('nothing it answers is kept, framed, guessed at, or loads from elsewhere', async () => {
  const { request } = studio();
  const page = await request('/', { cookie: COOKIE });
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|unsafe|\*/);
  for (const path of ['/', '/api/place', '/studio/page/studio.js', '/nowhere']) {
    const { headers } = await request(path, { cookie: COOKIE });
    expect(headers.get('cache-control'), path).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
  expect(await page.text()).not.toMatch(/(src|href)="(https?:)?\/\//);
});

test('it serves the files of its pages, and none above them', async () => {
  const { request } = studio();
  const statusOf = async (path: string) => (await request(path, { cookie: COOKIE })).status;
  expect(await statusOf('/mailbox/mailbox.css')).toBe(200);
  expect(await statusOf('/lit-html/lit-html.js')).toBe(200);
  expect(await statusOf('/lit-html/directives/until.js')).toBe(200);
  expect(await statusOf('/studio/page/..%2F..%2Fstudio.ts')).toBe(404);
  expect(await statusOf('/mailbox/nothing.css')).toBe(404);
});
