import { describe, expect, test } from 'vitest';
import { release } from '../../local/account/release.ts';
import { shellBefore } from '../account/shell.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { requestsPlace } from '../support/struck-calls.ts';
import { linkIn, person } from '../support/visitor.ts';

/** Mails that come back: of a full mailbox, of strangers by the dozen, and of too many readers. */

const { cloud, outside } = shippedCloud('2026-11-23T12:00:00Z');

/** What becomes of the next mails to addresses in which this stands. */
const mailboxes = (kind: string, containing: string, count: number) =>
  outside.fault({ service: 'mailboxes', kind, containing, count });

const standingOf = async (address: string) => {
  const { item } = await outside.json<{ item: { standing: object } }>(
    `/_local/subscribers/${address}`,
  );
  return item.standing;
};

const typed = (email: string) =>
  fetch(`${outside.url}/subscribe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });

const alarm = async (name: string) => {
  const { alarms } = await outside.json<{
    alarms: readonly { readonly name: string; readonly state: string }[];
  }>('/_local/alarms');
  return alarms.find((one) => one.name.includes(name))?.state;
};

describe('a mailbox that is full for a week', () => {
  test('one letter, a delay and a word from the junk folder change nothing', async () => {
    const ann = person(outside, 'ann@example.net');
    await ann.joins({ hour: 8 });
    for (const kind of ['full', 'delayed', 'unclear', 'not-spam']) {
      await mailboxes(kind, ann.address, 1);
      await outside.advance('P1D');
    }
    expect(await standingOf(ann.address)).toEqual({ is: 'active' });
    await fetch(linkIn(await ann.latest(), 'unsubscribe'), { method: 'POST' });
  });

  test('letters wait for thirty days, and a word of theirs ends that', async () => {
    const bea = person(outside, 'bea@example.net');
    await bea.joins({ hour: 8 });
    await mailboxes('full', bea.address, 40);
    await outside.advance('P12D');
    expect(await bea.lessons()).toHaveLength(7);
    expect(await standingOf(bea.address)).toMatchObject({ is: 'paused', absent: true });
    const page = await (await fetch(linkIn(await bea.latest(), 'preferences'))).text();
    expect(page).toMatch(/paused/i);
    await fetch(`${outside.url}/_local/faults`, { method: 'DELETE' });
    await bea.writes('I have made room in my mailbox, and read all of them today.');
    await outside.advance('P1D');
    expect(await bea.lessons()).toHaveLength(8);
    await fetch(linkIn(await bea.latest(), 'unsubscribe'), { method: 'POST' });
  });
});

test('strangers make the form careful for an hour, and every letter goes', async () => {
  const cleo = person(outside, 'cleo@example.net');
  await cleo.joins({ hour: 8 });
  await outside.advance('P1D');
  const before = (await cleo.lessons()).length;
  await outside.goTo(`${(await outside.now()).slice(0, 10)}T23:00:00Z`);
  await mailboxes('gone', '@nowhere.example', 1000);
  const answers: number[] = [];
  for (let number = 0; number < 24; number += 1) {
    answers.push((await typed(`nobody-${number}@nowhere.example`)).status);
    await outside.advance('PT1M');
  }
  expect(answers.indexOf(429), 'ten have to bounce before').toBeGreaterThanOrEqual(10);
  const everybody = [
    await typed('new@example.net'),
    await typed(cleo.address),
    await typed('nobody-0@nowhere.example'),
  ];
  expect(everybody.map(({ status }) => status)).toEqual([429, 429, 429]);
  const waits = everybody.map(({ headers }) => Number(headers.get('retry-after')));
  expect(Math.min(...waits)).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(3600);

  await outside.advance('PT61M');
  const dora = person(outside, 'dora@example.net');
  expect((await dora.signUp()).status, 'an hour later it takes people again').toBe(202);
  expect(await dora.mails()).toHaveLength(1);
  await outside.advance('P1D');
  expect(await cleo.lessons()).toHaveLength(before + 1);
  expect(await alarm('AlarmsStopped')).toBe('OK');
  await fetch(linkIn(await cleo.latest(), 'unsubscribe'), { method: 'POST' });
});

describe('too many readers who can’t be reached', () => {
  const readers = Array.from({ length: 24 }, (_, number) => `reader-${number}@readers.example`);
  const people = () => readers.map((address) => person(outside, address));
  const lettersSoFar = async () =>
    (await Promise.all(people().map((one) => one.lessons()))).flat().length;

  test('stop all letters, ring, and let nobody’s confirmation wait', async () => {
    for (const one of people()) await one.joins({ hour: 8 });
    await outside.advance('P1D');
    expect(await lettersSoFar()).toBe(24);
    // Eleven of a list that was bought, in any order, with all news twice.
    await outside.fault({ service: 'ses-events', kind: 'twice', count: 22 });
    for (const address of readers.slice(0, 11)) await mailboxes('gone', address, 1);
    await outside.advance('P1D');
    expect(await lettersSoFar()).toBe(48);
    await outside.advance('P2D');
    expect(await lettersSoFar(), 'two days without a letter').toBe(48);
    expect(await alarm('AlarmsStopped')).toBe('ALARM');

    const emil = person(outside, 'emil@example.net');
    await outside.fault({ service: 'ses', kind: 'throttle', function: 'send' });
    await emil.signUp();
    await outside.advance('PT10M');
    expect(await emil.subjects(), 'it comes by the tick').toHaveLength(1);
    await emil.confirm();
    expect(await emil.mails()).toHaveLength(2);
    const finn = person(outside, 'finn@example.net');
    await finn.signUp();
    expect(await finn.replies('Yes, please!')).toMatchObject({ outcome: 'applied' });
    expect(await finn.mails(), 'and a welcome, as from the button').toHaveLength(2);
    await outside.advance('P1D');
    expect([await emil.lessons(), await finn.lessons()]).toEqual([[], []]);
  });

  // The tick notes how far it has looked for them among letters that wait.
  test.each(['kill-before', 'kill-after', 'lost-answer', 'throttle'])(
    'and one confirmation comes where the tick’s note of its place meets %s',
    async (kind) => {
      const gwen = person(outside, `gwen-${kind}@example.net`);
      await outside.fault({ service: 'ses', kind: 'throttle', function: 'send' });
      await gwen.signUp();
      await outside.fault(requestsPlace(kind));
      await outside.advance('PT15M');
      const open = await outside.json<readonly { readonly service: string }[]>('/_local/faults');
      expect(
        open.filter(({ service }) => service !== 'mailboxes'),
        'both have struck',
      ).toEqual([]);
      expect(await gwen.subjects()).toHaveLength(1);
    },
  );

  test('until the author, who is told the figures first, releases them', async () => {
    const { run } = shellBefore(cloud(), {}, { domain: 'example.com' });
    const { text, code } = await run(release, '--local', outside.url);
    expect({ text, code }).toMatchObject({ code: 0 });
    expect(text).toMatch(
      /^Letters have been stopped since 2026-12-\d\dT07:\d\d:\d\dZ, for bounces:/,
    );
    expect(text).toMatch(/\n {2}\d+ mails to readers\n {2}11 bounced for good, \d+\.\d\d %\n/);
    expect(text).toContain('Nothing was changed.');
    expect(text).not.toMatch(/@readers|reader-/);
    await outside.advance('P1D');
    expect(await lettersSoFar(), 'it only told').toBe(48);
    await outside.goTo(`${(await outside.now()).slice(0, 10)}T12:00:00Z`);

    expect((await run(release, '--local', outside.url, '--yes')).text).toContain(
      'Letters go again',
    );
    await outside.advance('PT2M');
    expect(await lettersSoFar(), 'one each, at once').toBe(48 + 13);
    await outside.advance('P1D');
    expect(await lettersSoFar(), 'and one a day').toBe(48 + 26);
    expect(await alarm('AlarmsStopped')).toBe('OK');
    const after = await run(release, '--local', outside.url);
    expect(after.text).toMatch(
      /^Letters are not stopped\.\n.*\n {2}\d+ mails to readers\n {2}0 bounced/,
    );
  });

  test('the same of a deployed stack, which is found by its name', async () => {
    const now = await outside.now();
    const { run } = shellBefore(cloud(), {}, { domain: 'example.com', now: () => new Date(now) });
    const { text, code } = await run(release);
    expect({ text, code }).toMatchObject({ code: 0 });
    expect(text).toMatch(/^example\.com: .*\n+Letters are not stopped\./);
  });

  test('where no cloud is, it says so', async () => {
    const { run } = shellBefore(cloud(), {}, { domain: 'example.com' });
    const { text, code } = await run(release, '--local', 'http://127.0.0.1:9');
    expect({ text, code }).toEqual({
      code: 1,
      text: 'No local cloud answers at http://127.0.0.1:9.',
    });
  });
});
