import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { headerOf, linkIn, type Mail, person } from '../support/visitor.ts';

/** The form from outside: how many mails come of it, whoever asks, and how often. */

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

/** A browser without scripts, which keeps the one cookie. */
function browser() {
  let cookie = '';
  return async (path: string, fields?: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${outside.url}${path}`, {
      redirect: 'manual',
      headers: path.startsWith('/check-your-inbox') ? { cookie } : {},
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    await outside.settle();
    return answer;
  };
}

const oneClick = (mail: Mail) => {
  const [, url = ''] = /<(https?:[^>]+)>/.exec(headerOf(mail, 'List-Unsubscribe') ?? '') ?? [];
  return fetch(url, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') });
};

test('whoever asks for the mail again gets a second, and no third; both links work', async () => {
  const ann = person(outside, 'ann@example.net');
  const ask = browser();
  expect((await ask('/subscribe', { email: ann.address })).status).toBe(303);
  expect(await (await ask('/check-your-inbox')).text()).toContain(ann.address);
  expect(await (await ask('/check-your-inbox', {})).text()).toContain('give it a minute');
  expect(await ann.mails()).toHaveLength(1);
  await outside.advance('PT1M');
  expect((await ask('/check-your-inbox', {})).status).toBe(303);
  expect(await (await ask('/check-your-inbox')).text()).toContain('once more');
  expect(await ann.mails()).toHaveLength(2);
  await ask('/check-your-inbox', {});
  await ask('/subscribe', { email: ann.address });
  await outside.advance('P3D');
  expect(await ann.mails()).toHaveLength(2);
  const links = (await ann.mails()).map((mail) => linkIn(mail, 'confirm'));
  expect(new Set(links).size).toBe(1);
  expect((await ann.confirm()).status).toBe(200);
  await outside.advance('P1D');
  expect(await ann.lessons()).toHaveLength(1);
});

test('whoever does not answer is asked once more after two days, and then no more', async () => {
  const bob = person(outside, 'bob@example.net');
  await bob.signUp();
  await outside.advance('PT47H');
  expect(await bob.mails()).toHaveLength(1);
  await outside.advance('PT2H');
  expect(await bob.mails()).toHaveLength(2);
  await outside.advance('P7D');
  expect(await bob.mails()).toHaveLength(2);
});

test('whoever has said yes, or no, is not asked again', async () => {
  const [cleo, dan] = [person(outside, 'cleo@example.net'), person(outside, 'dan@example.net')];
  await cleo.joins({ days: ['sun'] });
  await dan.signUp();
  await oneClick(await dan.latest());
  await outside.advance('P3D');
  const asked = (await cleo.subjects()).filter((subject) => /letters can start/.test(subject));
  expect(asked).toHaveLength(1);
  expect(await dan.mails()).toHaveLength(1);
});

test('somebody who left gets one mail in a week, whoever types their address, and how often', async () => {
  const eve = person(outside, 'eve@example.net');
  await eve.joins();
  await fetch(linkIn(await eve.latest(), 'unsubscribe'), { method: 'POST' });
  const before = (await eve.mails()).length;
  const ask = browser();
  for (let day = 0; day < 6; day += 1) {
    await ask('/subscribe', { email: eve.address });
    await outside.advance('PT1M');
    await ask('/check-your-inbox', {});
    await outside.advance('P1D');
  }
  expect(await eve.mails()).toHaveLength(before + 1);
});

interface Challenge {
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
}

test('a flood from one network ends at fifty mails; who works for it gets in, as JSON too', async () => {
  await outside.advance('PT1H');
  const post = (fields: object) =>
    fetch(`${outside.url}/subscribe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
  const statuses: number[] = [];
  for (let count = 0; count < 60; count += 1) {
    statuses.push((await post({ email: `flood${count}@example.net` })).status);
    // The route lets two in a second.
    if (count % 2 === 1) await outside.advance('PT1S');
  }
  expect(statuses).toEqual([...Array(50).fill(202), ...Array(10).fill(429)]);
  const refused = await post({ email: 'flood50@example.net' });
  const { altcha: given } = (await refused.json()) as { readonly altcha: Challenge };
  const { maxnumber, ...challenge } = given;
  const numbers = Array.from({ length: maxnumber + 1 }, (_, number) => number);
  const number = numbers.find(
    (one) => createHash('sha256').update(`${given.salt}${one}`).digest('hex') === given.challenge,
  );
  const altcha = btoa(JSON.stringify({ ...challenge, number }));
  expect((await post({ email: 'flood50@example.net', altcha })).status).toBe(202);
  expect((await post({ email: 'flood51@example.net', altcha })).status).toBe(429);
  await outside.settle();
  const mails = await outside.json<readonly { readonly to: string }[]>('/_local/messages');
  expect(mails.filter(({ to }) => to.startsWith('flood'))).toHaveLength(51);
});

test('a script of a site that is not named may not read the answer', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  const preflight = await fetch(`${outside.url}/subscribe`, { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});
