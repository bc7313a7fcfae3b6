import type { SendQueue } from '../../functions/adapters/send-queue.ts';
import type { Due, DueMessage } from '../../functions/core/sending/due.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';

/** A due moment of a message on the queue. */
type Waiting = DueMessage & { readonly message: number; readonly readyAt: Instant };

/** The queue as its reader sees it, too. */
export interface MemoryQueue extends SendQueue {
  /** Takes what is ready off the queue; all of it comes back unless it is deleted. */
  receive(): readonly DueMessage[];
  delete(done: readonly Due[]): void;
  /** When the next of what waits is ready; undefined when nothing waits. */
  readyAt(): Instant | undefined;
}

/** Seconds until a message of a batch that crashed comes back. */
const VISIBILITY_SECONDS = 180;

/** The queue between tick and sender, in memory. */
export function sendQueueInMemory(now: () => Instant): MemoryQueue {
  let messages: readonly Waiting[] = [];
  let put = 0;
  return {
    waiting: async () => new Set(messages.map(({ message }) => message)).size,
    async put(given) {
      const ready = given.flatMap(({ dues, delaySeconds }) => {
        const message = ++put;
        const readyAt = plusSeconds(now(), delaySeconds);
        return dues.map((due) => ({ ...due, message, readyAt }));
      });
      messages = [...messages, ...ready];
    },
    receive() {
      const ready = new Set(messages.filter(({ readyAt }) => readyAt <= now()));
      const readyAt = plusSeconds(now(), VISIBILITY_SECONDS);
      messages = messages.map((one) => (ready.has(one) ? { ...one, readyAt } : one));
      return [...ready];
    },
    delete(done) {
      const keys = new Set(done.map(keyOf));
      messages = messages.filter((one) => !keys.has(keyOf(one)));
    },
    readyAt: () =>
      messages
        .map(({ readyAt }) => readyAt)
        .sort()
        .at(0),
  };
}

const keyOf = ({ id, dueAt, request }: Due): string => `${id} ${dueAt} ${request === true}`;
