import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { doctor } from '../../local/account/doctor.ts';
import { type AccountState, established } from '../../local/cloud/account/state.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { authorOf } from '../support/local-account.ts';
import { world } from '../support/visitor.ts';
import { shellBefore } from './shell.ts';

/** A publication that runs, and what befalls an account in its life: each with the doctor's sentence. */
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
});
afterEach(() => void cloud.account.wish(established()));
afterAll(() => cloud.stop());

const { sending } = established();

async function printed(change: Partial<AccountState>): Promise<string> {
  cloud.account.wish(change);
  const context = { concurrency: 1000, alarmAddress: 'author@example.com' };
  const shell = shellBefore(cloud, context, { domain: 'example.com' });
  return (await shell.run(doctor)).text;
}

test.for<readonly [reason: string, Partial<AccountState>, says: string]>([
  ['nothing', {}, '✓ leave-to-send  50000 mails a day, 14 a second'],
  [
    'AWS stopped all sending',
    { sending: { ...sending, enforcement: 'SHUTDOWN' } },
    '✗ leave-to-send  AWS has stopped all sending of this account',
  ],
  [
    'AWS warned',
    { sending: { ...sending, enforcement: 'PROBATION' } },
    '✗ leave-to-send  AWS watches this account',
  ],
  [
    'a plan that costs more',
    { sending: { ...sending, plan: 'PRO' } },
    '• price-plan     PRO: $0.16 per thousand mails or more',
  ],
  [
    'nobody receives',
    { activeRuleSet: { is: 'none' } },
    '• rule-set       ours is not active, so answers bounce',
  ],
  [
    'somebody else receives',
    { ruleSets: ['INBOUND'], activeRuleSet: { is: 'named', name: 'INBOUND' } },
    '✗ rule-set       the receipt rule set "INBOUND" is active here',
  ],
  [
    'the sender was verified by its address, whose settings win',
    { identities: [{ name: 'letters@example.com', feedbackForwarding: true, confirmed: true }] },
    '• identity       SES knows letters@example.com by itself',
  ],
  [
    'the records were taken out of DNS',
    { verification: 'by-records' },
    '• dkim           3 of 3 records are missing',
  ],
  [
    'alarms that nobody hears',
    { alarmMails: 'pending' },
    'has a mail from AWS whose link is still to be clicked',
  ],
  [
    'the quota was lowered',
    { concurrency: 100 },
    '✗ concurrency    100 Lambdas at once, and cdk.json counts on 1000',
  ],
  ['the bootstrap stack is gone', { bootstrap: 0 }, '✗ bootstrap      CDK has not prepared'],
  ['the session is over', { credentials: 'expired' }, 'Your AWS credentials have expired.'],
])('what befell: %s', async ([, change, says]) => {
  expect(await printed(change)).toContain(says);
});

test('what befell: an alarm rings, and a letter could not be handled', async () => {
  const [alarm] = (
    await world(cloud.url).json<{ alarms: readonly { name: string }[] }>('/_local/alarms')
  ).alarms;
  await new CloudWatchClient(authorOf(cloud)).send(
    new SetAlarmStateCommand({ AlarmName: alarm?.name, StateValue: 'ALARM', StateReason: 'x' }),
  );
  const sqs = new SQSClient(authorOf(cloud));
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const QueueUrl = QueueUrls.find((url) => url.includes('SendQueueDeadLetters'));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
  const text = await printed({});
  expect(text).toContain(`✗ alarms         ${alarm?.name}`);
  expect(text).toContain('What to do: docs/runbook.md#');
  expect(text).toContain('✗ dead-letters   1 wait for you');
});
