import type { Account } from '../adapters/account.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import type { ReturnKind, Returns } from '../adapters/returns.ts';
import type { SignUps } from '../adapters/sign-ups.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { consentIn } from '../core/reader/consent.ts';
import { BY_PROVIDER, suppressedFact } from '../core/reader/fact.ts';
import { suppressed } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { mayBeUnreached, unreached } from '../core/reader/unreached.ts';
import type { MailEvent, ToldMail } from '../core/sending/ses-event.ts';
import type { Instant } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { change, recorded } from '../runtime/change.ts';
import { endAll } from '../runtime/leaving.ts';
import { logFigures } from '../runtime/log.ts';

/** All that hearing of mails touches. */
export interface HearingWorld {
  readonly subscribers: Pick<Subscribers, 'leavers' | 'requests' | 'load' | 'save'>;
  readonly returns: Returns;
  readonly signUps: Pick<SignUps, 'sentSince' | 'care' | 'beCareful'>;
  readonly dueIndex: Pick<DueIndex, 'state' | 'stop'>;
  readonly account: Pick<Account, 'quota' | 'sentSince'>;
  now(): Instant;
}

/** The part of it that one event touches. */
export type EventWorld = Pick<HearingWorld, 'subscribers' | 'returns' | 'now'>;

/** What an event came to, for the log's tally, and what has to be weighed after it. */
export interface Heard {
  readonly as: string;
  readonly of?: ReturnKind;
}

/**
 * Makes true what an event tells. It may come twice, late and in any order: whoever is suppressed stays
 * so, and each mail counts once.
 */
export async function hear(world: EventWorld, event: MailEvent): Promise<Heard> {
  switch (event.is) {
    case 'hard-bounce':
    case 'complaint': {
      const { id, because, counts, is: as } = event;
      const at = world.now();
      await endAll(world.subscribers, id, {
        end: (one) => suppressed(one, because, at),
        fact: () => suppressedFact(because, at),
      });
      if (counts === undefined) return { as };
      const of = kindOf(event.is, counts);
      await world.returns.note(of, counts);
      return { as, of };
    }
    case 'soft-bounce':
      return { as: await softly(world, event.id, event.mail) };
    case 'rejected':
      // Whoever is called by it has to know which letter: everybody who is at it goes without.
      logFigures('mail-rejected', { [event.what]: 1 });
      return { as: event.is };
    default:
      return { as: event.is };
  }
}

const kindOf = (is: 'hard-bounce' | 'complaint', { to }: ToldMail): ReturnKind => {
  if (to === 'stranger') return 'sign-ups';
  return is === 'complaint' ? 'complaints' : 'bounces';
};

/** Counted over days, by the letters that it happened to; a reader is read only when there are many. */
async function softly(
  world: EventWorld,
  id: SubscriberId,
  mail: ToldMail | undefined,
): Promise<'soft-bounce' | 'unreached'> {
  if (mail?.letter === undefined) return 'soft-bounce';
  // Of whoever has left, or had everything erased, nothing is noted any more.
  const reader = await world.subscribers.leavers.load(id);
  if (reader?.standing.is !== 'active') return 'soft-bounce';
  const letters = await world.returns.noteSoft(id, { at: mail.at, ...mail.letter });
  if (!mayBeUnreached(letters)) return 'soft-bounce';
  const now = world.now();
  const changed = await change<Subscriber, Subscriber>(world.subscribers, id, (one) =>
    recorded(unreached(one, letters, now), (after) => consentIn(one, after, BY_PROVIDER, now)),
  );
  return changed.is === 'changed' ? 'unreached' : 'soft-bounce';
}
