import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { brandNew, established, type OwnIdentity } from '../../local/cloud/account/state.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import { allow, arnOf, cloudOf, httpApi, permission, probe } from '../support/cloud.ts';
import { person, world } from '../support/visitor.ts';

/**
 * In the sandbox SES sends to verified identities only, and asks the sender's policy about the
 * recipient's identity too. (cloudposse/terraform-aws-ses#40 shows a policy on the domain alone being
 * refused "on resource …identity/<recipient>".)
 */
const identity = (name: string): OwnIdentity => ({
  name,
  feedbackForwarding: true,
  confirmed: true,
});
const domainOnly = allow(
  'ses:SendRawEmail',
  'arn:aws:ses:us-east-1:000000000000:identity/example.com',
);
const anyAsAuthor = {
  ...allow('ses:SendRawEmail', 'arn:aws:ses:us-east-1:000000000000:identity/*'),
  Condition: { StringEquals: { 'ses:FromAddress': 'letters@example.com' } },
};

const sender = (statement: object) => ({
  Domain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.com' } },
  ...probe('WebFunction', [{ ...statement }]),
  ...httpApi('WebFunction'),
});
const mail = (to: string) =>
  `From: letters@example.com\r\nTo: ${to}\r\nSubject: Hello\r\n\r\nHello.\r\n`;

describe('a mail', () => {
  const sandbox = brandNew({ verification: 'assumed', identities: [identity('ann@closer.org')] });
  test.for([
    {
      why: 'goes to anybody in production, with leave for the domain',
      account: established(),
      statement: domainOnly,
      to: 'stranger@else.net',
      error: undefined,
    },
    {
      why: 'does not go to a stranger in the sandbox',
      account: sandbox,
      statement: anyAsAuthor,
      to: 'stranger@else.net',
      error: 'MessageRejected',
    },
    {
      why: 'needs leave for its recipient’s identity in the sandbox',
      account: sandbox,
      statement: domainOnly,
      to: 'ann@closer.org',
      error: 'AccessDenied',
    },
    {
      why: 'goes to a verified address with leave for every identity',
      account: sandbox,
      statement: anyAsAuthor,
      to: 'ann@closer.org',
      error: undefined,
    },
    {
      why: 'goes to the simulator from the sandbox, too',
      account: sandbox,
      statement: domainOnly,
      to: 'success@simulator.amazonses.com',
      error: undefined,
    },
    {
      why: 'asks for the sender’s own address where that is an identity, and not for its domain',
      account: established({ identities: [identity('letters@example.com')] }),
      statement: domainOnly,
      to: 'stranger@else.net',
      error: 'AccessDenied',
    },
    {
      why: 'does not go while the domain’s records are missing',
      account: established({ verification: 'by-records' }),
      statement: domainOnly,
      to: 'stranger@else.net',
      error: 'MessageRejected',
    },
    {
      why: 'does not go from an account that AWS has shut down',
      account: established({
        sending: { ...established().sending, enforcement: 'SHUTDOWN' },
      }),
      statement: domainOnly,
      to: 'stranger@else.net',
      error: 'AccountSendingPausedException',
    },
  ])('$why', async ({ account, statement, to, error }) => {
    const cloud = await cloudOf(sender(statement), { account });
    const sent = await cloud.ask('ses', 'SendRawEmail', { RawMessage: { Data: mail(to) } });
    expect(sent.error?.name, sent.error?.message).toBe(error);
  });
});

describe('a mail of ours to a domain of ours', () => {
  const Bucket = 'mail';
  const receiving = {
    ...sender(allow('ses:SendRawEmail', '*')),
    Mail: { Type: 'AWS::S3::Bucket', Properties: { BucketName: Bucket } },
    Rules: { Type: 'AWS::SES::ReceiptRuleSet', Properties: {} },
    Rule: {
      Type: 'AWS::SES::ReceiptRule',
      Properties: {
        RuleSetName: { Ref: 'Rules' },
        Rule: {
          Enabled: true,
          Recipients: ['reply.example.com'],
          Actions: [{ LambdaAction: { FunctionArn: arnOf('ReplyFunction') } }],
        },
      },
    },
    ...probe('ReplyFunction'),
    SesMay: permission('ReplyFunction', 'ses.amazonaws.com'),
  };
  const inbound = { name: 'reply.example.com', type: 'MX' as const };
  const mx = { ...inbound, values: ['10 inbound-smtp.us-east-1.amazonaws.com'] };
  const dkim = [1, 2, 3].map((n) => ({
    name: `local${n}._domainkey.example.com`,
    type: 'CNAME' as const,
    values: [`local${n}.dkim.amazonses.com`],
  }));

  test.for([
    ['comes back and is received', established(), 1],
    [
      'comes back by its MX record',
      established({ verification: 'by-records', records: [...dkim, mx] }),
      1,
    ],
    [
      'goes nowhere without an MX record',
      established({ verification: 'by-records', records: dkim }),
      0,
    ],
    ['goes nowhere while no rule set is active', established({ activeRuleSet: { is: 'none' } }), 0],
  ] as const)('%s', async ([, account, times]) => {
    const cloud = await cloudOf(receiving, { account });
    const Data = mail('doctor-1@reply.example.com');
    await cloud.ask('ses', 'SendRawEmail', { RawMessage: { Data } });
    await cloud.advance('PT1S');
    const received = await cloud.get<readonly { readonly from: string }[]>('/_local/inbound');
    expect(received).toHaveLength(times);
    expect(await cloud.seen()).toHaveLength(times);
  });
});

describe('the stack in a new account, once its records are there', () => {
  const deployed = async (identities: readonly OwnIdentity[]) => {
    const account = brandNew({
      verification: 'assumed',
      activeRuleSet: { is: 'ours' },
      identities: [...identities],
    });
    const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, account });
    onTestFinished(() => cloud.stop());
    const reader = person(world(cloud.url), 'ann@closer.org');
    await reader.signUp();
    await world(cloud.url).settle();
    return reader;
  };

  test('lets the author sign up with a verified address', async () => {
    const reader = await deployed([identity('ann@closer.org')]);
    await reader.confirm();
    expect((await reader.mails()).length).toBeGreaterThan(1);
  });

  test('sends nothing to an address that is not verified', async () => {
    const reader = await deployed([]);
    expect(await reader.mails()).toEqual([]);
  });
});

test('an account is changed while it runs, and what none has is refused', async () => {
  const cloud = await cloudOf(sender(domainOnly));
  const send = async () =>
    (await cloud.ask('ses', 'SendRawEmail', { RawMessage: { Data: mail('ann@else.net') } })).error;
  expect(await send()).toBeUndefined();
  expect((await cloud.post('/_local/account', { sending: { access: 'sandbox' } })).status).toBe(
    200,
  );
  expect((await send())?.name).toBe('MessageRejected');
  const state = await cloud.get<{ sending: object }>('/_local/account');
  expect(state.sending).toMatchObject({ access: 'sandbox', enforcement: 'HEALTHY' });
  expect((await cloud.post('/_local/account', { sandbox: true })).status).toBe(422);
  await cloud.post('/_local/dns', { name: 'Else.net', type: 'MX', values: ['10 mx.else.net'] });
  expect(await cloud.get('/_local/dns?name=else.net')).toHaveLength(1);
  expect(await cloud.resolver.resolveMx('else.net')).toEqual([
    { priority: 10, exchange: 'mx.else.net' },
  ]);
  await expect(cloud.resolver.resolveTxt('else.net')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(cloud.resolver.resolveTxt('no.net')).rejects.toMatchObject({ code: 'ENOTFOUND' });
});
