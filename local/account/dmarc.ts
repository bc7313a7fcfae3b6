import type { Dns } from './dns.ts';

/** What applies to a domain. `at` is where it stands: the domain itself, or one above it. */
export interface DmarcFound {
  readonly at: string;
  /** More than one at a name counts as none (RFC 7489 §6.6.3). */
  readonly policies: readonly string[];
  /** What receivers do with a mail of the domain that fails: `none`, `quarantine`, `reject`. */
  readonly policy: string;
}

/** Far enough for every name that people mail from, and what DMARC's tree walk allows. */
const MOST_QUERIES = 8;

/**
 * Looks for the policy that applies to a domain: its own, or that of the nearest domain above it
 * that has one, up to the organizational domain (RFC 7489 §6.6.3; walking up finds the same without
 * a list of public suffixes, since none of those publishes a policy for its customers).
 */
export async function findDmarc(dns: Dns, domain: string): Promise<DmarcFound | undefined> {
  const labels = domain.split('.');
  for (let up = 0; up < Math.min(labels.length - 1, MOST_QUERIES); up += 1) {
    const at = labels.slice(up).join('.');
    const policies = (await dns.txt(`_dmarc.${at}`)).filter((text) => /^v=DMARC1\b/i.test(text));
    const [first] = policies;
    if (first !== undefined) return { at, policies, policy: policyIn(first, up > 0) };
  }
  return undefined;
}

/** From above, the tag for subdomains comes first (RFC 7489 §6.3). */
function policyIn(record: string, fromAbove: boolean): string {
  return (fromAbove && tagIn(record, 'sp')) || tagIn(record, 'p') || 'none';
}

function tagIn(record: string, tag: string): string | undefined {
  const pairs = record.split(';').map((pair) => pair.split('=').map((part) => part.trim()));
  return pairs.find(([name]) => name?.toLowerCase() === tag)?.[1]?.toLowerCase();
}

/** Domains other than our own that a policy wants its reports sent to. */
export function reportDomains({ at, policies: [record = ''] }: DmarcFound): readonly string[] {
  const addresses = [...record.matchAll(/mailto:[^@,;\s]+@([a-z0-9.-]+)/gi)];
  const domains = addresses.map(([, domain = '']) => domain.toLowerCase());
  return domains.filter((domain) => domain !== at && !at.endsWith(`.${domain}`));
}
