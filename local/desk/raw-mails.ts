import { type Inbox, inboxIn } from '../../functions/adapters/inbox.ts';
import type { Desk } from './desk.ts';

/** Where mails lie as they came in; undefined where no stack stands around the table, which says where that is. */
export async function rawMailsAt({
  account,
  config,
}: Pick<Desk, 'account' | 'config'>): Promise<Inbox | undefined> {
  const resources = await account.resources();
  const bucket = resources.find(({ type }) => type === 'AWS::S3::Bucket')?.physicalId;
  return bucket === undefined ? undefined : inboxIn(bucket, 'inbound/', config);
}
