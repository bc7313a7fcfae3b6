import type { IdentityState } from '../ask/mail.ts';
import { type Check, type CheckWorld, named } from '../check.ts';
import { missingIn } from '../dns.ts';
import { type DnsRecord, ok, records, run, say, todo, type Verdict, wrong } from '../verdict.ts';

/** Whether SES knows the domain by somebody else than the stack. */
export const isForeign = (world: CheckWorld, known: IdentityState | undefined): boolean =>
  known !== undefined && !named(world, 'AWS::SES::EmailIdentity').includes(world.subject.domain);

const identity: Check = {
  id: 'identity',
  when: 'before',
  async run(world) {
    const { account, subject } = world;
    const { domain, fromAddress } = subject;
    const known = await account.identity(domain);
    if (subject.identity === 'adopt') {
      return known === undefined
        ? wrong(
            `SES does not know ${domain}, which is to be adopted`,
            say('Take "identity" out of cdk.json, so that the stack makes it'),
          )
        : ok(`${domain} was there before, and is used as it is`);
    }
    if (isForeign(world, known)) {
      return todo(
        `SES knows ${domain} already, by somebody else than this stack`,
        run('npm run deploy'),
        say('It adopts the domain ("identity": "adopt" in cdk.json) and changes nothing of it.'),
      );
    }
    return (await account.identity(fromAddress)) === undefined
      ? ok(known === undefined ? `${domain} is free` : `${domain} is ours`)
      : addressOfItsOwn(fromAddress);
  },
};

/** SES guide, "Creating identities": what is set for an address wins over what is set for its domain. */
const addressOfItsOwn = (address: string): Verdict =>
  todo(
    `SES knows ${address} by itself, and its settings win over those of the domain`,
    run(`aws sesv2 delete-email-identity --email-identity ${address}`),
  );

/** Proves to receivers that a mail is from this domain; SES signs with it (SES guide, "Easy DKIM"). */
const dkim: Check = {
  id: 'dkim',
  when: 'after',
  needs: ['stack'],
  async run({ account, dns, subject: { domain } }) {
    const known = await account.identity(domain);
    if (known === undefined) return wrong(`SES does not know ${domain}`, run('npm run deploy'));
    if (known.dkim === 'SUCCESS') return ok(`mails are signed for ${domain}`);
    const wanted = dkimRecords(domain, known.dkimTokens);
    const missing = await missingIn(dns, wanted);
    if (missing.length > 0) {
      return todo(`${missing.length} of ${wanted.length} records are missing`, records(missing));
    }
    return known.dkim === 'FAILED'
      ? wrong(
          'SES gave up looking for the records, and they are there now',
          run(
            `aws sesv2 put-email-identity-dkim-attributes --email-identity ${domain} --signing-enabled`,
          ),
        )
      : todo(
          'the records are there; SES has yet to see them',
          say('It takes minutes, at most 72 h.'),
        );
  },
};

export const dkimRecords = (domain: string, tokens: readonly string[]): readonly DnsRecord[] =>
  tokens.map((token) => ({
    name: `${token}._domainkey.${domain}`,
    type: 'CNAME',
    value: `${token}.dkim.amazonses.com`,
  }));

/** Bounces come back to a domain of ours, which also makes SPF count (SES guide, "MAIL FROM"). */
const mailFrom: Check = {
  id: 'mail-from',
  when: 'after',
  needs: ['stack'],
  async run({ account, dns, region, subject: { domain, bounceDomain } }) {
    const known = await account.identity(domain);
    if (known === undefined || known.mailFromDomain === '') {
      return todo(
        `no MAIL FROM domain is set for ${domain}`,
        run(
          'aws sesv2 put-email-identity-mail-from-attributes ' +
            `--email-identity ${domain} --mail-from-domain ${bounceDomain}`,
        ),
      );
    }
    if (known.mailFrom === 'SUCCESS') return ok(`bounces go to ${known.mailFromDomain}`);
    const missing = await missingIn(dns, mailFromRecords(known.mailFromDomain, region));
    return missing.length > 0
      ? todo(`${missing.length} of 2 records are missing`, records(missing))
      : todo(
          'the records are there; SES has yet to see them',
          say('It takes minutes, at most 72 h.'),
        );
  },
};

const mailFromRecords = (name: string, region: string): readonly DnsRecord[] => [
  { name, type: 'MX', value: `10 feedback-smtp.${region}.amazonses.com` },
  { name, type: 'TXT', value: 'v=spf1 include:amazonses.com ~all' },
];

export const IDENTITY: readonly Check[] = [identity];
export const SIGNING: readonly Check[] = [dkim, mailFrom];
