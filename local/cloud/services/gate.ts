/** Lets many in together, or one alone. Whoever wants to be alone keeps later ones waiting. */
export class Gate {
  #inside = new Set<Promise<unknown>>();
  #closed: Promise<unknown> = Promise.resolve();

  /** Runs beside others. */
  async among(work: () => Promise<unknown>): Promise<void> {
    await this.#closed;
    const working = work();
    this.#inside.add(working);
    try {
      await working;
    } finally {
      this.#inside.delete(working);
    }
  }

  /** Runs when all others are out, and nobody else meanwhile. */
  alone(work: () => Promise<unknown>): Promise<unknown> {
    const before = this.#closed;
    const working = (async () => {
      await before;
      await Promise.allSettled(this.#inside);
      await work();
    })();
    this.#closed = working.catch(() => undefined);
    return working;
  }
}
