import { randomBytes } from 'node:crypto';
import {
  type Errand,
  type ErrandAnswer,
  type ErrandName,
  parseErrandAnswer,
  type Task,
} from '../../functions/core/reader/errand.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { RefusedError } from '../account/restore/home.ts';
import type { Desk } from './desk.ts';

/** So often a door that breaks off is asked again, by the same name. */
const TRIES = 3;

/** As infra/stack.ts names it. */
const DOOR = /^ErrandsDoor/;

/**
 * Has the stack's own door do what takes a reader's secret, which the desk does not see. What gets lost on the way
 * is asked for again under the same name, and so is done once.
 *
 * @throws RefusedError where there is no such door, where it fails, or where its answer is none that is known here
 */
export async function runErrand(
  { account, table }: Pick<Desk, 'account' | 'table'>,
  reader: SubscriberId,
  task: Task,
): Promise<ErrandAnswer> {
  const resources = await account.resources();
  const door = resources.find(
    ({ type, logicalId }) => type === 'AWS::Lambda::Function' && DOOR.test(logicalId),
  );
  if (door === undefined) throw new RefusedError(resources.length === 0 ? NO_STACK : NO_DOOR);
  const name = randomBytes(16).toString('base64url') as ErrandName;
  const errand: Errand = { name, table, reader, task };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { failed, payload } = await account.invoke(door.physicalId, JSON.stringify(errand));
    if (failed) continue;
    const answer = parseErrandAnswer(JSON.parse(payload));
    if (answer !== undefined) return answer;
    throw new RefusedError(OTHER_VERSION);
  }
  throw new RefusedError(FAILED);
}

const NO_STACK =
  'No stack stands here, and only its door may know what their links are made with. Do it where it is deployed.';
const NO_DOOR = 'The stack that stands here has no door for it yet: npm run deploy.';
const OTHER_VERSION =
  'The stack that stands here answers in words that are not known here. Is it newer? Look at the reader.';
const FAILED =
  'The door failed, and it is not known how far it came: look at the reader, then at docs/runbook.md, "A door fails".';
