import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { TaggedMail } from '../../functions/core/sending/proof.ts';
import type { Instant } from '../../functions/core/time.ts';
import { publishIssues } from '../../functions/sending/publish.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { type FakeSendingWorld, fakeSendingWorld } from './fake-sending-world.ts';

/** One mail, as a test names it: `issue rituals 2026-12-03T07:00:00Z`. */
export type Got = string;

const STEP_SECONDS = 600;

/** Days of letters and issues in memory: all that is due goes out, every ten minutes. */
export function newsletterDays(start: Instant) {
  const got: { readonly id: string; readonly what: Got }[] = [];
  const world: FakeSendingWorld = fakeSendingWorld(start, {
    claiming: () => {},
    taken: (mail) => got.push({ id: mail.id, what: `${named(mail)} ${world.now()}` }),
  });

  async function step(): Promise<void> {
    await publishIssues(world);
    await takeDue(world);
    const ready = world.receive();
    for (const due of ready) await sendDue(world, due);
    world.delete(ready, false);
  }

  return {
    world,
    /** Runs until a moment, before which everything that is due goes. */
    async until(end: string): Promise<void> {
      while (world.now() < end) {
        await step();
        world.pass(STEP_SECONDS);
      }
    },
    /** What somebody got, in its order. */
    of: ({ id }: Pick<Subscriber, 'id'>): readonly Got[] =>
      got.filter((one) => one.id === id).map(({ what }) => what),
  };
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
