import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Typed, typedThere } from '../../functions/core/reader/typed-address.ts';
import { reader } from './builders.ts';

/** What is stored when a reader types an address at which nobody is known. */
export function typedAt(
  fresh: Parameters<typeof typedThere>[2],
  by: Pick<Subscriber, 'secret'> = reader(),
): Typed & { readonly is: 'mail' } {
  const typed = typedThere(by, { known: undefined, request: undefined }, fresh);
  if (typed.is !== 'mail') throw new Error('nobody was there');
  return typed;
}
