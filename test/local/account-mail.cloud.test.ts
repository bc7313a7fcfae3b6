import {
  ACMClient,
  DescribeCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import {
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import {
  CreateReceiptRuleCommand,
  DeleteReceiptRuleCommand,
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import {
  CreateEmailIdentityCommand,
  GetAccountCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  PutAccountDetailsCommand,
  PutAccountPricingAttributesCommand,
  PutEmailIdentityFeedbackAttributesCommand,
  PutEmailIdentityMailFromAttributesCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { dkimRecords, mailFromRecords } from '../../local/cloud/account/identities.ts';
import { type AccountState, brandNew } from '../../local/cloud/account/state.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { authorOf } from '../support/local-account.ts';

/** The stack, deployed to an account in this state. */
async function deployedIn(account: AccountState): Promise<Cloud> {
  const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, account });
  onTestFinished(() => cloud.stop());
  return cloud;
}

const sesv2 = (cloud: Cloud) => new SESv2Client(authorOf(cloud));
const ses = (cloud: Cloud) => new SESClient(authorOf(cloud));
const DOMAIN = 'example.com';

describe('an identity', () => {
  const ask = (cloud: Cloud, EmailIdentity = DOMAIN) =>
    sesv2(cloud).send(new GetEmailIdentityCommand({ EmailIdentity }));

  test('is pending until its records are in the DNS', async () => {
    const cloud = await deployedIn(brandNew());
    const before = await ask(cloud);
    expect(before).toMatchObject({
      VerifiedForSendingStatus: false,
      VerificationStatus: 'PENDING',
    });
    expect(before.MailFromAttributes).toMatchObject({ MailFromDomainStatus: 'PENDING' });

    const tokens = before.DkimAttributes?.Tokens ?? [];
    const records = tokens.map((token) => ({
      name: `${token}._domainkey.${DOMAIN}`,
      type: 'CNAME' as const,
      values: [`${token}.dkim.amazonses.com`],
    }));
    cloud.account.wish({ records: records.slice(1) });
    expect((await ask(cloud)).VerificationStatus, 'two of three').toBe('PENDING');
    cloud.account.wish({ records: [...records, ...mailFromRecords(`bounce.${DOMAIN}`)] });
    const after = await ask(cloud);
    expect(after).toMatchObject({ VerifiedForSendingStatus: true, VerificationStatus: 'SUCCESS' });
    expect(after.MailFromAttributes).toMatchObject({ MailFromDomainStatus: 'SUCCESS' });
    const [token] = tokens;
    expect(await cloud.resolver.resolveCname(`${token}._domainkey.${DOMAIN}`)).toEqual([
      `${token}.dkim.amazonses.com`,
    ]);
  });

  test('can be made and changed by calls, and there is only one of a name', async () => {
    const cloud = await deployedIn(brandNew());
    const client = sesv2(cloud);
    const made = new CreateEmailIdentityCommand({ EmailIdentity: 'ann@closer.org' });
    expect((await client.send(made)).IdentityType).toBe('EMAIL_ADDRESS');
    await expect(client.send(made)).rejects.toMatchObject({ name: 'AlreadyExistsException' });
    const EmailIdentity = DOMAIN;
    await client.send(
      new PutEmailIdentityMailFromAttributesCommand({
        EmailIdentity,
        MailFromDomain: 'mail.example.com',
      }),
    );
    await client.send(
      new PutEmailIdentityFeedbackAttributesCommand({
        EmailIdentity,
        EmailForwardingEnabled: false,
      }),
    );
    expect(await ask(cloud)).toMatchObject({
      FeedbackForwardingStatus: false,
      MailFromAttributes: { MailFromDomain: 'mail.example.com' },
    });
    await expect(ask(cloud, 'nobody.org')).rejects.toMatchObject({ name: 'NotFoundException' });
  });
});

test('an account tells its leave to send, its plan, and what became of a request', async () => {
  const cloud = await deployedIn(brandNew());
  const client = sesv2(cloud);
  expect(await client.send(new GetAccountCommand({}))).toMatchObject({
    ProductionAccessEnabled: false,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
    PricingAttributes: { CurrentPlan: 'ESSENTIALS' },
  });
  await client.send(new PutAccountPricingAttributesCommand({ Plan: 'NONE' }));
  const request = new PutAccountDetailsCommand({
    MailType: 'MARKETING',
    WebsiteURL: 'https://letters.closer.org',
    ProductionAccessEnabled: true,
  });
  await client.send(request);
  await expect(client.send(request)).rejects.toMatchObject({ name: 'ConflictException' });
  expect(await client.send(new GetAccountCommand({}))).toMatchObject({
    ProductionAccessEnabled: false,
    PricingAttributes: { CurrentPlan: 'NONE' },
    Details: {
      WebsiteURL: 'https://letters.closer.org',
      ReviewDetails: { Status: 'PENDING' },
    },
  });
});

test('a configuration set names its event destinations', async () => {
  const cloud = await deployedIn(brandNew());
  const { ConfigurationSetName } = await sesv2(cloud).send(
    new GetEmailIdentityCommand({ EmailIdentity: DOMAIN }),
  );
  const { EventDestinations = [] } = await sesv2(cloud).send(
    new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName }),
  );
  expect(EventDestinations).toHaveLength(2);
  expect(EventDestinations).toMatchObject(
    expect.arrayContaining([
      {
        Name: expect.any(String),
        Enabled: true,
        MatchingEventTypes: ['BOUNCE', 'COMPLAINT', 'REJECT'],
        SnsDestination: { TopicArn: expect.stringMatching(/^arn:aws:sns:/) },
      },
      {
        Name: expect.any(String),
        Enabled: true,
        MatchingEventTypes: ['SEND'],
        KinesisFirehoseDestination: {
          DeliveryStreamArn: expect.stringMatching(/^arn:aws:firehose:/),
          IamRoleArn: expect.stringMatching(/^arn:aws:iam:/),
        },
      },
    ]),
  );
});

describe('receipt rules', () => {
  const active = async (cloud: Cloud) =>
    (await ses(cloud).send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name;

  test('none is active in a new account; somebody’s own takes ours, and gives it back', async () => {
    const cloud = await deployedIn(
      brandNew({ ruleSets: ['company'], activeRuleSet: { is: 'named', name: 'company' } }),
    );
    expect(await active(cloud)).toBe('company');
    const RuleSetName = 'company';
    const Rule = {
      Name: 'letters',
      Enabled: true,
      Recipients: ['reply.example.com'],
      Actions: [{ S3Action: { BucketName: 'mail', ObjectKeyPrefix: 'inbound/' } }],
    };
    await ses(cloud).send(new CreateReceiptRuleCommand({ RuleSetName, Rule }));
    const { Rules } = await ses(cloud).send(new DescribeReceiptRuleSetCommand({ RuleSetName }));
    expect(Rules).toMatchObject([Rule]);
    await ses(cloud).send(new DeleteReceiptRuleCommand({ RuleSetName, RuleName: 'letters' }));
    const left = await ses(cloud).send(new DescribeActiveReceiptRuleSetCommand({}));
    expect(left.Rules ?? []).toEqual([]);
    await ses(cloud).send(new SetActiveReceiptRuleSetCommand({}));
    expect(await active(cloud)).toBeUndefined();
  });

  test('are unknown in a region that receives no mail', async () => {
    const cloud = await deployedIn(brandNew({ receiving: false }));
    await expect(active(cloud)).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});

test('zones and their records', async () => {
  const cloud = await deployedIn(
    brandNew({
      zones: [
        { id: 'Z1', name: 'closer.org' },
        { id: 'Z2', name: 'else.net' },
      ],
      records: [
        { name: '_dmarc.closer.org', type: 'TXT', values: ['"v=DMARC1; p=reject"'] },
        { name: 'else.net', type: 'MX', values: ['10 mail.else.net'] },
      ],
    }),
  );
  const client = new Route53Client(authorOf(cloud));
  const all = await client.send(new ListHostedZonesCommand({}));
  expect(all.HostedZones?.map(({ Id }) => Id)).toEqual(['/hostedzone/Z2', '/hostedzone/Z1']);
  const named = await client.send(new ListHostedZonesByNameCommand({ DNSName: 'closer.org' }));
  expect(named.HostedZones?.[0]).toMatchObject({ Id: '/hostedzone/Z1', Name: 'closer.org.' });
  const { ResourceRecordSets } = await client.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: 'Z1' }),
  );
  expect(ResourceRecordSets).toEqual([
    {
      Name: '_dmarc.closer.org.',
      Type: 'TXT',
      TTL: 300,
      ResourceRecords: [{ Value: '"v=DMARC1; p=reject"' }],
    },
  ]);
  await expect(
    client.send(new ListResourceRecordSetsCommand({ HostedZoneId: 'Z9' })),
  ).rejects.toMatchObject({ name: 'NoSuchHostedZone' });
});

test('a certificate is issued once its record is there', async () => {
  const cloud = await deployedIn(brandNew());
  const client = new ACMClient(authorOf(cloud));
  const { CertificateArn } = await client.send(
    new RequestCertificateCommand({ DomainName: 'letters.closer.org', ValidationMethod: 'DNS' }),
  );
  const describedNow = async () =>
    (await client.send(new DescribeCertificateCommand({ CertificateArn }))).Certificate;
  const before = await describedNow();
  expect(before?.Status).toBe('PENDING_VALIDATION');
  const record = before?.DomainValidationOptions?.[0]?.ResourceRecord;
  cloud.account.wish({
    records: [{ name: record?.Name, type: record?.Type, values: [record?.Value] }],
  });
  expect((await describedNow())?.Status).toBe('ISSUED');
});

test('expired credentials are refused by every protocol in its own words', async () => {
  const cloud = await deployedIn(brandNew({ credentials: 'expired' }));
  const asked = [
    sesv2(cloud).send(new GetAccountCommand({})),
    ses(cloud).send(new DescribeActiveReceiptRuleSetCommand({})),
    new Route53Client(authorOf(cloud)).send(new ListHostedZonesCommand({})),
    new ACMClient(authorOf(cloud)).send(new DescribeCertificateCommand({ CertificateArn: 'arn' })),
  ];
  for (const one of await Promise.allSettled(asked)) {
    expect(one).toMatchObject({ status: 'rejected', reason: { name: 'ExpiredToken' } });
  }
});

test('DKIM’s records are those that the stack prints', () => {
  expect(dkimRecords('closer.org')[0]).toEqual({
    name: 'local1._domainkey.closer.org',
    type: 'CNAME',
    values: ['local1.dkim.amazonses.com'],
  });
});
