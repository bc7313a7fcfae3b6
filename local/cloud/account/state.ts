import * as z from 'zod';
import { ReceiptRule } from '../template/properties.ts';
import { dnsRecord } from './dns.ts';

const identity = z.strictObject({
  /** A domain or an address. */
  name: z.string().toLowerCase(),
  mailFrom: z.string().optional(),
  configurationSet: z.string().optional(),
  /** Whether SES mails bounces to the From address as well; it does, unless told otherwise. */
  feedbackForwarding: z.boolean().default(true),
  /** An address is verified when its owner has pressed the link in SES's mail; a domain by records. */
  confirmed: z.boolean().default(false),
});
export type OwnIdentity = z.infer<typeof identity>;

const certificate = z.strictObject({
  arn: z.string(),
  domain: z.string(),
  /** Issued as soon as its record is in the DNS. */
  record: dnsRecord,
});
export type Certificate = z.infer<typeof certificate>;

const sending = z.strictObject({
  /** In the sandbox SES sends to verified addresses only, 200 mails a day, one a second. */
  access: z.enum(['production', 'sandbox']),
  enforcement: z.enum(['HEALTHY', 'PROBATION', 'SHUTDOWN']),
  /** Nothing is the one that costs least; new accounts begin with Essentials. */
  plan: z.enum(['ESSENTIALS', 'PRO', 'ENTERPRISE', 'NONE']),
  /** The request to leave the sandbox, and what was said in it. */
  review: z.enum(['none', 'PENDING', 'DENIED', 'GRANTED', 'FAILED']),
  details: z.record(z.string(), z.unknown()),
});

const verdict = z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED']);

export const accountState = z.strictObject({
  /** Of whoever calls from outside. */
  credentials: z.enum(['valid', 'expired']),
  /** The version of CDK's bootstrap stack; 0 when there is none. */
  bootstrap: z.int().nonnegative(),
  /** Whether SES receives mail in this region: in most it does not. */
  receiving: z.boolean(),
  sending,
  /** Whether identities count as verified at once, or when their records are in the DNS. */
  verification: z.enum(['assumed', 'by-records']),
  /** Those that no stack has made. */
  identities: z.array(identity),
  /** Hosted zones of Route 53. */
  zones: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** What is in the DNS beside the records that the stack makes. */
  records: z.array(dnsRecord),
  certificates: z.array(certificate),
  /** How many Lambdas may run at once in the whole account; 10 in a new one. */
  concurrency: z.int().positive(),
  /** Quotas that somebody has asked to be raised, by their codes. */
  quotaRequests: z.record(z.string(), z.number()),
  /** Receipt rule sets that no stack has made; in any of which rules may be. */
  ruleSets: z.array(z.string()),
  /** Receipt rules that no stack has made, in the order of their sets. */
  rules: z.array(ReceiptRule.extend({ name: z.string() })),
  /** What receivers find out about mails of ours: no state of ours says it, the world does. */
  verdicts: z.strictObject({ spf: verdict, dkim: verdict, dmarc: verdict }),
  /** Configuration sets by which nothing may be sent. */
  pausedSets: z.array(z.string()),
  /** The one active receipt rule set: the stack's, none, or the one so named. */
  activeRuleSet: z.union([
    z.strictObject({ is: z.enum(['ours', 'none']) }),
    z.strictObject({ is: z.literal('named'), name: z.string() }),
  ]),
  /** Whether who gets alarms by mail has pressed the link in SNS's first mail. */
  alarmMails: z.enum(['confirmed', 'pending']),
  /** What is left of a first deployment that failed, under the name of a stack. */
  failedStack: z.string().optional(),
});

/** A change of a running account: any part of its state, and of its leave to send. */
export const accountWish = accountState.partial().extend({ sending: sending.partial().optional() });

/** All that an AWS account has, and that a template does not say. Readonly: a change makes a new one. */
export type AccountState = Readonly<z.infer<typeof accountState>>;

/** An account in which everything is in place: what `npm start` and most tests run in. */
export function established(change: Partial<AccountState> = {}): AccountState {
  return {
    credentials: 'valid',
    bootstrap: 30,
    receiving: true,
    sending: {
      access: 'production',
      enforcement: 'HEALTHY',
      plan: 'NONE',
      review: 'GRANTED',
      details: {},
    },
    verification: 'assumed',
    identities: [],
    zones: [],
    records: [],
    certificates: [],
    concurrency: 1000,
    quotaRequests: {},
    ruleSets: [],
    rules: [],
    verdicts: { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
    pausedSets: [],
    activeRuleSet: { is: 'ours' },
    alarmMails: 'confirmed',
    ...change,
  };
}

/** An account as AWS gives it: sandbox, ten Lambdas at once, nothing verified, nothing active. */
export function brandNew(change: Partial<AccountState> = {}): AccountState {
  return established({
    sending: {
      access: 'sandbox',
      enforcement: 'HEALTHY',
      plan: 'ESSENTIALS',
      review: 'none',
      details: {},
    },
    verification: 'by-records',
    concurrency: 10,
    activeRuleSet: { is: 'none' },
    alarmMails: 'pending',
    ...change,
  });
}
