import type { EmailAddress } from '../core/address.ts';
import { NO_CONNECTION, type NotSentThen, type SendOutcome } from '../core/sending/pace.ts';
import { isUnconnected } from './connections.ts';

/** `guess`: put off, by the look of a name that we don't know. */
type Verdict = NotSentThen | 'in-doubt' | 'guess';

/**
 * What each refusal means, by its name without AWS's ending `Exception`, which the wire, the SDK
 * and the documentation each have or leave out. From the errors of SendRawEmail in SES's API
 * reference, its developer guide's "API error codes", the "Common Error Types" of AWS's APIs, and
 * what the SDK itself knows of clocks and throttling.
 */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  // Not a byte of the call was sent.
  [NO_CONNECTION]: 'retry',
  // Nothing of this account goes out until somebody mends that.
  AccountSendingPaused: 'hold',
  ConfigurationSetSendingPaused: 'hold',
  ConfigurationSetDoesNotExist: 'hold',
  MailFromDomainNotVerified: 'hold',
  ProductionAccessNotGranted: 'hold',
  LimitExceeded: 'hold',
  // Who calls and what they may is the same for every mail.
  NotAuthorized: 'hold',
  OptInRequired: 'hold',
  InvalidClientTokenId: 'hold',
  UnrecognizedClient: 'hold',
  MissingAuthenticationToken: 'hold',
  IncompleteSignature: 'hold',
  // So is how the SDK writes a call.
  InvalidAction: 'hold',
  MissingAction: 'hold',
  UnknownOperation: 'hold',
  InvalidParameterCombination: 'hold',
  InvalidQueryParameter: 'hold',
  MalformedQueryString: 'hold',
  MalformedHttpRequest: 'hold',
  // Of one environment that is about to end, or of its clock, which the SDK sets by the answer.
  ExpiredToken: 'retry',
  RequestExpired: 'retry',
  RequestInTheFuture: 'retry',
  RequestTimeTooSkewed: 'retry',
  // Too fast just now. (`Throttling` may also be the day's quota.)
  TooManyRequests: 'retry',
  RequestThrottled: 'retry',
  RequestLimitExceeded: 'retry',
  SlowDown: 'retry',
  // What is in this mail.
  MissingParameter: 'put-off',
  ValidationError: 'put-off',
  Validation: 'put-off',
  RequestEntityTooLarge: 'put-off',
  // SES gave up a call that it may have begun.
  RequestTimeout: 'in-doubt',
  RequestAborted: 'in-doubt',
};

/** How SES words an address that it can never deliver to; other invalid parameters are our fault. */
const BAD_ADDRESS =
  /^(missing (final '@domain'|local part|domain)|local address|illegal address|domain (contains|ends|starts)|invalid (domain name|email address))/i;

/** How SigV4 words a clock that is wrong, under the name of a signature that is. */
const WRONG_CLOCK = /signature (expired|not yet current)/i;

/** How SES words a rejection that meets every mail (developer guide, "Email sending errors"). */
const ALL_PAUSED = /\b(sending|account|configuration set)\b.*\b(paused|suspended|disabled)\b/i;

/** How SES words it that an address or a domain is not verified, whichever side it is on. */
const NOT_VERIFIED = /not verified/i;

/** What a name says that we don't know, when it concerns the one mail. */
const ABOUT_A_MAIL = /message|content|header|attachment|recipient|destination|parameter|tooLarge/i;

/**
 * Sorts an SDK error by its name: the classes are not always instances of their own type. The text
 * is asked only where one name stands for two things.
 */
export function outcomeOf(error: unknown, from: EmailAddress): SendOutcome {
  const why = errorName(error);
  const is = verdict(why, textOf(error), statusOf(error), from);
  if (is === 'in-doubt') return { is, why };
  const then = is === 'guess' ? 'put-off' : is;
  return { is: 'not-sent', then, why, ...(is === 'guess' && { guessed: true }) };
}

/** An error's name without the ending `Exception`; `NoConnection`, whatever kept it from being. */
export function errorName(error: unknown): string {
  if (isUnconnected(error)) return NO_CONNECTION;
  return error instanceof Error ? error.name.replace(/Exception$/, '') : 'Unknown';
}

function verdict(
  name: string,
  text: string,
  status: number | undefined,
  from: EmailAddress,
): Verdict {
  switch (name) {
    case 'Throttling':
      return /daily/i.test(text) ? 'hold' : 'retry';
    case 'MessageRejected':
      if (concernsAll(text, from)) return 'hold';
      return NOT_VERIFIED.test(text) ? 'wait' : 'put-off';
    case 'AccessDenied':
      return isAboutRecipient(text, from) ? 'wait' : 'hold';
    case 'InvalidParameterValue':
      return BAD_ADDRESS.test(text) ? 'suppress' : 'put-off';
    case 'InvalidSignature':
    case 'SignatureDoesNotMatch':
      return WRONG_CLOCK.test(text) ? 'retry' : 'hold';
    default:
      return VERDICTS[name] ?? verdictOnStatus(status, name);
  }
}

/**
 * Whether a rejection would meet every mail. In the sandbox SES also refuses each recipient who is
 * not verified, in the same words; that one must not keep the others waiting.
 */
function concernsAll(text: string, from: EmailAddress): boolean {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const named = text.toLowerCase();
  const ours = named.includes(from) || new RegExp(`[\\s,:]${escaped(domain)}\\b`).test(named);
  return NOT_VERIFIED.test(named) ? ours : ALL_PAUSED.test(named);
}

/** The identity that a permission is missing for. */
const DENIED_IDENTITY = /:identity\/([^\s'"`]+)/;

/**
 * In the sandbox SES asks the sender's policy for the recipient's identity, too, and a policy that names
 * only the domain is refused for that one recipient (cloudposse/terraform-aws-ses#40).
 */
function isAboutRecipient(text: string, from: EmailAddress): boolean {
  const [, denied] = DENIED_IDENTITY.exec(text.toLowerCase()) ?? [];
  const isOurs = (name: string) =>
    from === name || from.endsWith(`@${name}`) || from.endsWith(`.${name}`);
  return denied !== undefined && !isOurs(denied);
}

const escaped = (text: string): string => text.replace(/[.]/g, '\\.');

/**
 * A refusal whose name we don't know is the account's: to hold everybody for ten minutes too often
 * costs less than to take today's letter from everybody, one reader at a time. One that seems to be about
 * a mail is a guess, and no longer believed when it meets one mail after another (core/sending/health.ts).
 */
function verdictOnStatus(status: number | undefined, name: string): Verdict {
  if (status === undefined || status < 400 || status >= 500 || status === 408) return 'in-doubt';
  if (status === 429) return 'retry';
  return status === 413 || ABOUT_A_MAIL.test(name) ? 'guess' : 'hold';
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** The HTTP status of the answer, when there was one. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  return (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode;
}
