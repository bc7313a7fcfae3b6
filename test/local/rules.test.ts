import { describe, expect, test } from 'vitest';
import { clockTarget } from '../../local/cloud/clock.ts';
import { applies, type Statement } from '../../local/cloud/iam/policy.ts';
import { indexUnits } from '../../local/cloud/services/metering.ts';
import { matchRoute } from '../../local/cloud/web/routes.ts';
import { withoutStack } from '../../local/start/synthesize.ts';

describe('what a write costs an index (sending.md §1)', () => {
  const index = {
    IndexName: 'due',
    KeySchema: [{ AttributeName: 'shard' }, { AttributeName: 'at' }],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  };
  const table = [{ AttributeName: 'pk' }];
  const item = (at?: string, more: object = {}) => ({
    pk: { S: 'a' },
    shard: { S: '1' },
    ...more,
    ...(at !== undefined && { at: { S: at } }),
  });
  test.each([
    ['entering it', undefined, item('1'), 1],
    ['leaving it', item('1'), item(), 1],
    ['deletion', item('1'), undefined, 1],
    ['never in it', item(), item(undefined, { x: { S: 'y' } }), 0],
    ['nothing projected changed', item('1'), item('1', { x: { S: 'y' } }), 0],
    ['a key moved: a delete and a put', item('1'), item('2'), 2],
  ])('%s', (_, before, after, expected) => {
    expect(indexUnits(index, table, before, after, () => 100)).toBe(expected);
  });

  test('a projected attribute that is no key costs one, larger entries more', () => {
    const all = { ...index, Projection: { ProjectionType: 'ALL' } };
    const [before, after] = [item('1'), item('1', { x: { S: 'y' } })];
    expect(indexUnits(all, table, before, after, () => 100)).toBe(1);
    expect(indexUnits(all, table, before, after, () => 2000)).toBe(2);
  });
});

describe('policies', () => {
  const statement: Statement = {
    Effect: 'Allow',
    Action: ['s3:Get*'],
    Resource: ['arn:aws:s3:::b/in/*'],
    Condition: {},
  };
  const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/in/1', context: {} };
  test.each<[string, boolean, object, object]>([
    ['wildcards', true, {}, {}],
    ['actions know no case', true, {}, { action: 'S3:getobject' }],
    ['another action', false, {}, { action: 's3:PutObject' }],
    ['another resource', false, {}, { resource: 'arn:aws:s3:::b/out/1' }],
    ['a missing key', false, { Condition: { StringEquals: { k: ['v'] } } }, {}],
    [
      'a key in other case',
      true,
      { Condition: { StringEquals: { K: ['v'] } } },
      { context: { k: ['v'] } },
    ],
    [
      'a missing key, if it exists',
      true,
      { Condition: { StringEqualsIfExists: { k: ['v'] } } },
      {},
    ],
    [
      'a negated operator on a missing key',
      true,
      { Condition: { StringNotEquals: { k: ['v'] } } },
      {},
    ],
    [
      'all values, one wrong',
      false,
      { Condition: { 'ForAllValues:StringLike': { k: ['a*'] } } },
      { context: { k: ['ab', 'b'] } },
    ],
    ['all of no values', true, { Condition: { 'ForAllValues:StringLike': { k: ['a*'] } } }, {}],
    [
      'any value',
      true,
      { Condition: { 'ForAnyValue:StringLike': { k: ['a*'] } } },
      { context: { k: ['ab', 'b'] } },
    ],
  ])('%s: %s', (_, expected, more, asked) => {
    expect(applies({ ...statement, ...more }, { ...request, ...asked })).toBe(expected);
  });
});

describe('the clock', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  test.each([
    [{ advance: 'P1D' }, '2026-11-24T09:00:00.000Z'],
    [{ advance: 'PT90M' }, '2026-11-23T10:30:00.000Z'],
    [{ advance: 'P1M' }, '2026-12-23T09:00:00.000Z'],
    [{ to: '2026-12-01T08:00:00+01:00' }, '2026-12-01T07:00:00.000Z'],
  ])('%j', (wish, expected) => {
    expect(new Date(clockTarget(wish, now)).toISOString()).toBe(expected);
  });
  test.each([
    [{ to: '2026-11-23T08:59:59Z' }],
    [{ advance: '-P1D' }],
    [{ advance: 'tomorrow' }],
    [{ to: '2026-12-01' }],
    [{ advance: 'P1D', to: '2026-12-01T08:00:00Z' }],
    [{}],
    [null],
    ['P1D'],
  ])('%j is refused', (wish) => {
    expect(() => clockTarget(wish, now)).toThrow();
  });
});

describe('routes', () => {
  const route = (RouteKey: string) => ({ ApiId: 'api', RouteKey, Target: RouteKey });
  const routes = ['$default', 'ANY /{proxy+}', 'GET /a/{id}', 'ANY /a/b', 'POST /a/b'].map(route);
  test.each([
    ['GET', '/a/b', 'ANY /a/b'],
    ['POST', '/a/b', 'POST /a/b'],
    ['GET', '/a/1', 'GET /a/{id}'],
    ['PUT', '/a/1', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ])('%s %s: %s', (method, path, expected) => {
    expect(matchRoute(routes, method, path)?.route.RouteKey).toBe(expected);
  });
});

test('of an uncaught error a person reads its words only', () => {
  const printed = [
    'file:///x/infra/config.ts:12',
    '    throw new ConfigError(mistakes)',
    '          ^',
    '',
    "ConfigError: The configuration can't be used:",
    '  cdk.json: context.domain: expected a domain',
    '    at readAccountConfig (file:///x/infra/config.ts:12:11)',
    '    at file:///x/infra/app.ts:3:1',
    '',
    'Node.js v20.20.2',
  ].join('\n');
  expect(withoutStack(printed)).toBe(
    "The configuration can't be used:\n  cdk.json: context.domain: expected a domain",
  );
  expect(withoutStack('out of memory\n')).toBe('out of memory');
});
