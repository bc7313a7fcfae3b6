import { beforeAll, expect, test } from 'vitest';
import { webApp } from '../../functions/web/app.ts';
import { FIELDS } from '../support/any-request.ts';
import { type Answer, everyAnswer } from '../support/every-page.ts';
import { fakeLibrary } from '../support/fake-library.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';

/** What other tests look at page by page is all pages there are (test/support/every-page.ts). */

let answers: readonly Answer[];
beforeAll(async () => {
  answers = await everyAnswer(fakeLibrary());
});

/** What is no page, or leads on to one. */
const NO_PAGE = [
  ...['GET /health', 'GET /robots.txt', 'GET /sitemap.xml', 'GET /favicon.ico'],
  ...['GET /assets/', 'GET /pictures/:file'],
  ...['GET /check-your-inbox/address', 'GET /own/:token/:course', 'GET /lessons/:token/:lesson'],
];

/** Not there, and to be seen so. */
const MISSING = ['refusal as JSON', 'refusal 404'];

test('each route with a page is among them', () => {
  const asked = answers.map((answer) => answer.asked.replace(/\?.*/, ''));
  const routes = webApp(fakeWebWorld()).routes.filter(({ method }) => method !== 'ALL');
  const unseen = routes
    .filter(({ method, path }) => {
      const pattern = new RegExp(`^${method} ${path.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
      return !asked.some((one) => pattern.test(one));
    })
    .map(({ method, path }) => `${method} ${path.replace(/^\/assets\/.*/, '/assets/')}`);
  expect([...new Set(unseen)].toSorted()).toEqual(NO_PAGE.toSorted());
});

test('none of them is missing but those that are asked for because they are', () => {
  const missing = answers.filter(({ status }) => status === 404).map(({ name }) => name);
  expect(missing).toEqual(MISSING);
});

test('an address is typed into the form, or by a reader who moves, and nowhere else', () => {
  const taking = answers.flatMap(({ name, body }) =>
    (body.match(/<form.*?<\/form>/gs) ?? [])
      .filter((form) => form.includes('name="email"') && !form.includes('action="/subscribe"'))
      .map(() => name.replace(/,.*/, '')),
  );
  expect([...new Set(taking)]).toEqual(['own address']);
});

test('each field of a form of ours is sent by whoever sends anything', () => {
  const pages = answers.map(({ body }) => body).join();
  const named = [...pages.matchAll(/<(?:input|select|button)[^>]* name="([^"]+)"/g)];
  const fields = new Set(named.map(([, name = '']) => name));
  expect(fields.size).toBeGreaterThan(20);
  expect([...fields].filter((name) => !FIELDS.some((one) => one === name))).toEqual([]);
});
