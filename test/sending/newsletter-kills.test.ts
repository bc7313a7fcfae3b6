import { expect, test } from 'vitest';
import { arranged } from '../../functions/core/reader/owed.ts';
import type { Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { at, course, enrollment, issue, reader, received } from '../support/builders.ts';
import { Killed, newsletterDays, type Reach } from '../support/newsletter-days.ts';

/** A door ends at any one call of a broadcast, before or after it was made: nobody is left out, nobody gets it twice. */

const COURSE = course(['a', 'b']);
const START = at('2026-12-02T08:00:00Z');
const finished = { newsletter: true, enrollments: [enrollment({ received: received('a', 'b') })] };
const READERS = [
  reader({ ...finished, id: 'aaaaaaaaaaaaaaaa' as SubscriberId }),
  reader({ ...finished, id: 'iaaaaaaaaaaaaaaa' as SubscriberId }),
  reader({ ...finished, id: 'qaaaaaaaaaaaaaaa' as SubscriberId, zone: 'Asia/Tokyo' as Zone }),
  reader({
    ...finished,
    id: 'yaaaaaaaaaaaaaaa' as SubscriberId,
    enrollments: [enrollment({ received: received('a') })],
  }),
];

/** @param nth the call at which a door ends; Infinity for none */
async function broadcast(nth: number, when: 'before' | 'after') {
  let calls = 0;
  const reach: Reach = (part) =>
    new Proxy(part, {
      get(target, name, receiver): unknown {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          calls += 1;
          const dies = calls === nth;
          if (dies && when === 'before') throw new Killed();
          const answer: unknown = await Reflect.apply(value, target, given);
          if (dies) throw new Killed();
          return answer;
        };
      },
    });
  const days = newsletterDays(START, { reach, stepSeconds: 1800 });
  days.world.deploy([COURSE]);
  days.world.bring([issue('rituals', '2026-12-03')]);
  for (const one of READERS) days.world.table.seed(arranged(one, [COURSE], START));
  await days.until('2026-12-05T12:00:00Z');
  return { calls, got: READERS.map((one) => days.of(one).map((mail) => mail.split(' 2')[0])) };
}

const EACH_ONCE = [
  ['issue rituals'],
  ['issue rituals'],
  ['issue rituals'],
  // Due at the same hour: the letter first, as a course was going on, and then what had waited for its end.
  ['letter b', 'issue rituals'],
];

test('without an end, everybody gets it once', async () => {
  expect((await broadcast(Number.POSITIVE_INFINITY, 'before')).got).toEqual(EACH_ONCE);
});

test.for(['before', 'after'] as const)('an end %s any call costs nobody an issue', async (when) => {
  const { calls } = await broadcast(Number.POSITIVE_INFINITY, when);
  for (let nth = 1; nth <= calls; nth += 1) {
    const { got } = await broadcast(nth, when);
    expect(got, `the door ended ${when} call ${nth} of ${calls}`).toEqual(EACH_ONCE);
  }
});
