import type { Case } from './cases-of-place.ts';
import { alarmState, identityState, NOW } from './fake-account.ts';

const none = undefined;

/** An alarm that rings, and will have watched for as long as it looks back in so many minutes. */
const newborn = (minutes: number) =>
  alarmState({
    name: 'Kindling-Silent',
    rings: true,
    seasoned: new Date(NOW.getTime() + minutes * 60_000),
    description: 'docs/runbook.md#silent',
  });

/** What has to hold as long as a publication lives. */
export const LIFE: readonly Case[] = [
  [
    'DKIM records nobody has made yet',
    'dkim',
    {
      account: { identity: async () => identityState({ dkim: 'PENDING' }) },
      zone: { 'one._domainkey.closer.org CNAME': ['one.dkim.amazonses.com'] },
    },
    '• dkim 2 of 3 records are missing\n' +
      ' two._domainkey.closer.org CNAME two.dkim.amazonses.com\n' +
      ' three._domainkey.closer.org CNAME three.dkim.amazonses.com',
  ],
  [
    'all made, and SES has not looked',
    'dkim',
    {
      account: { identity: async () => identityState({ dkim: 'PENDING', dkimTokens: ['one'] }) },
      zone: { 'one._domainkey.closer.org CNAME': ['one.dkim.amazonses.com'] },
    },
    '• dkim the records are there; SES has yet to see them',
  ],
  [
    'made after SES gave up',
    'dkim',
    { account: { identity: async () => identityState({ dkim: 'FAILED', dkimTokens: [] }) } },
    '✗ dkim SES gave up looking for the records, and they are there now\n' +
      ' $ aws sesv2 put-email-identity-dkim-attributes --email-identity closer.org --signing-enabled',
  ],
  [
    'bounce records nobody has made',
    'mail-from',
    { account: { identity: async () => identityState({ mailFrom: 'PENDING' }) }, zone: {} },
    '• mail-from 2 of 2 records are missing\n' +
      ' bounce.closer.org MX 10 feedback-smtp.eu-west-1.amazonses.com\n' +
      ' bounce.closer.org TXT v=spf1 include:amazonses.com ~all',
  ],
  [
    'an adopted domain without MAIL FROM',
    'mail-from',
    { account: { identity: async () => identityState({ mailFromDomain: '' }) } },
    '• mail-from no MAIL FROM domain is set for closer.org\n' +
      ' $ aws sesv2 put-email-identity-mail-from-attributes --email-identity closer.org --mail-from-domain bounce.closer.org',
  ],
  [
    'no policy: Gmail and Yahoo ask for one',
    'dmarc',
    { zone: {} },
    '• dmarc no policy applies, and mailbox providers ask for one\n _dmarc.closer.org TXT v=DMARC1; p=none',
  ],
  [
    'two policies count as none',
    'dmarc',
    { zone: { '_dmarc.closer.org TXT': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } },
    '✗ dmarc _dmarc.closer.org has 2 policies, so receivers follow none',
  ],
  [
    'other texts at the name are no policies',
    'dmarc',
    { zone: { '_dmarc.closer.org TXT': ['google-site-verification=1', 'v=DMARC1; p=reject'] } },
    '✓ dmarc reject (at closer.org)',
  ],
  [
    'reports to a domain that never said it takes them are dropped (RFC 7489 §7.1)',
    'dmarc',
    { zone: { '_dmarc.closer.org TXT': ['v=DMARC1; p=none; rua=mailto:me@gmail.com'] } },
    '• dmarc none (at closer.org); its reports go to gmail.com, which does not say that it takes them\n' +
      ' closer.org._report._dmarc.gmail.com TXT v=DMARC1',
  ],
  [
    'answers have no way',
    'reply-mx',
    { zone: {} },
    '• reply-mx answers have no way to us\n reply.closer.org MX 10 inbound-smtp.eu-west-1.amazonaws.com',
  ],
  [
    'the MX of another region: half of a move',
    'reply-mx',
    { zone: { 'reply.closer.org MX': ['inbound-smtp.us-east-1.amazonaws.com'] } },
    '✗ reply-mx mail to reply.closer.org goes to inbound-smtp.us-east-1.amazonaws.com',
  ],
  [
    'bounces would be counted by nobody',
    'events',
    {
      account: {
        eventTargets: async () => [{ enabled: true, events: ['SEND'], topicArn: '' }],
      },
    },
    '✗ events SES does not tell of BOUNCE, COMPLAINT, REJECT',
  ],
  [
    'told to a topic that nobody hears',
    'events',
    { account: { subscriptions: async () => [] } },
    '✗ events SES tells of bounces, and no queue listens',
  ],
  [
    'AWS reviews at five in a hundred',
    'reputation',
    { account: { reputation: async () => ({ bounces: 0.05, complaints: 0 }) } },
    '✗ reputation 5 % bounced, 0 % complained: AWS stops accounts for that',
  ],
  [
    'nothing sent yet',
    'reputation',
    { account: { reputation: async () => ({ bounces: none, complaints: none }) } },
    '✓ reputation 0 % bounced, 0 % complained',
  ],
  [
    'no answer from the page',
    'web',
    { health: none },
    '✗ web https://read.closer.org does not answer',
  ],
  [
    'the pages have a name that nobody has put into DNS yet',
    'web',
    {
      health: none,
      world: {
        stack: {
          id: '',
          status: 'CREATE_COMPLETE',
          tags: {},
          outputs: {
            WebUrl: 'https://read.closer.org',
            RecordWeb: 'read.closer.org CNAME d-1.execute-api.eu-west-1.amazonaws.com',
          },
        },
      },
    },
    '• web read.closer.org is not in DNS yet\n' +
      ' read.closer.org CNAME d-1.execute-api.eu-west-1.amazonaws.com',
  ],
  ['the page is broken', 'web', { health: 500 }, '✗ web https://read.closer.org answers 500'],
  [
    'the alarm mail was never confirmed: alarms are mute',
    'alarm-mail',
    {
      account: {
        subscriptions: async () => [
          { protocol: 'email', endpoint: 'ann@closer.org', confirmed: false },
        ],
      },
    },
    '• alarm-mail ann@closer.org has a mail from AWS whose link is still to be clicked',
  ],
  [
    'alarms go to whoever was the author before',
    'alarm-mail',
    {
      account: {
        subscriptions: async () => [
          { protocol: 'email', endpoint: 'ben@closer.org', confirmed: true },
        ],
      },
    },
    '✗ alarm-mail somebody else is subscribed to the alarms\n' +
      ' $ aws sns subscribe --topic-arn arn:alarms --protocol email ' +
      '--notification-endpoint ann@closer.org --region eu-west-1',
  ],
  [
    'SNS keeps an address as it was typed',
    'alarm-mail',
    {
      account: {
        subscriptions: async () => [
          { protocol: 'email', endpoint: 'Ann@Closer.org', confirmed: true },
        ],
      },
    },
    '✓ alarm-mail alarms go to ann@closer.org',
  ],
  [
    'the subscription was deleted, as AWS does in the end',
    'alarm-mail',
    { account: { subscriptions: async () => [] } },
    '✗ alarm-mail nobody is subscribed to the alarms\n' +
      ' $ aws sns subscribe --topic-arn arn:alarms --protocol email ' +
      '--notification-endpoint ann@closer.org --region eu-west-1',
  ],
  [
    'an alarm rings',
    'alarms',
    { account: { alarms: async () => [alarmState({ rings: true })] } },
    '✗ alarms Kindling-Overdue\n docs/runbook.md#late',
  ],
  [
    'an alarm on silence rings for the time before it was there',
    'alarms',
    { account: { alarms: async () => [newborn(1)] } },
    '• alarms Kindling-Silent watches since a moment ago, and has heard nothing yet\n' +
      ' $ npm run doctor',
  ],
  [
    'it has watched for as long as it looks back, and rings still',
    'alarms',
    { account: { alarms: async () => [newborn(0)] } },
    '✗ alarms Kindling-Silent\n docs/runbook.md#silent',
  ],
  [
    'another rings beside it',
    'alarms',
    { account: { alarms: async () => [newborn(1), alarmState({ rings: true })] } },
    '✗ alarms Kindling-Overdue\n docs/runbook.md#late',
  ],
  [
    'a letter waits for somebody to look',
    'dead-letters',
    { account: { waiting: async () => 2 } },
    '✗ dead-letters 2 wait for you',
  ],
  [
    'backups were switched off',
    'backups',
    { account: { hasBackups: async () => false } },
    '✗ backups Table can’t be set back'.replace('’', "'"),
  ],
];
