import * as z from 'zod';
import { MalformedRequest } from '../problem.ts';
import type { Connections } from './connections.ts';

const ANY_SERVICE = [
  'throttle',
  '500',
  'reset',
  'lost-answer',
  'timeout',
  /** The connections that are open now have died, which shows when they are next used. */
  'stale-connection',
] as const;
const KILLS = ['kill-before', 'kill-after'] as const;
/** What can go wrong with a call, by service. */
export const KINDS = {
  ses: [...ANY_SERVICE, ...KILLS, 'quota', 'reject'],
  dynamodb: [...ANY_SERVICE, ...KILLS],
  sqs: [...ANY_SERVICE, ...KILLS],
  s3: [...ANY_SERVICE, ...KILLS],
  /** Invoking a function; whoever calls is none. */
  lambda: ANY_SERVICE,
  /** SES's events on their way to us; nobody calls anything here. */
  'ses-events': ['lost', 'twice'],
  /** What becomes of a mail that SES took; nobody calls anything here, either. */
  mailboxes: ['gone', 'listed', 'full', 'unclear', 'delayed', 'complaint', 'not-spam', 'virus'],
  /** Objects that a stream writes: an interval later, or never. */
  firehose: ['late', 'lost'],
} as const;

export type FaultKind = (typeof KINDS)[keyof typeof KINDS][number];

const Wish = z.strictObject({
  service: z.enum(Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]]),
  kind: z.coerce.string(),
  /** How many calls go wrong. */
  count: z.int().positive().default(1),
  /** How many calls go well before. */
  after: z.int().nonnegative().default(0),
  /** Only calls of this function, only this action. */
  function: z.string().optional(),
  action: z.string().optional(),
  /** Only calls in whose request this stands, such as a part of an expression. */
  containing: z.string().optional(),
});

export interface Fault {
  readonly service: keyof typeof KINDS;
  readonly kind: FaultKind;
  readonly function?: string | undefined;
  readonly action?: string | undefined;
  readonly containing?: string | undefined;
  after: number;
  count: number;
}

/** The things that are to go wrong, in the order in which they were asked for. */
export class Faults {
  readonly #connections: Connections;
  #pending: Fault[] = [];

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /**
   * @returns the fault as understood; of one that strikes at once, `count` is how often it did
   * @throws MalformedRequest on a service or kind that there is not
   */
  add(wish: unknown): Fault {
    const parsed = Wish.safeParse(wish);
    if (!parsed.success) throw new MalformedRequest(z.prettifyError(parsed.error));
    const { service, kind } = parsed.data;
    const kinds: readonly FaultKind[] = KINDS[service];
    const known = kinds.find((one) => one === kind);
    if (known === undefined) {
      throw new MalformedRequest(`"kind" for ${service} is one of ${kinds.join(', ')}`);
    }
    const fault: Fault = { ...parsed.data, kind: known };
    if (known === 'stale-connection') {
      return { ...fault, count: this.#connections.forget(service, fault.function) };
    }
    this.#pending.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.#pending;
  }

  clear(): void {
    this.#pending = [];
  }

  /**
   * What goes wrong with this call, if anything; each call uses up one of the count.
   *
   * @param request its body
   */
  strike(
    service: string,
    caller: string,
    action: string,
    request: Uint8Array = new Uint8Array(),
  ): FaultKind | undefined {
    const fault = this.#pending.find(
      (one) =>
        one.service === service &&
        (one.function ?? caller) === caller &&
        (one.action ?? action) === action &&
        (one.containing === undefined || Buffer.from(request).includes(one.containing)),
    );
    if (fault === undefined) return undefined;
    if (fault.after > 0) {
      fault.after -= 1;
      return undefined;
    }
    fault.count -= 1;
    if (fault.count <= 0) this.#pending = this.#pending.filter((one) => one !== fault);
    return fault.kind;
  }
}
