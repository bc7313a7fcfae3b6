import type { Decision, Principal } from '../iam/access.ts';
import type { AccessRequest } from '../iam/policy.ts';

export interface RequestCount {
  /** The function, or `(outside)`; what AWS does for a function is counted on it too. */
  readonly function: string;
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  readonly count: number;
}

export interface CapacityCount {
  readonly table: string;
  /** Absent for the table itself. */
  readonly index?: string;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface DeniedCount {
  readonly function: string;
  readonly action: string;
  readonly resource: string;
  readonly why: string;
  readonly count: number;
}

/** What `GET /_local/metrics` answers. */
export interface Figures {
  readonly since: string;
  readonly requests: readonly RequestCount[];
  readonly capacity: readonly CapacityCount[];
  readonly denied: readonly DeniedCount[];
  /** Invocations, failed ones, and bytes logged, by function. */
  readonly invocations: Readonly<Record<string, number>>;
  readonly failures: Readonly<Record<string, number>>;
  readonly logBytes: Readonly<Record<string, number>>;
}

type Key = readonly string[];

/** Counts things that are named by a few words. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(key: Key, amount = 1): void {
    const name = JSON.stringify(key);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + amount);
  }

  list(): readonly (readonly [Key, number])[] {
    return [...this.#counts].map(([name, count]) => [JSON.parse(name) as Key, count] as const);
  }

  record(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.list().map(([[name = ''], count]) => [name, count]));
  }

  clear(): void {
    this.#counts.clear();
  }
}

/** Counts what the functions ask of AWS and what it would cost. */
export class Metrics {
  readonly #tallies = {
    requests: new Tally(),
    reads: new Tally(),
    writes: new Tally(),
    denied: new Tally(),
    invocations: new Tally(),
    failures: new Tally(),
    logBytes: new Tally(),
  };
  #since: string;

  constructor(now: string) {
    this.#since = now;
  }

  request(caller: string, service: string, action: string, resource: string): void {
    this.#tallies.requests.add([caller, service, action, resource]);
  }

  /** @param index absent for the table itself */
  capacity(kind: 'reads' | 'writes', table: string, index: string | undefined, units: number) {
    this.#tallies[kind].add([table, index ?? ''], units);
  }

  denied(principal: Principal, { action, resource }: AccessRequest, decision: Decision): void {
    if (decision.is !== 'denied') return;
    this.#tallies.denied.add([labelOf(principal), action, resource, decision.why]);
  }

  invocation(name: string, failed: boolean): void {
    this.#tallies.invocations.add([name]);
    if (failed) this.#tallies.failures.add([name]);
  }

  logged(name: string, bytes: number): void {
    this.#tallies.logBytes.add([name], bytes);
  }

  reset(now: string): void {
    for (const tally of Object.values(this.#tallies)) tally.clear();
    this.#since = now;
  }

  figures(): Figures {
    const { requests, denied, invocations, failures, logBytes } = this.#tallies;
    return {
      since: this.#since,
      requests: requests
        .list()
        .map(([[name = '', service = '', action = '', resource = ''], count]) => ({
          function: name,
          service,
          action,
          resource,
          count,
        })),
      capacity: this.#capacityList(),
      denied: denied.list().map(([[name = '', action = '', resource = '', why = ''], count]) => ({
        function: name,
        action,
        resource,
        why,
        count,
      })),
      invocations: invocations.record(),
      failures: failures.record(),
      logBytes: logBytes.record(),
    };
  }

  #capacityList(): readonly CapacityCount[] {
    const units = new Map<string, { readUnits: number; writeUnits: number }>();
    for (const [kind, tally] of [
      ['readUnits', this.#tallies.reads],
      ['writeUnits', this.#tallies.writes],
    ] as const) {
      for (const [key, amount] of tally.list()) {
        const name = JSON.stringify(key);
        const sum = units.get(name) ?? { readUnits: 0, writeUnits: 0 };
        sum[kind] += amount;
        units.set(name, sum);
      }
    }
    return [...units].map(([name, sum]) => {
      const [table = '', index = ''] = JSON.parse(name) as Key;
      return { table, ...(index !== '' && { index }), ...sum };
    });
  }
}

/** What metrics call somebody who asks. */
export function labelOf(principal: Principal): string {
  switch (principal.is) {
    case 'role':
    case 'person':
      return principal.label;
    case 'service':
      return principal.service;
    case 'owner':
      return '(outside)';
  }
}
