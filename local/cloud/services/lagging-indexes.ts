import { type Chance, chanceOf } from '../weather/chance.ts';

/** A change of an index that queries don't see yet. */
interface Coming {
  readonly at: number;
  readonly item: string;
  readonly apply: () => Promise<void>;
}

/** A minute, in milliseconds: seconds as a rule, a minute now and then. */
const MOST = 60_000;

/**
 * Indexes that follow their table late, as global secondary indexes do: each item's changes in their
 * order, those of different items in any.
 */
export class LaggingIndexes {
  #chance: Chance | undefined;
  #coming: readonly Coming[] = [];
  #arriving: Promise<void> = Promise.resolve();

  /** @param seed of the lag; without one, what was on its way arrives and indexes are exact */
  async begin(seed: number | undefined): Promise<void> {
    // What is written meanwhile comes after what was on its way.
    while (seed === undefined && this.#coming.length > 0) {
      await this.arrive(Number.POSITIVE_INFINITY);
    }
    await this.#arriving;
    this.#chance = seed === undefined ? undefined : chanceOf(seed, 'index-lag');
  }

  /** @returns whether the change will come by itself, later */
  delays(item: string, now: number, apply: Coming['apply']): boolean {
    if (this.#chance === undefined) return false;
    const before = this.#coming.findLast((one) => one.item === item)?.at ?? 0;
    const at = Math.max(before, now + Math.floor(MOST * this.#chance() ** 3));
    this.#coming = [...this.#coming, { at, item, apply }];
    return true;
  }

  /**
   * Lets queries see what has come by now, after what is about to arrive already.
   *
   * @throws what the first of its own changes throws that fails, once all are tried: those after it, and
   *   whoever comes next, are not held up by it
   */
  arrive(now: number): Promise<void> {
    const come = this.#coming.filter(({ at }) => at <= now);
    this.#coming = this.#coming.filter(({ at }) => at > now);
    const before = this.#arriving;
    const arrived = (async () => {
      await before;
      const failed: unknown[] = [];
      for (const { apply } of come) await apply().catch((error: unknown) => failed.push(error));
      if (failed.length > 0) throw failed[0];
    })();
    this.#arriving = arrived.catch(() => {});
    return arrived;
  }
}
