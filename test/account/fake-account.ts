import type { Account } from '../../local/account/account.ts';
import type { AlarmState } from '../../local/account/ask/alarms.ts';
import type { IdentityState, SendingAccount } from '../../local/account/ask/mail.ts';
import type { TableState } from '../../local/account/ask/room.ts';
import type { CheckWorld } from '../../local/account/check.ts';
import { CHECKS } from '../../local/account/checks.ts';
import type { Dns } from '../../local/account/dns.ts';
import { linesOf } from '../../local/account/report.ts';
import { subjectOf } from '../../local/account/subject.ts';
import { accountConfig, publication } from '../support/account-config.ts';

export const NOW = new Date('2026-11-25T12:00:00Z');

/** An account where all is well, so that a test names the one thing that is not. */
export const account = (answers: Partial<Account> = {}): Account => ({
  bootstrapVersion: async () => 30,
  stack: async () => undefined,
  resources: async () => [],
  template: async () => undefined,
  identity: async (name) => (name === 'closer.org' ? identityState() : undefined),
  sendingAccount: async () => sendingAccount(),
  receiving: async () => ({
    is: 'active',
    ruleSet: 'Kindling-RuleSet',
    rules: [{ enabled: true, recipients: ['reply.closer.org'] }],
  }),
  eventTargets: async () => [
    {
      enabled: true,
      events: ['BOUNCE', 'COMPLAINT', 'REJECT'],
      topicArn: 'arn:events',
    },
    { enabled: true, events: ['SEND'], topicArn: undefined },
  ],
  alarms: async () => [alarmState()],
  subscriptions: async (topic) => [
    topic === 'arn:alarms'
      ? { protocol: 'email', endpoint: 'ann@closer.org', confirmed: true }
      : { protocol: 'sqs', endpoint: 'arn:queue', confirmed: true },
  ],
  waiting: async () => 0,
  reputation: async () => ({ bounces: 0.001, complaints: 0 }),
  concurrency: async () => 1000,
  certificate: async () => ({ status: 'ISSUED', names: ['read.closer.org'], proof: [] }),
  hasBackups: async () => true,
  table: async () => tableState(),
  zones: async () => [],
  records: async () => [],
  ...answers,
});

export const identityState = (fields: Partial<IdentityState> = {}): IdentityState => ({
  dkim: 'SUCCESS',
  dkimTokens: ['one', 'two', 'three'],
  mailFromDomain: 'bounce.closer.org',
  mailFrom: 'SUCCESS',
  ...fields,
});

export const sendingAccount = (fields: Partial<SendingAccount> = {}): SendingAccount => ({
  production: true,
  review: undefined,
  reviewCase: undefined,
  sendingEnabled: true,
  enforcement: 'HEALTHY',
  perDay: 50_000,
  perSecond: 14,
  pricePlan: 'NONE',
  ...fields,
});

export const alarmState = (fields: Partial<AlarmState> = {}): AlarmState => ({
  name: 'Kindling-Overdue',
  rings: false,
  seasoned: undefined,
  description: 'docs/runbook.md#late',
  actions: ['arn:alarms'],
  ...fields,
});

export const tableState = (fields: Partial<TableState> = {}): TableState => ({
  keys: ['pk', 'sk'],
  indexes: { due: ['dueShard', 'dueAt'], newsletter: ['newsletterShard', 'zone'] },
  isProtected: true,
  timeToLive: 'expiresAt',
  ...fields,
});

/** Records by `name TYPE`. */
export function dns(zone: Readonly<Record<string, readonly string[]>>): Dns {
  const of = (type: string) => async (name: string) => zone[`${name} ${type}`] ?? [];
  return { txt: of('TXT'), mx: of('MX'), cname: of('CNAME') };
}

export const ZONE = {
  'closer.org MX': ['mx.mailbox.org'],
  'reply.closer.org MX': ['inbound-smtp.eu-west-1.amazonaws.com'],
  '_dmarc.closer.org TXT': ['v=DMARC1; p=reject'],
} as const;

const RESOURCES = [
  { logicalId: 'Id', physicalId: 'closer.org', type: 'AWS::SES::EmailIdentity' },
  { logicalId: 'Rules', physicalId: 'Kindling-RuleSet', type: 'AWS::SES::ReceiptRuleSet' },
  { logicalId: 'Set', physicalId: 'Kindling-Set', type: 'AWS::SES::ConfigurationSet' },
  { logicalId: 'Overdue', physicalId: 'Kindling-Overdue', type: 'AWS::CloudWatch::Alarm' },
  { logicalId: 'SendDeadLetters', physicalId: 'https://queue', type: 'AWS::SQS::Queue' },
];

/** What differs from a publication that was deployed and is well. */
export interface Differs {
  readonly account?: Partial<Account>;
  readonly zone?: Readonly<Record<string, readonly string[]>>;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly health?: number | undefined;
  readonly world?: Partial<CheckWorld>;
}

export function worldThat(differs: Differs = {}): CheckWorld {
  const config = accountConfig({
    webDomain: 'read.closer.org',
    certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1',
    concurrency: 1000,
    ...differs.config,
  });
  return {
    account: account(differs.account),
    accountId: '123456789012',
    dns: dns(differs.zone ?? ZONE),
    region: 'eu-west-1',
    subject: subjectOf({ config, publication: publication() }),
    stack: {
      id: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/Kindling/1',
      status: 'CREATE_COMPLETE',
      tags: {},
      outputs: { WebUrl: 'https://read.closer.org', TableName: 'Table' },
    },
    resources: RESOURCES,
    health: async () => ('health' in differs ? differs.health : 200),
    now: () => NOW,
    ...differs.world,
  };
}

/** What one check prints. */
export async function printed(id: string, world: CheckWorld): Promise<string> {
  const check = CHECKS.find((one) => one.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return linesOf(Object.assign({ id }, await check.run(world)))
    .map((line) => line.replace(/ {2,}/g, ' '))
    .join('\n');
}

/** Nothing is deployed. */
export const empty = { world: { stack: undefined, resources: [] } };
