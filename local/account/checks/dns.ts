import { type Check, type CheckWorld, named } from '../check.ts';
import { type DmarcFound, findDmarc, reportDomains } from '../dmarc.ts';
import { type DnsRecord, ok, records, say, todo, type Verdict, wrong } from '../verdict.ts';

/** Records can only be made where there are none of that name and type (CloudFormation, RecordSet). */
const inTheWay: Check = {
  id: 'zone',
  when: 'before',
  async run(world) {
    const { account, subject } = world;
    if (subject.hostedZoneId === '') return ok('DNS is elsewhere; the records are printed');
    const ours = named(world, 'AWS::Route53::RecordSet');
    const there = await account.records(subject.hostedZoneId);
    const taken = there.filter(
      ({ name, type }) => wouldMake(subject, name, type) && !ours.includes(name),
    );
    if (taken.length === 0) return ok('nothing is in the way of our records');
    return wrong(
      `the zone has records that the stack would make: ${taken.map(({ name, type }) => `${name} ${type}`).join(', ')}`,
      say('Remove them, or choose another name: "replySubdomain", "webDomain" in cdk.json'),
    );
  },
};

function wouldMake(subject: CheckWorld['subject'], name: string, type: string): boolean {
  const { replyDomain, bounceDomain, webDomain, domain, dmarc } = subject;
  return (
    (name === replyDomain && type === 'MX') ||
    (name === bounceDomain && ['MX', 'TXT'].includes(type)) ||
    (name === webDomain && ['A', 'AAAA', 'CNAME'].includes(type)) ||
    (name === `_dmarc.${domain}` && type === 'TXT' && dmarc === 'ours')
  );
}

const dmarc: Check = {
  id: 'dmarc',
  when: 'after',
  needs: ['stack'],
  async run({ dns, subject: { domain } }) {
    const found = await findDmarc(dns, domain);
    if (found === undefined) {
      return todo(
        'no policy applies, and mailbox providers ask for one',
        records([ownDmarc(domain)]),
      );
    }
    if (found.policies.length > 1) return twice(found);
    const unheard = await unauthorized(dns, found);
    const where = `${found.policy} (at ${found.at})`;
    return unheard.length === 0
      ? ok(where)
      : todo(
          `${where}; its reports go to ${unheard.join(', ')}, which does not say that it takes them`,
          // RFC 7489 §7.1
          records(unheard.map((to) => reportRecord(found.at, to))),
        );
  },
};

const twice = ({ at, policies }: DmarcFound): Verdict =>
  wrong(
    `_dmarc.${at} has ${policies.length} policies, so receivers follow none`,
    say('Leave the stricter one.'),
  );

/** Without a wish for reports: they would tell the world an address, and few read them. */
const ownDmarc = (domain: string): DnsRecord => ({
  name: `_dmarc.${domain}`,
  type: 'TXT',
  value: 'v=DMARC1; p=none',
});

const reportRecord = (from: string, to: string): DnsRecord => ({
  name: `${from}._report._dmarc.${to}`,
  type: 'TXT',
  value: 'v=DMARC1',
});

async function unauthorized(dns: CheckWorld['dns'], found: DmarcFound) {
  const domains = reportDomains(found);
  const answers = await Promise.all(domains.map((to) => dns.txt(reportRecord(found.at, to).name)));
  return domains.filter((_, index) => !answers[index]?.some((text) => /^v=DMARC1\b/i.test(text)));
}

/** Readers' answers come here (SES guide, "Publishing an MX record for email receiving"). */
const replyMx: Check = {
  id: 'reply-mx',
  when: 'after',
  needs: ['stack'],
  async run({ dns, region, subject: { replyDomain } }) {
    const wanted = replyMxRecord(replyDomain, region);
    const found = await dns.mx(replyDomain);
    const [, ours = ''] = wanted.value.split(' ');
    if (found.length === 0) return todo('answers have no way to us', records([wanted]));
    if (found.some((host) => host !== ours)) {
      return wrong(
        `mail to ${replyDomain} goes to ${found.filter((host) => host !== ours).join(', ')}`,
        records([wanted]),
        say('Let it be the only MX of that name.'),
      );
    }
    return ok(`answers come to ${replyDomain}`);
  },
};

const replyMxRecord = (name: string, region: string): DnsRecord => ({
  name,
  type: 'MX',
  value: `10 inbound-smtp.${region}.amazonaws.com`,
});

/** Some mailbox providers refuse a sender whose domain takes no mail; people write to it, too. */
const mailbox: Check = {
  id: 'mailbox',
  when: 'before',
  async run({ dns, subject: { fromAddress } }) {
    const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
    if ((await dns.mx(domain)).length > 0) return ok(`${domain} takes mail`);
    return todo(
      `${domain} takes no mail (it has no MX): what is written to ${fromAddress} bounces`,
      say('Set up a mailbox for it where you have your mail, or take a sender that has one.'),
    );
  },
};

export const ZONE: readonly Check[] = [inTheWay, mailbox];
export const NAMES: readonly Check[] = [dmarc, replyMx];
