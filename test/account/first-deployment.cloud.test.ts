import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import {
  RequestServiceQuotaIncreaseCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  PutAccountPricingAttributesCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { deploy } from '../../local/account/deploy.ts';
import { doctor } from '../../local/account/doctor.ts';
import { setup } from '../../local/account/setup.ts';
import type { DnsRecord } from '../../local/cloud/account/dns.ts';
import type { Cloud } from '../../local/cloud/cloud.ts';
import { authorOf } from '../support/local-account.ts';
import { world } from '../support/visitor.ts';
import { shellAt } from './shell.ts';

/**
 * A publication's way from an account to "all is well", with the real cdk command: the author does what
 * each command prints, and AWS and the DNS do their part. One deployment serves all of it.
 */
type Shell = Awaited<ReturnType<typeof shellAt>>;

// Two syntheses and a deployment: minutes, on a machine that does much else.
const PATIENCE = { timeout: 600_000 };

test('from an account with a past to one in which all is well', PATIENCE, async () => {
  const shell = await shellAt({
    identities: [{ name: 'closer.org', feedbackForwarding: true, confirmed: true }],
    records: [{ name: '_dmarc.closer.org', type: 'TXT', values: ['"v=DMARC1; p=reject"'] }],
  });
  await namesItsPages(shell);
  await deploysOnce(shell);
  await looks(shell);
  await asksForLeave(shell);
  await doesWhatIsLeft(shell);
  await losesNothing(shell);
});

/** Adds to what is in the DNS. */
const makeRecords = ({ account }: Shell, records: readonly DnsRecord[]) =>
  account.account.wish({ records: [...account.account.state.records, ...records] });

/** Without a zone, the certificate's record is made first. */
async function namesItsPages(shell: Shell): Promise<void> {
  const said = ['--yes', '--no-wait', '--domain', 'closer.org', '--author', 'ann@closer.org'];
  expect((await shell.run(setup, ...said)).text).toContain('npm run setup goes on from here');
  makeRecords(
    shell,
    shell.account.account.state.certificates.map(({ record }) => record),
  );
  expect((await shell.run(setup, ...said)).text).toContain('Next: npm run deploy');
  expect((await shell.run(setup, '--production', '--yes')).text).toContain(
    'AWS looks at your sign-up page, so deploy first: npm run deploy',
  );
}

/** What was there is found once, and kept. */
async function deploysOnce({ run, outside, account }: Shell): Promise<void> {
  const first = await run(deploy);
  expect(first.text).toContain('closer.org) to account 000000000000 in us-east-1');
  expect(first.text).toContain('Written to cdk.json: "identity": "adopt"');
  expect(first.text).toContain('the policy "reject" of closer.org applies already');
  expect(first.text).toContain('Deployed. The sign-up page is https://read.closer.org/');
  expect(first.text).not.toContain('_dmarc.closer.org  TXT');
  expect(first.code, first.text).toBe(0);
  const { context } = JSON.parse(readFileSync(outside.configFile, 'utf8'));
  expect(context).toMatchObject({ identity: 'adopt', dmarc: 'theirs' });
  expect(account.account.state.activeRuleSet, 'replies arrive').toMatchObject({ is: 'named' });
  const asked = new GetEmailIdentityCommand({ EmailIdentity: 'closer.org' });
  const { MailFromAttributes } = await new SESv2Client(authorOf(account)).send(asked);
  expect(MailFromAttributes?.MailFromDomain, 'SPF counts').toBe('bounce.closer.org');
}

/** What is left is said, and is the author's to do. */
async function looks({ run }: Shell): Promise<void> {
  const looked = await run(doctor);
  for (const line of [
    '✓ dmarc          reject (at closer.org)',
    '• leave-to-send  the sandbox: 200 mails a day',
    '• price-plan     ESSENTIALS: $0.16 per thousand mails or more',
    '• alarm-mail     ann@closer.org has a mail from AWS whose link is still to be clicked',
    '• dkim           3 of 3 records are missing',
    '• mail-from      2 of 2 records are missing',
    '• reply-mx       answers have no way to us',
    '• mailbox        closer.org takes no mail',
    '• web            read.closer.org is not in DNS yet',
    '• concurrency    10 Lambdas at once',
    '✓ rule-set       "Replies',
  ]) {
    expect(looked.text).toContain(line);
  }
  expect(looked.text).not.toContain('✗');
  expect(looked.code, 'not all is well').toBe(1);
}

/** AWS is asked once, and looks, and says no; the sentence says where to answer. */
async function asksForLeave({ run, account }: Shell): Promise<void> {
  const ask = () => run(setup, '--production', '--yes');
  const leave = async () =>
    (await run(doctor)).text.split('\n').filter((line) => /leave-to-send|support case/.test(line));
  const sent = await ask();
  expect(sent.text).toContain('Sent. AWS answers by mail');
  expect(sent.code).toBe(0);
  const { Details } = await new SESv2Client(authorOf(account)).send(new GetAccountCommand({}));
  expect(Details).toMatchObject({
    MailType: 'MARKETING',
    WebsiteURL: 'https://read.closer.org/',
    ContactLanguage: 'EN',
    AdditionalContactEmailAddresses: ['ann@closer.org'],
    ReviewDetails: { Status: 'PENDING' },
  });
  const text = Details?.UseCaseDescription ?? '';
  expect(sent.text, 'what was shown is what was sent').toContain(text);
  expect(text).toContain('sign up for at https://read.closer.org/.');

  expect((await leave())[0]).toContain('AWS is looking at your request');
  const again = await ask();
  expect(again.text).toContain('AWS is looking at your request; it takes about a day');
  expect(again.code).toBe(1);

  account.account.wish({ sending: { review: 'DENIED' } });
  const denied = await leave();
  expect(denied[0]).toContain('✗ leave-to-send  the sandbox');
  expect(denied[0]).toContain('AWS has said no');
  expect(denied[1]).toContain('Answer in the support case case-local');
  expect((await ask()).text).toContain(
    'AWS has said no, and takes no second request. Answer in the support case case-local.',
  );
  account.account.wish({ sending: { review: 'GRANTED', access: 'production' } });
  expect((await ask()).text).toContain('This account is out of the sandbox already.');
}

/** The first half hour has passed, in which each alarm has watched once, the file is imported, links are clicked, and the commands run that were printed. */
async function doesWhatIsLeft(shell: Shell): Promise<void> {
  const { run, outside, account } = shell;
  await world(account.url).advance('PT31M');
  makeRecords(shell, importedFrom(join(outside.buildDir, 'closer.org.zone')));
  makeRecords(shell, [{ name: 'closer.org', type: 'MX', values: ['10 mx.mailbox.org'] }]);
  account.account.wish({ alarmMails: 'confirmed' });
  await new SESv2Client(authorOf(account)).send(
    new PutAccountPricingAttributesCommand({ Plan: 'NONE' }),
  );
  await new ServiceQuotasClient(authorOf(account)).send(
    new RequestServiceQuotaIncreaseCommand({
      ServiceCode: 'lambda',
      QuotaCode: 'L-B99A9384',
      DesiredValue: 1000,
    }),
  );
  const { quotaRequests } = account.account.state;
  account.account.wish({ concurrency: quotaRequests['L-B99A9384'] });

  const well = await run(doctor);
  const lines = well.text.split('\n').slice(2, -2);
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
  expect(well.text).toMatch(/\n\d+ well$/);
  expect(well.code).toBe(0);
  const { code, text } = await run(doctor, '--json');
  expect(code).toBe(0);
  const { checks } = JSON.parse(text) as { readonly checks: readonly { readonly is: string }[] };
  expect(checks).toHaveLength(lines.length);
}

/** What an author imports at their DNS provider: the zone file that the deployment wrote. */
const importedFrom = (file: string): readonly DnsRecord[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', type = '', value = ''] = /^(\S+)\. 3600 IN (\w+) (.+)$/.exec(line) ?? [];
      return { name, type: type as DnsRecord['type'], values: [value] };
    });

/** Another table would take the readers away: refused, and nothing is written down. */
async function losesNothing({ run, outside, account }: Shell): Promise<void> {
  const missing = await run(deploy, '-c', 'table=SomebodyElses');
  expect(missing.text, 'what grew is used').toContain(
    'Written to cdk.json: "concurrency": 1000, since 1000 Lambdas may run at once.',
  );
  expect(missing.text).toContain('✗ table          there is no table SomebodyElses in us-east-1');
  const before = readFileSync(outside.configFile, 'utf8');
  await new DynamoDBClient(authorOf(account)).send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: await tableNameIn(account),
      TargetTableName: 'SomebodyElses',
    }),
  );
  const lost = await run(deploy, '-c', 'table=SomebodyElses');
  expect(lost.text).toContain(
    '(AWS::DynamoDB::Table) would be removed: all your readers are in it',
  );
  expect(lost.code).toBe(1);
  expect(lost.text).not.toContain('Written to cdk.json');
  expect(readFileSync(outside.configFile, 'utf8')).toBe(before);
}

async function tableNameIn(account: Cloud): Promise<string | undefined> {
  const asked = new DescribeStacksCommand({ StackName: 'Kindling' });
  const { Stacks } = await new CloudFormationClient(authorOf(account)).send(asked);
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return outputs.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue;
}
