import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { NOTHING } from '../template/assembly.ts';
import { ACCOUNT, REGION } from '../template/names.ts';
import type { ResolvedResource } from '../template/resolved.ts';
import type { Change } from './changes.ts';

/** Something that happened to a stack or one of its resources. */
export interface StackEvent {
  readonly EventId: string;
  readonly StackId: string;
  readonly StackName: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId: string;
  readonly ResourceType: string;
  readonly ResourceStatus: string;
  readonly ResourceStatusReason: string | undefined;
  readonly Timestamp: Date;
}

export interface ChangeSet {
  readonly name: string;
  readonly id: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly text: string;
  readonly changes: readonly Change[];
  /** Why nothing can come of it. */
  readonly failure: string | undefined;
  readonly tags: readonly Tag[];
  executed: boolean;
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What CloudFormation knows of one stack. */
export class StackRecord {
  readonly name: string;
  readonly id: string;
  readonly created: Date;
  readonly #clock: Clock;
  readonly events: StackEvent[] = [];
  readonly changeSets = new Map<string, ChangeSet>();
  status = 'REVIEW_IN_PROGRESS';
  reason: string | undefined;
  /** The template that runs. */
  text = NOTHING.text;
  outputs: Readonly<Record<string, string>> = {};
  resources: readonly ResolvedResource[] = [];
  tags: readonly Tag[] = [];
  terminationProtection = false;

  constructor(name: string, clock: Clock) {
    this.name = name;
    this.id = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/${randomUUID()}`;
    this.#clock = clock;
    this.created = new Date(clock.now());
  }

  /** The stack itself comes to this status. */
  becomes(status: string, reason?: string): void {
    this.status = status;
    this.reason = reason;
    this.note(this.name, 'AWS::CloudFormation::Stack', this.id, status, reason);
  }

  note(
    LogicalResourceId: string,
    ResourceType: string,
    PhysicalResourceId: string,
    ResourceStatus: string,
    ResourceStatusReason?: string,
  ): void {
    this.events.unshift({
      EventId: randomUUID(),
      StackId: this.id,
      StackName: this.name,
      LogicalResourceId,
      PhysicalResourceId,
      ResourceType,
      ResourceStatus,
      ResourceStatusReason,
      Timestamp: new Date(this.#clock.now()),
    });
  }

  changeSet(nameOrId: string): ChangeSet | undefined {
    return [...this.changeSets.values()].find(
      ({ name, id }) => name === nameOrId || id === nameOrId,
    );
  }
}
