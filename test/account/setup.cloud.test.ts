import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { setup } from '../../local/account/setup.ts';
import { shellAt } from './shell.ts';

const SAID = [
  '--yes',
  ...['--domain', 'closer.org', '--author', 'ann@closer.org'],
  ...['--postal-address', 'Ann Lee, Long Road 5, Dublin'],
];

const contextIn = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { readonly context: Record<string, unknown> }).context;

test('with a zone, everything is written and nothing waits', async () => {
  const { run, outside } = await shellAt({ zones: [{ id: 'Z0123456789', name: 'closer.org' }] });
  const { code, text } = await run(setup, ...SAID, '--name', 'Letters of Ann');
  expect(text).toContain('Next: npm run deploy');
  expect(code).toBe(0);
  expect(contextIn(outside.configFile)).toMatchObject({
    domain: 'closer.org',
    hostedZoneId: 'Z0123456789',
    alarmAddress: 'ann@closer.org',
    webDomain: 'read.closer.org',
  });
  const publication = parse(readFileSync(join(outside.contentDir, 'publication.yaml'), 'utf8'));
  expect(publication).toMatchObject({
    name: 'Letters of Ann',
    from: { address: 'letters@closer.org' },
    'postal-address': 'Ann Lee\nLong Road 5\nDublin\n',
  });
});

test('without one, the certificate is asked for once, and its record shown until it is there', async () => {
  const { run, outside, account } = await shellAt();
  const first = await run(setup, ...SAID, '--no-wait');
  expect(first.text).toMatch(/\n {2}\S+\.read\.closer\.org {2}CNAME {2}\S+/);
  expect(first.text).toContain('npm run setup goes on from here');
  expect(first.code).toBe(1);
  const { certificateArn } = contextIn(outside.configFile);
  expect(certificateArn).toMatch(/^arn:aws:acm:us-east-1:/);

  const [certificate] = account.account.state.certificates;
  account.account.wish({ records: certificate ? [certificate.record] : [] });
  const second = await run(setup, ...SAID, '--no-wait');
  expect(second.text).toContain('Next: npm run deploy');
  expect(second.code).toBe(0);
  expect(contextIn(outside.configFile)['certificateArn'], 'the same one').toBe(certificateArn);
  expect(account.account.state.certificates).toHaveLength(1);
});

test.for<readonly [reason: string, certificateArn: string]>([
  ['it is not there', 'arn:aws:acm:us-east-1:000000000000:certificate/gone'],
  ['it is of another region', 'arn:aws:acm:eu-west-1:000000000000:certificate/1'],
])('a certificate that can’t serve the pages is let go: %s', async ([, certificateArn]) => {
  const { run, outside, account } = await shellAt({}, { certificateArn });
  if (certificateArn.includes(':eu-west-1:')) {
    // Issued, and for these pages: all that is wrong with it is where it is.
    const record = { name: '_a.read.closer.org', type: 'CNAME', values: ['b.acm-validations.aws'] };
    const there = { arn: certificateArn, domain: 'read.closer.org', record };
    account.account.wish({ certificates: [there], records: [record] });
  }
  const { text } = await run(setup, ...SAID, '--no-wait');
  expect(text).toContain('npm run setup goes on from here');
  const asked = account.account.state.certificates.find(({ arn }) => arn !== certificateArn);
  expect(asked).toBeDefined();
  expect(contextIn(outside.configFile)['certificateArn']).toBe(asked?.arn);
});

test('pages that move to another name get another certificate, and with a zone the stack’s', async () => {
  const { run, outside, account } = await shellAt();
  await run(setup, ...SAID, '--no-wait');
  await run(setup, ...SAID, '--no-wait', '--web-domain', 'www.closer.org');
  const [, second] = account.account.state.certificates;
  expect(second?.domain).toBe('www.closer.org');
  expect(contextIn(outside.configFile)['certificateArn']).toBe(second?.arn);

  account.account.wish({ zones: [{ id: 'Z0123456789', name: 'closer.org' }] });
  expect((await run(setup, ...SAID, '--web-domain', 'read2.closer.org')).code).toBe(0);
  expect(contextIn(outside.configFile)['certificateArn']).toBe('');
});

test('what is missing is named, and what can’t be is not written', async () => {
  const { run, outside } = await shellAt();
  const before = readFileSync(outside.configFile, 'utf8');
  expect((await run(setup, ...SAID, '--alarms', 'nobody')).text).toContain(
    'cdk.json: context.alarmAddress: found "nobody"',
  );
  expect((await run(setup, ...SAID, '--from', 'ann@other.org')).text).toContain(
    'expected an address at closer.org',
  );
  expect((await run(setup, '--set', 'stage=Not A Word')).text).toContain('context.stage');
  const misspelled = await run(setup, '--set', 'recieptRuleSet=INBOUND');
  expect(misspelled.text).toMatch(
    /^cdk\.json knows no key "recieptRuleSet"\. Known: .*receiptRuleSet/,
  );
  expect(misspelled.code).toBe(2);
  expect(readFileSync(outside.configFile, 'utf8')).toBe(before);
  expect((await run(setup, '--set', 'receiptRuleSet=INBOUND')).code).toBe(0);
  expect(contextIn(outside.configFile)['receiptRuleSet']).toBe('INBOUND');
});

test('AWS is asked for leave once there is a page to look at', async () => {
  const { run } = await shellAt();
  const { code, text } = await run(setup, '--production', '--yes');
  expect(text).toContain('deploy first: npm run deploy');
  expect(code).toBe(1);
});
