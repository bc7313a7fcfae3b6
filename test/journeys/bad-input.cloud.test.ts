import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { person, type World, world } from '../support/visitor.ts';

let cloud: Cloud;
let outside: World;
beforeAll(async () => {
  cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  outside = world(cloud.url);
  await person(outside, 'ann@example.net').joins();
});
afterAll(() => cloud.stop());

/** Neither the table nor the mailbox may differ afterwards. */
async function nothingChanges(act: () => Promise<Response>): Promise<Response> {
  const before = JSON.stringify([await people(), await outside.json('/_local/messages')]);
  const response = await act();
  await outside.settle();
  expect(JSON.stringify([await people(), await outside.json('/_local/messages')])).toBe(before);
  return response;
}

/** Everything but the counters that hold off a flood of sign-ups, and the tick's own place. */
async function people(): Promise<unknown> {
  const { items } = await outside.json<{ items: readonly { pk: string }[] }>('/_local/table');
  return items.filter(({ pk }) => /^(subscriber|inbound)#/.test(pk));
}

const json = (body: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

const csv = {
  method: 'POST',
  headers: { 'content-type': 'text/csv', accept: 'application/json' },
  body: 'email,ann@example.net',
};

describe('a sign-up that cannot be understood', () => {
  test.each([
    ['a bad address', json('{"email":"ann"}'), 422],
    ['a bad zone', json('{"email":"b@example.net","zone":"Mars/Olympus"}'), 422],
    ['an hour of 99', json('{"email":"b@example.net","hour":99}'), 422],
    ['JSON that is none', json('{"email":'), 400],
    ['a 1 MB body', json(`{"email":"b@example.net","name":"${'x'.repeat(1_000_000)}"}`), 413],
    ['a kind of body that no form sends', csv, 415],
  ])('%s: a problem that says what was expected', async (_, init, status) => {
    const response = await nothingChanges(() => fetch(`${outside.url}/subscribe`, init));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = await response.text();
    expect(JSON.parse(problem)).toMatchObject({ status });
    expect(problem, 'no stack trace').not.toMatch(/\bat \S+:\d+|node_modules/);
  });
});

describe('a wrong token', () => {
  const made = `${'a'.repeat(16)}.${'b'.repeat(26)}`;
  test.each([
    ['GET', '/confirm/nonsense'],
    ['POST', `/confirm/${made}`],
    ['POST', `/unsubscribe/${made}`],
    ['GET', `/preferences/${made}`],
    ['POST', `/preferences/${made}`],
    ['GET', `/lessons/${made}.closeness`],
    ['POST', `/check-in/${made}.closeness/3`],
  ])('%s %s: one uniform 404', async (method, path) => {
    const response = await nothingChanges(() => fetch(`${outside.url}${path}`, { method }));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/ann@|node_modules/);
  });
});

describe('a mail that is no mail', () => {
  test.each([
    // Without a sender it can only be from a machine (RFC 5321 §4.5.5).
    ['nothing', '', 'ignored-automatic'],
    ['noise', '\u0000\u0001\u0002 no header here', 'ignored-automatic'],
    ['a virus', 'From: ann@example.net\r\nSubject: stop\r\n\r\nstop\r\n', 'dropped'],
  ])('%s: noted, and no subscription changes', async (what, body, outcome) => {
    const subscription = async () =>
      (await outside.json<{ item: object }>('/_local/subscribers/ann@example.net')).item;
    const before = await subscription();
    const { messageId } = await outside.json<{ messageId: string }>('/_local/inbound', {
      method: 'POST',
      headers: {
        'content-type': 'message/rfc822',
        'x-envelope-to': 'hello@reply.example.com',
        'x-verdict-virus': what === 'a virus' ? 'FAIL' : 'PASS',
      },
      body,
    });
    await outside.settle();
    const reply = (await outside.replies()).find((one) => one.messageId === messageId);
    expect(reply).toMatchObject({ intent: 'none', outcome });
    expect(await subscription()).toEqual(before);
  });
});

describe('looking changes nothing', () => {
  test('GET and HEAD of every link in every mail', async () => {
    const ben = person(outside, 'ben@example.net');
    await ben.joins();
    await outside.advance('P2D');
    const links = (await ben.mails()).flatMap(({ html, text }) =>
      `${html} ${text}`.match(/https?:\/\/[^\s"'<>)]+/g),
    );
    const ours = [...new Set(links)].filter((link) => link?.startsWith(outside.url));
    expect(ours.length).toBeGreaterThan(10);
    for (const method of ['GET', 'HEAD']) {
      for (const link of ours) await nothingChanges(() => fetch(link ?? '', { method }));
    }
  });
});
