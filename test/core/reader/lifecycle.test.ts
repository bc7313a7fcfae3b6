import { describe, expect, test } from 'vitest';
import {
  confirm,
  ended,
  leave,
  left,
  pause,
  rejoin,
  reschedule,
  resume,
  suppress,
  suppressed,
} from '../../../functions/core/reader/lifecycle.ts';
import type { Pause, Standing } from '../../../functions/core/reader/subscriber.ts';
import { at, course, reader } from '../../support/builders.ts';

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
  confirm: (one: ReturnType<typeof reader>) => confirm(one, present),
  pause: (one: ReturnType<typeof reader>) => pause(one, {}, present),
  resume: (one: ReturnType<typeof reader>) => resume(one, present),
  reschedule: (one: ReturnType<typeof reader>) =>
    reschedule(one, { zone, hour: 20 as never, days }, present),
  leave: (one: ReturnType<typeof reader>) => leave(one, 'page', present),
  rejoin: (one: ReturnType<typeof reader>) => rejoin(one, present),
  suppress: (one: ReturnType<typeof reader>) => suppress(one, 'hard-bounce', present),
};

/** Every wish in every standing: what it becomes, `=` for nothing changed, `!` for refused. */
describe.each<[keyof typeof wishes, Record<Standing['is'], string>]>([
  ['confirm', { pending: 'active', active: '=', paused: '=', left: '!', suppressed: '!' }],
  ['pause', { pending: '!', active: 'paused', paused: 'paused', left: '!', suppressed: '!' }],
  ['resume', { pending: '!', active: '=', paused: 'active', left: '!', suppressed: '!' }],
  ['reschedule', { pending: '!', active: 'active', paused: 'paused', left: '!', suppressed: '!' }],
  ['leave', { pending: 'left', active: 'left', paused: 'left', left: '=', suppressed: '=' }],
  ['rejoin', { pending: '=', active: '=', paused: '=', left: 'active', suppressed: '!' }],
  [
    'suppress',
    {
      pending: 'suppressed',
      active: 'suppressed',
      paused: 'suppressed',
      left: 'suppressed',
      suppressed: '=',
    },
  ],
])('%s', (wish, expected) => {
  test.each(Object.entries(expected))('somebody %s: %s', (is, becomes) => {
    const change = wishes[wish](reader({ standing: standings[is as Standing['is']] }));
    const short = { changed: '', unchanged: '=', refused: '!' }[change.is];
    expect(change.is === 'changed' ? change.subscriber.standing.is : short).toBe(becomes);
  });
});

test('whoever leaves or is suppressed is in no index: no tick can find them', () => {
  const due = reader({ dueAt: now });
  for (const change of [leave(due, 'one-click', present), suppress(due, 'complaint', present)]) {
    expect(change.is === 'changed' && change.subscriber.dueAt).toBeUndefined();
  }
});

describe('an end is decided from what every version of an item has, as it is from the whole', () => {
  const { id, secret, revision } = reader();
  const ends = {
    leave: (is: string, pause?: Pause) => {
      const leaver = { id, secret, revision, standing: { is }, ...(pause && { pause }) };
      return ended(leaver, left(leaver, 'page', now));
    },
    suppress: (is: string, _pause?: Pause) => {
      const leaver = { id, secret, revision, standing: { is } };
      return ended(leaver, suppressed(leaver, 'hard-bounce', now));
    },
  };
  const rows = (['leave', 'suppress'] as const).flatMap((wish) =>
    Object.values(standings).map((standing) => [wish, standing] as const),
  );
  test.for(rows)('%s, when somebody is %o', ([wish, standing]) => {
    const whole = wishes[wish](reader({ standing }));
    const end = ends[wish](standing.is, standing.is === 'paused' ? standing : undefined);
    expect(end.is).toBe(whole.is);
    if (end.is !== 'changed' || whole.is !== 'changed') return;
    const { standing: becomes } = whole.subscriber;
    expect(end.subscriber).toMatchObject({ id, secret, revision });
    expect(end.subscriber.standing).toEqual(becomes);
  });

  test('also in a state that only newer code knows', () => {
    expect(ends.leave('resting')).toMatchObject({
      is: 'changed',
      subscriber: { standing: { is: 'left', at: now, by: 'page' } },
    });
  });
});
