import { NOTHING } from './template/assembly.ts';
import { readStack, type Stack } from './template/stack.ts';

/** Where the pages of a stack are. */
export interface Front {
  readonly url: string;
  /**
   * What the names of its resources begin with. The first stack has its logical ids for names, as tests
   * and people know them; of two that have the same ones, AWS tells names apart by the stack's.
   */
  readonly prefix: string;
}

/** The stacks that run in the account, each with pages at an address of its own. */
export class Running {
  readonly #first: Front;
  readonly #open: (stackName: string) => Promise<string>;
  readonly #fronts = new Map<string, Front>();
  readonly #stacks = new Map<string, Stack>();
  #all: Stack = NOTHING_RUNS;

  /**
   * @param url of the first stack's pages
   * @param open opens an address for the pages of another
   */
  constructor(url: string, open: (stackName: string) => Promise<string>) {
    this.#first = { url, prefix: '' };
    this.#open = open;
  }

  /** All that runs, as if it were one. */
  all(): Stack {
    return this.#all;
  }

  of(stackName: string): Stack | undefined {
    return this.#stacks.get(stackName);
  }

  /** The one whose pages are at the cloud's own address. */
  first(): Stack {
    const [name = ''] = [...this.#fronts].find(([, front]) => front === this.#first) ?? [];
    return this.#stacks.get(name) ?? NOTHING_RUNS;
  }

  /** Where a stack is, or is going to be. */
  async frontOf(stackName: string): Promise<Front> {
    const known = this.#fronts.get(stackName);
    if (known !== undefined) return known;
    const isFirst = ![...this.#fronts.values()].includes(this.#first);
    const front = isFirst
      ? this.#first
      : { url: await this.#open(stackName), prefix: `${stackName}-` };
    this.#fronts.set(stackName, front);
    return front;
  }

  put(stack: Stack): void {
    this.#stacks.set(stack.name, stack);
    this.#all = together([...this.#stacks.values()]);
  }

  remove(stackName: string): void {
    this.#stacks.delete(stackName);
    if (this.#fronts.get(stackName) === this.#first) this.#fronts.delete(stackName);
    this.#all = together([...this.#stacks.values()]);
  }
}

/** Of an account in which nothing is deployed. */
export const NOTHING_RUNS: Stack = readStack(NOTHING, { url: '', endpoint: '', prefix: '' });

/** Names and ARNs are the account's, so several stacks are one with more in it. */
function together(stacks: readonly Stack[]): Stack {
  const [only] = stacks;
  if (only === undefined) return NOTHING_RUNS;
  if (stacks.length === 1) return only;
  const lists = <Item>(of: (stack: Stack) => readonly Item[]) => stacks.flatMap(of);
  const maps = <Item>(of: (stack: Stack) => ReadonlyMap<string, Item>) =>
    new Map(stacks.flatMap((stack) => [...of(stack)]));
  return {
    name: only.name,
    outputs: only.outputs,
    brokenRules: lists((one) => one.brokenRules),
    resources: lists((one) => one.resources),
    functions: maps((one) => one.functions),
    roles: maps((one) => one.roles),
    policies: maps((one) => one.policies),
    resourcePolicies: maps((one) => one.resourcePolicies),
    permissions: lists((one) => one.permissions),
    tables: lists((one) => one.tables),
    queues: lists((one) => one.queues),
    buckets: lists((one) => one.buckets),
    subscriptions: lists((one) => one.subscriptions),
    eventSources: lists((one) => one.eventSources),
    schedules: lists((one) => one.schedules),
    apis: lists((one) => one.apis),
    stages: lists((one) => one.stages),
    routes: lists((one) => one.routes),
    integrations: maps((one) => one.integrations),
    configurationSets: lists((one) => one.configurationSets),
    eventDestinations: lists((one) => one.eventDestinations),
    deliveryStreams: lists((one) => one.deliveryStreams),
    ruleSets: lists((one) => one.ruleSets),
    receiptRules: lists((one) => one.receiptRules),
  };
}
