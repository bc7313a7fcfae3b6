import { describe, expect, test } from 'vitest';
import { runChecks } from '../../local/account/check.ts';
import { BEFORE, CHECKS } from '../../local/account/checks.ts';
import { allWell, summary } from '../../local/account/report.ts';
import { type Differs, identityState, printed, sendingAccount, worldThat } from './fake-account.ts';

const none = undefined;
const stack = (status: string, tags = {}) => ({
  world: { stack: { id: '', status, tags, outputs: {} } },
});
const empty = { world: { stack: none, resources: [] } };
/** An account that nobody has used. */
const fresh = {
  account: { receiving: async () => ({ is: 'inactive' as const }), identity: async () => none },
  world: empty.world,
} satisfies Differs;
const zoned = { hostedZoneId: 'Z1' };

/** What differs from a publication that is well; the check that sees it; the words that it prints. */
const CASES: readonly (readonly [reason: string, id: string, Differs, line: string])[] = [
  [
    'a region that only sends: answers would bounce',
    'region',
    { account: { receiving: async () => ({ is: 'unavailable' }) } },
    '✗ region SES receives no mail in eu-west-1, so readers could not answer',
  ],
  [
    'an account that CDK was never used in',
    'bootstrap',
    { account: { bootstrapVersion: async () => none } },
    '✗ bootstrap CDK has not prepared this account and region yet; it is done once\n' +
      ' $ npx cdk bootstrap aws://123456789012/eu-west-1',
  ],
  [
    'a bootstrap of years ago',
    'bootstrap',
    { account: { bootstrapVersion: async () => 5 } },
    '✗ bootstrap the bootstrap stack is of version 5, and 6 is needed',
  ],
  [
    'nothing deployed is no fault',
    'stack',
    empty,
    '• stack nothing is deployed yet\n $ npm run deploy',
  ],
  [
    'a change set was made and never executed: the same',
    'stack',
    stack('REVIEW_IN_PROGRESS'),
    '• stack nothing is deployed yet',
  ],
  [
    'a first deployment that failed',
    'stack',
    stack('ROLLBACK_COMPLETE'),
    '✗ stack Kindling is in ROLLBACK_COMPLETE: it was never finished, and can only be deleted\n' +
      ' $ aws cloudformation update-termination-protection --no-enable-termination-protection' +
      ' --stack-name Kindling --region eu-west-1\n' +
      ' $ aws cloudformation delete-stack --stack-name Kindling --region eu-west-1',
  ],
  [
    'an update that could not be undone',
    'stack',
    stack('UPDATE_ROLLBACK_FAILED'),
    '✗ stack the last update of Kindling could not be taken back\n' +
      ' $ aws cloudformation continue-update-rollback --stack-name Kindling --region eu-west-1',
  ],
  [
    'two people deploy at once',
    'stack',
    stack('UPDATE_IN_PROGRESS'),
    '✗ stack Kindling is being changed right now (UPDATE_IN_PROGRESS)',
  ],
  ['an update that was undone stands', 'stack', stack('UPDATE_ROLLBACK_COMPLETE'), '✓ stack'],
  [
    'another publication’s stack: its readers are not ours',
    'stack',
    stack('CREATE_COMPLETE', { 'kindling:domain': 'other.org' }),
    '✗ stack the stack Kindling belongs to other.org, and this configuration is of closer.org',
  ],
  [
    'the domain was verified by hand',
    'identity',
    empty,
    '• identity SES knows closer.org already, by somebody else than this stack',
  ],
  [
    'the same, and written down',
    'identity',
    { config: { identity: 'adopt' }, world: empty.world },
    '✓ identity closer.org was there before, and is used as it is',
  ],
  [
    'to be adopted, and gone',
    'identity',
    { config: { identity: 'adopt' }, account: { identity: async () => none } },
    '✗ identity SES does not know closer.org, which is to be adopted',
  ],
  [
    'the sender was verified by the console’s wizard',
    'identity',
    { account: { identity: async () => identityState() } },
    '• identity SES knows letters@closer.org by itself, and its settings win over those of the domain\n' +
      ' $ aws sesv2 delete-email-identity --email-identity letters@closer.org',
  ],
  [
    'a reply record from somewhere else: CloudFormation can’t make it twice',
    'zone',
    {
      config: zoned,
      account: { records: async () => [{ name: 'reply.closer.org', type: 'MX' }] },
    },
    '✗ zone the zone has records that the stack would make: reply.closer.org MX',
  ],
  [
    'a DMARC record that is left to its owner is in nobody’s way',
    'zone',
    {
      config: { hostedZoneId: 'Z1', dmarc: 'theirs' },
      account: { records: async () => [{ name: '_dmarc.closer.org', type: 'TXT' }] },
    },
    '✓ zone nothing is in the way of our records',
  ],
  [
    'a sender without a mailbox',
    'mailbox',
    { zone: {} },
    '• mailbox closer.org takes no mail (it has no MX): what is written to letters@closer.org bounces',
  ],
  [
    'somebody’s rule set is active',
    'rule-set',
    { account: { receiving: async () => ({ is: 'active', ruleSet: 'INBOUND', rules: [] }) } },
    '✗ rule-set the receipt rule set "INBOUND" is active here, and there can be only one\n' +
      ' $ npm run setup -- --set receiptRuleSet=INBOUND',
  ],
  [
    'our rule is a guest in it',
    'rule-set',
    {
      config: { receiptRuleSet: 'INBOUND' },
      account: {
        receiving: async () => ({
          is: 'active',
          ruleSet: 'INBOUND',
          rules: [{ enabled: true, recipients: ['reply.closer.org'] }],
        }),
      },
    },
    '✓ rule-set "INBOUND" takes mail for reply.closer.org',
  ],
  [
    'before the first deployment none is active',
    'rule-set',
    { account: { receiving: async () => ({ is: 'inactive' }) }, world: empty.world },
    '✓ rule-set none is active yet; ours will be',
  ],
  [
    'deployed, and never activated: every answer bounces',
    'rule-set',
    { account: { receiving: async () => ({ is: 'inactive' }) } },
    '✗ rule-set ours is not active, so answers bounce\n $ npm run deploy',
  ],
  [
    'somebody switched our rule off',
    'rule-set',
    {
      account: {
        receiving: async () => ({
          is: 'active',
          ruleSet: 'Kindling-RuleSet',
          rules: [{ enabled: false, recipients: ['reply.closer.org'] }],
        }),
      },
    },
    '✗ rule-set the rule for reply.closer.org in "Kindling-RuleSet" is disabled',
  ],
  [
    'a new account: verified addresses only',
    'leave-to-send',
    sending({ production: false, perDay: 200, perSecond: 1 }),
    '• leave-to-send the sandbox: 200 mails a day, 1 a second, to verified addresses only\n' +
      ' $ npm run setup -- --production',
  ],
  [
    'asked, and not answered yet',
    'leave-to-send',
    sending({ production: false, review: 'PENDING' }),
    '• leave-to-send the sandbox: 50000 mails a day, 14 a second, to verified addresses only; AWS is looking',
  ],
  [
    'asked, and refused',
    'leave-to-send',
    sending({ production: false, review: 'DENIED' }),
    '✗ leave-to-send the sandbox: 50000 mails a day, 14 a second, to verified addresses only; AWS has said no',
  ],
  [
    'AWS has paused the account',
    'leave-to-send',
    sending({ enforcement: 'SHUTDOWN' }),
    '✗ leave-to-send AWS has stopped all sending of this account',
  ],
  [
    'AWS has warned the account',
    'leave-to-send',
    sending({ enforcement: 'PROBATION' }),
    '✗ leave-to-send AWS watches this account',
  ],
  [
    'the plan that new accounts get costs more',
    'price-plan',
    sending({ pricePlan: 'ESSENTIALS' }),
    '• price-plan ESSENTIALS: $0.16 per thousand mails or more, and nothing here needs what it adds\n' +
      ' $ aws sesv2 put-account-pricing-attributes --plan NONE',
  ],
  [
    'a new account’s ten Lambdas',
    'concurrency',
    { config: { concurrency: 10 }, account: { concurrency: async () => 10 } },
    '• concurrency 10 Lambdas at once: the web page may have to wait while letters go out\n' +
      ' $ aws service-quotas request-service-quota-increase --service-code lambda ' +
      '--quota-code L-B99A9384 --desired-value 1000 --region eu-west-1',
  ],
  [
    'a quota that was lowered, or another account: the queues would take more than there is',
    'concurrency',
    { config: { concurrency: 1000 }, account: { concurrency: async () => 100 } },
    '✗ concurrency 100 Lambdas at once, and cdk.json counts on 1000\n' +
      ' $ npm run setup -- --set concurrency=100',
  ],
  [
    'no host of one’s own: links can’t be taken back',
    'certificate',
    { config: { webDomain: '', certificateArn: '' } },
    '• certificate links in mails go to a machine-named host, and can never be taken back',
  ],
  [
    'a stack would wait for a record that nobody has seen',
    'certificate',
    certified({ status: 'PENDING_VALIDATION' }),
    '✗ certificate the certificate waits for its record\n _1.read.closer.org CNAME _2.acm-validations.aws',
  ],
  [
    'a certificate of another host',
    'certificate',
    certified({ names: ['www.closer.org'] }),
    '✗ certificate the certificate is for www.closer.org',
  ],
  [
    'a zone of the domain: the stack makes the certificate',
    'certificate',
    { config: { hostedZoneId: 'Z1', certificateArn: '' } },
    '✓ certificate the stack makes it',
  ],
  [
    'a host outside of the zone',
    'certificate',
    { config: { hostedZoneId: 'Z1', certificateArn: '', webDomain: 'read.other.org' } },
    '✗ certificate read.other.org has no certificate\n $ npm run setup',
  ],
  ['a star covers one label', 'certificate', certified({ names: ['*.closer.org'] }), '✓'],
  [
    'a certificate in another region is none',
    'certificate',
    { config: { certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' } },
    '✗ certificate there is no such certificate in eu-west-1',
  ],
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
        eventTargets: async () => [{ enabled: true, events: ['SEND', 'DELIVERY'], topicArn: '' }],
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
    {
      account: {
        alarms: async () => [
          { name: 'Overdue', rings: true, description: 'docs/runbook.md#late', actions: [] },
        ],
      },
    },
    '✗ alarms Overdue\n docs/runbook.md#late',
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

function sending(fields: Parameters<typeof sendingAccount>[0]): Differs {
  return { account: { sendingAccount: async () => sendingAccount(fields) } };
}

function certified(fields: { readonly status?: string; readonly names?: readonly string[] }) {
  const proof = [
    { name: '_1.read.closer.org', type: 'CNAME' as const, value: '_2.acm-validations.aws' },
  ];
  const found = { status: 'ISSUED', names: ['read.closer.org'], proof, ...fields };
  return { account: { certificate: async () => found } } satisfies Differs;
}

describe('a check says what it found', () => {
  test.for(CASES)('%s (%s)', async ([, id, differs, line]) => {
    expect((await printed(id, worldThat(differs))).slice(0, line.length)).toBe(line);
  });

  test('each check has a case in which it is not well', () => {
    const seen = new Set(CASES.filter(([, , , line]) => !line.startsWith('✓')).map(([, id]) => id));
    expect(CHECKS.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('all checks together', () => {
  test('find nothing where all is well', async () => {
    const all = await runChecks(CHECKS, worldThat(), () => undefined);
    expect(all.filter(({ is }) => is !== 'ok')).toEqual([]);
    expect(allWell(all)).toBe(true);
  });

  test('do not ask what has nothing to be asked of before the first deployment', async () => {
    const all = await runChecks(CHECKS, worldThat(fresh), () => undefined);
    expect(all.filter(({ is }) => is === 'skipped').map(({ id }) => id)).toEqual(
      CHECKS.filter(({ when }) => when === 'after').map(({ id }) => id),
    );
    expect(allWell(all)).toBe(false);
    expect(summary(all)).toBe('10 well, 1 yours to do, 11 not looked at');
  });

  test('of a deployment: what is the author’s to do stops nothing', async () => {
    const world = worldThat({
      world: fresh.world,
      config: { concurrency: 10 },
      account: Object.assign({ concurrency: async () => 10 }, fresh.account),
    });
    const all = await runChecks(BEFORE, world, () => undefined);
    expect(all.filter(({ is }) => is === 'wrong')).toEqual([]);
  });

  test('go on when one may not look', async () => {
    const denied = Object.assign(new Error('User ann is not authorized'), { name: 'AccessDenied' });
    const world = worldThat({
      account: {
        bootstrapVersion: () => Promise.reject(denied),
        concurrency: () => Promise.reject(new Error('no such thing')),
      },
    });
    const all = await runChecks(CHECKS, world, () => undefined);
    expect(all.filter(({ is }) => is !== 'ok')).toEqual([
      {
        id: 'bootstrap',
        is: 'wrong',
        what:
          'could not be looked at: These credentials may not do that. Use those of an ' +
          'administrator of the account.',
        how: [],
      },
      {
        id: 'concurrency',
        is: 'wrong',
        what: 'could not be looked at: Error: no such thing',
        how: [],
      },
    ]);
  });
});
