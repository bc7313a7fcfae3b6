import type { Case } from './cases-of-place.ts';
import { type Differs, empty, sendingAccount } from './fake-account.ts';

/** What the account lets a publication do: receive, send, run, serve. */
export const LEAVE: readonly Case[] = [
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
    '• rule-set ours is not active, so answers bounce\n $ npm run deploy',
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
    'a rate that was raised since the deployment',
    'leave-to-send',
    sending({ perSecond: 200 }),
    '• leave-to-send 50000 mails a day, 200 a second, and the senders are made for 14\n' +
      ' $ npm run deploy',
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
    sending({ production: false, review: 'DENIED', reviewCase: '176' }),
    '✗ leave-to-send the sandbox: 50000 mails a day, 14 a second, to verified addresses only; AWS has said no\n' +
      ' Answer in the support case 176: who your readers are, and how they signed up.',
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
    '✗ certificate links in mails go to a machine-named host, and can never be taken back\n' +
      ' $ npm run setup',
  ],
  [
    'in the sandbox only the author has such links',
    'certificate',
    { config: { webDomain: '', certificateArn: '' }, ...sending({ production: false }) },
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
    'nobody made its record in three days',
    'certificate',
    certified({ status: 'VALIDATION_TIMED_OUT' }),
    '✗ certificate the certificate is VALIDATION_TIMED_OUT\n $ npm run setup',
  ],
  [
    'its record was taken out of DNS, so it was not renewed',
    'certificate',
    certified({ status: 'EXPIRED' }),
    '✗ certificate the certificate is EXPIRED\n $ npm run setup',
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
