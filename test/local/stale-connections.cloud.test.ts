import { expect, test } from 'vitest';
import { allow, cloudOf, httpApi, probe } from '../support/cloud.ts';

const resources = {
  Domain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.com' } },
  ...probe('WebFunction', [allow('ses:SendRawEmail', '*')]),
  ...httpApi('WebFunction'),
};
const Data = 'From: hello@example.com\r\nTo: ann@example.net\r\nSubject: x\r\n\r\nx\r\n';

test('a connection that idles can die, which shows when it is next used', async () => {
  const { ask, post, get } = await cloudOf(resources);
  const send = async () => (await ask('ses', 'SendRawEmail', { RawMessage: { Data } })).error?.name;
  const stale = async (service: string, caller: string) => {
    const answer = await post('/_local/faults', {
      service,
      kind: 'stale-connection',
      function: caller,
    });
    return ((await answer.json()) as { count: number }).count;
  };
  expect(await send()).toBeUndefined();
  expect(await stale('ses', 'another'), 'of another function').toBe(0);
  expect(await stale('s3', 'web'), 'to another service').toBe(0);
  expect(await send()).toBeUndefined();
  expect(await stale('ses', 'web')).toBe(1);
  expect(await send(), 'read ECONNRESET').toBe('TimeoutError');
  expect(await get<unknown[]>('/_local/messages'), 'SES took none').toHaveLength(2);
  expect(await send(), 'on a new one').toBeUndefined();
  expect(await get('/_local/faults'), 'nothing is left to strike').toEqual([]);
});
