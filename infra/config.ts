import { z } from 'zod';
import { type EmailAddress, parseAddress } from '../functions/core/address.ts';
import type { Publication } from '../functions/core/publication.ts';

/** The account's side of the configuration: what `cdk.json` says under `context`. */
export interface AccountConfig {
  readonly domain: string;
  /** Empty when DNS is not in Route 53: then the stack prints the records to make by hand. */
  readonly hostedZoneId: string;
  readonly replyDomain: string;
  readonly alarmAddress: EmailAddress;
  /** Where our pages are, such as `read.closer.org`; empty for the API's own host. */
  readonly webDomain: string;
  /** Of `webDomain`, in the stack's region; empty when the stack makes one in the hosted zone. */
  readonly certificateArn: string;
  /** Tells several stacks in one account apart; empty for the one and only. */
  readonly stage: string;
  /** A receipt rule set that is there already and gets our rule; empty when the stack makes one. */
  readonly receiptRuleSet: string;
  /** A table that is there already, such as a restored one; empty when the stack makes one. */
  readonly table: string;
  /** Whose the DMARC record is: ours to make, or theirs, which we leave alone. */
  readonly dmarc: (typeof WHOSE_DMARC)[number];
  /**
   * Whether the stack makes the domain's SES identity, or adopts one that is there. Of an adopted
   * one the stack changes nothing; `npm run deploy` gives it a MAIL FROM domain if it has none.
   */
  readonly identity: (typeof WHOSE_IDENTITY)[number];
  /** How many Lambdas the account may run at once (Service Quotas, L-B99A9384). */
  readonly concurrency: number;
  /** How many mails SES takes a second (its `MaxSendRate`); what carries them is made for it. */
  readonly sendRate: number;
  /** In US dollars for the whole account, told to `alarmAddress`; 0 for no budget. */
  readonly monthlyBudget: number;
  /** Where docs/runbook.md can be read, so that alarm mails link to its articles; or empty. */
  readonly runbookUrl: string;
}

const WHOSE_DMARC = ['ours', 'theirs'] as const;
const WHOSE_IDENTITY = ['ours', 'adopt'] as const;

/** The name of the stack: `Kindling`, or `Kindling-<stage>`. */
export const stackName = ({ stage }: Pick<AccountConfig, 'stage'>): string =>
  stage === '' ? 'Kindling' : `Kindling-${stage}`;

/** What was wrong with the configuration, all of it, each line with file, key and expectation. */
export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(`The configuration can't be used:\n${mistakes.map((one) => `  ${one}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A key that may be left out or empty, so that what was configured before it came still works. */
const optional = (pattern: RegExp, expected: string) =>
  z
    .string({ error: expected })
    .refine((text) => text === '' || pattern.test(text), expected)
    .default('');

/** `-c key=10` gives a text, cdk.json a number. */
const count = (expected: string, least: number, usual = least) =>
  z.coerce.number({ error: expected }).int(expected).min(least, expected).default(usual);

const schema = z.object({
  domain: z
    .string({ error: 'a domain such as letters.example.org' })
    .regex(HOST, 'a domain in lower case, such as letters.example.org'),
  hostedZoneId: z
    .string({ error: 'a Route 53 hosted zone id, or empty' })
    .regex(/^(|Z[A-Z0-9]{1,32})$/, 'a Route 53 hosted zone id such as Z0123456789ABC, or empty'),
  replySubdomain: z
    .string({ error: 'one label such as reply' })
    .regex(LABEL, 'one label in lower case, such as reply'),
  alarmAddress: z
    .string({ error: 'an address such as you@example.org' })
    .transform(parseAddress)
    .refine((address) => address !== undefined, 'an address such as you@example.org'),
  webDomain: optional(HOST, 'a host in lower case such as read.example.org, or empty'),
  certificateArn: optional(
    /^arn:aws:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
    'the ARN of a certificate in ACM, or empty',
  ),
  stage: optional(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/, 'a word such as staging, or empty'),
  receiptRuleSet: optional(
    /^[A-Za-z0-9_.-]{1,64}$/,
    'the name of a receipt rule set in SES, or empty',
  ),
  table: optional(/^[A-Za-z0-9_.-]{3,255}$/, 'the name of a DynamoDB table, or empty'),
  dmarc: z.enum(WHOSE_DMARC, { error: '"ours" or "theirs"' }).default('ours'),
  identity: z.enum(WHOSE_IDENTITY, { error: '"ours" or "adopt"' }).default('ours'),
  concurrency: count('a whole number, 10 or more: the account’s concurrent Lambdas', 10),
  sendRate: count('a whole number, 1 or more: the mails that SES takes a second', 1, 14),
  monthlyBudget: count('a whole number of US dollars, or 0 for no budget', 0, 25),
  runbookUrl: optional(/^https:\/\/[^\s#]+$/, 'an https address without #, or empty'),
});

/** The keys under `context` that are ours. */
export const KEYS: readonly string[] = Object.keys(schema.shape);

/**
 * Reads the account's configuration.
 *
 * @param context looks a key up, as CDK's `tryGetContext` does
 * @throws {ConfigError} naming every key that is missing or wrong
 */
export function readAccountConfig(
  context: (key: string) => unknown,
  publication: Publication,
): AccountConfig {
  const given = Object.fromEntries(KEYS.map((key) => [key, context(key)]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => {
        const key = String(path[0]);
        return `cdk.json: context.${key}: found ${JSON.stringify(given[key])}, expected ${message}`;
      }),
    );
  }
  const { replySubdomain, ...said } = parsed.data;
  const { domain } = said;
  const fromDomain = publication.from.address.split('@')[1] ?? '';
  if (!isWithin(fromDomain, domain)) {
    throw new ConfigError([
      `content/publication.yaml: from.address: found ${JSON.stringify(publication.from.address)}, ` +
        `expected an address at ${domain}, the domain in cdk.json that SES will verify`,
    ]);
  }
  const config = { ...said, replyDomain: `${replySubdomain}.${domain}` };
  if (isTakenByMail(config)) {
    throw new ConfigError([
      `cdk.json: context.webDomain: found ${JSON.stringify(config.webDomain)}, expected a name that ` +
        `gets no mail, such as read.${domain}`,
    ]);
  }
  return config;
}

/** Our mail hosts have MX records, and beside a CNAME there may be no other (RFC 1034 §3.6.2). */
function isTakenByMail({ webDomain, domain, replyDomain, hostedZoneId }: AccountConfig): boolean {
  const mail = [replyDomain, `bounce.${domain}`, ...(hostedZoneId === '' ? [domain] : [])];
  return mail.includes(webDomain);
}

/** Whether the records of `webDomain` are ours to write. */
export const webIsInZone = ({ webDomain, domain, hostedZoneId }: AccountConfig): boolean =>
  hostedZoneId !== '' && isWithin(webDomain, domain);

/** Whether pages can be served at `webDomain`: it has a certificate, or the zone to make one in. */
export const servesWebDomain = (config: AccountConfig): boolean =>
  config.webDomain !== '' && (config.certificateArn !== '' || webIsInZone(config));

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/** Domains that nobody can own (RFC 2606, RFC 6761): what they stand for is still to be filled in. */
const RESERVED = /(^|[@.])(example\.(com|net|org)|example|test|invalid|localhost)$/;

/** Whether a domain or an address is such a stand-in. */
export const isReserved = (name: string): boolean => RESERVED.test(name);

/** What has to be filled in before a deployment, as lines that name file and key; none when ready. */
export function placeholders(config: AccountConfig, publication: Publication): readonly string[] {
  const checks: readonly (readonly [isPlaceholder: boolean, line: string])[] = [
    [RESERVED.test(config.domain), 'cdk.json: context.domain: a domain of yours'],
    [RESERVED.test(config.alarmAddress), 'cdk.json: context.alarmAddress: where alarms go'],
    [
      config.webDomain !== '' && !servesWebDomain(config),
      'cdk.json: context.certificateArn: the certificate of your webDomain',
    ],
    [
      RESERVED.test(publication.from.address),
      'content/publication.yaml: from.address: the address your letters come from',
    ],
    [
      RESERVED.test(publication.author.address),
      'content/publication.yaml: author.address: where readers’ answers go',
    ],
    [
      /your name|street 1|12345 city/i.test(publication.postalAddress),
      'content/publication.yaml: postal-address: the address that the law wants in every mail',
    ],
    [
      /your name/i.test(publication.signature ?? ''),
      'content/publication.yaml: signature: the name that stands under every letter',
    ],
  ];
  return checks.filter(([isPlaceholder]) => isPlaceholder).map(([, line]) => line);
}

/** The one message that refuses a deployment. */
export function refusal(open: readonly string[]): string {
  return `Please fill these in before you deploy: ${open.join('; ')}.`;
}
