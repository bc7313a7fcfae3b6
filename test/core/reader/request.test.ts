import { describe, expect, test } from 'vitest';
import { afterSending, owedMail } from '../../../functions/core/reader/owed.ts';
import {
  askedAgain,
  isOpen,
  joined,
  type Request,
  requestFor,
} from '../../../functions/core/reader/request.ts';
import type { Standing, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type LocalDate, plusSeconds, type Zone } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two'])] };
const [closer = course([])] = present.courses;
const { address, zone, days, id } = reader();
const SIGN_UP = { address, zone, hour: 20 as never, days, course: closer, newsletter: true };
const FRESH = { id, secret: 'fresh' as never, now, details: { course: 'closer' } };
const LEFT: Standing = { is: 'left', at: at('2026-11-20T09:00:00Z'), by: 'reply' };
const ask = (known?: Subscriber) => requestFor(SIGN_UP, known, FRESH);
const asked = () => {
  const request = ask();
  if (request === undefined) throw new Error('a new address may ask');
  return request;
};

describe('what is asked for at an address', () => {
  test('of nobody yet: one confirmation, now', () => {
    expect(ask()).toMatchObject({
      standing: { is: 'pending', since: now },
      dueAt: now,
      secret: 'fresh',
      asked: { at: now, details: { course: 'closer' } },
    });
  });

  test.for<[who: string, standing: Standing, may: boolean]>([
    ['a reader, who may want more', { is: 'active' }, true],
    ['a paused reader', { is: 'paused', since: now }, true],
    ['an address that bounced', { is: 'suppressed', at: now, because: 'hard-bounce' }, false],
    ['somebody who left', LEFT, true],
    ['who asked before requests lay apart, this week', { is: 'pending', since: now }, false],
    [
      'who asked before requests lay apart, and is forgotten',
      { is: 'pending', since: at('2026-11-15T09:00:00Z') },
      true,
    ],
  ])('of %s', ([, standing, may]) => {
    expect(ask(reader({ standing })) !== undefined).toBe(may);
  });

  test('of somebody who left it has the links that they know', () => {
    expect(ask(reader({ standing: LEFT }))?.secret).toBe(reader().secret);
  });
});

const DAY = 86_400;
const gone = (request = asked(), when = now) => {
  const owed = owedMail(request, present.courses);
  if (owed === undefined) throw new Error('a request is owed its mail');
  return afterSending(request, owed, present.courses, when) as typeof request;
};

describe('the second confirmation, and no third', () => {
  const later = (seconds: number) => plusSeconds(now, seconds);

  test('comes two days after the first by itself, under another name', () => {
    const [first, then] = [asked(), gone()];
    expect(then.dueAt).toBe(later(2 * DAY));
    const names = [first, then].map((one) => owedMail(one, present.courses));
    expect(new Set(names.map((name) => JSON.stringify(name))).size).toBe(2);
    const last = gone(then, later(2 * DAY));
    expect(last.dueAt, 'and that was all').toBeUndefined();
    expect(askedAgain(last, later(3 * DAY))).toBeUndefined();
  });

  test('news of the first, told again, is no news of the second', () => {
    const first = owedMail(asked(), present.courses);
    expect(first && afterSending(gone(), first, present.courses, later(60))).toEqual(gone());
  });

  test('does not come once its button would do nothing any more', () => {
    expect(gone(asked(), later(5 * DAY)).dueAt).toBeUndefined();
    expect(gone(asked(), later(5 * DAY - 1)).dueAt).toBe(later(7 * DAY - 1));
  });

  test('comes at once when it is asked for', () => {
    const again = askedAgain(gone(), later(60));
    expect(again).toEqual({ ...gone(), dueAt: later(60) });
    expect(again && gone(again, later(60)).dueAt).toBeUndefined();
  });

  const claim = {
    attempt: 'a' as never,
    at: now,
    zone,
    due: now,
    since: now,
    sinceZone: 'Europe/Berlin' as Zone,
    tried: now,
  };
  test.for<[why: string, request: Request, seconds: number]>([
    ['the first has not gone yet', asked(), 60],
    ['it has gone less than a minute ago', gone(), 59],
    ['it is under way by itself', gone(), 2 * DAY],
    ['nobody knows yet whether it went', { ...gone(), claim }, 60],
    ['the week is over', { ...gone(), dueAt: later(8 * DAY) }, 7 * DAY],
    ['it was withdrawn', { ...gone(), standing: LEFT }, 60],
  ])('is not hurried when %s', ([, request, seconds]) => {
    expect(askedAgain(request, later(seconds))).toBeUndefined();
  });

  test('is not sent to somebody who left, however often their address is typed', () => {
    const request = requestFor(SIGN_UP, reader({ standing: LEFT }), FRESH);
    const then = request && gone(request);
    expect(then?.dueAt).toBeUndefined();
    expect(then && askedAgain(then, later(60))).toBeUndefined();
  });
});

describe('who it makes of them, once they said yes', () => {
  const known = reader({
    name: 'Ann',
    standing: LEFT,
    last: { at: now, on: '2026-11-22' as LocalDate },
    enrollments: [
      enrollment({ received: received('one'), track: 'partner' as never }),
      enrollment({ course: 'other' as never }),
    ],
    revision: 7,
  });

  test('a new reader, with their wishes and nothing of the request', () => {
    const reader = joined(asked(), undefined, present);
    expect(reader).toMatchObject({ standing: { is: 'active' }, hour: 20, newsletter: true });
    expect(reader, 'the welcome leaves at once').toMatchObject({ dueAt: now, revision: 0 });
    expect(reader.asked).toBeUndefined();
  });

  test('the one who left, where they were: no letter and no welcome twice, their links good', () => {
    const back = joined(asked(), known, present);
    expect(back).toMatchObject({ name: 'Ann', secret: known.secret, revision: 7, hour: 20 });
    expect(back.enrollments).toEqual([
      { course: 'closer', welcomed: true, received: ['one'] },
      known.enrollments[1],
    ]);
    expect(back.dueAt, 'today’s letter was had').toBe('2026-11-23T19:00:00Z');
  });
});

describe('a button that is pressed', () => {
  test.for<[when: string, standing: Standing, at: string, open: boolean]>([
    ['in its week', { is: 'pending', since: now }, '2026-11-29T08:59:59Z', true],
    ['after it', { is: 'pending', since: now }, '2026-11-29T09:00:00Z', false],
    ['of a request that its owner did not want', LEFT, '2026-11-22T09:00:00Z', false],
  ])('%s', ([, standing, moment, open]) => {
    expect(isOpen({ ...asked(), standing }, at(moment))).toBe(open);
  });
});
