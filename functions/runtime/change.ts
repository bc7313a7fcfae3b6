import type { Fact } from '../core/reader/fact.ts';
import type { Change } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { SubscriberId } from '../core/token.ts';

/** What a change came to, with the subscriber as it now is in the table. */
export type Changed<Of = Subscriber> =
  | { readonly is: 'unknown' }
  | { readonly is: Change['is']; readonly after: Of };

/** Where subscribers are stored: whole, or as far as leaving needs them. */
export interface Store<Of, After extends Of> {
  load(id: SubscriberId): Promise<Of | undefined>;
  /** Saves it together with the fact of it, or neither. */
  save(after: After, fact?: Fact): Promise<'saved' | 'changed'>;
}

/** Two writers at once are rare; five times in a row is a fault. */
const TRIES = 5;

/**
 * Does something anew for as long as somebody else saves in between.
 *
 * @throws after five times
 */
export async function untilSaved<Done>(attempt: () => Promise<Done | 'changed'>): Promise<Done> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const done = await attempt();
    if (done !== 'changed') return done;
  }
  throw new Error(`what is stored was changed ${TRIES} times in between`);
}

/** The same decision, with what is to be kept of it if it changes something. */
export function recorded<Of>(
  decided: Change<Of>,
  factOf: (after: Of) => Fact | undefined,
): Change<Of> {
  if (decided.is !== 'changed') return decided;
  const fact = factOf(decided.subscriber);
  return fact === undefined ? decided : { ...decided, fact };
}

/**
 * Load, decide, save; from the start again when somebody else saved in between.
 *
 * @param decide sees the stored subscriber, and may find that this one may not be changed
 */
export async function change<Of, After extends Of>(
  store: Store<Of, After>,
  id: SubscriberId,
  decide: (stored: Of) => Change<After>,
): Promise<Changed<Of>> {
  return untilSaved(async () => {
    const before = await store.load(id);
    if (before === undefined) return { is: 'unknown' };
    const decided = decide(before);
    if (decided.is !== 'changed') return { is: decided.is, after: before };
    const { subscriber: after, fact } = decided;
    return (await store.save(after, fact)) === 'saved' ? { is: 'changed', after } : 'changed';
  });
}
