import * as z from 'zod';
import { REGION } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import { type DnsRecord, isThere } from './dns.ts';
import type { OwnIdentity } from './state.ts';

/** A domain or an address that SES knows, whoever made it. */
export type Identity = Readonly<OwnIdentity>;

const ofTemplate = z
  .object({
    EmailIdentity: z.string().toLowerCase(),
    MailFromAttributes: z.object({ MailFromDomain: z.string().optional() }).default({}),
    ConfigurationSetAttributes: z
      .object({ ConfigurationSetName: z.string().optional() })
      .default({}),
    FeedbackAttributes: z
      .object({ EmailForwardingEnabled: z.boolean().default(true) })
      .default({ EmailForwardingEnabled: true }),
  })
  .transform(
    (one): Identity => ({
      name: one.EmailIdentity,
      mailFrom: one.MailFromAttributes.MailFromDomain,
      configurationSet: one.ConfigurationSetAttributes.ConfigurationSetName,
      feedbackForwarding: one.FeedbackAttributes.EmailForwardingEnabled,
      confirmed: false,
    }),
  );

/** The identities that a stack makes. */
export function identitiesOf({ resources }: Pick<Stack, 'resources'>): readonly Identity[] {
  return resources
    .filter(({ type }) => type === 'AWS::SES::EmailIdentity')
    .map(({ properties }) => ofTemplate.parse(properties));
}

export const isDomain = (name: string) => !name.includes('@');

/** SES's three tokens of a domain. (AWS rolls them; here they are the ones that templates get.) */
export const DKIM_TOKENS = ['local1', 'local2', 'local3'] as const;

/** The records that prove a domain: SES looks for its three DKIM keys (creating-identities). */
export function dkimRecords(domain: string): readonly DnsRecord[] {
  return DKIM_TOKENS.map((token) => ({
    name: `${token}._domainkey.${domain}`,
    type: 'CNAME',
    values: [`${token}.dkim.amazonses.com`],
  }));
}

/** The records of a MAIL FROM domain (mail-from). */
export function mailFromRecords(domain: string): readonly DnsRecord[] {
  return [
    { name: domain, type: 'MX', values: [`10 feedback-smtp.${REGION}.amazonses.com`] },
    { name: domain, type: 'TXT', values: ['"v=spf1 include:amazonses.com ~all"'] },
  ];
}

/** The record that brings a domain's mail to SES (receiving-email-mx-record). */
export const inboundRecord = (domain: string): DnsRecord => ({
  name: domain,
  type: 'MX',
  values: [`10 inbound-smtp.${REGION}.amazonaws.com`],
});

/** Whether SES found what proves an identity. */
export function isVerified(
  { name, confirmed }: Pick<OwnIdentity, 'name' | 'confirmed'>,
  records: readonly DnsRecord[],
): boolean {
  if (!isDomain(name)) return confirmed;
  return dkimRecords(name).every((record) => isThere(records, record));
}

/** The verified identity that an address sends as: itself, its domain, or one above that. */
export function identityOf(address: string, identities: readonly string[]): string | undefined {
  const lower = address.toLowerCase();
  const labels = lower.slice(lower.lastIndexOf('@') + 1).split('.');
  const candidates = [lower, ...labels.map((_, index) => labels.slice(index).join('.'))];
  return candidates.find((candidate) => identities.includes(candidate));
}
