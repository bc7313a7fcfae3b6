import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { networkHash } from '../../functions/core/reader/sign-up-rate.ts';
import { webApp } from '../../functions/web/app.ts';
import type { GatewayEvent } from '../../functions/web/handler.ts';
import { STYLE } from '../../functions/web/style.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';
import { gatewayEvent, throughGateway, type Wire } from '../support/gateway.ts';
import { aReader, linkOf } from '../support/web-requests.ts';

type Body = Wire['body'];

const event = (method: string, path: string, body?: Body): GatewayEvent =>
  gatewayEvent({ method, path, ...(body && { body }) });

const call = (world: FakeWebWorld, given: GatewayEvent) => throughGateway(webApp(world), given);

describe('one-click through API Gateway, plain and base64 (U-02)', () => {
  const urlencoded = {
    type: 'application/x-www-form-urlencoded',
    text: 'List-Unsubscribe=One-Click',
  };
  const multipart = {
    type: 'multipart/form-data; boundary=b',
    text: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
  };
  test.each([
    [urlencoded, false],
    [urlencoded, true],
    [multipart, false],
    [multipart, true],
  ])('%o, base64 %s', async (body, base64) => {
    const world = fakeWebWorld();
    world.subscribers.seed(aReader());
    const answer = await call(world, event('POST', linkOf('unsubscribe'), { ...body, base64 }));
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(answer.headers).not.toHaveProperty('location');
    expect((await world.subscribers.load(aReader().id))?.standing).toMatchObject({
      is: 'left',
      by: 'one-click',
    });
  });
});

test('the limit counts what API Gateway saw, not what a header says', async () => {
  const world = fakeWebWorld();
  const body = { type: 'application/json', text: '{"email":"ann@example.com"}', base64: true };
  const given = event('POST', '/subscribe', body);
  expect(await call(world, given)).toMatchObject({ statusCode: 202 });
  given.headers['x-forwarded-for'] = '203.0.113.9';
  await call(world, given);
  const of = networkHash(await world.idKey(), given.requestContext.http.sourceIp);
  expect([...world.rateLimit.counts].filter(([source]) => source.startsWith(of))).toEqual([
    [expect.anything(), 2],
  ]);
});

test('1 MB in base64 is refused with 413', async () => {
  const body = { type: 'application/json', text: 'n'.repeat(1 << 20), base64: true };
  expect(await call(fakeWebWorld(), event('POST', '/subscribe', body))).toMatchObject({
    statusCode: 413,
    headers: { 'content-type': 'application/problem+json' },
  });
});

describe('what Fetch takes for no request is answered by the door, with its headers', () => {
  const page = { path: '/', headers: { 'content-type': 'text/plain' } };
  const body = { text: 'x', base64: true };
  test.each<[why: string, Wire, status: number]>([
    ['a GET with a body', { ...page, method: 'GET', body }, 200],
    ['a HEAD with a body', { ...page, method: 'HEAD', body }, 200],
    ['a cookie that another site set', { ...page, method: 'GET', cookies: ['price=5 €'] }, 200],
    ['a method that Fetch forbids', { ...page, method: 'TRACE' }, 405],
  ])('%s', async (_, wire, statusCode) => {
    const answer = await call(fakeWebWorld(), gatewayEvent(wire));
    expect(answer).toMatchObject({ statusCode, headers: { 'referrer-policy': 'no-referrer' } });
  });
});

test('HEAD has no body', async () => {
  expect(await call(fakeWebWorld(), event('HEAD', '/'))).toMatchObject({
    statusCode: 200,
    body: '',
  });
});

test.each([
  ['/', 'text/html; charset=UTF-8'],
  [STYLE.path, 'text/css; charset=utf-8'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
])('%s goes out as text', async (path, type) => {
  expect(await call(fakeWebWorld(), event('GET', path))).toMatchObject({
    isBase64Encoded: false,
    headers: { 'content-type': type },
  });
});

test.each(['/', STYLE.path])('%s, packed, goes out in base64', async (path) => {
  const world = fakeWebWorld();
  const plain = await call(world, event('GET', path));
  const given = event('GET', path);
  given.headers['accept-encoding'] = 'br';
  const packed = await call(world, given);
  expect(packed).toMatchObject({ isBase64Encoded: true, headers: { 'content-encoding': 'br' } });
  const bytes = brotliDecompressSync(Buffer.from(packed.body ?? '', 'base64'));
  expect(bytes.toString('utf8')).toBe(plain.body);
});
