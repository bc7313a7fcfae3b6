import { describe, expect, test } from 'vitest';
import { withContext } from '../../local/account/settings.ts';
import { toSettle } from '../../local/account/settle.ts';
import { type Differs, sendingAccount, worldThat } from './fake-account.ts';

const first = { stack: undefined, resources: [] };
const nothing = { account: { identity: async () => undefined }, zone: {}, world: first };
const policy = { '_dmarc.closer.org TXT': ['v=DMARC1; p=reject'] };

describe('what was there before us is remembered', () => {
  test.for<readonly [reason: string, Differs, settled: readonly string[]]>([
    ['a domain that nobody used', nothing, []],
    ['a verified domain', { zone: {}, world: first }, ['identity=adopt']],
    ['a policy', Object.assign({}, nothing, { zone: policy }), ['dmarc=theirs']],
    [
      'a quota that was raised: the queues may take more',
      Object.assign({}, nothing, {
        account: { identity: async () => undefined, concurrency: async () => 1000 },
        config: { concurrency: 10 },
      }),
      ['concurrency=1000'],
    ],
    ['both', { zone: policy, world: first }, ['identity=adopt', 'dmarc=theirs']],
    [
      'both are written down already',
      { zone: policy, world: first, config: { identity: 'adopt', dmarc: 'theirs' } },
      [],
    ],
    ['a second deployment: the identity is our own', { zone: {} }, []],
    [
      'a second deployment without a zone: they made the record that we printed',
      { zone: policy },
      [],
    ],
    [
      'a second deployment with a zone: the record is our own',
      {
        zone: policy,
        config: { hostedZoneId: 'Z1' },
        world: {
          resources: [
            { logicalId: 'I', physicalId: 'closer.org', type: 'AWS::SES::EmailIdentity' },
            { logicalId: 'D', physicalId: '_dmarc.closer.org', type: 'AWS::Route53::RecordSet' },
          ],
        },
      },
      [],
    ],
    [
      'SES takes more mails a second than what is there was made for',
      { zone: {}, account: { sendingAccount: async () => sendingAccount({ perSecond: 200 }) } },
      ['sendRate=200'],
    ],
    [
      'SES takes fewer than that: nothing gets smaller by itself',
      { zone: {}, account: { sendingAccount: async () => sendingAccount({ perSecond: 1 }) } },
      [],
    ],
  ])('%s', async ([, differs, settled]) => {
    const found = await toSettle(worldThat(differs));
    expect(found.map(({ key, value }) => `${key}=${value}`)).toEqual(settled);
  });

  test('and says why', async () => {
    const [found] = await toSettle(worldThat({ zone: {}, world: first }));
    expect(found?.because).toBe('SES knew closer.org before this stack did');
  });
});

describe('cdk.json', () => {
  const text =
    '{\n  "app": "x",\n  "context": {\n    "domain": "a.org",\n    "list": ["aws"]\n  }\n}\n';

  test.for<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    [
      'a new key goes to the end',
      { dmarc: 'theirs' },
      /"list": \["aws"\],\n {4}"dmarc": "theirs"\n {2}}/,
    ],
    [
      'a known key is changed where it stands',
      { domain: 'b.org' },
      /"context": {\n {4}"domain": "b.org",\n/,
    ],
  ])('%s, and all else stays', ([, values, shape]) => {
    const written = withContext(text, values);
    expect(written).toMatch(shape);
    expect(written).toContain('"list": ["aws"]');
    expect(written.startsWith('{\n  "app": "x",\n')).toBe(true);
  });
});
