import { describe, expect, test } from 'vitest';
import { PUBLICATION } from '../support/fake-library.ts';
import { asking } from '../support/web-requests.ts';

/** The page for who is not safe: nobody's in particular, and nothing on it tells whose letters lead there. */
const pageFor = async (acceptLanguage = '', path = '/safe') => {
  const { get } = asking();
  const answer = await get(path, { headers: { 'accept-language': acceptLanguage } });
  return { answer, page: await answer.text() };
};

test('names neither letters nor a publication, and tells the next site nothing', async () => {
  const { answer, page } = await pageFor();
  expect(answer.status).toBe(200);
  expect(page).not.toContain(PUBLICATION.name);
  expect(page).not.toContain('/icon.svg');
  expect(page).toMatch(/<title>Numbers to call<\/title>/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
});

test('says first that others may see it, then shows the way out, then a number', async () => {
  const { page } = await pageFor('de-DE');
  const places = ['role="note"', `href="${PUBLICATION.quickExit}"`, 'href="tel:'].map((part) =>
    page.indexOf(part),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the way out takes the place of the page, by its button or the Escape key', async () => {
  const { get } = asking();
  const { page } = await pageFor();
  const script = /src="([^"]+)"/.exec(page)?.[1] ?? '';
  const code = await (await get(script)).text();
  const run = (press: (on: Record<string, (event: object) => void>) => void) => {
    const on: Record<string, (event: object) => void> = {};
    const went: string[] = [];
    const exit = { href: 'https://elsewhere.example.org/', addEventListener: add };
    function add(name: string, listener: (event: object) => void) {
      on[name] = listener;
    }
    const body = { hidden: false };
    const document = {
      body,
      querySelector: (which: string) => (which === 'a[data-exit]' ? exit : null),
      querySelectorAll: () => [],
    };
    const location = { replace: (url: string) => went.push(url) };
    new Function('document', 'location', 'addEventListener', code)(document, location, add);
    press(on);
    return { went, hidden: body.hidden };
  };
  const event = { preventDefault: () => undefined };
  const gone = { went: ['https://elsewhere.example.org/'], hidden: true };
  expect(run((on) => on['click']?.(event))).toEqual(gone);
  expect(run((on) => on['keydown']?.({ ...event, key: 'Escape' }))).toEqual(gone);
  expect(run((on) => on['keydown']?.({ ...event, key: 'a' }))).toEqual({ went: [], hidden: false });
});

test('a number never breaks over two lines, and a phone calls it', async () => {
  const { page } = await pageFor();
  expect(page).toContain('<a href="tel:116123" rel="noreferrer">116\u00A0123</a>');
});

describe('speaks as its reader’s browser does', () => {
  test.each([
    ['', 'en'],
    ['de-AT,de;q=0.9', 'de'],
    ['xx, *;q=0.1, fr;q=0.5', 'fr'],
    ['not a language at all', 'en'],
  ])('%j', async (accept, language) => {
    expect((await pageFor(accept)).page).toContain(`<html lang="${language}"`);
  });

  test('or as they choose, in each language that there are words in', async () => {
    const { page } = await pageFor('de');
    const ways = [...page.matchAll(/href="(\/safe\?language=([a-z]+))"/g)];
    expect(ways.length).toBe(7);
    for (const [, path = '', language] of ways)
      expect((await pageFor('de', path)).page).toContain(`<html lang="${language}"`);
  });
});

test('nobody can post to it', async () => {
  const { postForm } = asking();
  expect((await postForm('/safe', {})).status).toBe(405);
});
