import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, inject, test } from 'vitest';
import { webApp } from '../../functions/web/app.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';

const template = Template.fromJSON(
  JSON.parse(readFileSync(join(inject('assembly'), 'Kindling.template.json'), 'utf8')),
);

test('placeholders refuse the deployment, in one message that lists them', () => {
  const { ConfigurationIsComplete: rule } = template.toJSON()['Rules'];
  const [{ Assert, AssertDescription }] = rule.Assertions;
  expect(Assert).toEqual({ 'Fn::Equals': [{ Ref: 'Configuration' }, 'complete'] });
  for (const open of [
    'domain',
    'alarmAddress',
    'from.address',
    'author.address',
    'postal-address',
  ]) {
    expect(AssertDescription).toContain(open);
  }
  template.hasParameter('Configuration', { Default: 'incomplete' });
});

test('each route that a form is sent to has a count of its own, which no flood of pages uses up', () => {
  const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
  const counted = Object.keys(stage?.['Properties'].RouteSettings).map((key) =>
    key.split(' ').at(-1),
  );
  const posted = webApp(fakeWebWorld())
    .routes.filter(({ method }) => method === 'POST')
    .map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'));
  // Behind the links of an author's test mail is nothing of anybody's.
  const ofReaders = posted.filter((path) => !path.startsWith('/test-mail/'));
  expect(new Set(counted)).toEqual(new Set(ofReaders));
});

describe('what every resource of a kind has', () => {
  test('functions: Node 24 on arm64, with a log that expires', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test('queues: encrypted', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
  });

  test('the mail bucket: private, TLS only, empty after a month, and of proofs after days', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: {
        Rules: [
          { ExpirationInDays: 30, Prefix: 'inbound/', Status: 'Enabled' },
          { ExpirationInDays: 8, Prefix: 'proofs/', Status: 'Enabled' },
        ],
      },
    });
  });

  test('the table: restorable to any second, and not deleted with the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    });
  });

  test('alarms: each names its article in the runbook, and the article is there', () => {
    const runbook = readFileSync('docs/runbook.md', 'utf8');
    const articles = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) =>
      String(title)
        .toLowerCase()
        .replaceAll(' ', '-')
        .replaceAll(/[^a-z0-9-]/g, ''),
    );
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms.length).toBeGreaterThan(5);
    const wanted = alarms.map(
      ({ Properties }) => /docs\/runbook\.md#(.+)$/.exec(Properties.AlarmDescription)?.[1],
    );
    const missing = wanted.filter((article) => !articles.includes(article ?? ''));
    expect(missing, 'write these articles in docs/runbook.md').toEqual([]);
  });
});

test('SES tells us of bounces, complaints and rejects, and proves sends, never opens or clicks', () => {
  const destinations = template.findResources('AWS::SES::ConfigurationSetEventDestination');
  const told = Object.values(destinations).map(({ Properties: { EventDestination: one } }) => [
    Object.keys(one).find((key) => key.endsWith('Destination')),
    one.MatchingEventTypes,
  ]);
  expect(Object.fromEntries(told)).toEqual({
    SnsDestination: ['bounce', 'complaint', 'reject'],
    KinesisFirehoseDestination: ['send'],
  });
});
