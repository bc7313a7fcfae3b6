import { errandsIn } from '../../functions/adapters/errands.ts';
import type { RawMail } from '../../functions/adapters/mailer.ts';
import { movesIn } from '../../functions/adapters/moves.ts';
import { ownDataIn } from '../../functions/adapters/own-data.ts';
import { rateLimitIn } from '../../functions/adapters/rate-limit.ts';
import { signUpsIn } from '../../functions/adapters/sign-ups.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { SendOutcome } from '../../functions/core/sending/pace.ts';
import { type LinkSecret, subscriberId } from '../../functions/core/token.ts';
import type { ErrandsWorld } from '../../functions/errands/run-errand.ts';
import { at } from './builders.ts';
import type { DynaliteTable } from './dynalite-table.ts';
import { fakeLibrary } from './fake-library.ts';
import { FAKE_ID_KEY, FAKE_SECRET_KEY } from './fake-web-world.ts';
import { senderOf } from './sender.ts';

/** A call that breaks off, and when: it was not made, or nobody hears of it. */
export interface Strike {
  /** How many calls go well before. */
  after: number;
  readonly kind: 'kill-before' | 'kill-after';
}

/**
 * The errands door over a real table, with a mailer that only keeps what it was given. The id of an address is that
 * of every world in memory.
 */
export function errandsWorld({ name, config }: DynaliteTable) {
  const mails: RawMail[] = [];
  const removed: string[] = [];
  let outcome: SendOutcome | undefined;
  let strike: Strike | undefined;
  let secrets = 0;
  let now = at('2026-11-23T12:00:00Z');

  /** The same part, whose calls break off where it is asked for. */
  function breaking<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get(target, key, receiver) {
        const found: unknown = Reflect.get(target, key, receiver);
        if (typeof found === 'object' && found !== null) return breaking(found);
        if (typeof found !== 'function') return found;
        return async (...args: unknown[]) => {
          const isStruck = strike !== undefined && strike.after === 0;
          if (strike !== undefined) strike.after -= 1;
          if (isStruck && strike?.kind === 'kill-before') throw new Error('killed before');
          const result: unknown = await Reflect.apply(found, target, args);
          if (isStruck) throw new Error('killed after');
          return result;
        };
      },
    });
  }

  const library = fakeLibrary();
  const world: ErrandsWorld = {
    table: name,
    errands: breaking(errandsIn(name, config)),
    subscribers: breaking(subscribersIn(name, config)),
    moves: breaking(movesIn(name, config)),
    ownData: breaking(ownDataIn(name, config)),
    rateLimit: breaking(rateLimitIn(name, config)),
    signUps: breaking(signUpsIn(name, config)),
    inbox: breaking({ remove: async (mail: string) => void removed.push(mail) }),
    mailer: breaking({
      async send(mail: RawMail): Promise<SendOutcome> {
        if (outcome?.is !== 'not-sent') mails.push(mail);
        return outcome ?? { is: 'sent', messageId: `mail-${mails.length}` };
      },
    }),
    library,
    sender: senderOf(library.publication),
    idKey: async () => FAKE_ID_KEY,
    secretKey: async () => FAKE_SECRET_KEY,
    newSecret: () => `fresh-${++secrets}` as LinkSecret,
    now: () => now,
  };
  return {
    world,
    mails,
    /** Mails of readers that were deleted. */
    removed,
    idOf: (address: string) => subscriberId(FAKE_ID_KEY, address as never),
    answersWith(given: SendOutcome | undefined) {
      outcome = given;
    },
    strikes(given: Strike | undefined) {
      strike = given;
    },
    hasStruck: () => strike !== undefined && strike.after < 0,
    setNow(later: string) {
      now = at(later);
    },
  };
}
