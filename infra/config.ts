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
}

/** What was wrong with the configuration, all of it, each line with file, key and expectation. */
export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(`The configuration can't be used:\n${mistakes.map((one) => `  ${one}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

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
});

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
  const keys = ['domain', 'hostedZoneId', 'replySubdomain', 'alarmAddress'] as const;
  const given = Object.fromEntries(keys.map((key) => [key, context(key)]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => {
        const key = String(path[0]);
        return `cdk.json: context.${key}: found ${JSON.stringify(given[key])}, expected ${message}`;
      }),
    );
  }
  const { domain, hostedZoneId, replySubdomain, alarmAddress } = parsed.data;
  const fromDomain = publication.from.address.split('@')[1] ?? '';
  if (fromDomain !== domain && !fromDomain.endsWith(`.${domain}`)) {
    throw new ConfigError([
      `content/publication.yaml: from.address: found ${JSON.stringify(publication.from.address)}, ` +
        `expected an address at ${domain}, the domain in cdk.json that SES will verify`,
    ]);
  }
  return { domain, hostedZoneId, replyDomain: `${replySubdomain}.${domain}`, alarmAddress };
}

/** Domains that nobody can own (RFC 2606, RFC 6761): what they stand for is still to be filled in. */
const RESERVED = /(^|[@.])(example\.(com|net|org)|example|test|invalid|localhost)$/;

/** What has to be filled in before a deployment, as lines that name file and key; none when ready. */
export function placeholders(config: AccountConfig, publication: Publication): readonly string[] {
  const checks: readonly (readonly [isPlaceholder: boolean, line: string])[] = [
    [RESERVED.test(config.domain), 'cdk.json: context.domain: a domain of yours'],
    [RESERVED.test(config.alarmAddress), 'cdk.json: context.alarmAddress: where alarms go'],
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
  ];
  return checks.filter(([isPlaceholder]) => isPlaceholder).map(([, line]) => line);
}

/** The one message that refuses a deployment. */
export function refusal(open: readonly string[]): string {
  return `Please fill these in before you deploy: ${open.join('; ')}.`;
}
