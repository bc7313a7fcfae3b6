import {
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import type { EmailAddress } from '../core/address.ts';
import type { NotSentThen, Quota, SendOutcome } from '../core/sending/pace.ts';

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

/** SES answers in 150 ms; the door has 30 s for a batch. An answer that is later is in doubt. */
const ANSWER_MS = 5000;

/**
 * One attempt a call: SES has no idempotency key, so the SDK's own retries turn one lost answer
 * into three mails (sending.md §0).
 */
export function sesMailer(configurationSet?: string, config: SESClientConfig = {}): Mailer {
  const connect = () =>
    new SESClient({
      requestHandler: {
        connectionTimeout: 3000,
        requestTimeout: ANSWER_MS,
        throwOnRequestTimeout: true,
      },
      ...config,
      maxAttempts: 1,
    });
  let client = connect();
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
        // Credentials are read once a client; new ones need a new client.
        if (nameOf(error).startsWith('ExpiredToken')) client = connect();
        return outcomeOf(error, from);
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
  InvalidClientTokenId: 'hold',
  SignatureDoesNotMatch: 'hold',
  // Of one environment that is about to end, not of the account.
  ExpiredToken: 'retry',
  ExpiredTokenException: 'retry',
};

/** How SES words an address that it can never deliver to; other invalid parameters are our fault. */
const BAD_ADDRESS =
  /^(missing (final '@domain'|local part|domain)|local address|illegal address|domain (contains|ends|starts)|invalid (domain name|email address))/i;

/**
 * Sorts an SDK error by its name: the classes are not always instances of their own type. The text
 * is asked only where one name stands for two things.
 */
export function outcomeOf(error: unknown, from: EmailAddress): SendOutcome {
  const name = nameOf(error);
  const text = error instanceof Error ? error.message : '';
  const notSent = (then: NotSentThen): SendOutcome => ({ is: 'not-sent', then, why: name });
  switch (name) {
    case 'Throttling':
    case 'ThrottlingException':
      return notSent(/daily/i.test(text) ? 'hold' : 'retry');
    case 'MessageRejected':
      return notSent(concernsAll(text, from) ? 'hold' : 'put-off');
    case 'InvalidParameterValue':
      return notSent(BAD_ADDRESS.test(text) ? 'suppress' : 'put-off');
    default: {
      const then = REFUSALS[name];
      if (then !== undefined) return notSent(then);
      return isClientFault(error) ? notSent('put-off') : { is: 'in-doubt', why: name };
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Unknown');

/**
 * Whether a rejection would meet every mail. In the sandbox SES also refuses each recipient who is
 * not verified, in the same words; that one must not keep the others waiting.
 */
function concernsAll(text: string, from: EmailAddress): boolean {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const named = text.toLowerCase();
  const ours = named.includes(from) || new RegExp(`[\\s,:]${escaped(domain)}\\b`).test(named);
  return /not verified/.test(named) ? ours : /sending (is )?(paused|disabled)/.test(named);
}

const escaped = (text: string): string => text.replace(/[.]/g, '\\.');

/** A 4xx that we do not know by name: SES understood the call and did not take the mail. */
function isClientFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return false;
  const { httpStatusCode } = error.$metadata as { readonly httpStatusCode?: number };
  return httpStatusCode !== undefined && httpStatusCode >= 400 && httpStatusCode < 500;
}
