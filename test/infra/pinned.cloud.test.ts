import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { templateOf } from './variants.ts';

/**
 * CloudFormation knows a resource by its id in the template. One that gets another id, because a
 * construct was renamed or moved, is made anew and empty beside the old one: a list without
 * readers, links in every letter that lead nowhere.
 */
const PINNED: readonly (readonly [kind: string, id: string, lost: string])[] = [
  ['AWS::DynamoDB::Table', 'SubscribersTable75BE339A', 'every reader, and the key that names them'],
  ['AWS::ApiGatewayV2::Api', 'ApiHttp17514DA7', 'every link in every mail, without a webDomain'],
  ['AWS::ApiGatewayV2::DomainName', 'WebDomainNameF2562F80', 'the pages, until DNS has caught up'],
  ['AWS::S3::Bucket', 'RepliesMail4827071E', 'the mails that a dead letter names'],
  ['AWS::SES::EmailIdentity', 'IdentityDomain7439B6B7', 'the DKIM keys, so nothing can be sent'],
  ['AWS::SES::ConfigurationSet', 'IdentityConfigurationSet451FFC74', 'events of what is under way'],
  ['AWS::SES::ReceiptRuleSet', 'RepliesRuleSet4BDDEE9F', 'replies, until it is active again'],
];

const zone = Template.fromJSON(templateOf('zone'));

test.for(PINNED)('%s is %s, or is lost: %s', ([kind, id]) => {
  expect(Object.keys(zone.findResources(kind))).toEqual([id]);
});

describe('the table', () => {
  const table = zone.findResources('AWS::DynamoDB::Table')['SubscribersTable75BE339A'];
  const keys = (schema: readonly { readonly AttributeName: string }[]) =>
    schema.map(({ AttributeName }) => AttributeName);

  test('has its keys for good: others mean another table', () => {
    expect(keys(table?.['Properties'].KeySchema)).toEqual(['pk', 'sk']);
  });

  test('has these indexes; one deployment may make or drop only one (aws/aws-cdk#12246)', () => {
    const indexes: readonly { IndexName: string; KeySchema: never[]; Projection: unknown }[] =
      table?.['Properties'].GlobalSecondaryIndexes;
    expect(indexes.map((one) => [one.IndexName, keys(one.KeySchema), one.Projection])).toEqual([
      ['due', ['dueShard', 'dueAt'], { ProjectionType: 'KEYS_ONLY' }],
      ['newsletter', ['newsletterShard', 'zone'], { ProjectionType: 'KEYS_ONLY' }],
    ]);
  });
});
