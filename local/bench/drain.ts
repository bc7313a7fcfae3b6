import { SHARDS, shardOf } from '../../functions/adapters/item.ts';
import type { DispatchState, Due } from '../../functions/core/sending/due.ts';
import { RATE_SHARE, TICK_SECONDS, type Together } from '../../functions/core/sending/pace.ts';
import { type Instant, plusSeconds } from '../../functions/core/time.ts';
import { type TickWorld, takeDue } from '../../functions/sending/take-due.ts';
import { benchReader } from './happy-path.ts';

const START = '2026-11-24T07:00:00Z' as Instant;

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
 * Drains so many lessons that are due at once, in virtual seconds: the real tick, an index, a
 * queue with delays, and an SES that is a token bucket of one second's worth. What SES throttles
 * stays due, as the sender leaves it. There is nothing here that could make a dead letter: a
 * message ends with its one try, whatever came of it.
 */
export async function drain(lessons: number, perSecond: number): Promise<Drained> {
  const open = new Map<string, Due>();
  const index = new Map<string, Due[]>(SHARDS.map((shard) => [shard, []]));
  for (let number = 0; number < lessons; number += 1) {
    const due = { id: benchReader(number, START).id, dueAt: START };
    open.set(due.id, due);
    index.get(shardOf(due.id))?.push(due);
  }
  for (const entries of index.values()) entries.sort((a, b) => (a.id < b.id ? -1 : 1));

  let second = 0;
  let waiting = 0;
  let throttled = 0;
  let tokens = perSecond;
  let state: DispatchState = {};
  const queue = new Map<number, (readonly Due[])[]>();
  const dueIndex: TickWorld['dueIndex'] = {
    state: async () => state,
    async saveProgress(progress) {
      state = { ...state, progress };
    },
    async saveProbes() {},
    async due({ shard, limit, behind }) {
      const entries = (index.get(shard) ?? []).filter(({ id }) => open.has(id));
      index.set(shard, entries);
      const first = behind === undefined ? 0 : entries.findIndex(({ id }) => id > behind.id);
      return { due: first < 0 ? [] : entries.slice(first, first + limit), unreadable: 0 };
    },
  };
  const world = {
    dueIndex,
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
    account: { quota: async () => ({ perDay: -1, sentToday: 0, perSecond }) },
    now: () => plusSeconds(START, second),
  };

  for (; open.size > 0; second += 1) {
    if (second % TICK_SECONDS === 0) await takeDue(world);
    tokens = Math.min(perSecond, tokens + perSecond);
    const ready = queue.get(second) ?? [];
    waiting -= ready.length;
    for (const { id } of ready.flat()) {
      if (!open.has(id)) continue;
      if (tokens >= 1) {
        tokens -= 1;
        open.delete(id);
      } else {
        throttled += 1;
      }
    }
    queue.delete(second);
  }
  return {
    seconds: second,
    ofPace: lessons / (perSecond * RATE_SHARE) / second,
    ofRate: lessons / perSecond / second,
    throttled: throttled / lessons,
  };
}
