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
