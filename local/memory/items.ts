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

/** The items of the table by {@link itemName}, and its two indexes, which change with each write. */
export class Items extends Map<string, Attributes> {
  readonly #due = new Index(dueEntry);
  readonly #takers = new Index(takerEntry);

  override set(name: string, item: Attributes): this {
    this.#due.written(name, item);
    this.#takers.written(name, item);
    return super.set(name, item);
  }

  override delete(name: string): boolean {
    this.#due.deleted(name);
    this.#takers.deleted(name);
    return super.delete(name);
  }

  /** The index `due`, in no order. */
  due = (): readonly Found[] => this.#due.all();

  /** The index `newsletter`, in no order. */
  takers = (): readonly Taker[] => this.#takers.all();
}

/** A sparse index: entries of those items that have one. */
class Index<Entry> {
  readonly #entryOf: (item: Attributes) => Entry | undefined;
  readonly #entries = new Map<string, Entry>();
  /** Asked for again and again between two writes. */
  #all: readonly Entry[] | undefined;

  constructor(entryOf: (item: Attributes) => Entry | undefined) {
    this.#entryOf = entryOf;
  }

  written(name: string, item: Attributes): void {
    const entry = this.#entryOf(item);
    if (entry === undefined) {
      this.deleted(name);
      return;
    }
    this.#entries.set(name, entry);
    this.#all = undefined;
  }

  deleted(name: string): void {
    if (this.#entries.delete(name)) this.#all = undefined;
  }

  all(): readonly Entry[] {
    this.#all ??= [...this.#entries.values()];
    return this.#all;
  }
}

function dueEntry({ pk, sk, dueAt, dueShard }: Attributes): Found | undefined {
  const id = dueAt === undefined ? undefined : idInKey(pk);
  if (id === undefined) return undefined;
  const due = { id, dueAt: dueAt as Instant, shard: dueShard as string };
  return { ...due, ...(sk === 'request' && { request: true as const }) };
}

function takerEntry({ pk, zone, newsletterShard }: Attributes): Taker | undefined {
  const id = newsletterShard === undefined ? undefined : idInKey(pk);
  return id && { id, zone: zone as Zone, shard: newsletterShard as string };
}
