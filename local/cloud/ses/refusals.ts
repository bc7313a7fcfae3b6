import type { Account } from '../account/account.ts';
import { identityOf } from '../account/identities.ts';
import type { AwsError } from '../aws/errors.ts';
import { REGION } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import type { SendRequest } from './send-request.ts';

const MAX_BYTES = 10_485_760;
const MAX_RECIPIENTS = 50;
/** RFC 5322 §2.1.1, with CRLF. */
const MAX_LINE = 1000;

/** SES refuses a second one of these. */
const SINGLE = [
  ...['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Subject', 'Date', 'Message-ID'],
  ...['In-Reply-To', 'References', 'Return-Path', 'MIME-Version', 'Content-Type'],
  ...['Content-Transfer-Encoding', 'Auto-Submitted', 'Precedence'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Help', 'List-Post'],
];

/** Tag names that may hold a colon although others may not (mail-standards S-18). */
const FEEDBACK_ID_TAGS = ['ses:feedback-id-a', 'ses:feedback-id-b'];

/** Why SES would not take this mail, in its own words; nothing when it would. */
export function refusal(
  request: SendRequest,
  stack: Stack,
  account: Account,
): AwsError | undefined {
  return (
    malformed(request) ??
    badTag(request) ??
    unknownConfigurationSet(request, stack) ??
    pausedConfigurationSet(request, account) ??
    badRecipient(request) ??
    unverified(request, account)
  );
}

function malformed({ raw, headers, fromAddress }: SendRequest): AwsError | undefined {
  if (raw.length === 0) return invalid('Empty raw message');
  if (raw.length > MAX_BYTES) {
    return invalid(`Message length is more than ${MAX_BYTES} bytes long: '${raw.length}'.`);
  }
  const twice = SINGLE.find(
    (name) => headers.filter(([one]) => one.toLowerCase() === name.toLowerCase()).length > 1,
  );
  if (twice !== undefined) return invalid(`Duplicate header '${twice}'.`);
  if (fromAddress === '') return invalid("Missing required header 'From'.");
  if (longestLine(raw) > MAX_LINE) {
    return invalid(`Line length exceeds the maximum of ${MAX_LINE} characters.`);
  }
  return undefined;
}

/** Its length with the line end. */
function longestLine(raw: Buffer): number {
  let longest = 0;
  let start = 0;
  while (start < raw.length) {
    const end = raw.indexOf('\n', start);
    const next = end < 0 ? raw.length : end + 1;
    longest = Math.max(longest, next - start);
    start = next;
  }
  return longest;
}

function badTag({ tags }: SendRequest): AwsError | undefined {
  for (const { name, value } of tags) {
    if (!FEEDBACK_ID_TAGS.includes(name) && !/^[A-Za-z0-9_-]{1,256}$/.test(name)) {
      return invalid(
        `Invalid tag name <${name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`,
      );
    }
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(value)) {
      return invalid(
        `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`,
      );
    }
  }
  return undefined;
}

function unknownConfigurationSet(
  { configurationSet }: SendRequest,
  { configurationSets }: Stack,
): AwsError | undefined {
  if (configurationSet === undefined || configurationSets.includes(configurationSet)) {
    return undefined;
  }
  return {
    code: 'ConfigurationSetDoesNotExist',
    message: `Configuration set <${configurationSet}> does not exist.`,
    status: 400,
  };
}

function pausedConfigurationSet(
  { configurationSet = '' }: SendRequest,
  { state }: Account,
): AwsError | undefined {
  if (!state.pausedSets.includes(configurationSet)) return undefined;
  return {
    code: 'ConfigurationSetSendingPausedException',
    message: `Email sending is disabled for the configuration set <${configurationSet}>.`,
    status: 400,
  };
}

function badRecipient({ recipients }: SendRequest): AwsError | undefined {
  if (recipients.length === 0) return invalid('No recipients specified');
  if (recipients.length > MAX_RECIPIENTS) {
    return invalid(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  }
  for (const recipient of recipients) {
    const wrong = wrongWith(recipient);
    if (wrong !== undefined) return invalid(wrong);
  }
  return undefined;
}

function wrongWith(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 0) return "Missing final '@domain'";
  if (local === '') return "Missing local part before '@'";
  if (/[^\x20-\x7e]/.test(address)) return 'Local address contains control or non-ASCII characters';
  if (/[\s<>()[\]:;,]/.test(local) && !/^".*"$/.test(local)) {
    return 'Local address contains control or whitespace';
  }
  if (domain === '') return 'Missing domain';
  if (domain.endsWith('.')) return 'Domain ends with dot';
  if (domain.startsWith('.')) return 'Domain starts with dot';
  if (domain.includes('..')) return 'Domain contains dot-dot';
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) return 'Domain contains illegal character';
  return local.length > 64 || address.length > 320 ? 'Illegal address' : undefined;
}

function unverified(
  { source, fromAddress, recipients }: SendRequest,
  account: Account,
): AwsError | undefined {
  const names = account.verifiedNames();
  const asked = account.state.sending.access === 'sandbox' ? recipients.filter(isReal) : [];
  const failing = [...new Set([fromAddress, bareAddress(source), ...asked])].filter(
    (address) => identityOf(address, names) === undefined,
  );
  if (failing.length === 0) return undefined;
  return {
    code: 'MessageRejected',
    message:
      'Email address is not verified. The following identities failed the check in region ' +
      `${REGION.toUpperCase()}: ${failing.join(', ')}`,
    status: 400,
  };
}

/** The simulator takes mail from the sandbox, too. */
const isReal = (address: string) => !address.endsWith('@simulator.amazonses.com');

const bareAddress = (source: string) => /<([^>]*)>\s*$/.exec(source)?.[1] ?? source;

const invalid = (message: string): AwsError => ({
  code: 'InvalidParameterValue',
  message,
  status: 400,
});
