import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { itemsIn } from '../../local/account/items.ts';

/** What answers at an address that somebody took for a local cloud's. */

let body = '';
const server = createServer((_, response) => response.end(body));
const listening = new Promise<string>((resolve) => {
  server.listen(0, '127.0.0.1', () =>
    resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  );
});
afterAll(() => server.close());

async function itemsAt(url: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const item of itemsIn({ is: 'local', url }, 'subscriber')) all.push(item);
  return all;
}

test.for([
  ['a page of something else', '<title>Router</title>'],
  ['JSON of something else', '{"status":"ok"}'],
  ['items that are none', '{"items":["one"]}'],
])('%s is no table', async ([, given = '']) => {
  body = given;
  const url = await listening;
  const all = itemsAt(url);
  await expect(all).rejects.toThrow(`No local cloud answers at ${url}.`);
});

test('a table is', async () => {
  body = '{"items":[{"sk":"subscriber","v":1},{"sk":"other"}]}';
  const all = await itemsAt(await listening);
  expect(all).toEqual([{ sk: 'subscriber', v: 1 }]);
});
