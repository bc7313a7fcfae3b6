import { expect, test } from 'vitest';
import { cloudOf, httpApi, probe } from '../support/cloud.ts';

/** Of a thousandth a second, no machine is slow enough to get one back while a test runs. */
const SLOWLY = 0.001;
const limits = (ThrottlingBurstLimit: number) => ({
  ThrottlingRateLimit: SLOWLY,
  ThrottlingBurstLimit,
});

const { Stage, Route, ...api } = httpApi('WebFunction');
const route = (RouteKey: string) => {
  const { Properties, ...rest } = Route as { readonly Properties: object };
  return { ...rest, Properties: { ...Properties, RouteKey } };
};
const resources = {
  ...probe('WebFunction'),
  ...api,
  Root: route('ANY /'),
  Rest: route('ANY /{proxy+}'),
  Leave: route('ANY /unsubscribe/{token}'),
  Stage: {
    ...(Stage as object),
    Properties: {
      ...(Stage as { readonly Properties: object }).Properties,
      DefaultRouteSettings: limits(3),
      RouteSettings: { 'ANY /unsubscribe/{token}': limits(2) },
    },
  },
};

test('a bucket of tokens for each route that has limits, and one for the rest', async () => {
  const cloud = await cloudOf(resources);
  const ask = async (path: string) => (await fetch(`${cloud.url}${path}`)).status;
  const inTurn = async (...paths: readonly string[]) => {
    const answers: number[] = [];
    for (const path of paths) answers.push(await ask(path));
    return answers;
  };

  expect(await inTurn('/', '/anything', '/', '/', '/anything'), 'two routes share three').toEqual([
    200, 200, 200, 429, 429,
  ]);
  const refused = await fetch(`${cloud.url}/`);
  expect(refused.headers.get('content-type')).toBe('application/json');
  expect(await refused.json()).toEqual({ message: 'Too Many Requests' });
  expect(
    await inTurn('/unsubscribe/a', '/unsubscribe/b', '/unsubscribe/a'),
    'its own, for all tokens together',
  ).toEqual([200, 200, 429]);
  const { invocations } = await cloud.figures();
  expect(invocations, 'what is refused costs no Lambda').toEqual({ web: 5 });

  await cloud.advance('PT17M');
  expect(await inTurn('/', '/', '/unsubscribe/a', '/unsubscribe/a'), 'one came back').toEqual([
    200, 429, 200, 429,
  ]);
  await cloud.advance('P1D');
  expect(await inTurn('/', '/', '/', '/'), 'and never more than fit in').toEqual([
    200, 200, 200, 429,
  ]);
});
