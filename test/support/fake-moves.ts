import type { Moves } from '../../functions/adapters/moves.ts';
import type { AskedMove } from '../../functions/core/reader/move.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** Wishes to move, in memory. Who moves is another story, told over a table (test/web/move.test.ts). */
export function fakeMoves(): Moves & { dump(): string } {
  const asked = new Map<SubscriberId, AskedMove>();
  return {
    async ask(id, wish) {
      asked.set(id, wish);
    },
    asked: async (id) => asked.get(id),
    switchOver: async () => 'changed',
    left: async () => [],
    carry: async () => {},
    done: async () => {},
    former: async () => [],
    dump: () => JSON.stringify([...asked]),
  };
}
