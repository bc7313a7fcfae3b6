import { idInKey } from '../../functions/adapters/item.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { NewsletterEntry } from '../../functions/core/sending/broadcast.ts';
import type { Found } from '../../functions/core/sending/due.ts';
import type { Instant, Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** Under which name an item lies in the table in memory. */
export const itemName = (id: SubscriberId, sk: string): string => `${id} ${sk}`;

/** Someone who takes the newsletter, and the shard of its index. */
export type Taker = NewsletterEntry & { readonly shard: string };

/** The items of the table by {@link itemName}, and what its two indexes hold. */
export class Items extends Map<string, Attributes> {
  #due: readonly Found[] | undefined;
  #takers: readonly Taker[] | undefined;

  override set(name: string, item: Attributes): this {
    this.#changed();
    return super.set(name, item);
  }

  override delete(name: string): boolean {
    this.#changed();
    return super.delete(name);
  }

  /** The index `due`, in no order. */
  due(): readonly Found[] {
    this.#due ??= [...this.values()].flatMap(({ pk, sk, dueAt, dueShard }) => {
      const id = dueAt === undefined ? undefined : idInKey(pk);
      if (id === undefined) return [];
      const due = { id, dueAt: dueAt as Instant, shard: dueShard as string };
      return [{ ...due, ...(sk === 'request' && { request: true as const }) }];
    });
    return this.#due;
  }

  /** The index `newsletter`, in no order. */
  takers(): readonly Taker[] {
    this.#takers ??= [...this.values()].flatMap(({ pk, zone, newsletterShard }) => {
      const id = newsletterShard === undefined ? undefined : idInKey(pk);
      return id === undefined ? [] : [{ id, zone: zone as Zone, shard: newsletterShard as string }];
    });
    return this.#takers;
  }

  /** Ticks ask each shard: all of them between two writes look at the same. */
  #changed(): void {
    this.#due = undefined;
    this.#takers = undefined;
  }
}
