/** The first promise that was broken, whoever met its error: a process that dies takes it along. */
export class FirstBroken {
  #broken: unknown;

  /** @throws what the promise throws, which is kept here as well */
  hold(promise: () => void): void {
    try {
      promise();
    } catch (error) {
      this.#broken ??= error;
      throw error;
    }
  }

  /** @throws when a promise was broken, whoever met the error first */
  kept(): void {
    if (this.#broken !== undefined) throw this.#broken;
  }
}
