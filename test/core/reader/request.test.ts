import { describe, expect, test } from 'vitest';
import type { CourseOutline, CourseSlug, Track, TrackId } from '../../../functions/core/course.ts';
import { erased } from '../../../functions/core/reader/lifecycle.ts';
import { afterSending, owedMail } from '../../../functions/core/reader/owed.ts';
import {
  askedAgain,
  isOpen,
  joined,
  type Request,
  requestFor,
} from '../../../functions/core/reader/request.ts';
import type { SignUp } from '../../../functions/core/reader/sign-up.ts';
import type { Standing, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type LocalDate, localDate, plusSeconds, type Zone } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two'])] };
const [closer = course([])] = present.courses;
const { address, zone, days, id } = reader();
const SIGN_UP = { address, zone, hour: 20 as never, days, course: closer, newsletter: true };
const FRESH = { id, secret: 'fresh' as never, now, details: { course: 'closer' } };
const LEFT = { is: 'left', at: at('2026-11-20T09:00:00Z'), by: 'reply' } as const;
const ACTIVE = { standing: { is: 'active' } } as const;
const PAUSED = { is: 'paused', since: at('2026-11-19T09:00:00Z') } as const;
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

  test('of an address that somebody moved away from: as of nobody’s, in one mail', () => {
    const remains = { ...erased(reader(), 'fresh' as never, now), standing: LEFT };
    const request = ask(remains);
    expect(request).toMatchObject({ hour: 20, newsletter: true, standing: { is: 'pending' } });
    expect(request?.asked.of).toBeUndefined();
    expect(request?.standing).not.toHaveProperty('another');
    expect(request && joined(request, remains, present)).toMatchObject({ address, zone, hour: 20 });
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
    expect(back).toEqual({ ...known, standing: { is: 'active' }, dueAt: '2026-11-23T07:00:00Z' });
  });
});

/** Whoever types the address of somebody who left may be a stranger. */
describe('who comes back is as they were, whatever was typed', () => {
  const [partner, friend] = ['partner', 'friend'] as unknown as TrackId[];
  const tracks = [partner, friend].map((one) => ({ id: one, label: 'x' }) as Track);
  const named = (slug: string): CourseOutline => ({
    ...course(['one', 'two']),
    slug: slug as CourseSlug,
    tracks,
  });
  const [taken, stopped, fresh] = [named('closer'), named('stopped'), named('new')] as const;
  const around = { now, courses: [taken, stopped, fresh] };
  const enrollments = [
    enrollment({ received: received('one'), ...(friend && { track: friend }) }),
    enrollment({ course: stopped.slug, stopped: true }),
  ];
  const gone = reader({ name: 'Ann', standing: LEFT, enrollments, revision: 7 });
  const ELSE: Partial<SignUp> = {
    name: 'Win $500',
    zone: 'Asia/Tokyo' as Zone,
    hour: 3 as never,
    days: '7' as never,
    newsletter: true,
    discreet: true,
    ...(partner && { track: partner }),
  };
  const backBy = (typed: Partial<SignUp>, who = gone) => {
    const request = requestFor({ ...SIGN_UP, course: taken, ...typed }, who, FRESH);
    if (request === undefined) throw new Error('whoever left may be asked');
    return { request, back: joined(request, who, around) };
  };
  const hadAll: Partial<Subscriber> = { newsletter: true, discreet: true, byTurns: true };

  test.for<[why: string, typed: Partial<SignUp>, who: Partial<Subscriber>, after: object]>([
    ['nothing of their own', {}, {}, {}],
    ['everything else', ELSE, {}, {}],
    ['less than they had', { newsletter: false }, hadAll, {}],
    ['a pause that they left in is over', {}, { standing: { ...LEFT, pause: PAUSED } }, {}],
    [
      'a course that they had stopped goes on in its place',
      { ...ELSE, course: stopped },
      {},
      { enrollments: [enrollments[0], enrollment({ course: stopped.slug })] },
    ],
    [
      'a course that they never took comes last, in the wording that they read in',
      { ...ELSE, course: fresh },
      {},
      {
        enrollments: [
          ...enrollments,
          { course: fresh.slug, track: friend, welcomed: false, received: [] },
        ],
      },
    ],
  ])('%s', ([, typed, fields, after]) => {
    const who = { ...gone, ...fields };
    const { request, back } = backBy(typed, who);
    const { dueAt: _, ...is } = back;
    // Issues that came meanwhile are not theirs.
    const issues = who.newsletter && { issues: back.issues };
    expect(back.issues?.from).toBe(who.newsletter ? localDate(now, who.zone) : undefined);
    expect(is).toEqual({ ...who, ...after, ...issues, standing: { is: 'active' } });
    // What their mail says of it is said of the request.
    const { name, zone, hour, days, newsletter, discreet } = who;
    expect(request).toMatchObject({ name, zone, hour, days, newsletter });
    expect(request.discreet).toBe(discreet);
  });

  test('a reader’s additions bring no wording of a course that their mail does not name', () => {
    const asks = requestFor({ ...SIGN_UP, ...ELSE, course: fresh }, { ...gone, ...ACTIVE }, FRESH);
    expect(asks).toMatchObject({
      name: 'Ann',
      enrollments: [{ course: fresh.slug, track: friend }],
    });
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
