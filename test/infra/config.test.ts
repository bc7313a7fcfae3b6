import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ConfigError,
  placeholders,
  refusal,
  servesWebDomain,
  stackName,
} from '../../infra/config.ts';
import { accountConfig, publication } from '../support/account-config.ts';

test('a complete configuration derives the reply domain', () => {
  expect(accountConfig({}).replyDomain).toBe('reply.closer.org');
});

test('what came later may be left out, so that an older cdk.json still works', () => {
  expect(accountConfig()).toMatchObject({
    webDomain: '',
    certificateArn: '',
    stage: '',
    receiptRuleSet: '',
    table: '',
    dmarc: 'ours',
    identity: 'ours',
    concurrency: 10,
    sendRate: 14,
    monthlyBudget: 25,
    runbookUrl: '',
  });
});

test('a number may come from the command line, as text', () => {
  expect(accountConfig({ concurrency: '1000' }).concurrency).toBe(1000);
});

test.for([
  ['', 'Kindling'],
  ['staging', 'Kindling-staging'],
] as const)('stage "%s" is the stack %s', ([stage, name]) => {
  expect(stackName(accountConfig({ stage }))).toBe(name);
});

describe('a mistake names file, key, what was found and what is expected', () => {
  test.each([
    ['domain', 'Closer.ORG', 'expected a domain in lower case'],
    ['domain', undefined, 'expected a domain such as'],
    ['hostedZoneId', 'my zone', 'expected a Route 53 hosted zone id'],
    ['replySubdomain', 'reply.closer.org', 'expected one label'],
    ['alarmAddress', 'ann', 'expected an address'],
    ['webDomain', 'https://read.closer.org/', 'expected a host'],
    ['certificateArn', 'read.closer.org', 'expected the ARN of a certificate'],
    ['stage', 'My Stage', 'expected a word'],
    ['receiptRuleSet', 'our rules', 'expected the name of a receipt rule set'],
    ['table', 'no', 'expected the name of a DynamoDB table'],
    ['dmarc', 'none', 'expected "ours" or "theirs"'],
    ['identity', 'theirs', 'expected "ours" or "adopt"'],
    ['concurrency', 'many', 'expected a whole number'],
    ['concurrency', 9, 'expected a whole number, 10 or more'],
    ['sendRate', 0, 'expected a whole number, 1 or more'],
    ['monthlyBudget', -1, 'expected a whole number of US dollars'],
    ['runbookUrl', 'http://closer.org/runbook', 'expected an https address'],
  ])('%s = %j', (key, value, expected) => {
    expect(() => accountConfig({ [key]: value })).toThrow(ConfigError);
    expect(() => accountConfig({ [key]: value })).toThrow(`cdk.json: context.${key}: found`);
    expect(() => accountConfig({ [key]: value })).toThrow(expected);
  });

  test('all of them at once', () => {
    expect(() => accountConfig({ domain: '', alarmAddress: '' })).toThrow(
      /domain[\s\S]*alarmAddress/,
    );
  });

  test.for([
    ['reply.closer.org', '', 'it gets replies'],
    ['bounce.closer.org', 'Z0123456789ABC', 'it gets bounces'],
    ['closer.org', '', 'it gets mail, and can’t be a CNAME as well'],
  ] as const)('pages at %s, in zone "%s": %s', ([webDomain, hostedZoneId]) => {
    expect(() => accountConfig({ webDomain, hostedZoneId })).toThrow('context.webDomain: found');
  });

  test('a from-address that SES will not have verified', () => {
    const elsewhere = publication({ from: { name: 'Ann', address: 'ann@gmail.com' as never } });
    expect(() => accountConfig({}, elsewhere)).toThrow(
      'content/publication.yaml: from.address: found',
    );
  });
});

describe('pages at a name of their own need a certificate', () => {
  const [zone, arn] = ['Z0123456789ABC', 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b'];
  test.for([
    ['', '', '', false, 'no name'],
    ['read.closer.org', zone, '', true, 'made in the zone'],
    ['closer.org', zone, '', true, 'the zone’s own name can be an alias'],
    ['read.closer.org', '', '', false, 'nobody would see the record that it waits for'],
    ['read.closer.org', '', arn, true, 'made before'],
    ['notcloser.org', zone, '', false, 'another zone'],
    ['lee.net', zone, arn, true, 'another zone, made before'],
  ] as const)('%s, zone "%s", certificate "%s": %s (%s)', ([webDomain, zone, arn, served]) => {
    const config = accountConfig({ webDomain, hostedZoneId: zone, certificateArn: arn });
    expect(servesWebDomain(config)).toBe(served);
    const open = placeholders(config, publication()).join('');
    expect(open.includes('certificateArn')).toBe(webDomain !== '' && !served);
  });
});

describe('placeholders', () => {
  test('none are left in a complete configuration', () => {
    expect(placeholders(accountConfig({}), publication())).toEqual([]);
  });

  test('one message lists every one of them, with its file and key', () => {
    const shipped = publication({
      from: { name: 'x', address: 'letters@example.com' as never },
      author: { name: 'x', address: 'author@example.com' as never },
      postalAddress: 'Your name\nStreet 1\n12345 City',
      signature: 'Your name',
    });
    const config = accountConfig(
      { domain: 'example.com', alarmAddress: 'author@example.com' },
      shipped,
    );
    const message = refusal(placeholders(config, shipped));
    for (const key of [
      'domain',
      'alarmAddress',
      'from.address',
      'author.address',
      'postal-address',
      'signature',
    ]) {
      expect(message).toContain(key);
    }
    expect(message.split('\n')).toHaveLength(1);
  });
});

describe('every key', () => {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
    readonly context: Readonly<Record<string, unknown>>;
  };
  const keys = Object.keys(context).filter((key) => !key.startsWith('@'));

  test('that can be said is in cdk.json, to be filled in', () => {
    const { replyDomain: _, ...said } = accountConfig();
    expect(keys.toSorted()).toEqual([...Object.keys(said), 'replySubdomain'].toSorted());
  });

  test('has its row in docs/configuration.md', () => {
    const rows = readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `(\w+)` \|/gm);
    expect([...rows].map(([, key]) => key)).toEqual(keys);
  });
});
