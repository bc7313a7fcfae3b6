import { type ClientConfig, configOf } from '../account.ts';
import { type CheckWorld, named } from '../check.ts';
import type { Session } from '../session.ts';
import { type KeptEnds, keptEnds } from './kept-ends.ts';
import { type Tables, tablesWith } from './table.ts';

/** What a publication stores, and the means to read and write it. */
export interface Home {
  readonly table: string;
  readonly tables: Tables;
  readonly ends: KeptEnds;
  readonly config: ClientConfig;
}

/** Something that stops a command; its message is for whoever runs it. */
export class RefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}

/**
 * Where the deployed stack keeps things.
 *
 * @throws RefusedError when no stack stands
 */
export function homeOf({ place, wishes }: Session, world: CheckWorld): Home {
  const config = configOf(place);
  const table = world.stack?.outputs['TableName'];
  if (table === undefined) {
    throw new RefusedError(
      `The stack ${world.subject.stackName} is not in ${place.region}. Its table may be there: name it ` +
        'as "table" in cdk.json and deploy (docs/deploying.md, "When something is lost").',
    );
  }
  const [bucket = ''] = named(world, 'AWS::S3::Bucket');
  const ends = keptEnds(wishes.values['bucket'] ?? bucket, config);
  return { table, config, ends, tables: tablesWith(config) };
}
