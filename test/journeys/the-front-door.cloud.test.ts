import { get as getRaw } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, person } from '../support/visitor.ts';

// Two issues are out, so that there is one to read, and a feed.
const { outside } = shippedCloud('2027-02-01T09:00:00Z');

/** An answer as it is on the wire: `fetch` would unpack it. */
async function onTheWire(path: string, accepted: string) {
  return new Promise<{ readonly headers: object; readonly body: Buffer }>((resolve, reject) => {
    getRaw(`${outside.url}${path}`, { headers: { 'accept-encoding': accepted } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

/** The paths of style sheet, script and icon on a page. */
const assetsOn = (page: string) =>
  [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);

describe('pages that are anybody’s go out packed, in bytes that unpack to the same', () => {
  test('the front page, the style, an issue, the feed', async () => {
    const front = await onTheWire('/', 'identity');
    const style = assetsOn(front.body.toString()).find((path) => path.endsWith('.css')) ?? '';
    const archive = (await onTheWire('/newsletter', 'identity')).body.toString();
    const [issue = 'none'] = /\/newsletter\/[a-z0-9-]+/.exec(archive) ?? [];
    for (const path of ['/', style, issue, '/feed.xml']) {
      const plain = await onTheWire(path, 'identity');
      const brotli = await onTheWire(path, 'gzip, deflate, br');
      const gzip = await onTheWire(path, 'gzip');
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(brotli.headers).toMatchObject({
        'content-encoding': 'br',
        'content-length': String(brotli.body.length),
        vary: 'Accept-Encoding',
      });
      expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' });
      expect(brotliDecompressSync(brotli.body).equals(plain.body), path).toBe(true);
      expect(gunzipSync(gzip.body).equals(plain.body), path).toBe(true);
      expect(brotli.body.length, path).toBeLessThan(plain.body.length / 2);
    }
  });

  test('and what they need is kept for a year', async () => {
    const front = (await onTheWire('/', 'identity')).body.toString();
    for (const path of assetsOn(front)) {
      expect((await onTheWire(path, 'br')).headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
  });

  test('a page that holds a reader’s token is as long as it is', async () => {
    const ann = person(outside, 'ann@example.net');
    await ann.signUp();
    const page = linkIn(await ann.latest(), 'confirm').slice(outside.url.length);
    expect((await onTheWire(page, 'br')).headers).not.toHaveProperty('content-encoding');
  });
});

test('a flood of the front page locks nobody out who wants to confirm, change or leave', async () => {
  const bob = person(outside, 'bob@example.net');
  await bob.signUp();
  // More than fit into the bucket, all at once: none comes back in time.
  const flood = Array.from({ length: 150 }, async () => {
    const { status } = await fetch(`${outside.url}/`, { method: 'HEAD' });
    return status;
  });
  const answers = await Promise.all(flood);
  expect(new Set(answers)).toEqual(new Set([200, 429]));
  // And on, while a reader comes.
  const going = Array.from({ length: 150 }, () => fetch(`${outside.url}/`, { method: 'HEAD' }));
  expect((await bob.confirm()).status).toBe(200);
  const mail = await bob.latest();
  const preferences = linkIn(mail, 'preferences');
  expect((await fetch(preferences)).status).toBe(200);
  const leave = linkIn(mail, 'unsubscribe');
  const oneClick = {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  };
  expect((await fetch(leave, oneClick)).status).toBe(200);
  await Promise.all(going);
});
