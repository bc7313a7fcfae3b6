import type { Moves } from '../adapters/moves.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { isFree } from '../core/reader/move.ts';
import type { SubscriberId } from '../core/token.ts';

interface FinishingWorld {
  readonly subscribers: Pick<Subscribers, 'load'>;
  readonly moves: Moves;
}

/** Carries over what still lies beside an old id. Nothing is done where all of it was. */
export async function finishMove(
  { subscribers, moves }: FinishingWorld,
  from: SubscriberId,
  to: SubscriberId,
): Promise<void> {
  const unfinished = (await moves.former(to)).some(({ id, open }) => id === from && open);
  // Somebody may read at the old address again: what lies there by now is theirs.
  if (!unfinished || !isFree(await subscribers.load(from))) return;
  for (const sk of await moves.left(from)) await moves.carry(from, to, sk);
  await moves.done(from, to);
}

/** The same for all ids that a reader had, before their data is shown or erased. */
export async function finishMoves(world: FinishingWorld, id: SubscriberId): Promise<void> {
  for (const { id: from } of await world.moves.former(id)) await finishMove(world, from, id);
}
