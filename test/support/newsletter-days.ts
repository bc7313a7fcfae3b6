import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { TaggedMail } from '../../functions/core/sending/proof.ts';
import type { Instant } from '../../functions/core/time.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { newsletterOf } from '../../functions/sending/issues.ts';
import { publishIssues } from '../../functions/sending/publish.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { type FakeSendingWorld, fakeSendingWorld } from './fake-sending-world.ts';

/** One mail, as a test names it: `issue rituals 2026-12-03T07:00:00Z`. */
export type Got = string;

/** What goes wrong: a door ends at one of its calls. */
export type Reach = <Part extends object>(part: Part) => Part;

/**
 * Days of letters and issues in memory: all that is due goes out, every ten minutes. A door that ends is
 * called again in the next ones; what it had taken off the queue comes back.
 */
export function newsletterDays(
  start: Instant,
  { reach = (part) => part, stepSeconds = 600 }: { reach?: Reach; stepSeconds?: number } = {},
) {
  const got: { readonly id: string; readonly what: Got }[] = [];
  const world: FakeSendingWorld = fakeSendingWorld(start, {
    claiming: () => {},
    taken: (mail) => got.push({ id: mail.id, what: `${named(mail)} ${world.now()}` }),
  });

  /** Of one process: once it has ended, it calls nobody any more. */
  function reached() {
    let ended = false;
    const alive = <Part extends object>(part: Part): Part =>
      new Proxy(reach(part), {
        get(target, name, receiver): unknown {
          const value: unknown = Reflect.get(target, name, receiver);
          if (typeof value !== 'function') return value;
          return async (...given: unknown[]) => {
            if (ended) throw new Killed();
            try {
              return await Reflect.apply(value, target, given);
            } catch (error) {
              ended ||= error instanceof Killed;
              throw error;
            }
          };
        },
      });
    return {
      ...world,
      broadcasts: alive(world.broadcasts),
      subscribers: alive(world.subscribers),
      dueIndex: alive(world.dueIndex),
      queue: alive(world.queue),
      mailer: alive(world.mailer),
    };
  }

  async function step(): Promise<void> {
    const lives = (act: Promise<unknown>) => act.then(() => true).catch(onlyKilled);
    await lives(publishIssues({ ...reached(), library: world.library }));
    await lives(takeDue(reached()));
    for (const due of world.receive()) {
      const touched = reached();
      const newsletter = newsletterOf(touched.broadcasts, world.now);
      const sending = { ...touched, library: world.library, newsletter, brake: newBrake() };
      if (await lives(sendDue(sending, due))) world.delete([due], false);
    }
  }

  return {
    world,
    /** Runs until a moment, before which everything that is due goes. */
    async until(end: string): Promise<void> {
      while (world.now() < end) {
        await step();
        world.pass(stepSeconds);
      }
    },
    /** What somebody got, in its order. */
    of: ({ id }: Pick<Subscriber, 'id'>): readonly Got[] =>
      got.filter((one) => one.id === id).map(({ what }) => what),
  };
}

/** The end of a door, as a test makes it. */
export class Killed extends Error {}

function onlyKilled(error: unknown): false {
  if (error instanceof Killed) return false;
  throw error;
}

function named({ owed }: TaggedMail): string {
  switch (owed.kind) {
    case 'issue':
      return `issue ${owed.issue}`;
    case 'lesson':
      return `letter ${owed.lesson}`;
    default:
      return owed.kind;
  }
}
