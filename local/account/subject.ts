import type { Settings } from './settings.ts';

/** What an account is checked against: the author's configuration, with what follows from it. */
export interface Subject {
  readonly stackName: string;
  readonly domain: string;
  readonly replyDomain: string;
  /** Where bounces go (MAIL FROM). */
  readonly bounceDomain: string;
  /** Empty where DNS is not in Route 53. */
  readonly hostedZoneId: string;
  readonly fromAddress: string;
  readonly alarmAddress: string;
  /** Undefined while readers get links to `execute-api`. */
  readonly webDomain: string | undefined;
  readonly certificateArn: string | undefined;
  /** `adopt`: SES knew the domain before the stack did, and the stack leaves it alone. */
  readonly identity: 'ours' | 'adopt';
  /** `theirs`: a policy applied before, and the stack makes none. */
  readonly dmarc: 'ours' | 'theirs';
  /** Somebody's rule set that ours is a rule of. */
  readonly receiptRuleSet: string | undefined;
}

export function subjectOf({ config, publication }: Settings): Subject {
  const { domain, replyDomain, hostedZoneId, alarmAddress } = config;
  return {
    stackName: 'Kindling',
    domain,
    replyDomain,
    bounceDomain: `bounce.${domain}`,
    hostedZoneId,
    fromAddress: publication.from.address,
    alarmAddress,
    webDomain: undefined,
    certificateArn: undefined,
    identity: 'ours',
    dmarc: 'ours',
    receiptRuleSet: undefined,
  };
}
