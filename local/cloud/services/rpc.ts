import type { IndexUnits, Item } from './metering.ts';

/** What the services worker is started with. */
export interface ServicesData {
  readonly clock: SharedArrayBuffer;
  /** LevelDB's folder; in memory without one. */
  readonly path?: string;
}

/** Where the services listen, told once. */
export interface ServicesReady {
  readonly dynamoPort: number;
  readonly fauxqsPort: number;
}

/** What may be asked of the services worker beside the services' own APIs. */
export interface Questions {
  /** Tells a table's time-to-live attribute, and the items that it holds from an earlier run. */
  watch: (
    table: string,
    ttl: string | undefined,
    stored: readonly (readonly [key: Item, item: Item])[],
  ) => void;
  /** Index write units since the last time this was asked. */
  indexUnits: () => readonly IndexUnits[];
  /** From now on, indexes follow their tables late; without a seed, at once. */
  indexLag: (seed: number | undefined) => Promise<void>;
  /** Lets queries of indexes see the changes that have come by a moment. */
  indexesArrive: (now: number) => Promise<void>;
  /** What in the tables waits for its time. */
  awaited: (now: number) => Upcoming;
  /** Keys of the items whose time to live is over; deleting them is free. */
  expired: (table: string, now: number) => readonly Item[];
  stop: () => Promise<void>;
}

export interface Upcoming {
  /** The earliest `dueAt`, as ISO text, and how many have come. */
  readonly firstDue?: string;
  readonly dueCount: number;
  /** The earliest end of a time to live, in milliseconds. */
  readonly firstExpiry?: number;
}

export interface Question {
  readonly id: number;
  readonly ask: keyof Questions;
  readonly with: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly value: unknown;
}
