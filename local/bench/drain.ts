import { dueShardOf, ISSUE_SHARDS, SHARDS } from '../../functions/adapters/item.ts';
import type { DispatchState, Due } from '../../functions/core/sending/due.ts';
import { RATE_SHARE, TICK_SECONDS, type Together } from '../../functions/core/sending/pace.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { type TickWorld, takeDue } from '../../functions/sending/take-due.ts';
import { capacityFor, secondsOfMessage } from '../../infra/capacity.ts';
import { benchReader } from './happy-path.ts';

const START = '2026-11-24T07:00:00Z' as Instant;

/** Seconds from when a sender takes a message to when SES hears of its mails. */
const CLAIM_SECONDS = 0.005;

type Lane = 'letters' | 'issues';

export interface Drained {
  /** Seconds until the last lesson had gone. */
  readonly seconds: number;
  /** What the share of the rate that lessons may use allows, divided by that. */
  readonly ofPace: number;
  /** What the account's whole rate allows, divided by that. */
  readonly ofRate: number;
  /** Throttled calls per call that SES took. */
  readonly throttled: number;
}

/**
 * Drains so many lessons that are due at once, in virtual seconds: the real tick, an index, a queue
 * with delays, as many senders as are deployed and as fast as they are, and an SES that is a token
 * bucket of one second's worth. What SES throttles stays due, as the sender leaves it. There is
 * nothing here that could make a dead letter: a message ends with its one try, whatever came of it.
 *
 * @param concurrency how many Lambdas the account may run at once
 * @param of what is due: letters, or an issue of the newsletter
 */
export async function drain(
  lessons: number,
  perSecond: number,
  concurrency: number,
  of: Lane = 'letters',
): Promise<Drained> {
  const index = dueAtOnce(lessons, of);
  const ses = bucket(perSecond);
  const senders = sendersOf(perSecond, concurrency);
  const queue = new Map<number, (readonly Due[])[]>();
  let second = 0;
  let waiting = 0;
  let last = 0;
  let ready: (readonly Due[])[] = [];
  const world: TickWorld = {
    dueIndex: index.asked,
    queue: {
      waiting: async () => waiting,
      async put(messages: readonly Together<Due>[]) {
        waiting += messages.length;
        for (const { dues, delaySeconds } of messages) {
          const at = second + delaySeconds;
          queue.set(at, [...(queue.get(at) ?? []), dues]);
        }
      },
    },
    broadcasts: { all: async () => [] },
    account: { quota: async () => ({ perDay: -1, sentToday: 0, perSecond }) },
    now: () => plusSeconds(START, second),
  };

  for (; index.open() > 0; second += 1) {
    if (second % TICK_SECONDS === 0) await takeDue(world);
    ready = [...ready, ...(queue.get(second) ?? [])];
    queue.delete(second);
    // A sender that is free within this second takes the next message as soon as it is.
    for (let sender = senders.next(); ready.length > 0 && sender.freeAt < second + 1; ) {
      const [message = [], ...others] = ready;
      ready = others;
      const begins = Math.max(second, sender.freeAt);
      for (const { id } of message) if (ses.takes(begins + CLAIM_SECONDS)) index.sent(id);
      sender.freeAt = begins + senders.secondsOf(message.length);
      last = Math.max(last, sender.freeAt);
      waiting -= 1;
      sender = senders.next();
    }
  }
  return {
    seconds: last,
    ofPace: lessons / (perSecond * RATE_SHARE) / last,
    ofRate: lessons / perSecond / last,
    throttled: ses.refused() / lessons,
  };
}

/** The due index, with everybody due at the same moment. */
function dueAtOnce(lessons: number, of: Lane) {
  const open = new Map<string, Due>();
  const index = new Map<string, Due[]>([...SHARDS, ...ISSUE_SHARDS].map((shard) => [shard, []]));
  for (let number = 0; number < lessons; number += 1) {
    const due = { id: benchReader(number, START).id, dueAt: START };
    open.set(due.id, due);
    const shard = dueShardOf({ id: due.id, ...(of === 'issues' && { dueOf: of }) });
    index.get(shard)?.push(due);
  }
  for (const entries of index.values()) entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  let state: DispatchState = {};
  const asked: TickWorld['dueIndex'] = {
    state: async () => state,
    async saveProgress(progress) {
      state = { ...state, progress };
    },
    async saveProbes() {},
    async saveRequests() {},
    async due({ shard, limit, behind }) {
      const entries = (index.get(shard) ?? []).filter(({ id }) => open.has(id));
      index.set(shard, entries);
      const first = behind === undefined ? 0 : entries.findIndex(({ id }) => id > behind.id);
      return { due: first < 0 ? [] : entries.slice(first, first + limit), unreadable: 0 };
    },
  };
  return { asked, open: () => open.size, sent: (id: string) => open.delete(id) };
}

/** Takes a second's worth at once, and as many a second; refuses the rest. */
function bucket(perSecond: number) {
  let tokens = perSecond;
  let filledAt = 0;
  let refused = 0;
  return {
    refused: () => refused,
    takes(at: number): boolean {
      tokens = Math.min(perSecond, tokens + Math.max(0, at - filledAt) * perSecond);
      filledAt = Math.max(filledAt, at);
      // A token that is there but for what floating point leaves out.
      if (tokens < 1 - 1e-6) {
        refused += 1;
        return false;
      }
      tokens -= 1;
      return true;
    },
  };
}

function sendersOf(sendRate: number, concurrency: number) {
  const { senders, senderMemory } = capacityFor({ concurrency, sendRate });
  const all = Array.from({ length: senders }, () => ({ freeAt: 0 }));
  return {
    /** The one that is free first. */
    next: () => all.reduce((first, one) => (one.freeAt < first.freeAt ? one : first)),
    secondsOf: (mails: number) => secondsOfMessage(mails, senderMemory),
  };
}
