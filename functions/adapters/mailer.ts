import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { EmailAddress } from '../core/address.ts';
import type { SendOutcome } from '../core/sending/pace.ts';
import { STREAM_TAG, type Stream } from '../core/sending/stream.ts';
import type { Instant } from '../core/time.ts';
import { youngConnections } from './connections.ts';
import { errorName, outcomeOf } from './ses-errors.ts';

/** The mail provider. */
export interface Mailer {
  /** Hands over one mail, once. Never throws: every answer, and the lack of one, is an outcome. */
  send(mail: RawMail): Promise<SendOutcome>;
}

export interface RawMail {
  readonly from: EmailAddress;
  readonly to: EmailAddress;
  readonly raw: string;
  /** Come back in events; letters, digits, `_` and `-` only, so never an address (§1 S-19). */
  readonly tags: Readonly<Record<string, string>>;
  readonly stream: Stream;
}

/** SES answers in 150 ms; the door has 30 s for a batch. An answer that is later is in doubt. */
const ANSWER_MS = 5000;

/**
 * One attempt a call: SES has no idempotency key, so the SDK's own retries turn one lost answer
 * into three mails (sending.md §0). They would also hide connections that died while the Lambda
 * was frozen, so that none may be old enough for it.
 *
 * @param now wall time, which goes on while the Lambda is frozen
 */
export function sesMailer(
  configurationSet: string,
  now: () => Instant,
  config: SESClientConfig = {},
): Mailer {
  const ses = youngConnections(
    (agents) =>
      new SESClient({
        ...config,
        requestHandler: { ...agents, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
        maxAttempts: 1,
      }),
    now,
  );
  return {
    async send({ from, to, raw, tags, stream }) {
      try {
        const { MessageId } = await ses.client().send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [to],
            RawMessage: { Data: Buffer.from(raw, 'utf8') },
            ConfigurationSetName: configurationSet,
            Tags: Object.entries({ ...tags, [STREAM_TAG]: stream }).map(([Name, Value]) => ({
              Name,
              Value,
            })),
          }),
        );
        return { is: 'sent', messageId: MessageId ?? '' };
      } catch (error) {
        // Credentials are read once a client; new ones need a new client.
        if (errorName(error) === 'ExpiredToken') ses.drop();
        return outcomeOf(error, from);
      }
    },
  };
}
