/**
 * Knows whether anything is going on. Work is counted from the moment it is certain to happen, and
 * whatever it causes is counted before it ends, so a count of nought means that all is quiet.
 */
export class Activity {
  #running = 0;
  #held: (() => void)[] = [];
  #waiting: (() => void)[] = [];

  /** Counts a piece of work until it ends; its failure is its own affair. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#running += 1;
    const done = () => {
      this.#running -= 1;
      this.#look();
    };
    work.then(done, done);
    return work;
  }

  /** Starts work that nobody waits for. @param failed hears of what it throws */
  start(work: () => Promise<unknown>, failed: (error: unknown) => void): void {
    this.track(work().catch(failed)).catch(failed);
  }

  /** Calls back once nothing else runs: for work that gains by waiting for more of its kind. */
  whenIdle(begin: () => void): void {
    this.#held.push(begin);
    this.#look();
  }

  /** Resolves once nothing runs and nothing is held back. */
  quiet(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#look();
    });
  }

  /** Looks a turn later, so that work which has just ended may start what follows from it. */
  #look(): void {
    if (this.#running > 0) return;
    setImmediate(() => {
      if (this.#running > 0) return;
      const held = this.#held;
      this.#held = [];
      for (const begin of held) begin();
      if (held.length > 0) return this.#look();
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    });
  }
}
