import { describe, expect, test } from 'vitest';
import { added, offers, spent } from '../../../functions/core/reader/addition.ts';
import { owedMail } from '../../../functions/core/reader/owed.ts';
import { type Request, requestFor } from '../../../functions/core/reader/request.ts';
import type { Addition, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const CLOSER = course(['one', 'two']);
const OTHER = { ...course(['x']), slug: 'other' as never };
const present = { now, courses: [CLOSER, OTHER] };
const { id, address, zone, days, hour } = reader();
const asked = (known: Subscriber, wish: Partial<Parameters<typeof requestFor>[0]>): Request => {
  const form = { address, zone, days, hour, course: CLOSER, newsletter: false, ...wish };
  const request = requestFor(form, known, { id, secret: 's' as never, now, details: {} });
  if (request === undefined) throw new Error('a reader may ask');
  return request;
};
const ANN = reader({
  hour: 8 as never,
  enrollments: [enrollment({ track: 'partner' as never, received: received('one') })],
});

const STOPPED: Subscriber = {
  ...ANN,
  enrollments: ANN.enrollments.map((one) => ({ ...one, stopped: true })),
};

describe('what a reader asks for and lacks', () => {
  const ROWS: readonly [
    why: string,
    wish: Parameters<typeof asked>[1],
    adds: readonly Addition[],
  ][] = [
    ['all of it is there', { track: 'partner' as never }, []],
    ['no version was chosen', {}, []],
    ['the newsletter', { newsletter: true }, ['newsletter']],
    ['another version', { track: 'friend' as never }, ['track']],
    ['another course, in whichever version', { course: OTHER, track: 'a' as never }, ['course']],
    ['two things', { newsletter: true, track: 'friend' as never }, ['newsletter', 'track']],
  ];
  test.for(ROWS)('%s', ([, wish, adds]) => {
    expect(asked(ANN, wish).asked).toMatchObject({ of: 'reader', adds });
  });

  test.for<[why: string, track: string, adds: readonly Addition[]]>([
    ['a course that they stopped, in their version', 'partner', ['course']],
    ['one that they stopped, and another version of it', 'friend', ['course', 'track']],
  ])('%s', ([, track, adds]) => {
    expect(asked(STOPPED, { track: track as never }).asked).toMatchObject({ of: 'reader', adds });
  });

  test('whoever typed it, no name or hour of theirs is in it', () => {
    const request = asked({ ...ANN, discreet: true }, { name: 'Win $500' });
    expect(request.name).toBeUndefined();
    expect(request.discreet, 'their mails are all so').toBe(true);
    expect(asked(ANN, { discreet: true }).discreet).toBeUndefined();
  });
});

describe('one yes adds one thing', () => {
  const both = asked(ANN, { newsletter: true, track: 'friend' as never });
  test('the newsletter, and nothing of the rest', () => {
    expect(added(ANN, both, 'newsletter', present)).toMatchObject({ newsletter: true });
  });

  test('a version, of that course alone', () => {
    const other = enrollment({ course: OTHER.slug, track: 'partner' as never });
    const one = { ...ANN, enrollments: [...ANN.enrollments, other] };
    const { enrollments } = added(one, both, 'track', present);
    expect(enrollments.map(({ track }) => track)).toEqual(['friend', 'partner']);
  });

  test('a course, behind those that they take; it begins at once where these are through', () => {
    const more = asked(ANN, { course: OTHER });
    const { enrollments, dueAt } = added(ANN, more, 'course', present);
    expect(enrollments.map((one) => one.course)).toEqual(['closer', 'other']);
    expect(dueAt, 'their next letter comes first').not.toBe(now);
    const through = { ...ANN, enrollments: [enrollment({ received: received('one', 'two') })] };
    expect(added(through, more, 'course', present).dueAt).toBe(now);
  });

  test('a course that they had stopped: it goes on where they were, in its place and version', () => {
    const other = enrollment({ course: OTHER.slug });
    const one = { ...STOPPED, enrollments: [...STOPPED.enrollments, other] };
    const request = asked(one, { track: 'friend' as never });
    const after = added(one, request, 'course', present);
    expect(after.enrollments).toEqual([...ANN.enrollments, other]);
    expect(owedMail(after, present.courses)).toMatchObject({ course: 'closer', lesson: 'two' });
    expect(added(after, request, 'course', present), 'twice is the same').toBe(after);
    expect(added(one, request, 'track', present).enrollments[0]).toMatchObject({
      track: 'friend',
      stopped: true,
    });
  });

  test.for<Addition>(['newsletter', 'track', 'course'])('%s twice is the same reader', (one) => {
    const request = asked(ANN, {
      newsletter: true,
      ...(one === 'course' ? { course: OTHER } : { track: 'friend' as never }),
    });
    const once = added(ANN, request, one, present);
    expect(once).not.toBe(ANN);
    expect(added(once, request, one, present)).toBe(once);
  });
});

test('what is left of a request offers the rest for its week, and sends nothing', () => {
  const request = asked(ANN, { newsletter: true });
  const rest = spent(request);
  expect(rest.dueAt).toBeUndefined();
  expect(offers(rest, 'newsletter', now)).toBe(true);
  expect(offers(rest, 'course', now)).toBe(false);
  expect(offers(rest, 'newsletter', at('2026-11-29T09:00:00Z'))).toBe(false);
});
