import { describe, expect, test } from 'vitest';
import { wishesIn } from '../../local/account/arguments.ts';
import { sentenceFor } from '../../local/account/foreseen.ts';
import { environmentOf, regionIn } from '../../local/account/place.ts';

describe('the region', () => {
  test.for<readonly [string, string | undefined, Record<string, string>, string | undefined]>([
    ['what is said wins', 'eu-west-1', { AWS_REGION: 'us-east-1' }, 'eu-west-1'],
    ['the SDK’s variable', undefined, { AWS_REGION: 'us-east-1' }, 'us-east-1'],
    [
      'the CLI’s variable, which the SDK does not read',
      undefined,
      { AWS_DEFAULT_REGION: 'eu-west-1' },
      'eu-west-1',
    ],
    [
      'the CLI prefers the SDK’s',
      undefined,
      { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'eu-west-1' },
      'us-west-2',
    ],
    ['CDK’s own variable', undefined, { AMAZON_REGION: 'us-west-2' }, 'us-west-2'],
    [
      'an empty one is none',
      undefined,
      { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-1' },
      'eu-west-1',
    ],
    ['none: the profile is asked next', undefined, {}, undefined],
  ])('%s', ([, region, env, found]) => {
    expect(regionIn({ region }, env)).toBe(found);
  });
});

test('CDK gets the place that was found, and nothing by which it could find another', () => {
  const place = {
    account: '123456789012',
    region: 'eu-west-1',
    profile: 'ann',
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  };
  const shell = {
    PATH: '/bin',
    AWS_PROFILE: 'other',
    AWS_DEFAULT_PROFILE: 'other',
    AWS_REGION: 'us-east-1',
    AMAZON_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'other',
    AWS_SESSION_TOKEN: 'of the other key',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  };
  expect(environmentOf(place, shell)).toEqual({
    PATH: '/bin',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});

describe('arguments', () => {
  test('the common ones, a flag, and a value with an equals sign', () => {
    const args = [
      '--profile',
      'ann',
      '--region=eu-west-1',
      '-c',
      'domain=a.org',
      '--context',
      'x=1=2',
      '--json',
    ];
    expect(wishesIn(args, { flags: ['json', 'live'] })).toEqual({
      profile: 'ann',
      region: 'eu-west-1',
      context: { domain: 'a.org', x: '1=2' },
      flags: new Set(['json']),
      values: {},
    });
  });

  test.for<readonly [string, readonly string[], RegExp]>([
    [
      'one that is not known',
      ['--nope'],
      /Unknown option '--nope'.*Known: --profile, --region, -c key=value, --json/,
    ],
    ['a pair without a value', ['-c', 'domain'], /-c wants key=value, and got "domain"/],
  ])('%s', ([, args, message]) => {
    expect(() => wishesIn(args, { flags: ['json'] })).toThrow(message);
  });
});

describe('what had to be expected is a sentence', () => {
  const named = (name: string, message = '') => Object.assign(new Error(message), { name });
  test.for<readonly [string, unknown, RegExp | undefined]>([
    ['expired credentials', named('ExpiredToken'), /have expired. Sign in again/],
    [
      'an expired session',
      named('CredentialsProviderError', 'The SSO session has expired'),
      /aws sso login/,
    ],
    [
      'no credentials',
      named('CredentialsProviderError', 'Could not load'),
      /There are no AWS credentials/,
    ],
    ['keys of nobody', named('InvalidClientTokenId'), /does not know these credentials/],
    ['not allowed', named('AccessDenied'), /may not do that/],
    ['no network', Object.assign(new Error(''), { code: 'ENOTFOUND' }), /AWS does not answer/],
    ['a fault of ours', new TypeError('x is not a function'), undefined],
    ['no error at all', 'text', undefined],
  ])('%s', ([, error, sentence]) => {
    if (sentence === undefined) expect(sentenceFor(error)).toBeUndefined();
    else expect(sentenceFor(error)).toMatch(sentence);
  });
});
