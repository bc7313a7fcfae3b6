import { describe, expect, test } from 'vitest';
import type { TrackId } from '../../../functions/core/course.ts';
import {
  ended,
  leave,
  left,
  pause,
  rejoin,
  reschedule,
  resume,
  suppressed,
} from '../../../functions/core/reader/lifecycle.ts';
import type { Pause, Standing } from '../../../functions/core/reader/subscriber.ts';
import { done } from '../../../functions/core/replies/deeds.ts';
import type { Act } from '../../../functions/core/replies/wish-code.ts';
import { at, course, enrollment, reader } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one'])] };
const standings: Record<Standing['is'], Standing> = {
  pending: { is: 'pending', since: now },
  active: { is: 'active' },
  paused: { is: 'paused', since: now },
  left: { is: 'left', at: now, by: 'page' },
  suppressed: { is: 'suppressed', at: now, because: 'complaint' },
};
const { zone, days } = reader();
const wishes = {
  pause: (one: ReturnType<typeof reader>) => pause(one, {}, present),
  resume: (one: ReturnType<typeof reader>) => resume(one, present),
  reschedule: (one: ReturnType<typeof reader>) =>
    reschedule(one, { zone, hour: 20 as never, days }, present),
  leave: (one: ReturnType<typeof reader>) => leave(one, 'page', present),
  rejoin: (one: ReturnType<typeof reader>) => rejoin(one, leaveOf(one), present),
};

/** The moment of a leave, where there was one. */
const leaveOf = ({ standing }: ReturnType<typeof reader>) =>
  standing.is === 'left' ? standing.at : now;

/** Every wish in every standing: what it becomes, `=` for nothing changed, `!` for refused. */
describe.each<[keyof typeof wishes, Record<Standing['is'], string>]>([
  ['pause', { pending: '!', active: 'paused', paused: 'paused', left: '!', suppressed: '!' }],
  ['resume', { pending: '!', active: '=', paused: 'active', left: '!', suppressed: '!' }],
  ['reschedule', { pending: '!', active: 'active', paused: 'paused', left: '!', suppressed: '!' }],
  ['leave', { pending: 'left', active: 'left', paused: 'left', left: '=', suppressed: '=' }],
  ['rejoin', { pending: '=', active: '=', paused: '=', left: 'active', suppressed: '!' }],
])('%s', (wish, expected) => {
  test.each(Object.entries(expected))('somebody %s: %s', (is, becomes) => {
    const change = wishes[wish](reader({ standing: standings[is as Standing['is']] }));
    const short = { changed: '', unchanged: '=', refused: '!' }[change.is];
    expect(change.is === 'changed' ? change.subscriber.standing.is : short).toBe(becomes);
  });
});

test('an old link does not take back a later leave', () => {
  const later = reader({ standing: { is: 'left', at: at('2026-11-23T09:00:00Z'), by: 'page' } });
  expect(rejoin(later, now, present)).toEqual({ is: 'unchanged' });
});

describe('what changes no due moment', () => {
  const COURSE = {
    ...course(['one']),
    tracks: [
      { id: 'partner' as TrackId, label: 'A partner', for: 'couple' },
      { id: 'friend' as TrackId, label: 'A friend' },
    ],
  } as const;
  const due = reader({ dueAt: now, enrollments: [enrollment({ track: 'friend' as TrackId })] });
  const setting = { now, courses: [COURSE], by: 'reply' } as const;
  const by = (act: Act, one = due) => {
    const { subscriber, undone } = done([act], one, setting);
    return undone.length > 0 ? 'left to a person' : subscriber;
  };

  test('discreet mails, and as they are', () => {
    const discreet = by({ is: 'discreet', on: true });
    expect(discreet).toEqual({ ...due, discreet: true });
    expect(by({ is: 'discreet', on: false }, discreet as typeof due)).toEqual(due);
  });

  test('the other version, as they ask for it', () => {
    const [first] = due.enrollments;
    const moved = { ...due, enrollments: [{ ...first, track: 'partner' }] };
    expect(by({ is: 'track', to: 'couple' })).toEqual(moved);
  });

  test('where the author names no version so, a person has to look', () => {
    expect(by({ is: 'track', to: 'friends' })).toBe('left to a person');
  });
});

test('whoever leaves is in no index: no tick can find them', () => {
  const change = leave(reader({ dueAt: now }), 'one-click', present);
  expect(change.is === 'changed' && change.subscriber.dueAt).toBeUndefined();
});

describe('an end is decided from what every version of an item has, as it is from the whole', () => {
  const { id, secret, revision } = reader();
  const ends = {
    leave: (is: string, pause?: Pause) => {
      const leaver = { id, secret, revision, standing: { is }, ...(pause && { pause }) };
      return ended(leaver, left(leaver, 'page', now));
    },
  };
  test.for(Object.values(standings))('leaving, when somebody is %o', (standing) => {
    const whole = leave(reader({ standing }), 'page', present);
    const end = ends.leave(standing.is, standing.is === 'paused' ? standing : undefined);
    expect(end.is).toBe(whole.is);
    if (end.is !== 'changed' || whole.is !== 'changed') return;
    const { standing: becomes } = whole.subscriber;
    expect(end.subscriber).toMatchObject({ id, secret, revision });
    expect(end.subscriber.standing).toEqual(becomes);
  });

  test.for([
    ['pending', 'changed'],
    ['active', 'changed'],
    ['paused', 'changed'],
    ['left', 'changed'],
    ['suppressed', 'unchanged'],
  ] as const)('an address that can’t be mailed, of somebody %s: %s', ([is, becomes]) => {
    const leaver = { id, secret, revision, standing: { is } };
    const end = suppressed(leaver, 'hard-bounce', now);
    expect(ended(leaver, end).is).toBe(becomes);
    if (end) expect(end).toEqual({ is: 'suppressed', at: now, because: 'hard-bounce' });
  });

  test('also in a state that only newer code knows', () => {
    expect(ends.leave('resting')).toMatchObject({
      is: 'changed',
      subscriber: { standing: { is: 'left', at: now, by: 'page' } },
    });
  });
});
