import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, inject, test } from 'vitest';
import { OF_ALL, OF_NETWORK } from '../../functions/core/reader/sign-up-rate.ts';
import { webApp } from '../../functions/web/app.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';
import type { Variant } from '../support/stack-variants.ts';
import { templateOf } from './variants.ts';

const stack = (variant: Variant) => Template.fromJSON(templateOf(variant));

/** What every door that knows a variable is told. */
function told(variant: Variant, name: string): readonly unknown[] {
  const doors = Object.values(stack(variant).findResources('AWS::Lambda::Function'));
  const values = doors.map(({ Properties }) => Properties.Environment.Variables[name]);
  return [
    ...new Set(values.filter((value) => value !== undefined).map((one) => JSON.stringify(one))),
  ];
}

const output = (variant: Variant, name: string): unknown =>
  stack(variant).toJSON()['Outputs'][name]?.Value;

/** The type and name of each record that the stack writes. */
const records = (variant: Variant): readonly string[] =>
  Object.values(stack(variant).findResources('AWS::Route53::RecordSet'))
    .map(({ Properties }) => `${Properties.Type} ${Properties.Name}`)
    .filter((record) => record.endsWith('.closer.org.'));

/** The names of what is printed, to be made by hand. */
const printed = (variant: Variant): readonly string[] =>
  Object.keys(stack(variant).toJSON()['Outputs'])
    .filter((name) => name.startsWith('Record'))
    .sort();

describe('the pages’ own name', () => {
  test('without one, every door knows the API’s', () => {
    const api = output('plain', 'ApiUrl');
    expect(told('plain', 'WEB_URL')).toEqual([JSON.stringify(api)]);
    expect(output('plain', 'WebUrl')).toEqual(api);
  });

  test.for(['zone', 'elsewhere'] as const)('every door knows it (%s)', (variant) => {
    expect(told(variant, 'WEB_URL')).toEqual(['"https://read.closer.org"']);
    expect(output(variant, 'WebUrl')).toBe('https://read.closer.org');
    stack(variant).hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'read.closer.org',
    });
    stack(variant).resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  });

  test('in a zone of ours the stack makes certificate and records', () => {
    stack('zone').hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'read.closer.org',
      DomainValidationOptions: [{ DomainName: 'read.closer.org', HostedZoneId: 'Z0123456789ABC' }],
    });
    expect(records('zone')).toEqual(
      expect.arrayContaining(['A read.closer.org.', 'AAAA read.closer.org.']),
    );
  });

  test('elsewhere it takes the certificate it is given, and prints where the name has to point', () => {
    stack('elsewhere').resourceCountIs('AWS::CertificateManager::Certificate', 0);
    stack('elsewhere').hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainNameConfigurations: [
        { CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b' },
      ],
    });
    expect(JSON.stringify(output('elsewhere', 'RecordWeb'))).toMatch(
      /read\.closer\.org CNAME .*RegionalDomainName/,
    );
  });

  test('the API’s own name lives on, for links that went out before', () => {
    stack('zone').hasResourceProperties('AWS::ApiGatewayV2::Api', {
      DisableExecuteApiEndpoint: Match.absent(),
    });
    expect(output('zone', 'ApiUrl')).toEqual(output('plain', 'ApiUrl'));
  });
});

describe('DNS', () => {
  test('in a zone of ours every record is written, and none is left to print', () => {
    expect(records('zone')).toEqual(
      expect.arrayContaining([
        'MX reply.closer.org.',
        'MX bounce.closer.org.',
        'TXT _dmarc.closer.org.',
      ]),
    );
    expect(printed('zone')).toEqual([]);
  });

  test('elsewhere each is printed under a name that says what it is', () => {
    const mail = ['Dkim1', 'Dkim2', 'Dkim3', 'Dmarc', 'MailFromMx', 'MailFromSpf', 'ReplyMx'];
    expect(printed('plain')).toEqual(mail.map((name) => `Record${name}`));
  });

  test('DMARC weakens nobody’s policy without being told to, and tells strangers no address', () => {
    expect(output('plain', 'RecordDmarc')).toBe('_dmarc.closer.org TXT "v=DMARC1; p=none"');
    expect(records('settled').filter((record) => record.includes('_dmarc'))).toEqual([]);
  });
});

describe('what is there already', () => {
  test('an identity is adopted: the stack makes none, and prints what it would have made', () => {
    stack('settled').resourceCountIs('AWS::SES::EmailIdentity', 0);
    expect(printed('settled')).toEqual(['RecordMailFromMx', 'RecordMailFromSpf']);
    expect(records('settled')).toEqual(['MX reply.closer.org.']);
  });

  test('the domain is the only identity: what is below it is verified with it', () => {
    const identities = stack('plain').findResources('AWS::SES::EmailIdentity');
    expect(Object.values(identities).map(({ Properties }) => Properties.EmailIdentity)).toEqual([
      'closer.org',
    ]);
  });

  test('a rule set gets our rule, and no other', () => {
    stack('settled').resourceCountIs('AWS::SES::ReceiptRuleSet', 0);
    stack('settled').hasResourceProperties('AWS::SES::ReceiptRule', {
      RuleSetName: 'company',
      Rule: { Recipients: ['reply.closer.org'] },
    });
    expect(output('settled', 'ReceiptRuleSet')).toBe('company');
  });

  test('a table is attached: every door reads and writes it, and its index', () => {
    stack('settled').resourceCountIs('AWS::DynamoDB::Table', 0);
    expect(told('settled', 'TABLE_NAME')).toEqual(['"restored"']);
    const policies = JSON.stringify(stack('settled').findResources('AWS::IAM::Policy'));
    expect(policies).toContain(':table/restored"');
    expect(policies).toContain(':table/restored/index/due"');
  });
});

describe('what the author is told', () => {
  test.for([
    ['AWS/SES', 'Reputation.BounceRate', 0.04, 'before SES reviews the account, from 5 % on'],
    ['AWS/SES', 'Reputation.ComplaintRate', 0.0008, 'the same, from 0.1 % on'],
    ['AWS/Lambda', 'Throttles', 0, 'somebody found no Lambda free'],
    ['AWS/ApiGateway', '5xx', 0, 'somebody saw an error page'],
    ['AWS/Lambda', 'Invocations', 200, 'an hour’s mail that no list writes'],
  ] as const)('%s %s above %s (%s)', ([Namespace, MetricName, Threshold]) => {
    stack('plain').hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace,
      MetricName,
      Threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  test('a month’s cost, before it is more than planned', () => {
    stack('plain').hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 25, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({
          Subscribers: [{ Address: 'ann@closer.org', SubscriptionType: 'EMAIL' }],
        }),
      ]),
    });
    stack('elsewhere').resourceCountIs('AWS::Budgets::Budget', 0);
  });

  test.for([
    ['plain', 'docs/runbook.md'],
    ['elsewhere', 'https://closer.org/runbook'],
  ] as const)('where the runbook is (%s)', ([variant, place]) => {
    const alarms = Object.values(stack(variant).findResources('AWS::CloudWatch::Alarm'));
    for (const { Properties } of alarms) {
      expect(Properties.AlarmDescription.startsWith(`What to do: ${place}#`)).toBe(true);
    }
  });
});

test('the stack can’t be deleted by a slip, and says on each resource whose it is', () => {
  const { artifacts } = JSON.parse(readFileSync(join(inject('assembly'), 'manifest.json'), 'utf8'));
  expect(artifacts.Kindling.properties).toMatchObject({
    terminationProtection: true,
    tags: { 'kindling:domain': 'example.com', 'kindling:stage': 'production' },
  });
});

test('a flood of the front page leaves the ways that readers go their own count', () => {
  const [stage] = Object.values(stack('plain').findResources('AWS::ApiGatewayV2::Stage'));
  const { DefaultRouteSettings, RouteSettings } = stage?.['Properties'] ?? {};
  const {
    'POST /subscribe': signUp,
    'POST /check-your-inbox': onceMore,
    ...ofReaders
  } = RouteSettings;
  const presses = webApp(fakeWebWorld())
    .routes.filter(({ method, path }) => method === 'POST' && path.includes(':token'))
    .map(({ path }) => `ANY ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(Object.keys(ofReaders).toSorted()).toEqual(presses.toSorted());
  for (const limits of Object.values(ofReaders)) expect(limits).toEqual(DefaultRouteSettings);
  expect(onceMore).toEqual(DefaultRouteSettings);
});

test('the form says itself that there were too many, before API Gateway does without what was typed', () => {
  const [stage] = Object.values(stack('plain').findResources('AWS::ApiGatewayV2::Stage'));
  const { RouteSettings } = stage?.['Properties'] ?? {};
  const { ThrottlingRateLimit, ThrottlingBurstLimit } = RouteSettings['POST /subscribe'];
  expect(ThrottlingRateLimit * 60, 'an hour’s sign-ups over all, in a minute').toBeGreaterThan(
    OF_ALL.most,
  );
  expect(ThrottlingBurstLimit, 'a room behind one address, at once').toBeGreaterThanOrEqual(
    OF_NETWORK.most,
  );
});
