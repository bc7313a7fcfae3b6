import type { Moves } from '../adapters/moves.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Fact } from '../core/reader/fact.ts';
import { type AskedMove, isFree, moved } from '../core/reader/move.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { LinkSecret, SubscriberId } from '../core/token.ts';
import { untilSaved } from '../runtime/change.ts';

/** What a move came to: done, not now (a mail is in flight), or not at all. */
export type Moved = 'moved' | 'busy' | 'taken';

interface MovingWorld {
  readonly subscribers: Pick<Subscribers, 'load'>;
  readonly moves: Moves;
  newSecret(): LinkSecret;
  now(): Instant;
}

/**
 * Moves a reader to another address with all that is theirs. Wherever it breaks off, nothing is lost
 * and nothing is due twice: the first write is the whole of who they are, and what lies beside is
 * carried over item by item, by this press or the next.
 */
export async function moveReader(
  world: MovingWorld,
  from: SubscriberId,
  to: { readonly id: SubscriberId; readonly address: AskedMove['to'] },
  details: Fact['details'],
): Promise<Moved> {
  const switched = await untilSaved<Moved>(async () => {
    const [reader, known] = await Promise.all([
      world.subscribers.load(from),
      world.subscribers.load(to.id),
    ]);
    if (reader === undefined || !isReading(reader) || !isFree(known)) return 'taken';
    // Whoever is sending right now takes it down under the old id.
    if (reader.claim !== undefined) return 'busy';
    const now = world.now();
    const move = moved(reader, to, known, { secret: world.newSecret(), now });
    const saved = await world.moves.switchOver(move, { kind: 'moved', at: now, details });
    return saved === 'saved' ? 'moved' : saved;
  });
  if (switched === 'moved') await finishMove(world, from, to.id);
  return switched;
}

const isReading = ({ standing: { is } }: Subscriber): boolean => is === 'active' || is === 'paused';

/** Carries over what still lies beside an old id. Nothing is done where all of it was. */
export async function finishMove(
  { subscribers, moves }: Pick<MovingWorld, 'subscribers' | 'moves'>,
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
export async function finishMoves(
  world: Pick<MovingWorld, 'subscribers' | 'moves'>,
  id: SubscriberId,
): Promise<void> {
  for (const { id: from } of await world.moves.former(id)) await finishMove(world, from, id);
}
