import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import PostalMime from 'postal-mime';
import type { ClientConfig } from '../account.ts';

/** A mail that came to us, as SES stored it. */
export interface ReceivedMail {
  readonly key: string;
  readonly messageId: string;
  /** To the address whose mailbox this is; what it wrote itself lies there as well. */
  readonly isToUs: boolean;
  readonly subject: string;
  readonly text: string;
  readonly replyTo: string;
  /** What SES found on its way in: `pass`, `fail`, `none`, ... */
  readonly verdicts: Readonly<Record<'spf' | 'dkim' | 'dmarc', string>>;
}

/** Where the receipt rule puts mail (infra/replies.ts). */
const PREFIX = 'inbound/';
/** Two clocks, and a listing by whole seconds. */
const SLACK_MS = 5000;

/**
 * The mailbox of somebody who lives in the reply domain: our own bucket. What came for others in the
 * same minutes is passed over.
 */
export function mailboxIn(bucket: string, address: string, since: Date, config: ClientConfig) {
  const client = new S3Client({ ...config, forcePathStyle: true });
  const seen = new Map<string, ReceivedMail | undefined>();

  async function look(key: string): Promise<ReceivedMail | undefined> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return mailFor(address, key, (await Body?.transformToByteArray()) ?? new Uint8Array());
  }

  /** All so far, oldest first. */
  return async (): Promise<readonly ReceivedMail[]> => {
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX });
    const fresh: { readonly key: string; readonly at: number }[] = [];
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', LastModified } of Contents) {
        const at = LastModified?.getTime() ?? 0;
        if (at >= since.getTime() - SLACK_MS && !seen.has(Key)) fresh.push({ key: Key, at });
      }
    }
    for (const { key } of fresh.sort((a, b) => a.at - b.at)) seen.set(key, await look(key));
    return [...seen.values()].flatMap((mail) => mail ?? []);
  };
}

/** Reads a mail, if it is to this address or from it. */
export async function mailFor(
  address: string,
  key: string,
  raw: Uint8Array,
): Promise<ReceivedMail | undefined> {
  const mail = await PostalMime.parse(raw);
  const isToUs = mail.to?.some((one) => one.address?.toLowerCase() === address) ?? false;
  if (!isToUs && mail.from?.address?.toLowerCase() !== address) return undefined;
  const results = mail.headers.find((header) => header.key === 'authentication-results');
  const verdict = (method: string) =>
    new RegExp(`\\b${method}=(\\w+)`).exec(results?.value ?? '')?.[1] ?? 'none';
  return {
    key,
    messageId: key.slice(PREFIX.length),
    isToUs,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? mail.from?.address ?? '',
    verdicts: { spf: verdict('spf'), dkim: verdict('dkim'), dmarc: verdict('dmarc') },
  };
}
