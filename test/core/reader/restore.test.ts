import { describe, expect, test } from 'vitest';
import { broughtBack, completed, type Loss } from '../../../functions/core/reader/restore.ts';
import type { Standing, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Rest } from '../../../functions/core/rest.ts';
import { at, claim, enrollment, received } from '../../support/builders.ts';
import { ann, COURSES, had, loss } from '../../support/losses.ts';

const NOON = at('2026-11-25T12:00:00Z');
const resting = (from: string, until: string) =>
  COURSES.map((one) => ({ ...one, rests: [{ from, until } as Rest] }));
const lessons = ({ enrollments }: Subscriber) => enrollments[0]?.received;

describe('of whoever gets nothing any more', () => {
  const flight = { claim: claim(at('2026-11-23T11:59:59Z')) };
  const left = (text: string): Standing & { is: 'left' } => ({
    is: 'left',
    at: at(text),
    by: 'page',
  });
  test.for<
    readonly [reason: string, Subscriber, end: ReturnType<typeof left> | undefined, got: string[]]
  >([
    [
      'a mail in flight whose proof is too old counts as sent',
      ann({ claim: claim(at('2026-11-16T07:00:00Z')), standing: left('2026-11-16T07:00:01Z') }),
      undefined,
      ['one', 'two'],
    ],
    [
      'a mail in flight counts as sent, if they left after the copy: its news may have come',
      ann(flight),
      left('2026-11-23T12:00:01Z'),
      ['one', 'two'],
    ],
    ['so does what was due until they left', ann(), left('2026-11-24T12:00:00Z'), ['one', 'two']],
    ['and nothing else', ann(), left('2026-11-24T06:59:00Z'), ['one']],
  ])('%s: they may come back', ([, copy, end, got]) => {
    const back = broughtBack(copy, end, loss({ lostAt: NOON }));
    expect(lessons(back)).toEqual(got);
    expect(back.standing).toEqual(end ?? copy.standing);
    expect(back.dueAt).toBeUndefined();
    expect(back.claim).toBeUndefined();
  });
});

/** A letter that was on its way in the second of the copy, and what an hour of loss a minute later is. */
const FLIGHT = { dueAt: at('2026-11-23T11:59:00Z'), claim: claim(at('2026-11-23T11:59:59Z')) };
const A_MINUTE = { lostAt: at('2026-11-23T12:01:00Z') };

describe('a mail in flight, with nothing between the copy and the loss', () => {
  test('stays in doubt with its due moment: its proof tells whether it went', () => {
    const copy = ann(FLIGHT);
    expect(broughtBack(copy, undefined, loss())).toEqual(copy);
  });

  test('stays in doubt to the last minute in which its proof is kept', () => {
    const back = broughtBack(ann(FLIGHT), undefined, loss({ now: at('2026-12-01T11:59:59Z') }));
    expect(back.claim).toEqual(FLIGHT.claim);
  });

  test('stays in doubt for whoever had left, should they come back, and is owed no more', () => {
    const standing: Standing = { is: 'left', at: at('2026-11-23T11:59:59Z'), by: 'page' };
    const { dueAt: _, ...left } = ann({ ...FLIGHT, standing });
    expect(broughtBack({ ...left, ...FLIGHT }, undefined, loss())).toEqual(left);
  });
});

describe('of whom only the copy knows', () => {
  test.for<readonly [reason: string, Subscriber, Partial<Loss>, got: string[], due?: string]>([
    [
      'nothing went out between the copy and the loss, so nothing counts as sent',
      ann(),
      {},
      ['one'],
      '2026-11-26T07:00:00Z',
    ],
    [
      'two mornings had passed, so two letters went out',
      ann(),
      { lostAt: NOON },
      ['one', 'two', 'three'],
      '2026-11-26T07:00:00Z',
    ],
    [
      'the third would be due a minute after the loss',
      ann(),
      { lostAt: at('2026-11-25T06:59:00Z') },
      ['one', 'two'],
      '2026-11-26T07:00:00Z',
    ],
    [
      'a mail in flight counts as sent if there was a minute for its news: a second copy is worse',
      ann(FLIGHT),
      A_MINUTE,
      ['one', 'two'],
      '2026-11-26T07:00:00Z',
    ],
    [
      'so does one in doubt for longer than its proof is kept',
      ann(FLIGHT),
      { now: at('2026-12-01T12:00:00Z') },
      ['one', 'two'],
      '2026-12-02T07:00:00Z',
    ],
    [
      'what was late already is not lost, when nothing went out since',
      ann({ dueAt: at('2026-11-23T07:00:00Z') }),
      {},
      ['one'],
      '2026-11-26T07:00:00Z',
    ],
    [
      'the course rested on one of the mornings',
      ann(),
      { lostAt: NOON, courses: resting('2026-11-24', '2026-11-24') },
      ['one', 'two'],
      '2026-11-26T07:00:00Z',
    ],
    [
      'a mail in flight counts as sent also on a day that is one of rest now',
      ann(FLIGHT),
      { ...A_MINUTE, courses: resting('2026-11-23', '2026-12-01') },
      ['one', 'two'],
      '2026-12-02T07:00:00Z',
    ],
    [
      'a mail in flight counts as sent also to whoever pauses, on a day that is one of rest now',
      ann({
        standing: { is: 'paused', since: at('2026-11-23T11:59:59Z') },
        ...FLIGHT,
      }),
      { ...A_MINUTE, courses: resting('2026-11-23', '2026-12-01') },
      ['one', 'two'],
    ],
    [
      'the course ends, and so does what can have been sent',
      ann({ enrollments: had('one', 'two', 'three') }),
      { lostAt: NOON },
      ['one', 'two', 'three', 'four'],
    ],
    [
      'an open pause owes nothing',
      ann({ standing: { is: 'paused', since: at('2026-11-23T08:00:00Z') } }),
      {},
      ['one'],
    ],
  ])('%s', ([, copy, given, got, due]) => {
    const back = broughtBack(copy, undefined, loss(given));
    expect(lessons(back)).toEqual(got);
    expect(back.dueAt).toBe(due);
    expect(back.claim).toBeUndefined();
  });

  test.for<readonly [reason: string, copy: Standing, Standing | undefined, becomes: string]>([
    ['left after the copy', { is: 'active' }, { is: 'left', at: NOON, by: 'page' }, 'left'],
    [
      'complained after the copy',
      { is: 'active' },
      { is: 'suppressed', at: NOON, because: 'complaint' },
      'suppressed',
    ],
    ['had left by then', { is: 'left', at: NOON, by: 'reply' }, undefined, 'left'],
    [
      'was suppressed by then',
      { is: 'suppressed', at: NOON, because: 'hard-bounce' },
      undefined,
      'suppressed',
    ],
    [
      'waits for a mail that may have gone',
      { is: 'pending', since: at('2026-11-23T11:00:00Z') },
      undefined,
      'pending',
    ],
  ])('nothing is sent to who %s', ([, standing, end, becomes]) => {
    const back = broughtBack(ann({ standing }), end as never, loss({ lostAt: NOON }));
    expect(back.standing.is).toBe(becomes);
    expect(back.dueAt).toBeUndefined();
  });
});

describe('of whom both know', () => {
  const present = loss();

  test('nothing is written when nothing was lost', () => {
    const live = ann({ enrollments: had('one', 'two'), dueAt: at('2026-11-26T07:00:00Z') });
    expect(completed(live, ann(), present)).toBeUndefined();
  });

  test('letters received are united, and the next one follows from them', () => {
    const live = ann({ enrollments: had('three'), dueAt: at('2026-11-24T07:00:00Z') });
    const { last: _, ...unknown } = live;
    const whole = completed(unknown, ann({ enrollments: had('one', 'two') }), present);
    expect(whole && lessons(whole)).toEqual(['one', 'two', 'three']);
    expect(whole?.last?.on).toBe('2026-11-23');
    expect(whole?.dueAt).toBe('2026-11-26T07:00:00Z');
  });

  test('letters between the copy and the loss count as sent, as far as the last one tells', () => {
    const last = { at: at('2026-11-24T07:00:02Z'), on: '2026-11-24' as never };
    const whole = completed(ann({ enrollments: had(), last }), ann(), loss({ lostAt: NOON }));
    expect(whole && lessons(whole)).toEqual(['one', 'two']);
  });

  test('the day of the last letter is the later one: no second letter on it', () => {
    const early = { at: at('2026-11-20T07:00:00Z'), on: '2026-11-20' as never };
    const late = { at: at('2026-11-25T07:00:00Z'), on: '2026-11-25' as never };
    expect(completed(ann({ last: early }), ann({ last: late }), present)?.last).toEqual(late);
    expect(completed(ann({ last: late }), ann({ last: early }), present)).toBeUndefined();
  });

  const flight = { claim: claim(at('2026-11-24T07:00:02Z')) };
  const emptied = () => {
    const { last: _, ...unknown } = ann({ enrollments: had() });
    return unknown;
  };

  test('a letter in doubt that counts as sent has its day: no second letter on it', () => {
    const whole = completed(emptied(), ann(flight), present);
    expect(whole && lessons(whole)).toEqual(['one', 'two']);
    expect(whole?.last?.on).toBe('2026-11-24');
  });

  test('a letter that is still in doubt does not count as sent: its proof tells', () => {
    const whole = completed({ ...emptied(), ...flight }, ann(flight), loss({ lostAt: NOON }));
    expect(whole && lessons(whole)).toEqual(['one']);
    expect(whole?.claim).toEqual(flight.claim);
  });

  test('a course that was lost comes back behind the others', () => {
    const other = enrollment({ course: 'other' as never, received: received('uno') });
    const whole = completed(ann(), ann({ enrollments: [other, ...had('one')] }), present);
    expect(whole?.enrollments.map((one) => one.course)).toEqual(['closer', 'other']);
  });

  test('a track that was lost comes back, and one that was chosen since stays', () => {
    const track = (name: string | undefined) =>
      ann({
        enrollments: [
          enrollment({ ...(name && { track: name as never }), received: received('one') }),
        ],
      });
    const trackOf = (one: Subscriber | undefined) => one?.enrollments[0]?.track;
    expect(trackOf(completed(track(undefined), track('friend'), present))).toBe('friend');
    expect(completed(track('partner'), track('friend'), present)).toBeUndefined();
  });

  test.for<readonly [reason: string, live: Standing, copy: Standing, becomes: string]>([
    [
      'a leave is never taken back',
      { is: 'left', at: NOON, by: 'one-click' },
      { is: 'active' },
      'left',
    ],
    [
      'nothing lifts a suppression, nor does its loss',
      { is: 'active' },
      { is: 'suppressed', at: NOON, because: 'complaint' },
      'suppressed',
    ],
    [
      'who came back meanwhile is back',
      { is: 'active' },
      { is: 'left', at: at('2026-11-20T12:00:00Z'), by: 'page' },
      'active',
    ],
    [
      'who has to confirm has to confirm',
      { is: 'pending', since: NOON },
      { is: 'active' },
      'pending',
    ],
  ])('%s', ([, standing, was, becomes]) => {
    const live = ann({ standing, enrollments: had() });
    const whole = completed(live, ann({ standing: was }), present);
    expect(whole?.standing.is).toBe(becomes);
    expect(whole && lessons(whole)).toEqual(['one']);
    expect(whole?.dueAt === undefined).toBe(becomes === 'left' || becomes === 'suppressed');
  });
});
