/** What differs from one author's account to another's, as `cdk.json` says it. */
export const VARIANTS = {
  /** DNS is somewhere else, and nothing is there yet. */
  plain: {},
  /** DNS is in Route 53. */
  zone: { hostedZoneId: 'Z0123456789ABC', webDomain: 'read.closer.org' },
  /** DNS is somewhere else, the pages have a name, and another stack stands beside this one. */
  elsewhere: {
    webDomain: 'read.closer.org',
    certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b',
    stage: 'staging',
    concurrency: 1000,
    monthlyBudget: 0,
    runbookUrl: 'https://closer.org/runbook',
  },
  /** The domain sends mail, receives mail and has readers already. */
  settled: {
    hostedZoneId: 'Z0123456789ABC',
    identity: 'adopt',
    dmarc: 'theirs',
    receiptRuleSet: 'company',
    table: 'restored',
  },
} as const;

export type Variant = keyof typeof VARIANTS;

/** Where its template lies, in the assembly of the tests. */
export const variantFile = (variant: Variant): string => `variant-${variant}.json`;
