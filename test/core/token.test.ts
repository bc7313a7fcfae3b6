import { describe, expect, test } from 'vitest';
import {
  type IdKey,
  isGenuine,
  type LinkSecret,
  mintToken,
  type Purpose,
  parseToken,
  subscriberId,
} from '../../functions/core/token.ts';
import { reader } from '../support/builders.ts';

const { id } = reader();
const secret = 'first secret' as LinkSecret;
const genuine = (text: string, purpose: Purpose, key = secret) => {
  const token = parseToken(text);
  return token !== undefined && isGenuine(token, key, purpose);
};

describe('a token', () => {
  test('opens what it was made for', () => {
    expect(genuine(mintToken(secret, id, 'unsubscribe'), 'unsubscribe')).toBe(true);
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
