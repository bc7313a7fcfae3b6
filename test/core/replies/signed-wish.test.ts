import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import type { Days } from '../../../functions/core/reader/schedule.ts';
import {
  type Audience,
  DAYS,
  mintWish,
  openWish,
} from '../../../functions/core/replies/signed-wish.ts';
import { type Act, actIn, codeOf } from '../../../functions/core/replies/wish-code.ts';
import { type LocalDate, plusSeconds, type Zone } from '../../../functions/core/time.ts';
import { mintToken, parseToken } from '../../../functions/core/token.ts';
import { at, reader } from '../../support/builders.ts';

const NOW = at('2026-11-22T09:00:00Z');
const day = (text: string) => text as LocalDate;
const CLOSER = 'closer' as CourseSlug;

const CODES: readonly (readonly [code: string, act: Act, why: string])[] = [
  ['l', { is: 'leave' }, 'a letter says it'],
  ['b.1795338000', { is: 'rejoin', of: NOW }, 'back again, after that leave and no other'],
  ['p', { is: 'pause' }, 'until they say so'],
  ['p.20261220', { is: 'pause', until: day('2026-12-20') }, 'until a day'],
  ['p..20261201', { is: 'pause', from: day('2026-12-01') }, 'from a day on'],
  [
    'p.20261220.20261201',
    { is: 'pause', from: day('2026-12-01'), until: day('2026-12-20') },
    'between days',
  ],
  ['r', { is: 'resume' }, 'now'],
  ['r.20261220', { is: 'resume', on: day('2026-12-20') }, 'from a day on'],
  ['s.450', { is: 'schedule', minutes: 450 }, 'half past seven'],
  ['s..135', { is: 'schedule', days: '135' as Days }, 'three days'],
  [
    's.0.1234567.america.argentina.ushuaia',
    {
      is: 'schedule',
      minutes: 0,
      days: '1234567' as Days,
      zone: 'America/Argentina/Ushuaia' as Zone,
    },
    'midnight, in a zone of three parts',
  ],
  ['k.2', { is: 'skip', count: 2 }, 'two letters'],
  ['a', { is: 'resend' }, 'the last one'],
  ['a.12', { is: 'resend', letter: 12 }, 'by its number'],
  ['t.couple', { is: 'track', to: 'couple' }, 'a version'],
  ['d.1', { is: 'discreet', on: true }, 'on'],
  ['n.0', { is: 'newsletter', on: false }, 'off'],
  ['e', { is: 'erase' }, 'their data'],
  ['x', { is: 'export' }, 'their data'],
  ['v.closer.2', { is: 'again-course', of: CLOSER, time: 2 }, 'as the time that was offered'],
  ['v.closer', { is: 'again-course', of: CLOSER }, 'as a link of before says it'],
  ['y.closer.9.2', { is: 'back-course', of: CLOSER, had: 9, time: 2 }, 'back from that time'],
  ['o.o3vrnil0e2ic28tr', { is: 'no-wish', mail: 'o3vrnil0e2ic28tr' }, 'a mail of SES’s'],
];

describe('a wish as a code', () => {
  test.for(CODES)('%s is %o: %s', ([code, act]) => {
    expect(codeOf(act)).toBe(code);
    expect(actIn(code)).toEqual(act);
  });

  test.for([
    ['', 'nothing'],
    ['z', 'no such letter'],
    ['l.x', 'more than it says'],
    ['v.closer.0', 'no such time'],
    ['y.closer.9', 'back from no time'],
    ['p.20260230', 'no such day'],
    ['p.2026', 'half a day'],
    ['s.445', 'no half hour'],
    ['s.1440', 'no time of a day'],
    ['s..8', 'no such weekday'],
    ['s...mars.base', 'no such zone'],
    ['k', 'none to skip'],
    ['k.0', 'none to skip'],
    ['a.0', 'no such letter'],
    ['t.family', 'no such version'],
    ['d.2', 'neither on nor off'],
    ['o', 'no mail'],
  ])('%o is none: %s', ([code = '']) => {
    expect(actIn(code)).toBeUndefined();
  });

  test('never holds an address', () => {
    expect(codeOf({ is: 'address', to: 'jo@example.net' })).toBe('m');
  });
});

describe('a link that does something', () => {
  const one = reader();
  const open = (token: string, now = NOW, secret = one.secret) => {
    const parsed = parseToken(token);
    return parsed && openWish(parsed, secret, now);
  };
  const PAUSE = { is: 'pause', until: day('2026-12-20') } as const;

  test.for(Object.entries(DAYS) as [Audience, number][])(
    'for a link’s use %s works for %i days',
    ([audience, days]) => {
      const token = mintWish(one, audience, [PAUSE], NOW);
      const last = plusSeconds(NOW, days * 86_400);
      expect(open(token, last)).toEqual({ audience, acts: [PAUSE], isOver: false });
      expect(open(token, plusSeconds(last, 86_400))?.isOver).toBe(true);
    },
  );

  test('holds all of several wishes, in capitals too', () => {
    const acts = CODES.slice(0, 6).map(([, act]) => act);
    expect(open(mintWish(one, 'undo', acts, NOW).toUpperCase())?.acts).toEqual(acts);
  });

  test('of no wish is “neither”', () => {
    expect(open(mintWish(one, 'question', [], NOW))?.acts).toEqual([]);
  });

  test.for<[why: string, token: string, secret?: string]>([
    ['another’s secret', mintWish(one, 'undo', [PAUSE], NOW), 'another'],
    ['a wish that was put in', mintWish(one, 'undo', [PAUSE], NOW).replace(/~p.*/, '~l')],
    ['a later day that was put in', mintWish(one, 'undo', [PAUSE], NOW).replace('~2026', '~2036')],
    ['another use', mintWish(one, 'undo', [PAUSE], NOW).replace('.u~', '.q~')],
    ['a token for something else', mintToken(one.secret, one.id, 'preferences', 'u~20361220~l')],
  ])('is none of ours with %s', ([, token, secret = one.secret]) => {
    expect(open(token, NOW, secret as typeof one.secret)).toBeUndefined();
  });

  test.for<[act: Act, allowed: boolean, why: string]>([
    [PAUSE, true, 'it can be taken back'],
    [{ is: 'leave' }, true, 'coming back is offered'],
    [{ is: 'rejoin', of: NOW }, true, 'it takes a leave back'],
    [{ is: 'no-wish', mail: 'm1' }, true, 'a label'],
    [{ is: 'erase' }, false, 'nobody can take it back'],
    [{ is: 'export' }, false, 'it is the reader’s data'],
    [{ is: 'schedule', minutes: 0 }, false, 'their hour is theirs'],
  ])('of an author, %o: %s, because %s', ([act, allowed]) => {
    expect(open(mintWish(one, 'author', [act], NOW)) !== undefined).toBe(allowed);
  });
});
