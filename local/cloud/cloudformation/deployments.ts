import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { StartError } from '../problem.ts';
import { ServiceRefusal, type Services } from '../services/services.ts';
import { type Assembly, NOTHING, readTemplate } from '../template/assembly.ts';
import { ACCOUNT, REGION } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import { ASSETS_BUCKET, assemblyFrom } from './assets.ts';
import { changesBetween } from './changes.ts';
import { type ChangeSet, StackRecord, type Tag } from './stacks.ts';

/** CDK's own stack; it makes the bucket for assets, which is always there while it is. */
export const TOOLKIT = 'CDKToolkit';

export interface DeploymentsWorld {
  readonly clock: Clock;
  readonly storage: Services;
  /** Where bundles are unpacked. */
  readonly folder: string;
  /** Reads a template, and makes nothing. @throws StartError when it could not be run */
  read(assembly: Assembly): Promise<Stack>;
  /** Runs a template, beside those of other stacks. */
  run(assembly: Assembly): Promise<Stack>;
  /** The stack of this name as it runs. */
  running(stackName: string): Stack | undefined;
  /** Ends what runs of a stack; what is stored stays. */
  clear(stackName: string): Promise<void>;
  /** Why AWS would not begin with this stack, and which resources it could not make. */
  refusals(stack: Stack, before: Stack | undefined): Refusals;
  /** Why a stack can't be deleted as things are. */
  inTheWay(stack: Stack): string | undefined;
  bootstrapped(): void;
}

export interface Refusals {
  /** Found while the change set is made. */
  readonly early: string | undefined;
  /** Found when the resource is to be made: everything is rolled back. */
  readonly resources: readonly { readonly logicalId: string; readonly why: string }[];
}

/** What a change set is asked for with. */
export interface Submission {
  readonly stack: string;
  readonly changeSet: string;
  readonly text: string;
  readonly tags: readonly Tag[];
}

/** CloudFormation: change sets, and the stacks that come of them. */
export class Deployments {
  readonly #world: DeploymentsWorld;
  readonly #stacks = new Map<string, StackRecord>();
  /** By their ids. */
  readonly #deleted = new Map<string, StackRecord>();

  constructor(world: DeploymentsWorld) {
    this.#world = world;
  }

  find(nameOrId: string): StackRecord | undefined {
    return this.all().find(({ name, id }) => name === nameOrId || id === nameOrId);
  }

  /** A deleted stack, which can still be asked for by its id. */
  past(id: string): StackRecord | undefined {
    return this.#deleted.get(id);
  }

  all(): readonly StackRecord[] {
    return [...this.#stacks.values()];
  }

  /** A stack that runs without anybody having deployed it. */
  adopt({ stackName, text }: Assembly, stack: Stack): void {
    const record = this.#stacks.get(stackName) ?? new StackRecord(stackName, this.#world.clock);
    this.#stacks.set(stackName, record);
    this.#settle(record, stack, text);
    record.becomes('CREATE_COMPLETE');
  }

  /** What is left of a first deployment that failed. */
  leaveFailed(name: string): void {
    const record = new StackRecord(name, this.#world.clock);
    this.#stacks.set(name, record);
    record.becomes('CREATE_FAILED', 'The following resource(s) failed to create: [earlier].');
    record.becomes('ROLLBACK_COMPLETE');
  }

  /** Makes a change set, and the stack that it is to be the first of. */
  async submit({ stack: name, changeSet, text, tags }: Submission): Promise<ChangeSet> {
    const record = this.#stacks.get(name) ?? new StackRecord(name, this.#world.clock);
    if (!this.#stacks.has(name)) {
      this.#stacks.set(name, record);
      record.becomes('REVIEW_IN_PROGRESS', 'User Initiated');
    }
    const before = readTemplate(record.text, name).Resources;
    const changes = changesBetween(before, readTemplate(text, name).Resources);
    const unchanged = changes.length === 0 && record.text !== NOTHING.text;
    const made: ChangeSet = {
      name: changeSet,
      id: `arn:aws:cloudformation:${REGION}:${ACCOUNT}:changeSet/${changeSet}/${randomUUID()}`,
      type: record.status === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE',
      text,
      changes,
      failure: unchanged
        ? "The submitted information didn't contain changes. " +
          'Submit different information to create a change set.'
        : await this.#early(name, text),
      tags,
      executed: false,
    };
    record.changeSets.set(changeSet, made);
    return made;
  }

  async #early(name: string, text: string): Promise<string | undefined> {
    if (name === TOOLKIT) return undefined;
    const { read, refusals, running } = this.#world;
    try {
      const template = readTemplate(text, name);
      const stack = await read({ stackName: name, template, text, assets: 'elsewhere' });
      return refusals(stack, running(name)).early;
    } catch (error) {
      if (error instanceof StartError) return error.message;
      throw error;
    }
  }

  /** Carries a change set out. Never rejects: what goes wrong is in the stack's events. */
  async execute(record: StackRecord, changeSet: ChangeSet): Promise<void> {
    changeSet.executed = true;
    const creating = changeSet.type === 'CREATE';
    const verb = creating ? 'CREATE' : 'UPDATE';
    record.becomes(`${verb}_IN_PROGRESS`, 'User Initiated');
    if (record.name === TOOLKIT) {
      this.#world.bootstrapped();
      record.outputs = { BootstrapVersion: '30', BucketName: ASSETS_BUCKET };
      record.becomes(`${verb}_COMPLETE`);
      return;
    }
    try {
      await this.#carryOut(record, changeSet, verb);
    } catch (error) {
      if (!(error instanceof StartError || error instanceof ServiceRefusal)) throw error;
      this.#rollBack(record, creating, error.message);
    }
  }

  async #carryOut(record: StackRecord, changeSet: ChangeSet, verb: string): Promise<void> {
    const { storage, folder, refusals, run, read, running } = this.#world;
    const assembly = await assemblyFrom(record.name, changeSet.text, storage, folder);
    const broken = refusals(await read(assembly), running(record.name)).resources;
    for (const { ResourceChange } of changeSet.changes) {
      const { LogicalResourceId: id, ResourceType } = ResourceChange;
      const why = broken.find(({ logicalId }) => logicalId === id)?.why;
      record.note(id, ResourceType, id, `${verb}_${why ? 'FAILED' : 'COMPLETE'}`, why);
    }
    if (broken.length > 0) {
      const ids = broken.map(({ logicalId }) => logicalId).join(', ');
      this.#rollBack(record, verb === 'CREATE', `The following resource(s) failed: [${ids}].`);
      return;
    }
    this.#settle(record, await run(assembly), changeSet.text);
    record.tags = changeSet.tags;
    record.becomes(`${verb}_COMPLETE`);
  }

  #rollBack(record: StackRecord, creating: boolean, why: string): void {
    record.becomes(creating ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS', why);
    record.becomes(creating ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE');
  }

  #settle(record: StackRecord, stack: Stack, text: string): void {
    record.text = text;
    record.outputs = stack.outputs;
    record.resources = stack.resources;
  }

  async remove(record: StackRecord): Promise<void> {
    record.becomes('DELETE_IN_PROGRESS', 'User Initiated');
    const stack = this.#world.running(record.name);
    if (stack !== undefined) {
      const why = this.#world.inTheWay(stack);
      if (why !== undefined) {
        record.becomes('DELETE_FAILED', why);
        return;
      }
      await this.#world.clear(record.name);
    }
    record.becomes('DELETE_COMPLETE');
    this.#stacks.delete(record.name);
    this.#deleted.set(record.id, record);
  }
}
