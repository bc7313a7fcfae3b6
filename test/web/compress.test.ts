import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codingFor } from '../../functions/web/compress.ts';
import { aReader, asking, linkOf, wishOf } from '../support/web-requests.ts';

const BROWSER = { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } };

describe('the coding that is asked for (RFC 9110 §12.5.3)', () => {
  const rows: readonly [
    reason: string,
    accepted: string | undefined,
    coding: string | undefined,
  ][] = [
    ['every browser', 'gzip, deflate, br, zstd', 'br'],
    ['an old proxy', 'gzip', 'gzip'],
    ['upper case is the same', 'GZIP', 'gzip'],
    ['it likes one better', 'br;q=0.5, gzip;q=0.8', 'gzip'],
    ['weights with spaces', 'br; q=0.1, gzip ; q=0.2', 'gzip'],
    ['all the same to it', '*', 'br'],
    ['anything but one', 'br;q=0, *', 'gzip'],
    ['none, said so', 'gzip;q=0, br;q=0', undefined],
    ['plain text only', 'identity', undefined],
    ['a coding that is not ours', 'deflate', undefined],
    ['a weight that is no number', 'br;q=much, gzip', 'gzip'],
    [
      'nothing said: anything would be allowed, and many a script would be lost',
      undefined,
      undefined,
    ],
    ['an empty header means plain', '', undefined],
  ];
  test.each(rows)('%s: %s', (_, accepted, coding) => expect(codingFor(accepted)).toBe(coding));
});

/** Style and script, by the names that a page gives them. */
async function assetsOf(page: string): Promise<readonly string[]> {
  const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(assets.map((path) => path.replace(/-[0-9a-f]{12}\./, '.'))).toEqual([
    '/assets/icon.svg',
    '/assets/style.css',
    '/assets/app.js',
  ]);
  return assets;
}

describe('what is anybody’s is packed', () => {
  const rows = ['/', '/?course=closer', '/newsletter', 'style.css'];
  test.each(rows)('%s', async (given) => {
    const { get } = asking();
    const page = await (await get('/')).text();
    const path = given === 'style.css' ? ((await assetsOf(page))[1] ?? '') : given;
    const plain = await get(path);
    expect(plain.headers.get('content-encoding')).toBeNull();
    const bytes = Buffer.from(await plain.arrayBuffer());

    const packed = await get(path, BROWSER);
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('content-type')).toBe(plain.headers.get('content-type'));
    const small = Buffer.from(await packed.arrayBuffer());
    expect(brotliDecompressSync(small).equals(bytes)).toBe(true);
    expect(small.length, 'less than two thirds').toBeLessThan((bytes.length * 2) / 3);

    const older = await get(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(Buffer.from(await older.arrayBuffer())).equals(bytes)).toBe(true);
    for (const { headers } of [plain, packed, older]) {
      expect(headers.get('vary')).toBe('Accept-Encoding');
    }
  });

  test('HEAD says what GET would, without a body', async () => {
    const { get } = asking();
    const head = await get('/', { ...BROWSER, method: 'HEAD' });
    expect(head.headers.get('content-encoding')).toBe('br');
    expect(await head.text()).toBe('');
  });

  test.each(['/health', '/robots.txt'])('%s fits into one packet as it is', async (path) => {
    expect((await asking().get(path, BROWSER)).headers.get('content-encoding')).toBeNull();
  });
});

describe('what holds a token, or what somebody typed, is not (BREACH)', () => {
  const links = [
    linkOf('confirm'),
    linkOf('unsubscribe'),
    linkOf('preferences'),
    linkOf('lesson', aReader(), 'closeness'),
    linkOf('check-in', aReader(), 'closeness'),
    wishOf('question', []),
  ];
  test.each(links)('%s', async (path) => {
    const { world, get } = asking();
    // Their letter is short here; what they are called stands in it.
    world.subscribers.seed(aReader({ name: 'n'.repeat(1100) }));
    const answer = await get(path, BROWSER);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect((await answer.arrayBuffer()).byteLength, 'long enough to be packed').toBeGreaterThan(
      1024,
    );
  });

  test('the form with what was typed into it', async () => {
    const body = new URLSearchParams({ email: 'ann at example' });
    const answer = await asking().get('/subscribe', { ...BROWSER, method: 'POST', body });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-encoding')).toBeNull();
  });
});

describe('what pages need besides themselves', () => {
  test('is kept for good, since its name says what is in it', async () => {
    const { get } = asking();
    const assets = await assetsOf(await (await get('/')).text());
    const style = await (await get(assets[1] ?? '')).text();
    const [, chevron = ''] = /--chevron:url\(([^)]+)\)/.exec(style) ?? [];
    for (const path of [...assets, chevron]) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  test('of another version is not there, and nobody remembers that', async () => {
    const { get } = asking();
    for (const path of await assetsOf(await (await get('/')).text())) {
      const other = path.replace(/-[0-9a-f]{12}\./, '-0123456789ab.');
      const answer = await get(other);
      expect(answer.status, other).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });
});
