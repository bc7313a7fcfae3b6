import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { marshall } from '@aws-sdk/util-dynamodb';
import { SHARDS, subscriberKey, toAttributes } from '../../functions/adapters/item.ts';

import { benchReader, DUE } from './happy-path.ts';

/**
 * An AWS that answers at once and always well, in a process of its own: what is measured is ours. Its
 * table holds one reader, whoever is asked for, and an index with as many due as it is told.
 */
const [duePerShard = '0'] = process.argv.slice(2);

const reader = { ...benchReader(0, DUE), revision: 0 };
const ITEM = marshall({ ...subscriberKey(reader.id), ...toAttributes(reader) });
const PAGES: ReadonlyMap<string, string> = new Map(
  SHARDS.map((shard, place) => {
    const entries = Array.from({ length: Number(duePerShard) }, (_, number) => {
      const { id } = benchReader(number * SHARDS.length + place, DUE);
      return marshall({ ...subscriberKey(id), dueShard: shard, dueAt: DUE });
    });
    return [shard, JSON.stringify({ Items: entries, Count: entries.length })];
  }),
);
const NAMESPACE = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';

function answer(target: string, body: string): string {
  switch (target) {
    case 'UpdateItem':
      return JSON.stringify({ Attributes: ITEM });
    case 'Query': {
      const asked = JSON.parse(body) as {
        readonly ExpressionAttributeValues: { readonly ':shard'?: { readonly S: string } };
      };
      return PAGES.get(asked.ExpressionAttributeValues[':shard']?.S ?? '') ?? '{"Items":[]}';
    }
    case 'SendMessageBatch': {
      const { Entries } = JSON.parse(body) as {
        readonly Entries: readonly { readonly Id: string; readonly MessageBody: string }[];
      };
      const taken = Entries.map(({ Id, MessageBody }) => ({
        Id,
        MessageId: Id,
        MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
      }));
      return JSON.stringify({ Successful: taken });
    }
    case 'SendRawEmail':
      return `<SendRawEmailResponse ${NAMESPACE}><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>`;
    default:
      return '{}';
  }
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    const target =
      String(request.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1) ?? '';
    response.setHeader('content-type', target === '' ? 'text/xml' : 'application/x-amz-json-1.0');
    response.end(answer(target === '' ? 'SendRawEmail' : target, body));
  });
});
// On a machine that does much else a client may be slower than any time limit.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
