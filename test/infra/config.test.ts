import { describe, expect, test } from 'vitest';
import type { Publication } from '../../functions/core/publication.ts';
import { ConfigError, placeholders, readAccountConfig, refusal } from '../../infra/config.ts';
import { reader } from '../support/builders.ts';

const { zone, hour, days } = reader();
const publication = (fields: Partial<Publication> = {}): Publication => ({
  name: 'Letters',
  language: 'en',
  from: { name: 'Ann', address: 'letters@closer.org' as never },
  author: { name: 'Ann', address: 'ann@closer.org' as never },
  postalAddress: 'Ann Lee\nLong Road 5\nDublin',
  noteInDistress: true,
  defaults: { course: 'closer' as never, zone, hour, days },
  ...fields,
});
const complete: Record<string, unknown> = {
  domain: 'closer.org',
  hostedZoneId: '',
  replySubdomain: 'reply',
  alarmAddress: 'ann@closer.org',
};
const read = (fields: Record<string, unknown>, author = publication()) => {
  const context = { ...complete, ...fields };
  return readAccountConfig((key) => context[key], author);
};

test('a complete configuration derives the reply domain', () => {
  expect(read({}).replyDomain).toBe('reply.closer.org');
});

describe('a mistake names file, key, what was found and what is expected', () => {
  test.each([
    ['domain', 'Closer.ORG', 'expected a domain in lower case'],
    ['domain', undefined, 'expected a domain such as'],
    ['hostedZoneId', 'my zone', 'expected a Route 53 hosted zone id'],
    ['replySubdomain', 'reply.closer.org', 'expected one label'],
    ['alarmAddress', 'ann', 'expected an address'],
  ])('%s = %j', (key, value, expected) => {
    expect(() => read({ [key]: value })).toThrow(ConfigError);
    expect(() => read({ [key]: value })).toThrow(`cdk.json: context.${key}: found`);
    expect(() => read({ [key]: value })).toThrow(expected);
  });

  test('all of them at once', () => {
    expect(() => read({ domain: '', alarmAddress: '' })).toThrow(/domain[\s\S]*alarmAddress/);
  });

  test('a from-address that SES will not have verified', () => {
    const elsewhere = publication({ from: { name: 'Ann', address: 'ann@gmail.com' as never } });
    expect(() => read({}, elsewhere)).toThrow('content/publication.yaml: from.address: found');
  });
});

describe('placeholders', () => {
  test('none are left in a complete configuration', () => {
    expect(placeholders(read({}), publication())).toEqual([]);
  });

  test('one message lists every one of them, with its file and key', () => {
    const shipped = publication({
      from: { name: 'x', address: 'letters@example.com' as never },
      author: { name: 'x', address: 'author@example.com' as never },
      postalAddress: 'Your name\nStreet 1\n12345 City',
    });
    const config = read({ domain: 'example.com', alarmAddress: 'author@example.com' }, shipped);
    const message = refusal(placeholders(config, shipped));
    for (const key of [
      'domain',
      'alarmAddress',
      'from.address',
      'author.address',
      'postal-address',
    ]) {
      expect(message).toContain(key);
    }
    expect(message.split('\n')).toHaveLength(1);
  });
});
