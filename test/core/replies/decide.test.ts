import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { isRepeated, mayAnswer } from '../../../functions/core/replies/answering.ts';
import { decide, decideAbsence } from '../../../functions/core/replies/decide.ts';
import { routeOf, type Trust, trustIn } from '../../../functions/core/replies/trust.ts';
import type { Understanding } from '../../../functions/core/replies/understand.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { mintToken } from '../../../functions/core/token.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two', 'three'])] };
const reading = (fields: Parameters<typeof reader>[0] = {}) =>
  reader({ enrollments: [enrollment({ received: received('one', 'two') })], ...fields });

describe('who may do what (mail-standards §7)', () => {
  const pause: Understanding = { intent: 'pause', until: '2026-12-06' };
  test.each<[string, Understanding, Trust, string, string | undefined]>([
    ['their own mail leaves', { intent: 'unsubscribe' }, 1, 'applied', 'goodbye'],
    [
      'a forwarder’s token leaves, with a notice',
      { intent: 'unsubscribe' },
      2,
      'applied',
      'goodbye',
    ],
    ['no token, but DMARC’s word: leaves', { intent: 'unsubscribe' }, 3, 'applied', 'goodbye'],
    ['a forged From only asks', { intent: 'unsubscribe' }, 4, 'confirm-asked', 'clarify'],
    ['their own mail pauses', pause, 1, 'applied', 'paused'],
    ['a forged From pauses nothing', pause, 4, 'confirm-asked', 'clarify'],
    ['only they themselves resume', { intent: 'resume' }, 1, 'applied', 'resumed'],
    ['a stolen token wakes nobody', { intent: 'resume' }, 2, 'confirm-asked', 'clarify'],
    ['a forged From gets no letters sent', { intent: 'resend' }, 4, 'confirm-asked', 'clarify'],
    ['a letter again', { intent: 'resend' }, 1, 'applied', undefined],
    ['what to say', { intent: 'help' }, 1, 'applied', 'help'],
    ['less often, but how?', { intent: 'schedule' }, 1, 'clarify-asked', 'help'],
    ['unclear', { intent: 'clarify', because: 'two-wishes' }, 1, 'clarify-asked', 'clarify'],
    ['a letter for the author', { intent: 'none' }, 1, 'forwarded', undefined],
  ])('%s', (_, understood, trust, outcome, answer) => {
    const decided = decide(understood, trust, reading(), present);
    expect([decided.outcome, decided.answer]).toEqual([outcome, answer]);
    if (decided.outcome !== 'applied') {
      expect(decided.change?.(reading()).is ?? 'unchanged').toBe('unchanged');
    }
  });

  test('who is asked is asked for a reason, which is kept', () => {
    const unsure: Understanding = { intent: 'clarify', because: 'ambiguous-date' };
    expect(decide(unsure, 1, reading(), present).because).toBe('ambiguous-date');
  });

  test.each<[string, Standing]>([
    ['left', { is: 'left', at: now, by: 'page' }],
    ['never confirmed', { is: 'pending', since: now }],
  ])('a resume by somebody who %s goes to the author and wakes nobody', (_, standing) => {
    expect(decide({ intent: 'resume' }, 1, reading({ standing }), present)).toEqual({
      intent: 'resume',
      outcome: 'forwarded',
      toAuthor: true,
    });
  });
});

describe('what an intent comes to', () => {
  test('skipping moves the letter by a day', () => {
    const subscriber = reading({ dueAt: at('2026-11-23T07:00:00Z') });
    expect(decide({ intent: 'skip' }, 1, subscriber, present).until).toBe('2026-11-24');
  });

  test.for<[string, Parameters<typeof reader>[0]]>([
    ['in a pause without an end', { standing: { is: 'paused', since: now } }],
    ['after the last letter', { standing: { is: 'active' } }],
  ])('skipping %s, when no letter is to come, starts none', ([, fields]) => {
    const decided = decide({ intent: 'skip' }, 1, reading(fields), present);
    expect(decided.outcome).toBe('forwarded');
    expect(decided.change?.(reading(fields)).is).toBe('unchanged');
  });

  test('“send me letter 1 again” counts what this reader received', () => {
    expect(decide({ intent: 'resend', lesson: 1 }, 1, reading(), present).again).toBe('one');
    expect(decide({ intent: 'resend' }, 1, reading(), present).again, 'the last').toBe('two');
    expect(decide({ intent: 'resend', lesson: 9 }, 1, reading(), present).outcome).toBe(
      'forwarded',
    );
  });

  test('weekdays at seven', () => {
    const wish: Understanding = { intent: 'schedule', days: '12345', hour: 19 };
    const change = decide(wish, 1, reading(), present).change?.(reading());
    expect(change).toMatchObject({ subscriber: { days: '12345', hour: 19 } });
  });
});

describe('a vacation note', () => {
  const until = '2026-12-01';
  test('with a day of return holds the letters, unanswered', () => {
    const decided = decideAbsence(until, 1, reading(), present);
    expect(decided).toMatchObject({ intent: 'pause', outcome: 'applied', until });
    expect(decided.answer).toBeUndefined();
    expect(decided.change?.(reading())).toMatchObject({
      subscriber: { dueAt: '2026-12-01T07:00:00Z' },
    });
  });

  test.each<[string, string | undefined, Trust, Standing]>([
    ['without a day', undefined, 1, { is: 'active' }],
    ['with a day that has passed', '2026-11-01', 1, { is: 'active' }],
    ['with a day that is today', '2026-11-22', 1, { is: 'active' }],
    ['from anybody', until, 4, { is: 'active' }],
    ['of somebody with a pause of their own', until, 1, { is: 'paused', since: now }],
  ])('%s changes nothing', (_, day, trust, standing) => {
    const decided = decideAbsence(day, trust, reading({ standing }), present);
    expect(decided).toEqual({ intent: 'none', outcome: 'ignored-automatic' });
  });

  test('that names another day than the last one holds them until then', () => {
    const standing = { is: 'paused', since: now, until: '2026-11-25' as LocalDate } as const;
    const absent = reading({ standing: { ...standing, absent: true } });
    const decided = decideAbsence(until, 1, absent, present);
    expect(decided).toMatchObject({ outcome: 'applied', until });
    expect(decided.change?.(absent)).toMatchObject({
      subscriber: { dueAt: '2026-12-01T07:00:00Z' },
    });
  });

  test('is over as soon as the reader writes, whatever they write', () => {
    const absent = reading({
      standing: { is: 'paused', since: now, until: until as LocalDate, absent: true },
    });
    const decided = decide({ intent: 'none' }, 2, absent, present);
    expect(decided.outcome).toBe('forwarded');
    expect(decided.change?.(absent)).toMatchObject({ subscriber: { standing: { is: 'active' } } });
  });
});

describe('two robots talking through us', () => {
  const answer = (intent: 'help' | 'pause' | 'status', minutes: number) => ({
    intent,
    words: 'w',
    at: at(new Date(Date.parse(now) - minutes * 60_000).toISOString()),
  });
  test.each([
    ['the first is answered', [], true],
    ['the same wish within a day is not', [answer('help', 60)], false],
    ['another wish is', [answer('pause', 60)], true],
    ['the same wish a day later is', [answer('help', 25 * 60)], true],
    [
      'five a week are enough',
      Array.from({ length: 5 }, (_, n) => answer('pause', 1500 * (n + 1))),
      false,
    ],
    [
      'a week later it starts anew',
      Array.from({ length: 5 }, () => answer('help', 8 * 1440)),
      true,
    ],
  ])('%s', (_, earlier, expected) => {
    expect(mayAnswer(earlier, 'help', now)).toBe(expected);
  });

  test('the same words within an hour are one mail sent twice', () => {
    expect(isRepeated([answer('help', 59)], 'w', now)).toBe(true);
    expect(isRepeated([answer('help', 61)], 'w', now)).toBe(false);
    expect(isRepeated([answer('help', 5)], 'other', now)).toBe(false);
    const between = { ...answer('status', 4), words: 'resume' };
    expect(isRepeated([answer('pause', 5), between], 'w', now), 'said anew').toBe(false);
  });
});

describe('whose word it is', () => {
  const { address, secret, id } = reader();
  test.each([
    ['token, From and DMARC', true, 'PASS', address, 1],
    ['a forwarder: token, another From', true, 'PASS', 'bob@example.com', 2],
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
