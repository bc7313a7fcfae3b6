import { SHARDS, shardOf } from '../../functions/adapters/item.ts';
import type { Instant } from '../../functions/core/time.ts';
import { benchReader } from './happy-path.ts';

/** How much more than an even part the fullest shard of the due index holds. */
export function busiestShard(subscribers: number): number {
  const counts = new Map<string, number>(SHARDS.map((shard) => [shard, 0]));
  for (let number = 0; number < subscribers; number += 1) {
    const shard = shardOf(benchReader(number, '2026-11-24T07:00:00Z' as Instant).id);
    counts.set(shard, (counts.get(shard) ?? 0) + 1);
  }
  return Math.max(...counts.values()) / (subscribers / SHARDS.length);
}
