import { Temporal } from 'temporal-polyfill';
import { MalformedRequest } from './problem.ts';

/** Milliseconds since 1970 on the cloud's own clock, which can be moved ahead of the machine's. */
export type Moment = number;

/**
 * The cloud's clock: the machine's time plus an offset. The offset lies in shared memory, so that
 * every worker (functions, queues) sees a move at once.
 */
export class Clock {
  readonly memory: SharedArrayBuffer;
  readonly #offset: BigInt64Array;

  constructor(offset = 0) {
    this.memory = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
    this.#offset = new BigInt64Array(this.memory);
    Atomics.store(this.#offset, 0, BigInt(offset));
  }

  get offset(): number {
    return Number(Atomics.load(this.#offset, 0));
  }

  now(): Moment {
    return Date.now() + this.offset;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Moves forward; a moment that has passed already is left alone. */
  moveTo(moment: Moment): void {
    const ahead = moment - this.now();
    if (ahead > 0) Atomics.add(this.#offset, 0, BigInt(ahead));
  }
}

/**
 * Reads what `POST /_local/clock` was told.
 *
 * @throws MalformedRequest when it is neither a moment to come nor a duration
 */
export function clockTarget(wish: unknown, now: Moment): Moment {
  const { advance, to } = (wish ?? {}) as { readonly advance?: unknown; readonly to?: unknown };
  if ((advance === undefined) === (to === undefined)) {
    throw new MalformedRequest(
      'say either "advance" (like "P1D") or "to" (like "2026-12-01T08:00:00Z")',
    );
  }
  const target = advance === undefined ? momentOf(to) : after(now, advance);
  if (target < now) throw new MalformedRequest('the clock only goes forward');
  return target;
}

function momentOf(to: unknown): Moment {
  try {
    return Temporal.Instant.from(String(to)).epochMilliseconds;
  } catch {
    throw new MalformedRequest(`"to" is no moment with a UTC offset: ${JSON.stringify(to)}`);
  }
}

function after(now: Moment, advance: unknown): Moment {
  try {
    const duration = Temporal.Duration.from(String(advance));
    return Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO('UTC')
      .add(duration)
      .toInstant().epochMilliseconds;
  } catch {
    throw new MalformedRequest(`"advance" is no ISO 8601 duration: ${JSON.stringify(advance)}`);
  }
}
