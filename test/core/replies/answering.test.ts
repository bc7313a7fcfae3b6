import { describe, expect, test } from 'vitest';
import {
  CARE,
  isRepeated,
  isReplayed,
  mayAnswer,
  mayCare,
  seenAfter,
} from '../../../functions/core/replies/answering.ts';
import { routeOf, trustIn } from '../../../functions/core/replies/trust.ts';
import { mintToken } from '../../../functions/core/token.ts';
import { at, reader } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');

describe('two robots talking through us', () => {
  const answer = (words: string, minutes: number) => ({
    intent: 'help',
    words,
    at: at(new Date(Date.parse(now) - minutes * 60_000).toISOString()),
  });
  const many = (count: number, minutesApart: number, words?: string) =>
    Array.from({ length: count }, (_, n) => answer(words ?? `w${n}`, minutesApart * (n + 1)));
  const cared = (minutes: number) => ({ ...answer('cry', minutes), intent: CARE });
  test.for<[why: string, ReturnType<typeof many>, expected: boolean]>([
    ['the first is answered', [], true],
    ['who corrects what they said is answered', many(2, 10), true],
    ['six in a day are enough', many(6, 10), false],
    ['the day after they are not', many(6, 1500), true],
    ['fifteen in a week are enough', many(15, 600), false],
    ['the same words three times in a week are enough', many(3, 1500, 'w'), false],
    ['twice are not', many(2, 1500, 'w'), true],
    ['a week later it starts anew', many(15, 11_000), true],
  ])('%s', ([, earlier, expected]) => {
    expect(mayAnswer([...earlier].reverse(), 'w', now)).toBe(expected);
  });

  test.for<[why: string, ReturnType<typeof many>, expected: boolean]>([
    ['the first note goes out', [], true],
    ['a second one the day after does not: what they need is a person', [cared(1440)], false],
    ['three days after, one does', [cared(4321)], true],
    ['other answers are no note', many(2, 10), true],
    ['a robot that cries gets none', many(6, 10), false],
  ])('somebody in distress: %s', ([, earlier, expected]) => {
    expect(mayCare([...earlier].reverse(), 'w', now)).toBe(expected);
  });

  test('the same words within a day are one mail sent twice', () => {
    expect(isRepeated([answer('w', 1439)], 'w', now)).toBe(true);
    expect(isRepeated([answer('w', 1441)], 'w', now)).toBe(false);
    expect(isRepeated([answer('w', 5)], 'other', now)).toBe(false);
    expect(isRepeated([answer('w', 5), answer('resume', 4)], 'w', now), 'said anew').toBe(false);
  });
});

describe('a mail that comes again', () => {
  const first = { mail: 'a', as: 'one' };
  test('is known by its own name, whoever sends it again', () => {
    expect(isReplayed([first], { mail: 'a', as: 'two' })).toBe(true);
    expect(isReplayed([first], first), 'delivered again after a fault').toBe(false);
    expect(isReplayed([first], { mail: 'b', as: 'two' })).toBe(false);
  });

  test('is remembered, with the last sixty', () => {
    const seen = Array.from({ length: 70 }, (_, n) => ({ mail: `${n}`, as: 'x' }));
    const kept = seen.reduce<readonly (typeof first)[]>(seenAfter, []);
    expect(kept).toEqual(seen.slice(10));
  });
});

describe('whose word it is', () => {
  const { address, secret, id } = reader();
  test.each([
    ['token, From and DMARC', true, 'PASS', address, 1],
    ['a forwarder: token, another From', true, 'FAIL', 'bob@example.com', 2],
    ['somebody else, by DMARC’s word, with their token', true, 'PASS', 'bob@example.com', 4],
    ['a domain without DMARC', true, 'GRAY', address, 2],
    ['no token, DMARC’s word', false, 'PASS', address, 3],
    ['no token, no DMARC', false, 'GRAY', address, 4],
    ['scanning off', false, 'DISABLED', address, 4],
  ] as const)('%s', (_, genuineToken, dmarc, from, trust) => {
    expect(trustIn({ genuineToken, dmarc }, from as typeof address, address)).toBe(trust);
  });

  test.each([
    [`reply+${mintToken(secret, id, 'reply')}@reply.example.com`, 'reply'],
    [
      `UNSUB+${mintToken(secret, id, 'unsubscribe').toUpperCase()}@Reply.Example.com`,
      'unsubscribe',
    ],
    ['hello@reply.example.com', 'other'],
    ['reply+nonsense@reply.example.com', 'other'],
  ])('%s goes to %s', (recipient, to) => {
    expect(routeOf([recipient]).to).toBe(to);
  });
});
