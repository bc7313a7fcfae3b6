import { describe, expect, test } from 'vitest';
import {
  type IdKey,
  isGenuine,
  type LinkSecret,
  minterOf,
  mintToken,
  type Purpose,
  parseToken,
  type SubscriberId,
  subscriberId,
} from '../../functions/core/token.ts';
import { reader } from '../support/builders.ts';

const { id } = reader();
const secret = 'first secret' as LinkSecret;
const PINNED = 'abcdefghijklmnop' as SubscriberId;
const genuine = (text: string, purpose: Purpose, key = secret) => {
  const token = parseToken(text);
  return token !== undefined && isGenuine(token, key, purpose);
};

describe('a token', () => {
  test('opens what it was made for', () => {
    expect(genuine(mintToken(secret, id, 'unsubscribe'), 'unsubscribe')).toBe(true);
  });

  test('is the one that links out there hold', () => {
    const out = (detail?: string) =>
      mintToken('abcdefghijklmnopqrstuvwxyz234567' as LinkSecret, PINNED, 'lesson', detail);
    expect(out('closeness')).toBe('abcdefghijklmnop.lfzxbeazajqu5x3ee5hwi2xp74.closeness');
    expect(out()).toBe('abcdefghijklmnop.dvk6yygwox3kvbgygymfb5nd6k');
  });

  test.for([
    ['short', 's'],
    ['of 32 letters, as ours are', 'abcdefghijklmnopqrstuvwxyz234567'],
    ['of a block of the hash', 'x'.repeat(64)],
    ['longer than that, which is hashed first (RFC 2104 §2)', 'x'.repeat(65)],
    ['of letters of more than a byte', 'ключ'],
  ] as const)('is what HMAC makes with a secret %s', ([, key]) => {
    const mint = minterOf({ id, secret: key as LinkSecret });
    for (const purpose of ['reply', 'unsubscribe', 'reply'] as const) {
      expect(genuine(mint(purpose), purpose, key as LinkSecret)).toBe(true);
      expect(genuine(mint(purpose, 'u~2036'), purpose, key as LinkSecret)).toBe(true);
    }
  });

  test('survives a mail server that folds case', () => {
    expect(genuine(mintToken(secret, id, 'reply').toUpperCase(), 'reply')).toBe(true);
  });

  test('fits a local part: 64 octets with the longest prefix (RFC 5321 §4.5.3.1.1)', () => {
    expect(`unsub+${mintToken(secret, id, 'unsubscribe')}`.length).toBeLessThanOrEqual(64);
  });

  const other = mintToken(secret, id, 'confirm');
  test.each([
    ['for another purpose', other, 'unsubscribe'],
    [
      'after erasure made a new secret',
      mintToken('another' as LinkSecret, id, 'confirm'),
      'confirm',
    ],
    [
      'with one letter changed',
      `${other.slice(0, -1)}${other.endsWith('a') ? 'b' : 'a'}`,
      'confirm',
    ],
    ['cut short', other.slice(0, -1), 'confirm'],
    ['with a detail added', `${other}.closeness`, 'confirm'],
    ['empty', '', 'confirm'],
    ['a path', '../../etc/passwd', 'confirm'],
  ] as const)('opens nothing %s', (_, text, purpose) => {
    expect(genuine(text, purpose)).toBe(false);
  });

  test('for one lesson opens no other lesson', () => {
    const text = mintToken(secret, id, 'lesson', 'closeness');
    expect(genuine(text, 'lesson')).toBe(true);
    expect(genuine(text.replace('closeness', 'touch'), 'lesson')).toBe(false);
  });
});

test('an id depends on the key, so that nobody can look an address up', () => {
  const address = reader().address;
  const key = (fill: number) => new Uint8Array(32).fill(fill) as IdKey;
  expect(subscriberId(key(1), address)).toBe(subscriberId(key(1), address));
  expect(subscriberId(key(1), address)).not.toBe(subscriberId(key(2), address));
});
