import { timingSafeEqual } from 'node:crypto';

/** Two secrets that nobody can guess, drawn anew with each start. */
export interface Secrets {
  /** In the address that is printed. */
  readonly key: string;
  /** In the cookie. */
  readonly session: string;
}

/**
 * The one way in: whoever has the printed address gets the cookie for its key, once. A cookie is sent to every port
 * of a machine, so its name says whose it is.
 */
export class Entry {
  readonly #session: string;
  readonly #name: string;
  #key: string | undefined;

  constructor({ key, session }: Secrets, port: number) {
    this.#key = key;
    this.#session = session;
    this.#name = `kindling-studio-${port}`;
  }

  /** @returns the cookie to set; undefined for another key, or when it was exchanged before */
  exchange(given: string): string | undefined {
    if (this.#key === undefined || !isSame(given, this.#key)) return undefined;
    this.#key = undefined;
    // Without an age: it ends with the browser, as the secret ends with the studio.
    return `${this.#name}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** @param cookies the request's field */
  knows(cookies: string | undefined): boolean {
    const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
    const own = pairs.find((pair) => pair.startsWith(`${this.#name}=`));
    return own !== undefined && isSame(own.slice(this.#name.length + 1), this.#session);
  }
}

/** As long for a wrong one as for the right one. */
function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
