import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UnreadableItem } from '../../functions/adapters/stored.ts';
import type { Standing } from '../../functions/core/reader/subscriber.ts';
import { type TaggedMail, tagsOf } from '../../functions/core/sending/proof.ts';
import { readMailEvent } from '../../functions/core/sending/ses-event.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
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
  /** Whether each is told once more. */
  readonly twice: boolean;
  readonly troubles: readonly Trouble[];
}

export const returned: fc.Arbitrary<Step> = fc.record({
  is: fc.constant('returned' as const),
  which: fc.nat(12),
  fate: fc.constantFrom(...(['gone', 'complaint', 'full', 'full', 'full', 'delayed'] as const)),
  row: fc.constantFrom(1, 1, 2, 9),
  twice: fc.boolean(),
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

  /** Letters that came back for now, by whom they were for and which they were: when each was sent. */
  const full = new Map<SubscriberId, Map<string, Instant>>();

  /** @throws when the news of it came to something else than it may */
  function expectAfter(fate: Returned['fate'], { id, owed }: TaggedMail, at: Instant): void {
    const lost = readers.lost.has(id);
    const { standing } = readers.wishes.get(id) ?? {};
    if (fate === 'gone' || fate === 'complaint') {
      assert.ok(!readers.requests.has(id), 'nothing is asked of who can’t be mailed');
      const isOver = lost || standing === undefined || standing.is === 'suppressed';
      assert.ok(isOver, 'nor are they written to');
    }
    if (fate !== 'full' || owed.kind !== 'lesson') return;
    const letters = full.get(id) ?? new Map<string, Instant>();
    full.set(id, letters.set(`${owed.course} ${owed.lesson} ${owed.again}`, at));
  }

  /** @throws when somebody is held for away by less than five letters over a week, or for longer than a month */
  function expectPatience(id: SubscriberId, before: Standing | undefined): void {
    const { standing, zone } = readers.wishes.get(id) ?? {};
    if (standing === before || standing === undefined || zone === undefined) return;
    assert.ok(standing.is === 'paused' && standing.absent, 'a full mailbox is an absence at most');
    const sent = [...(full.get(id)?.values() ?? [])].sort();
    const [first = '', last = ''] = [sent.at(0), sent.at(-1)];
    const isLong = plusSeconds(first as Instant, 6 * 86_400) <= last;
    assert.ok(sent.length >= 5 && isLong, 'after five letters over a week');
    const month = localDate(plusSeconds(world.now(), 31 * 86_400), zone);
    assert.ok(standing.until !== undefined && standing.until <= month, 'and for a month');
  }

  async function told(event: string, life: readonly Trouble[], isLost: boolean): Promise<void> {
    try {
      const came = await tell(event, life);
      if (came === 'dead' || came === 'failed') await tell(event, []);
    } catch (error) {
      // Of whoever's item is broken, the event waits for a person.
      if (!isLost || !(error instanceof UnreadableItem)) throw error;
    }
  }

  return async ({ which, fate, row, twice, troubles: life }: Returned): Promise<void> => {
    const some = [...world.took.entries()].reverse().slice(which, which + row);
    for (const [place, { mail, at }] of some) {
      const lists = Object.entries(tagsOf(mail)).map(([name, value]) => [name, [value]]);
      const facts = { messageId: `m-${place}`, timestamp: at, tags: Object.fromEntries(lists) };
      const event = JSON.stringify({ ...FATES[fate], mail: facts });
      const before = readers.wishes.get(mail.id)?.standing;
      await told(event, life, readers.lost.has(mail.id));
      if (twice) await told(event, [], readers.lost.has(mail.id));
      expectAfter(fate, mail, at);
      if (fate === 'full' || fate === 'delayed') expectPatience(mail.id, before);
    }
  };
}
