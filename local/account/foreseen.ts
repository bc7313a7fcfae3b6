/** What can go wrong between here and AWS without a fault of ours, by the error's name. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [
    /^(ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired)$/,
    'Your AWS credentials have expired. Sign in again (such as: aws sso login), then repeat this.',
  ],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|InvalidAccessKeyId|AuthFailure)$/,
    'AWS does not know these credentials. See whose they are: aws sts get-caller-identity',
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|TimeoutError)$/,
    'AWS does not answer. Is this machine on the net, and is the region spelled right?',
  ],
  [
    /^(AccessDenied(Exception)?|AccessDeniedError|AuthorizationError(Exception)?|UnauthorizedOperation|NotAuthorized)$/,
    'These credentials may not do that. Use those of an administrator of the account.',
  ],
  [/^AbortError$/, 'You stopped it.'],
  [
    /^InvalidRestoreTimeException$/,
    'DynamoDB can’t go back to that moment: it knows the last 35 days, up to five minutes ago.',
  ],
  [/^BackupNotFoundException$/, 'There is no such backup in this account and region.'],
  [
    /^(Throttling(Exception)?|TooManyRequests(Exception)?)$/,
    'AWS is busy. Repeat this in a minute.',
  ],
];

const NO_CREDENTIALS =
  'There are no AWS credentials here. Sign in (aws configure, or aws sso login), and name the ' +
  'profile with --profile if it is not the default one.';
const SESSION_OVER =
  'Your AWS session has expired. Sign in again: aws sso login, with the same --profile.';

/** Errors of ours whose message is for whoever runs the command. */
const OURS = [
  ...['ConfigError', 'ContentError', 'ArgumentError', 'PlaceError', 'DnsError'],
  'RefusedError',
];

/** The sentence for an error that had to be expected; undefined for a fault of ours. */
export function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (OURS.includes(error.name)) return error.message;
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError') {
    return /expired|sso login|refresh/i.test(error.message) ? SESSION_OVER : NO_CREDENTIALS;
  }
  if (/^(Newer|Malformed)Item\./.test(error.name)) {
    return `The table holds what this version of Kindling can’t read: ${error.message}.`;
  }
  const names = [error.name, (error as NodeJS.ErrnoException).code ?? ''];
  return BY_NAME.find(([name]) => names.some((one) => name.test(one)))?.[1];
}

/**
 * How a command ends: 0 done; 1 refused, or something was found wrong; 2 it was not understood what was wanted.
 *
 * @returns undefined for a fault of ours
 */
export function endOf(
  error: unknown,
): { readonly sentence: string; readonly code: 1 | 2 } | undefined {
  const sentence = sentenceFor(error);
  const code = (error as Error).name === 'ArgumentError' ? 2 : 1;
  return sentence === undefined ? undefined : { sentence, code };
}

/** Runs a command: what had to be expected is one sentence and a status, never a stack trace. */
export async function explainingForeseen(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const end = endOf(error);
    if (end === undefined) throw error;
    console.error(end.sentence);
    process.exitCode = end.code;
  }
}
