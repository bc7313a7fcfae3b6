import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { EmailAddress } from '../core/address.ts';
import type { NotSentThen, Quota, SendOutcome } from '../core/sending.ts';

/** The mail provider. */
export interface Mailer {
  /** Hands over one mail, once. Never throws: every answer, and the lack of one, is an outcome. */
  send(mail: RawMail): Promise<SendOutcome>;
  quota(): Promise<Quota>;
}

export interface RawMail {
  readonly from: EmailAddress;
  readonly to: EmailAddress;
  readonly raw: string;
  /** Come back in events; letters, digits, `_` and `-` only, so never an address (§1 S-19). */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * One attempt a call: SES has no idempotency key, so the SDK's own retries turn one lost answer
 * into three mails (sending.md §0).
 */
export function sesMailer(configurationSet?: string, config: SESClientConfig = {}): Mailer {
  const client = new SESClient({ ...config, maxAttempts: 1 });
  return {
    async send({ from, to, raw, tags }) {
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [to],
            RawMessage: { Data: Buffer.from(raw, 'utf8') },
            ...(configurationSet && { ConfigurationSetName: configurationSet }),
            Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return { is: 'sent', messageId: MessageId ?? '' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async quota() {
      const answer = await client.send(new GetSendQuotaCommand({}));
      return {
        perDay: answer.Max24HourSend ?? 0,
        sentToday: answer.SentLast24Hours ?? 0,
        perSecond: answer.MaxSendRate ?? 1,
      };
    },
  };
}

/** What SES refuses before it takes a mail, by error name (mail-standards §2.2). */
const REFUSALS: Readonly<Record<string, NotSentThen>> = {
  LimitExceededException: 'hold',
  MailFromDomainNotVerifiedException: 'hold',
  ConfigurationSetDoesNotExistException: 'hold',
  ConfigurationSetDoesNotExist: 'hold',
  AccountSendingPausedException: 'hold',
  ConfigurationSetSendingPausedException: 'hold',
  AccessDenied: 'hold',
  AccessDeniedException: 'hold',
  ExpiredToken: 'hold',
  InvalidClientTokenId: 'hold',
  SignatureDoesNotMatch: 'hold',
  InvalidParameterValue: 'suppress',
};

/** Sorts an SDK error by its name: the classes are not always instances of their own type. */
export function outcomeOf(error: unknown): SendOutcome {
  const name = error instanceof Error ? error.name : 'Unknown';
  const text = error instanceof Error ? error.message : '';
  const notSent = (then: NotSentThen): SendOutcome => ({ is: 'not-sent', then, why: name });
  if (name === 'Throttling' || name === 'ThrottlingException') {
    // One code for two limits: only the text tells the day's quota from the rate.
    return notSent(/daily/i.test(text) ? 'hold' : 'retry');
  }
  if (name === 'MessageRejected') {
    return notSent(/not verified|paused|sending/i.test(text) ? 'hold' : 'put-off');
  }
  const then = REFUSALS[name];
  if (then !== undefined) return notSent(then);
  return isClientFault(error) ? notSent('put-off') : { is: 'in-doubt', why: name };
}

/** A 4xx that we do not know by name: SES understood the call and did not take the mail. */
function isClientFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return false;
  const { httpStatusCode } = error.$metadata as { readonly httpStatusCode?: number };
  return httpStatusCode !== undefined && httpStatusCode >= 400 && httpStatusCode < 500;
}
