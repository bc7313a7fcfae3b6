import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tagsOf } from '../../functions/core/sending/proof.ts';
import { readMailEvent } from '../../functions/core/sending/ses-event.ts';
import { hear } from '../../functions/hearing/hear.ts';
import { FATES } from '../support/fake-hearing-world.ts';
import { returnsInMemory } from '../support/returns-in-memory.ts';
import type { HarshWorld } from './harsh-world.ts';
import { lived, type Reach, type Trouble, unlessNoAnswer } from './life.ts';
import type { Readers } from './readers.ts';
import { type Step, troubles } from './steps.ts';

/** What SES tells of a mail that it took: in the same minute, or days later, when others have gone since. */
export interface Returned {
  readonly is: 'returned';
  /** Of all mails so far, the last being nought. */
  readonly which: number;
  readonly fate: keyof typeof FATES;
  /** How many of them had the same fate, one after another. */
  readonly row: number;
  readonly troubles: readonly Trouble[];
}

export const returned: fc.Arbitrary<Step> = fc.record({
  is: fc.constant('returned' as const),
  which: fc.nat(12),
  fate: fc.constantFrom(...(['gone', 'complaint', 'full', 'full', 'full', 'delayed'] as const)),
  row: fc.constantFrom(1, 1, 2, 9),
  troubles,
});

/**
 * News of mails, through the door that hears them. An event that fails comes again, as SQS has it.
 *
 * @param stored what is stored by it, so that it counts as wished
 */
export function hearing(
  world: HarshWorld,
  readers: Readers,
  stored: (reach: Reach) => Parameters<typeof hear>[0]['subscribers'],
) {
  const returns = returnsInMemory();
  const tell = (event: string, life: readonly Trouble[]) =>
    unlessNoAnswer(
      lived({ troubles: life }, (reach) => {
        const told = readMailEvent(event);
        assert.ok(told !== undefined, 'an event of SES');
        return hear({ subscribers: stored(reach), returns: reach(returns), now: world.now }, told);
      }),
    );

  return async ({ which, fate, row, troubles: life }: Returned): Promise<void> => {
    for (const [place, { mail, at }] of [...world.took.entries()]
      .reverse()
      .slice(which, which + row)) {
      // What is told of somebody whom the table has lost changes nothing.
      if (readers.lost.has(mail.id)) continue;
      const lists = Object.entries(tagsOf(mail)).map(([name, value]) => [name, [value]]);
      const facts = { messageId: `m-${place}`, timestamp: at, tags: Object.fromEntries(lists) };
      const event = JSON.stringify({ ...FATES[fate], mail: facts });
      const came = await tell(event, life);
      if (came === 'dead' || came === 'failed') await tell(event, []);
      const { standing } = readers.wishes.get(mail.id) ?? {};
      if (fate !== 'gone' && fate !== 'complaint') continue;
      assert.ok(!readers.requests.has(mail.id), 'nothing is asked of who can’t be mailed');
      assert.ok(standing === undefined || standing.is === 'suppressed', 'nor are they written to');
    }
  };
}
