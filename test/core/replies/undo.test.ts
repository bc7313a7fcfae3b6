import { describe, expect, test } from 'vitest';
import type { CourseSlug, Track, TrackId } from '../../../functions/core/course.ts';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { done } from '../../../functions/core/replies/deeds.ts';
import { undoOf } from '../../../functions/core/replies/undo.ts';
import type { Act } from '../../../functions/core/replies/wish-code.ts';
import type { LocalDate, Zone } from '../../../functions/core/time.ts';
import { at, claim, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const track = (id: string, fields: Partial<Track> = {}): Track => ({
  id: id as TrackId,
  label: id,
  ...fields,
});
const PARTNER = track('partner', { for: 'couple' });
const FRIENDS = track('friends', { for: 'friends' });
const courses = [{ ...course(['one', 'two', 'three']), tracks: [PARTNER, FRIENDS] }];
const setting = { now, courses, by: 'page' } as const;
const day = (text: string) => text as LocalDate;
const CLOSER = 'closer' as CourseSlug;

function reading(fields: Partial<Subscriber> = {}): Subscriber {
  return reader({
    enrollments: [enrollment({ received: received('one'), track: PARTNER.id })],
    dueAt: at('2026-11-23T07:00:00Z'),
    ...fields,
  });
}

/** Each as its due moment follows from the rest. */
const arrangedBy = (subscriber: Subscriber, act: Act) =>
  done([act], subscriber, setting).subscriber;
const READERS: Readonly<Record<string, Subscriber>> = {
  reading: arrangedBy(reading(), { is: 'schedule', minutes: 480 }),
  'at half past nine, on three days, far away': arrangedBy(reading(), {
    is: 'schedule',
    minutes: 570,
    days: '135' as Days,
    zone: 'Pacific/Auckland' as Zone,
  }),
  'paused openly': arrangedBy(reading(), { is: 'pause' }),
  'paused until a day': arrangedBy(reading(), { is: 'pause', until: day('2026-12-20') }),
  'about to pause': arrangedBy(reading(), {
    is: 'pause',
    from: day('2026-12-01'),
    until: day('2026-12-20'),
  }),
  'as a friend, discreetly': arrangedBy(
    reading({
      enrollments: [enrollment({ received: received('one'), track: FRIENDS.id })],
      discreet: true,
    }),
    { is: 'schedule', minutes: 480 },
  ),
};

const WISHES: readonly (readonly Act[])[] = [
  [{ is: 'leave' }],
  [{ is: 'pause' }],
  [{ is: 'pause', until: day('2026-12-06') }],
  [{ is: 'pause', from: day('2026-12-01'), until: day('2026-12-06') }],
  [{ is: 'resume' }],
  [{ is: 'resume', on: day('2026-12-06') }],
  [{ is: 'schedule', minutes: 1230, days: '67' as Days, zone: 'America/Lima' as Zone }],
  [{ is: 'schedule', days: '1' as Days }],
  [{ is: 'skip', count: 2 }],
  [{ is: 'erase' }],
  [{ is: 'track', to: 'friends' }],
  [{ is: 'track', to: 'couple' }],
  [{ is: 'discreet', on: true }],
  [{ is: 'discreet', on: false }],
  [
    { is: 'schedule', minutes: 390 },
    { is: 'pause', until: day('2027-01-06') },
  ],
];

const rows = Object.entries(READERS).flatMap(([who, before]) =>
  WISHES.flatMap((acts) => {
    const after = done(acts, before, setting);
    const name = `${who}: ${JSON.stringify(acts)}`;
    return after.changed ? [[name, before, after.subscriber] as const] : [];
  }),
);

describe('every change is taken back by what is found by comparing', () => {
  test.for(rows)('%s', ([, before, after]) => {
    const undone = done(undoOf(before, after, setting), after, setting).subscriber;
    expect(timeless(undone)).toEqual(timeless(before));
  });

  test('and what takes it back can be taken back', () => {
    for (const [, before, after] of rows) {
      const undone = done(undoOf(before, after, setting), after, setting).subscriber;
      const again = done(undoOf(after, undone, setting), undone, setting).subscriber;
      expect(again.standing.is).toBe(after.standing.is);
    }
  });

  test('nothing takes back nothing', () => {
    for (const one of Object.values(READERS)) expect(undoOf(one, { ...one }, setting)).toEqual([]);
  });
});

test.for<[why: string, tracks: readonly Track[]]>([
  ['that is for nobody by name', [track('partner'), FRIENDS]],
  ['that a link would not lead to', [track('older', { for: 'couple' }), PARTNER, FRIENDS]],
  ['that is gone', [FRIENDS]],
])('no link leads back to a wording %s', ([, tracks]) => {
  const before = reading();
  const there = { ...setting, courses: [{ ...course(['one']), tracks }] };
  const after = done([{ is: 'track', to: 'friends' }], before, there).subscriber;
  expect(after).not.toEqual(before);
  expect(undoOf(before, after, there)).toEqual([]);
});

test('an hour is given back without days and zone that did not change', () => {
  const before = reading();
  expect(undoOf(before, { ...before, hour: 19.5 as Hour }, setting)).toEqual([
    { is: 'schedule', minutes: before.hour * 60 },
  ]);
});

describe('another beginning of a course', () => {
  const begun = (one: Subscriber, time = 1) =>
    done([{ is: 'again-course', of: CLOSER, time }], one, setting).subscriber;

  test('goes back to where they were, and from there begins anew', () => {
    const before = reading();
    const after = begun(before);
    const undo = undoOf(before, after, setting);
    expect(undo).toEqual([{ is: 'back-course', of: CLOSER, had: 1, time: 1 }]);
    const back = done(undo, after, setting).subscriber;
    expect(back.enrollments[0]).toMatchObject({ received: ['one'], again: 2 });
    expect(undoOf(after, back, setting)).toEqual([{ is: 'again-course', of: CLOSER, time: 3 }]);
  });

  test('of one that they had stopped is back and stopped', () => {
    const [enrolled] = reading().enrollments;
    if (enrolled === undefined) throw new Error('they take one');
    const before = reading({ enrollments: [{ ...enrolled, stopped: true }] });
    const undo = undoOf(before, begun(before), setting);
    const back = done(undo, begun(before), setting).subscriber;
    expect(back.enrollments[0]).toMatchObject({ received: ['one'], stopped: true });
  });

  test('is no way back from a later one, by an old link', () => {
    const before = reading();
    const undo = undoOf(before, begun(before), setting);
    const third = begun(begun(before), 2);
    expect(done(undo, third, setting)).toMatchObject({ changed: false, because: 'too-late' });
  });

  test('while a letter is on its way has none: it would come twice', () => {
    const before = reading({ claim: claim(now) });
    expect(undoOf(before, begun(before), setting)).toEqual([]);
  });
});

test('what is more than a link can hold leads to their page', () => {
  const enrollments = Array.from({ length: 6 }, (_, place) =>
    enrollment({ course: `a-course-with-a-long-name-${place}` as CourseSlug }),
  );
  const before = reading({ enrollments });
  const after = done([{ is: 'letters-off' }], before, setting).subscriber;
  expect(after.enrollments.every(({ stopped }) => stopped)).toBe(true);
  expect(undoOf(before, after, setting)).toEqual([]);
  const two = reading({ enrollments: enrollments.slice(0, 2) });
  expect(undoOf(two, done([{ is: 'letters-off' }], two, setting).subscriber, setting)).toHaveLength(
    2,
  );
});

test('an absence that a note told of comes back as a pause of their own', () => {
  const standing = { is: 'paused', since: now, until: day('2026-12-01'), absent: true } as const;
  const absent = reading({ standing });
  expect(undoOf(absent, { ...absent, standing: { is: 'active' } }, setting)).toEqual([
    { is: 'pause', until: '2026-12-01' },
  ]);
  // Whoever asked for another thing has ended it by writing, and takes back that thing.
  const weekdays = { ...absent, standing: { is: 'active' }, days: '12345' as Days } as const;
  expect(undoOf(absent, weekdays, setting)).toEqual([{ is: 'schedule', days: absent.days }]);
});

/** All that a change is about: not when it was made, nor how. */
function timeless({ standing, ...rest }: Subscriber) {
  const { since: _, ...days } = { since: undefined, ...standing };
  return { ...rest, standing: days };
}
