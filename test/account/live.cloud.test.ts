import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { accountAt } from '../../local/account/account.ts';
import type { CheckWorld } from '../../local/account/check.ts';
import { walkThrough } from '../../local/account/live/live.ts';
import { liveWorld } from '../../local/account/live/world.ts';
import { linesOf } from '../../local/account/report.ts';
import type { AccountState } from '../../local/cloud/account/state.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { world as outside } from '../support/visitor.ts';
import { worldThat } from './fake-account.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  vi.stubEnv('AWS_ENDPOINT_URL', cloud.endpoint);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.stop();
});

/** What the stack that ships is, as the doctor sees it. */
async function deployed(): Promise<CheckWorld> {
  const credentials = { accessKeyId: 'author', secretAccessKey: 'local' };
  const account = accountAt({ account: '', region: 'us-east-1', profile: undefined, credentials });
  const world = worldThat();
  return {
    ...world,
    account,
    subject: { ...world.subject, replyDomain: 'reply.example.com' },
    stack: await account.stack('Kindling'),
    resources: await account.resources('Kindling'),
    now: () => new Date(),
  };
}

/** What the walk prints. */
async function walked(): Promise<readonly string[]> {
  const config = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'author', secretAccessKey: 'local' },
  };
  // Waiting for a mail is shortened; a look at a page is not, since a robot's would be as short.
  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds > 1500 ? 100 : milliseconds));
  const lines: string[] = [];
  await walkThrough(liveWorld(await deployed(), { config, sleep, ask: undefined }), (found) =>
    lines.push(linesOf(found)[0]?.replace(/ +/g, ' ') ?? ''),
  );
  return lines;
}

test('a reader who lives in the reply domain walks through it, and leaves nothing', async () => {
  const { json } = outside(cloud.url);
  const items = async () =>
    (await json<{ items: readonly { pk: string }[] }>('/_local/table')).items
      .map(({ pk }) => pk)
      .filter((pk) => /^(sub|inbound|probe)/.test(pk));
  const before = await items();
  const lines = await walked();
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
  expect(lines).toHaveLength(9);
  expect(await items()).toEqual(before);
});

test.for<readonly [reason: string, AccountState['verdicts'], wrongs: readonly string[]]>([
  [
    'bounces go to a domain that does not know our servers',
    { spf: 'FAIL', dkim: 'PASS', dmarc: 'PASS' },
    ['✗ confirmation it came, and receivers will doubt it: SPF fail'],
  ],
  [
    'a key was taken out of DNS',
    { spf: 'PASS', dkim: 'FAIL', dmarc: 'PASS' },
    ['✗ confirmation it came, and receivers will doubt it: DKIM fail'],
  ],
  [
    'neither is of the sender’s domain, and the reader’s own answer is no proof, either',
    { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' },
    [
      '✗ confirmation it came, and receivers will doubt it: SPF fail, DKIM fail, DMARC fail',
      '✗ reply "stop" was not understood in three minutes',
    ],
  ],
])('what receivers will doubt: %s', async ([, verdicts, wrongs]) => {
  cloud.account.wish({ verdicts });
  expect((await walked()).filter((line) => !line.startsWith('✓'))).toEqual(wrongs);
});
