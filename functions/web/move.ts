import type { Moves } from '../adapters/moves.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Fact } from '../core/reader/fact.ts';
import {
  type AskedMove,
  type Goal,
  isFree,
  moveDetail,
  moved,
  moveEnds,
} from '../core/reader/move.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import {
  firstSecret,
  type IdKey,
  isGenuine,
  type LinkSecret,
  parseToken,
  type SecretKey,
  type SubscriberId,
  subscriberId,
} from '../core/token.ts';
import { untilSaved } from '../runtime/change.ts';
import { finishMove } from '../runtime/finish-move.ts';

/** What a move came to: done, not now (a mail is in flight), or not at all. */
export type Moved = 'moved' | 'busy' | 'taken';

interface MovingWorld {
  readonly subscribers: Pick<Subscribers, 'load'>;
  readonly moves: Moves;
  newSecret(): LinkSecret;
  now(): Instant;
}

/** What a link in the new mailbox touches as well. */
interface LinkWorld extends MovingWorld {
  readonly subscribers: Pick<Subscribers, 'load' | 'movedTo'>;
  idKey(): Promise<IdKey>;
  secretKey(): Promise<SecretKey>;
}

/** Whom such a link speaks of: somebody who asked, or who has moved by it. */
export type MoveBy =
  | { readonly is: 'asked'; readonly reader: Subscriber; readonly to: Goal }
  | { readonly is: 'over'; readonly reader: Subscriber }
  | { readonly is: 'moved'; readonly reader: Subscriber; readonly from: SubscriberId };

/** Reads the link; undefined for whatever reason it is none, so that none can be told. */
export async function moveBy(
  {
    subscribers,
    moves,
    idKey,
    secretKey,
    now,
  }: Pick<LinkWorld, 'subscribers' | 'moves' | 'idKey' | 'secretKey' | 'now'>,
  given: string,
): Promise<MoveBy | undefined> {
  const token = parseToken(given);
  if (token === undefined) return undefined;
  const reader = await subscribers.load(token.id);
  if (reader !== undefined && isGenuine(token, reader.secret, 'move')) {
    const asked = await moves.asked(token.id);
    if (asked === undefined || moveEnds(asked) <= now()) return { is: 'over', reader };
    const to = goalOf(await idKey(), await secretKey(), asked);
    return token.detail === moveDetail(asked, to.id)
      ? { is: 'asked', reader, to }
      : { is: 'over', reader };
  }
  const to = await subscribers.movedTo(token.id, (secret) => isGenuine(token, secret, 'move'));
  const there = to && (await subscribers.load(to));
  return there && { is: 'moved', reader: there, from: token.id };
}

function goalOf(ids: IdKey, secrets: SecretKey, { to: address }: AskedMove): Goal {
  const id = subscriberId(ids, address);
  return { id, address, first: firstSecret(secrets, id) };
}

/**
 * The button in the new mailbox is pressed: the reader moves, or what an earlier press left undone is
 * done.
 *
 * @param found by its link
 * @returns `over` for a wish that is replaced, too old, or taken by somebody else's address
 */
export async function pressThere(
  world: MovingWorld,
  found: MoveBy,
  details: Fact['details'],
): Promise<{ readonly is: 'moved' | 'busy' | 'over'; readonly reader: Subscriber }> {
  const { is, reader } = found;
  if (is === 'over') return { is, reader };
  if (is === 'moved') {
    await finishMove(world, found.from, reader.id);
    return { is, reader };
  }
  const came = await moveReader(world, reader.id, found.to, details);
  return { is: came === 'taken' ? 'over' : came, reader };
}

/**
 * Moves a reader to another address with all that is theirs. Wherever it breaks off, nothing is lost
 * and nothing is due twice: the first write is the whole of who they are, and what lies beside is
 * carried over item by item, by this press or the next.
 */
export async function moveReader(
  world: MovingWorld,
  from: SubscriberId,
  to: Goal,
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
