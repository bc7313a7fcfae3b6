import type { ReturnKind, Returns } from '../../functions/adapters/returns.ts';
import type { Returned } from '../../functions/core/reader/unreached.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** What came back, each mail once, for as long as a test lasts. */
export function returnsInMemory(): Returns {
  const marks = new Map<ReturnKind, Map<string, Instant>>();
  const soft = new Map<SubscriberId, Map<string, Returned>>();
  return {
    async note(kind, { messageId, at }) {
      const known = marks.get(kind) ?? new Map<string, Instant>();
      marks.set(kind, known.set(messageId, at));
    },
    since: async (kind, from) =>
      [...(marks.get(kind)?.values() ?? [])].filter((at) => at >= from).length,
    async noteSoft(id, letter) {
      const all = new Map(soft.get(id)).set(`${letter.course} ${letter.lesson}`, letter);
      soft.set(id, all);
      return [...all.values()];
    },
  };
}
