import type { Item } from './metering.ts';
import type { Upcoming } from './rpc.ts';

/** One item that waits for a moment: to become due, or to be forgotten. */
interface Waiting {
  readonly table: string;
  readonly key: Item;
  readonly dueAt: string | undefined;
  /** Milliseconds. */
  readonly expiresAt: number | undefined;
}

const text = (value: unknown) => (value as { S?: string } | undefined)?.S;
const number = (value: unknown) => (value as { N?: string } | undefined)?.N;

/** Follows every write, so that the clock knows which moments it can jump over. */
export class AwaitedItems {
  readonly #waiting = new Map<string, Waiting>();
  /** The time-to-live attribute of each table. */
  readonly ttl = new Map<string, string>();

  /** Notes an item as it now is; `undefined` when it was deleted. */
  note(table: string, key: Item, item: Item | undefined): void {
    const id = `${table} ${JSON.stringify(key)}`;
    const dueAt = item && item['dueShard'] !== undefined ? text(item['dueAt']) : undefined;
    const seconds = item && number(item[this.ttl.get(table) ?? '']);
    const expiresAt = seconds === undefined ? undefined : Number(seconds) * 1000;
    if (dueAt === undefined && expiresAt === undefined) this.#waiting.delete(id);
    else this.#waiting.set(id, { table, key, dueAt, expiresAt });
  }

  summary(now: number): Upcoming {
    let firstDue: string | undefined;
    let firstExpiry: number | undefined;
    let dueCount = 0;
    const nowText = new Date(now).toISOString();
    for (const { dueAt, expiresAt } of this.#waiting.values()) {
      if (dueAt !== undefined) {
        if (firstDue === undefined || dueAt < firstDue) firstDue = dueAt;
        if (dueAt <= nowText) dueCount += 1;
      }
      if (expiresAt !== undefined) firstExpiry = Math.min(firstExpiry ?? expiresAt, expiresAt);
    }
    return {
      dueCount,
      ...(firstDue !== undefined && { firstDue }),
      ...(firstExpiry !== undefined && { firstExpiry }),
    };
  }

  expired(table: string, now: number): readonly Item[] {
    return [...this.#waiting.values()]
      .filter((one) => one.table === table && one.expiresAt !== undefined && one.expiresAt <= now)
      .map(({ key }) => key);
  }
}
