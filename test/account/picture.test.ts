import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChecks } from '../../local/account/check.ts';
import { CHECKS } from '../../local/account/checks.ts';
import { linesOf, summary } from '../../local/account/report.ts';
import { terminalSvg } from '../support/terminal-svg.ts';
import { alarmState, identityState, sendingAccount, worldThat, ZONE } from './fake-account.ts';

const PICTURE = join(import.meta.dirname, '../../docs/pictures/doctor.svg');

/** If the doctor speaks otherwise now: `npx vitest run test/account/picture -u` draws it anew. */
test('the picture in the guide shows what the doctor says after a first deployment', async () => {
  const world = worldThat({
    account: {
      identity: async (name) =>
        name === 'closer.org' ? identityState({ dkim: 'PENDING' }) : undefined,
      sendingAccount: async () =>
        sendingAccount({ production: false, perDay: 200, perSecond: 1, pricePlan: 'ESSENTIALS' }),
      subscriptions: async (topic) =>
        topic === 'arn:events'
          ? [{ protocol: 'sqs', endpoint: 'arn:queue', confirmed: true }]
          : [{ protocol: 'email', endpoint: 'ann@closer.org', confirmed: false }],
      alarms: async () => [
        alarmState({ actions: ['arn:aws:sns:eu-west-1:123456789012:Kindling-Alarms'] }),
      ],
      concurrency: async () => 10,
    },
    config: { concurrency: 10 },
    zone: { ...ZONE, 'three._domainkey.closer.org CNAME': ['three.dkim.amazonses.com'] },
  });
  const lines = ['$ npm run doctor', 'closer.org: account 123456789012 in eu-west-1', ''];
  const all = await runChecks(CHECKS, world, (found) => lines.push(...linesOf(found)));
  const short = lines.map((line) => (line.length > 108 ? `${line.slice(0, 107)}…` : line));
  const svg = terminalSvg('What npm run doctor prints', [...short, '', summary(all)]);
  await expect(svg).toMatchFileSnapshot(PICTURE);
});
