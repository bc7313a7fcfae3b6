import { expect, test } from 'vitest';
import { cloudOf, httpApi, probe } from '../support/cloud.ts';

interface Echo {
  readonly event: {
    readonly rawPath: string;
    readonly rawQueryString: string;
    readonly queryStringParameters?: Readonly<Record<string, string>>;
    readonly cookies?: readonly string[];
    readonly headers: Readonly<Record<string, string>>;
    readonly isBase64Encoded: boolean;
    readonly requestContext: { readonly http: { readonly method: string } };
  };
  readonly body: string;
  readonly left: number;
  readonly now: number;
}

const resources = {
  ...probe('WebFunction', [], { Environment: { Variables: { GREETING: 'hi' } } }),
  ...httpApi('WebFunction'),
};

test.each([
  ['text/plain', false],
  ['application/json; charset=utf-8', false],
  ['application/x-www-form-urlencoded', true],
  ['multipart/form-data; boundary=x', true],
  [undefined, true],
])('a body of type %s arrives in base64: %s', async (type, isBase64Encoded) => {
  const cloud = await cloudOf(resources);
  const response = await fetch(`${cloud.url}/event?a=1&a=2&b=%20`, {
    method: 'POST',
    headers: { cookie: 'x=1; y=2', ...(type && { 'content-type': type }) },
    body: Buffer.from('a=ü&b=2'),
  });
  const { event, body, left, now } = (await response.json()) as Echo;
  expect(event).toMatchObject({
    rawPath: '/event',
    rawQueryString: 'a=1&a=2&b=%20',
    queryStringParameters: { a: '1,2', b: ' ' },
    cookies: ['x=1', 'y=2'],
    isBase64Encoded,
    requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
  });
  expect(event.headers['cookie']).toBeUndefined();
  expect(body).toBe('a=ü&b=2');
  expect(left).toBeGreaterThan(0);
  expect(new Date(now).toISOString(), "the function's clock is the cloud's").toMatch(
    /^2026-11-23T09:0/,
  );
});

test('answers as API Gateway does, and a broken function breaks nothing else', async () => {
  const cloud = await cloudOf(resources);
  const status = async (path: string) => (await fetch(`${cloud.url}${path}`)).status;

  const plain = await fetch(`${cloud.url}/anything`);
  expect([plain.status, await plain.text()]).toEqual([200, 'hello']);
  const cookies = await fetch(`${cloud.url}/cookies`);
  expect(cookies.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await cookies.text()).toBe('hi');

  expect(await status('/throw')).toBe(500);
  expect(await status('/exit')).toBe(500);
  expect(await status('/anything')).toBe(200);
  const large = await fetch(`${cloud.url}/event`, {
    method: 'POST',
    body: Buffer.alloc(10 * 1024 * 1024 + 1),
  }).catch((error: unknown) => error);
  expect(large).toMatchObject({ status: 413 });
  const { failures } = await cloud.figures();
  expect(failures).toEqual({ web: 2 });
});

test('a function that takes too long is ended, and the next request starts it anew', async () => {
  const cloud = await cloudOf({ ...resources, ...probe('WebFunction', [], { Timeout: 1 }) });
  const status = async (path: string) => (await fetch(`${cloud.url}${path}`)).status;
  expect(await status('/hang')).toBe(500);
  expect(await status('/anything')).toBe(200);
  const { failures } = await cloud.figures();
  expect(failures).toEqual({ web: 1 });
});

test('an error that is thrown stands in the log with all that it carries, as Lambda prints it', async () => {
  const { get, url } = await cloudOf({ ...probe('WebFunction'), ...httpApi('WebFunction') });
  await fetch(`${url}/throw`);
  const [line] = await get<readonly { readonly text: string }[]>('/_local/logs');
  const [heading, printed = ''] = line?.text.split('\t') ?? [];
  expect(heading).toBe('Invoke Error ');
  expect(JSON.parse(printed)).toEqual({
    errorType: 'Error',
    errorMessage: 'thrown as asked',
    asked: 'so',
    stack: expect.arrayContaining(['Error: thrown as asked']),
  });
});

test('a function sees its own environment and nothing of the machine', async () => {
  process.env['SECRET_OF_THE_AUTHOR'] = 'x';
  const cloud = await cloudOf(resources);
  const environment = await cloud.get<Readonly<Record<string, string>>>('/environment');
  expect(environment).toMatchObject({ GREETING: 'hi', AWS_LAMBDA_FUNCTION_NAME: 'WebFunction' });
  expect(environment['SECRET_OF_THE_AUTHOR']).toBeUndefined();
  expect(environment['HOME']).toBeUndefined();
});

test('without its permission the function is not reached, and that is seen', async () => {
  const { ApiPermission: _, ...rest } = resources;
  const cloud = await cloudOf(rest);
  expect((await fetch(`${cloud.url}/`)).status).toBe(500);
  const { denied } = await cloud.figures();
  expect(denied).toMatchObject([
    { function: 'apigateway.amazonaws.com', action: 'lambda:InvokeFunction' },
  ]);
});
