import { brotliDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handle, type LambdaContext } from 'hono/aws-lambda';
import { describe, expect, test } from 'vitest';
import { networkHash } from '../../functions/core/reader/sign-up-rate.ts';
import { webApp } from '../../functions/web/app.ts';
import { STYLE } from '../../functions/web/style.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';
import { aReader, linkOf } from '../support/web-requests.ts';

/** An HTTP API event, payload version 2.0, as API Gateway hands it to the function. */
function event(
  method: string,
  path: string,
  body?: { readonly type: string; readonly text: string; readonly base64: boolean },
): APIGatewayProxyEventV2 {
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: '' };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'letters.example.com', ...(body && { 'content-type': body.type }) },
    requestContext: { http, domainName: 'letters.example.com', stage: '$default' },
    isBase64Encoded: body?.base64 ?? false,
    ...(body && { body: body.base64 ? Buffer.from(body.text).toString('base64') : body.text }),
  } as unknown as APIGatewayProxyEventV2;
}

async function call(
  world: FakeWebWorld,
  given: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const answer = handle(webApp(world))(given as never, {} as LambdaContext);
  return (await answer) as unknown as APIGatewayProxyStructuredResultV2;
}

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
