import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../functions/adapters/ses-errors.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import { advanced, askOf, type Found, overdue, taken } from '../../functions/core/sending/due.ts';
import { type Quota, takeThisTick } from '../../functions/core/sending/pace.ts';
import { at } from '../support/builders.ts';

const FROM = 'letters@news.example.com' as EmailAddress;

const NOT_VERIFIED =
  'Email address is not verified. The following identities failed the check in region US-EAST-1:';

/** How IAM words it that a permission is missing. */
const denied = (identity: string) =>
  `User \`arn:aws:sts::1:assumed-role/send' is not authorized to perform \`ses:SendRawEmail' on resource \`arn:aws:ses:us-east-1:1:identity/${identity}'`;

/** An error as the SDK throws it. */
const failure = (name: string, message: string, status?: number) =>
  Object.assign(new Error(message), {
    name,
    ...(status !== undefined && { $metadata: { httpStatusCode: status } }),
  });

type Row = readonly [name: string, text: string, status: number, is: string, reason: string];

describe('what SES answered', () => {
  test.for<Row>([
    // The errors of SendRawEmail (SES API reference) and how SES words them.
    ['AccountSendingPausedException', '', 400, 'hold', 'no mail at all'],
    ['ConfigurationSetSendingPausedException', '', 400, 'hold', 'all our mails are in that set'],
    ['ConfigurationSetDoesNotExist', '', 400, 'hold', 'the wire’s own spelling'],
    ['ConfigurationSetDoesNotExistException', '', 400, 'hold', 'the SDK’s spelling'],
    ['MailFromDomainNotVerifiedException', '', 400, 'hold', 'a DNS record is missing'],
    ['MailFromDomainNotVerified', '', 400, 'hold', 'as the developer guide spells it'],
    ['ProductionAccessNotGranted', '', 400, 'hold', 'the account'],
    ['LimitExceededException', '', 400, 'hold', 'a limit of the account'],
    [
      'MessageRejected',
      `${NOT_VERIFIED} letters@news.example.com, news.example.com`,
      400,
      'hold',
      'our own identity: every mail',
    ],
    [
      'MessageRejected',
      `${NOT_VERIFIED} ann@example.net`,
      400,
      'wait',
      'the sandbox and one reader: the others go on, and this one in minutes',
    ],
    [
      'MessageRejected',
      'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      400,
      'hold',
      'after a review',
    ],
    ['MessageRejected', 'Sending suspended for this account.', 400, 'hold', 'the older wording'],
    ['MessageRejected', 'Account is paused', 400, 'hold', 'the developer guide’s wording'],
    [
      'MessageRejected',
      'Email sending for the configuration set letters is paused.',
      400,
      'hold',
      'all of it',
    ],
    ['MessageRejected', 'Email sending is disabled', 400, 'hold', 'the account'],
    ['MessageRejected', 'Illegal content', 400, 'put-off', 'this mail'],
    // What every API of AWS may answer ("Common Error Types", SES’s "API error codes").
    ['AccessDenied', '', 403, 'hold', 'a permission is missing'],
    ['AccessDeniedException', '', 400, 'hold', 'the newer spelling'],
    ['AccessDenied', denied('news.example.com'), 403, 'hold', 'for what all our mail comes from'],
    ['AccessDenied', denied('letters@news.example.com'), 403, 'hold', 'that, by its address'],
    ['AccessDenied', denied('example.com'), 403, 'hold', 'that, by the domain above it'],
    ['AccessDenied', denied('ann@example.net'), 403, 'wait', 'the sandbox and one reader'],
    ['AccessDenied', denied('ample.com'), 403, 'wait', 'a name that ours only ends in'],
    ['NotAuthorized', '', 401, 'hold', 'as much'],
    ['OptInRequired', '', 403, 'hold', 'the account has not paid, or is not open yet'],
    ['InvalidClientTokenId', '', 403, 'hold', 'who we are'],
    ['UnrecognizedClientException', '', 403, 'hold', 'who we are'],
    ['MissingAuthenticationToken', '', 403, 'hold', 'who we are'],
    ['MissingAuthenticationTokenException', '', 403, 'hold', 'the other spelling'],
    ['IncompleteSignature', '', 403, 'hold', 'how we sign'],
    [
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match',
      403,
      'hold',
      'how we sign',
    ],
    [
      'SignatureDoesNotMatch',
      'Signature expired: 20261124T065900Z is now earlier than 20261124T070000Z',
      403,
      'retry',
      'the clock of one environment',
    ],
    [
      'InvalidSignatureException',
      'Signature not yet current: 20261124T070000Z',
      403,
      'retry',
      'the same, the other way',
    ],
    [
      'RequestExpired',
      '',
      400,
      'retry',
      'sent from one environment whose clock is wrong, or slept',
    ],
    ['RequestTimeTooSkewed', '', 403, 'retry', 'as much'],
    ['ExpiredToken', '', 403, 'retry', 'of this environment only; a new client follows'],
    ['ExpiredTokenException', '', 403, 'retry', 'the newer spelling'],
    ['InvalidAction', '', 400, 'hold', 'no mail can change which call we make'],
    ['MissingAction', '', 400, 'hold', 'as much'],
    ['UnknownOperationException', '', 404, 'hold', 'as much'],
    ['InvalidQueryParameter', '', 400, 'hold', 'the SDK writes the call, the same for every mail'],
    ['MalformedQueryString', '', 404, 'hold', 'as much'],
    ['MalformedHttpRequestException', '', 400, 'hold', 'as much'],
    ['InvalidParameterCombination', '', 400, 'hold', 'every mail uses the same ones'],
    ['MissingParameter', '', 400, 'put-off', 'something of this mail is empty'],
    ['ValidationError', '', 400, 'put-off', 'something of this mail is not as it should be'],
    ['RequestEntityTooLargeException', '', 413, 'put-off', 'this mail is too large'],
    ['InvalidParameterValue', 'Domain ends with dot', 400, 'suppress', 'can never be delivered'],
    ['InvalidParameterValue', "Missing final '@domain'", 400, 'suppress', 'no address'],
    [
      'InvalidParameterValue',
      'Invalid tag value <ü>: only alphanumeric ASCII characters are allowed.',
      400,
      'put-off',
      'our own mistake must not strike every reader off the list',
    ],
    ['InvalidParameterValue', "Duplicate header 'To'.", 400, 'put-off', 'ours too'],
    ['Throttling', 'Maximum sending rate exceeded.', 400, 'retry', 'the rate'],
    ['Throttling', 'Daily message quota exceeded.', 400, 'hold', 'the same name, the day’s quota'],
    ['ThrottlingException', 'Rate exceeded', 400, 'retry', 'the name in AWS’s documentation'],
    ['TooManyRequestsException', '', 429, 'retry', 'the rate'],
    ['RequestThrottled', '', 400, 'retry', 'the rate'],
    ['RequestTimeoutException', '', 408, 'in-doubt', 'SES gave up, after it had begun'],
    ['RequestAbortedException', '', 400, 'in-doubt', 'it is us who hung up'],
    ['InternalFailure', '', 500, 'in-doubt', 'it may have gone'],
    ['ServiceUnavailable', '', 503, 'in-doubt', 'it may have gone'],
    // Names that nobody knows yet.
    ['SomethingNew', '', 400, 'hold', 'the account’s: not a day of each reader, one after another'],
    ['SomethingNew', '', 401, 'hold', 'as much'],
    ['SomethingNew', '', 408, 'in-doubt', 'a time-out by any name'],
    ['SomethingNew', '', 429, 'retry', 'too fast by any name'],
    ['SomethingNew', '', 413, 'put-off', 'too large by any name'],
    ['MessageTooSpicy', '', 400, 'put-off', 'the one mail’s, by its name'],
    ['InvalidRecipientList', '', 400, 'put-off', 'as much'],
    ['SomethingNew', '', 502, 'in-doubt', 'it may have gone'],
  ])('%s “%s” (%s): %s, %s', ([name, text, status, is]) => {
    expect(endOf(failure(name, text, status))).toBe(is);
  });

  test.for<[name: string, text: string, reason: string]>([
    ['TimeoutError', 'socket hang up', 'it may have gone'],
    ['Error', 'something new', 'nobody knows'],
  ])('no answer, “%s: %s”: in doubt, %s', ([name, text]) => {
    expect(endOf(failure(name, text))).toBe('in-doubt');
  });

  test('no connection, whatever the error is called: nothing was sent', () => {
    expect(endOf(Object.assign(failure('TimeoutError', ''), { unconnected: true }))).toBe('retry');
  });

  test.for([
    ['a+b@news.example.com', 'hold', 'ours, though a pattern would take the sign for itself'],
    ['++a@news.example.com', 'wait', 'another’s, and no pattern at all'],
  ] as const)('%s may not be sent to: %s, %s', ([denies, then]) => {
    const error = failure('AccessDenied', denied(denies), 403);
    expect(endOf(error, 'a+b@news.example.com' as EmailAddress)).toBe(then);
  });
});

/** What is to become of the mail. */
function endOf(error: unknown, from = FROM): string {
  const outcome = outcomeOf(error, from);
  return outcome.is === 'not-sent' ? outcome.then : outcome.is;
}

describe('the pace', () => {
  const quota = (fields: Partial<Quota>): Quota => ({
    perDay: 50_000,
    sentToday: 0,
    perSecond: 14,
    ...fields,
  });
  test.each<[reason: string, quota: Quota, waiting: number, take: number]>([
    ['nine tenths of the rate for a minute', quota({}), 0, 756],
    ['less what still waits', quota({}), 700, 56],
    ['nothing while the queue is full', quota({}), 800, 0],
    ['the sandbox', quota({ perDay: 200, perSecond: 1 }), 0, 54],
    [
      'the sandbox keeps ten for confirmations',
      quota({ perDay: 200, perSecond: 1, sentToday: 185 }),
      0,
      5,
    ],
    ['the sandbox, used up', quota({ perDay: 200, perSecond: 1, sentToday: 190 }), 0, 0],
    [
      'the day’s quota, less what waits to be sent of it',
      quota({ perDay: 200, sentToday: 100 }),
      80,
      10,
    ],
    ['an account with no mails a day', quota({ perDay: 0 }), 0, 0],
    ['no daily limit', quota({ perDay: -1, sentToday: 9_999_999 }), 0, 756],
    ['an account that may send nothing', quota({ perSecond: 0 }), 0, 0],
  ])('%s', (_, given, waiting, take) => {
    expect(takeThisTick(given, waiting)).toBe(take);
  });
});

describe('what a tick takes', () => {
  const entry = (shard: string, id: string, hour: number): Found => ({
    shard,
    id: id as Found['id'],
    dueAt: at(`2026-11-22T0${hour}:00:00Z`),
  });
  const found = [
    [entry('0', 'a', 7), entry('0', 'b', 8), entry('0', 'c', 8)],
    [entry('1', 'd', 8), entry('1', 'e', 8)],
  ];

  test('the longest due first, then the shards in turn', () => {
    expect(taken(found, 4).map(({ id }) => id)).toEqual(['a', 'd', 'b', 'e']);
  });

  test('no more than it may, though every shard has some', () => {
    expect(taken(found, 1)).toHaveLength(1);
    expect(askOf(1, 8)).toBe(1);
    expect(askOf(756, 8)).toBeGreaterThan(756 / 8);
  });

  test('and notes how far it got in each shard', () => {
    const progress = { startedAt: at('2026-11-22T08:00:00Z'), shards: {} };
    const { shards } = advanced(progress, taken(found, 4));
    expect(shards['0']?.id).toBe('b');
    expect(shards['1']?.id).toBe('e');
  });

  test('late is who has waited for more than two hours', () => {
    expect(overdue(found.flat(), at('2026-11-22T09:00:00Z'))).toBe(0);
    expect(overdue(found.flat(), at('2026-11-22T09:00:01Z'))).toBe(1);
  });
});
