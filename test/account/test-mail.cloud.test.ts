import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { release } from '../../local/account/release.ts';
import { testMail } from '../../local/account/test-mail.ts';
import { brandNew } from '../../local/cloud/account/state.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { person, type World, world } from '../support/visitor.ts';
import { shellAt, shellBefore } from './shell.ts';

/** A test mail on its way: through the real SDK, into a mailbox, and into nobody's figures. */

/**
 * A command compiles mails for seconds in the process in which the cloud runs here: connections that ended
 * meanwhile have to be noticed before the next call.
 */
const NOTICED_MS = 250;
/** Within a command nobody can wait for that. */
const AGAIN = { retry: 3 };

function shellOf(account: Cloud, domain = 'example.com') {
  const shell = shellBefore(account, {}, { domain });
  const run: typeof shell.run = async (...args) => {
    const said = await shell.run(...args);
    await setTimeout(NOTICED_MS);
    return said;
  };
  return { ...shell, run };
}
let cloud: Cloud;
let outside: World;
beforeAll(async () => {
  cloud = await startCloud({
    assemblyDir: inject('assembly'),
    port: 0,
    now: '2026-11-23T12:00:00Z',
  });
  outside = world(cloud.url);
});
afterAll(() => cloud.stop());

const sentInAll = () => outside.json<readonly { readonly to: string }[]>('/_local/messages');

describe('to the mailbox of npm start', AGAIN, () => {
  test('one mail to the one address, nothing stored, and its links do nothing', async () => {
    const ann = person(outside, 'ann@example.net');
    await ann.joins({ hour: 8 });
    const [before, mails] = [await outside.table(), await sentInAll()];
    const { run } = shellOf(cloud);
    const as = 'track=friend,name=Zoe,discreet';
    const { text, code } = await run(
      testMail,
      'closer/16',
      'me@example.org',
      '--as',
      as,
      '--local',
      cloud.url,
    );
    expect({ text, code }).toMatchObject({ code: 0 });
    expect(text).toMatch(
      /^Sent to me@example\.org, and to nobody else:\ncloser 16 listening \(friend\)\n/,
    );
    expect(text).toMatch(
      / {2}size {5}\d{5} bytes; html \d{5} of the 102000 .*\n {2}check {4}nothing found$/,
    );
    await outside.settle();
    expect(await outside.table()).toEqual(before);
    expect(await sentInAll()).toHaveLength(mails.length + 1);

    const [mail] = await outside.mailsTo('me@example.org');
    expect(mail?.subject).toBe('[Test] Letter 16');
    expect(mail?.replyTo).toContain('me@example.org');
    expect(mail?.text).toContain('Zoe');
    const own = [...new Set(mail?.html.match(new RegExp(`${cloud.url}/[^"]*`, 'g')))];
    expect(own.length).toBeGreaterThan(1);
    for (const url of own) expect((await fetch(url)).status, url).toBe(200);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const [, unsubscribe = ''] = mail?.headers.find(([name]) => name === 'List-Unsubscribe') ?? [];
    const pressed = await fetch(unsubscribe.slice(1, -1), { method: 'POST', body });
    expect(pressed.status).toBe(200);
    expect(await outside.table()).toEqual(before);
  });

  test('as a reader who is stored there, with nothing that is theirs alone', async () => {
    const bea = person(outside, 'bea@example.net');
    await bea.joins({ hour: 8, name: 'Bea' });
    const { run } = shellOf(cloud);
    const like = (address: string) =>
      run(testMail, 'status', 'like@example.org', '--reader', address, '--local', cloud.url);
    expect(await like('bea@example.net')).toMatchObject({ code: 0 });
    const [mail] = await outside.mailsTo('like@example.org');
    const raw = await (await fetch(`${cloud.url}/_local/messages/${mail?.id}/raw`)).text();
    expect(mail?.text).toContain('Bea');
    const { item } = await outside.json<{ item: { pk: string } }>(
      '/_local/subscribers/bea@example.net',
    );
    expect(raw).not.toContain(item.pk.replace(/^\w+#/, ''));
    expect(raw).not.toContain('bea@example.net');
  });

  test('as nobody who is stored there, it goes to nobody', async () => {
    const { run } = shellOf(cloud);
    const as = ['--reader', 'nobody@example.net', '--local', cloud.url];
    expect(await run(testMail, 'status', 'like@example.org', ...as)).toEqual({
      code: 1,
      text: `No reader has that address at ${cloud.url}.`,
    });
  });

  test('one that bounces for good changes nobody and counts for nothing', async () => {
    const cleo = person(outside, 'cleo@example.net');
    await cleo.joins({ hour: 8 });
    const { run } = shellOf(cloud);
    const before = await outside.table();
    await outside.fault({ service: 'mailboxes', kind: 'gone', containing: 'cleo@', count: 1 });
    const { code } = await run(testMail, 'goodbye', cleo.address, '--local', cloud.url);
    expect(code).toBe(0);
    await outside.settle();
    expect((await outside.json<readonly unknown[]>('/_local/faults')).length).toBe(0);
    expect(await outside.table()).toEqual(before);
    expect((await run(release, '--local', cloud.url)).text).toMatch(/\n {2}0 bounced for good/);
  });

  test('a dry run sends nothing, and leaves the mail in a file', async () => {
    const { run, outside: shell } = shellOf(cloud);
    const mails = await sentInAll();
    const { text, code } = await run(testMail, 'small-rituals', 'me@example.org', '--dry-run');
    expect({ text, code }).toMatchObject({ code: 0 });
    const file = join(shell.buildDir, 'test-mail-small-rituals.eml');
    expect(text).toContain(`Nothing was sent. The mail is in ${file}:`);
    expect(readFileSync(file, 'utf8')).toMatch(/\r\nTo: <me@example\.org>\r\n/);
    expect(await sentInAll()).toHaveLength(mails.length);
  });
});

describe('through SES of what is deployed, which is found by its name', AGAIN, () => {
  test('it goes with the tags of nobody', async () => {
    const { run } = shellOf(cloud);
    const { text, code } = await run(
      testMail,
      'confirmation',
      'deployed@example.org',
      '--as',
      'language=de',
    );
    expect({ text, code }).toMatchObject({ code: 0 });
    expect(text).toMatch(/^example\.com: account \d{12} in us-east-1\n\nSent to deployed@/);
    const [mail] = await outside.mailsTo('deployed@example.org');
    expect(mail?.html).toContain('/test-mail/de"');
    expect(mail?.html).not.toMatch(/\/(?:confirm|never|unsubscribe)\//);
  });

  test('an account in the sandbox refuses a stranger, and it says what to do', async () => {
    const account = brandNew({ verification: 'assumed' });
    const now = '2026-11-23T12:00:00Z';
    const small = await startCloud({ assemblyDir: inject('assembly'), port: 0, now, account });
    onTestFinished(() => small.stop());
    const { run } = shellOf(small);
    const { text, code } = await run(
      testMail,
      'goodbye',
      'stranger@else.net',
      '--local',
      small.url,
    );
    expect(code).toBe(1);
    expect(text).toMatch(/^It would be refused again: the account is in SES’s sandbox/);
    expect(text).not.toContain('stranger');
    expect(await world(small.url).mailsTo('stranger@else.net')).toEqual([]);
  });

  test.for([
    ['too many at once', 'throttle', /^For now: .*repeat this in a minute/],
    ['no answer', 'reset', /^SES did not answer/],
  ] as const)('%s', async ([, kind, says]) => {
    const { run } = shellOf(cloud);
    await outside.fault({ service: 'ses', kind, count: 1 });
    const { text, code } = await run(
      testMail,
      'goodbye',
      'later@example.org',
      '--local',
      cloud.url,
    );
    await fetch(`${cloud.url}/_local/faults`, { method: 'DELETE' });
    expect({ text, code }).toEqual({ code: 1, text: expect.stringMatching(says) });
  });

  test('from a domain that SES does not know it never goes', async () => {
    const { run } = shellOf(cloud, 'elsewhere.org');
    const { text, code } = await run(testMail, 'goodbye', 'me@example.org');
    expect(code).toBe(1);
    expect(text).toMatch(/\nIt would be refused again: SES sends nothing of this account/);
  });

  test('where nothing is deployed, it says how to try it here', async () => {
    const { run } = await shellAt();
    const { text, code } = await run(testMail, 'goodbye', 'me@example.org');
    expect({ text, code }).toMatchObject({ code: 1, text: expect.stringContaining('npm start') });
  });
});

test.for([
  ['no mail', 2, [], /^Which mail\?/],
  ['no address', 2, ['closer/1'], /^To whom\?/],
  ['none at all', 2, ['closer/1', 'me at home'], /^That is no address/],
  ['two mails', 2, ['closer/1', 'closer/2', 'me@example.org'], /^One mail at a time/],
  ['no such letter', 1, ['closer/99', 'me@example.org'], /^There is no letter "99"/],
  ['no such course', 1, ['nearer/1', 'me@example.org'], /^There is no course "nearer"/],
  [
    'two readers',
    2,
    ['closer/1', 'me@example.org', '--as', 'place=1', '--reader', 'a@b.org'],
    /two readers/,
  ],
  [
    'a reader of AWS',
    2,
    ['closer/1', 'me@example.org', '--reader', 'a@b.org'],
    /--reader needs --local/,
  ],
  [
    'two accounts',
    2,
    ['closer/1', 'me@example.org', '--local', 'http://127.0.0.1:9', '--region', 'eu-west-1'],
    /this machine/,
  ],
  [
    'no cloud',
    1,
    ['closer/1', 'me@example.org', '--local', 'http://127.0.0.1:9'],
    /^No local cloud answers/,
  ],
  ['an option of nobody', 2, ['closer/1', 'me@example.org', '--all'], /^Unknown option '--all'/],
] as const)('%s is a sentence and status %i', async ([, code, args, says]) => {
  const { run } = shellOf(cloud);
  expect(await run(testMail, ...args)).toEqual({ code, text: expect.stringMatching(says) });
});
