import { randomBytes } from 'node:crypto';
import { inboxIn } from '../../functions/adapters/inbox.ts';
import { movesIn } from '../../functions/adapters/moves.ts';
import { ownDataIn } from '../../functions/adapters/own-data.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import { BY_AUTHOR } from '../../functions/core/reader/fact.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import { erase } from '../../functions/web/erase.ts';
import { RefusedError } from '../account/restore/home.ts';
import type { Desk } from './desk.ts';

/**
 * Erases all that is stored about somebody, as their own link would: by the very same steps, which have to know
 * the secret that their former links were made with.
 *
 * @throws RefusedError where there is no stack, and so nobody knows where their mails lie
 */
export async function eraseReader(
  desk: Desk,
  id: SubscriberId,
  reason: string,
): Promise<'done' | 'unchanged' | 'unknown'> {
  const { table, config, now, account } = desk;
  const resources = await account.resources();
  const bucket = resources.find(({ type }) => type === 'AWS::S3::Bucket')?.physicalId;
  if (bucket === undefined) {
    throw new RefusedError(
      'No stack stands here, so nobody knows where this reader’s mails lie, which have to go first. ' +
        'Erase where it is deployed.',
    );
  }
  const world = {
    subscribers: subscribersIn(table, config),
    moves: movesIn(table, config),
    ownData: ownDataIn(table, config),
    inbox: inboxIn(bucket, 'inbound/', config),
    newSecret: () => randomBytes(20).toString('base64url') as LinkSecret,
    now: () => now,
  };
  const reader = await world.subscribers.load(id);
  if (reader === undefined) return 'unknown';
  const changed = await erase(world, reader, { ...BY_AUTHOR, reason });
  return changed.is === 'changed' ? 'done' : changed.is === 'unknown' ? 'unknown' : 'unchanged';
}
