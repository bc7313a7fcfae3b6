import { expect, test } from 'vitest';
import {
  crowdedTables,
  crowdInWords,
  lossesBetween,
  lossesInWords,
} from '../../local/account/losses.ts';

type Resources = Readonly<Record<string, unknown>>;

const table = (keys = 'pk', extra = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  DeletionPolicy: 'Retain',
  Properties: {
    KeySchema: [{ AttributeName: keys, KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: keys, AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    ...extra,
  },
});
const identity = (domain: string) => ({
  Type: 'AWS::SES::EmailIdentity',
  Properties: { EmailIdentity: domain },
});
const topic = { Type: 'AWS::SNS::Topic', Properties: {} };

test.for<readonly [reason: string, from: Resources, to: Resources, losses: readonly string[]]>([
  ['nothing changes', { T: table() }, { T: table() }, []],
  [
    'a setting of the table',
    { T: table() },
    { T: table('pk', { BillingMode: 'PROVISIONED' }) },
    [],
  ],
  ['another key makes another table', { T: table() }, { T: table('id') }, ['T replaced']],
  [
    'a renamed construct: two tables, one of them lost',
    { T: table() },
    { U: table() },
    ['T removed'],
  ],
  ['another domain', { I: identity('a.org') }, { I: identity('b.org') }, ['I replaced']],
  ['what can be made again may go', { N: topic }, {}, []],
  ['the first deployment', {}, { T: table() }, []],
])('%s', ([, from, to, losses]) => {
  const found = lossesBetween({ Resources: from }, { Resources: to });
  expect(found.map(({ logicalId, becomes }) => `${logicalId} ${becomes}`)).toEqual(losses);
});

test('says what is lost, and how to mean it', () => {
  const losses = lossesBetween({ Resources: { T: table() } }, { Resources: {} });
  expect(lossesInWords(losses)).toBe(
    "Nothing was deployed, since something can't be brought back:\n" +
      '  T (AWS::DynamoDB::Table) would be removed: all your readers are in it\n' +
      'If you mean it: npm run deploy -- --replace T',
  );
});

const indexed = (...names: readonly string[]) => ({
  T: table('pk', { GlobalSecondaryIndexes: names.map((IndexName) => ({ IndexName })) }),
});

test.for<readonly [reason: string, from: Resources, to: Resources, tables: readonly string[]]>([
  ['nothing changes', indexed('due', 'newsletter'), indexed('due', 'newsletter'), []],
  ['one more', indexed('due'), indexed('due', 'newsletter'), []],
  ['one less', indexed('due', 'newsletter'), indexed('due'), []],
  ['two more', indexed(), indexed('due', 'newsletter'), ['T']],
  ['one for another: a new name is two changes', indexed('due'), indexed('owed'), ['T']],
  ['a new table has as many as it likes', {}, indexed('due', 'newsletter'), []],
  ['a table that goes is another matter', indexed('due', 'newsletter'), {}, []],
])('indexes: %s', ([, from, to, tables]) => {
  expect(crowdedTables({ Resources: from }, { Resources: to })).toEqual(tables);
  if (tables.length > 0) expect(crowdInWords(tables)).toContain('one index of T would change');
});
