import type { AskedDue, DueEntries, DueIndex } from '../../functions/adapters/due-index.ts';
import {
  type DispatchState,
  type Due,
  dueOf,
  type Found,
  freshStart,
} from '../../functions/core/sending/due.ts';

/** The due index in memory, and what a tick remembers. @param entries what the index holds now */
export function dueIndexInMemory(entries: () => readonly Found[]): DueIndex {
  let state: DispatchState = {};
  return {
    state: async () => state,
    async saveProgress(progress) {
      state = { ...state, progress };
    },
    async hold(until) {
      const { holdUntil } = state;
      if (holdUntil === undefined || holdUntil < until) state = { ...state, holdUntil: until };
    },
    async lift() {
      const { holdUntil: _, ...rest } = state;
      state = rest;
    },
    async rest(since) {
      state = { ...state, resting: state.resting ?? { since, probes: freshStart(since) } };
    },
    async saveProbes(resting) {
      if (state.resting !== undefined) state = { ...state, resting };
    },
    async goOn() {
      const { resting: _, ...rest } = state;
      state = rest;
    },
    async stop(stopped, releasedAt) {
      const free = state.stopped === undefined && state.releasedAt === releasedAt;
      if (free) state = { ...state, stopped };
      return free;
    },
    async saveRequests(stopped) {
      if (state.stopped?.since === stopped.since) state = { ...state, stopped };
    },
    async release(releasedAt) {
      const { stopped: _, ...rest } = state;
      state = { ...rest, releasedAt };
    },
    due: async (asked) => dueIn(entries(), asked),
  };
}

/** What a question to the index finds among these entries. */
export function dueIn(
  entries: readonly Found[],
  { shard, now, limit, behind, latestFirst }: AskedDue,
): DueEntries {
  if (entries.length === 0) return { due: [], unreadable: 0 };
  const sign = latestFirst ? -1 : 1;
  const place = ({ id, dueAt }: Due) => `${dueAt} ${id}`;
  const due = entries
    .filter((one) => one.shard === shard && one.dueAt <= now)
    .sort((a, b) => (place(a) < place(b) ? -sign : sign))
    .filter((one) => behind === undefined || sign * (place(one) > place(behind) ? 1 : -1) > 0)
    .filter((one) => behind === undefined || place(one) !== place(behind))
    .slice(0, limit)
    .map(dueOf);
  return { due, unreadable: 0 };
}
