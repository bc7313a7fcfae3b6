import { expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { headerOf, linkIn, person } from '../support/visitor.ts';

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

test('sign up, confirm, read, pause for two weeks, go on, stop, and nothing ever again', async () => {
  const ann = person(outside, 'ann@example.net');
  const wishes = { name: 'Ann', zone: 'Europe/Berlin', hour: 8, days: 'daily', track: 'partner' };
  expect((await ann.signUp(wishes)).status).toBe(202);

  const [confirmation, ...others] = await ann.mails();
  expect(others).toEqual([]);
  await fetch(linkIn(confirmation as never, 'confirm'));
  await outside.advance('P1D');
  expect(await ann.mails(), 'looking at the link is not confirming').toHaveLength(1);

  expect((await ann.confirm()).status).toBe(200);
  const welcome = await ann.latest();
  expect(welcome.text).toContain('Ann');
  expect(await ann.mails()).toHaveLength(2);

  await outside.advance('P3D');
  expect(await ann.lessons()).toEqual(['closeness', 'emotional', 'physical']);
  const letter = await ann.latest();
  expect(new Date(letter.date).toISOString()).toMatch(/^2026-11-27T07:00/);
  expect(headerOf(letter, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');

  const pause = await ann.replies('Please pause for two weeks. Thanks, Ann');
  expect(pause).toMatchObject({ intent: 'pause', outcome: 'applied', until: '2026-12-11' });
  expect((await ann.latest()).text).toContain('11 December 2026');
  const whilePaused = (await ann.mails()).length;
  await outside.goTo('2026-12-11T06:00:00Z');
  expect(await ann.mails(), 'nothing during the pause').toHaveLength(whilePaused);

  await outside.goTo('2026-12-11T12:00:00Z');
  expect((await ann.lessons()).at(-1), 'the next one, in order').toBe('ideas');

  const stop = await ann.replies('stop');
  expect(stop).toMatchObject({ intent: 'unsubscribe', outcome: 'applied' });
  const goodbye = (await ann.mails()).length;
  await outside.advance('P60D');
  expect(await ann.mails(), 'nothing ever again').toHaveLength(goodbye);
});

test('one-click unsubscribe ends it at once', async () => {
  const ben = person(outside, 'ben@example.net');
  await ben.joins({ hour: 8 });
  await outside.advance('P1D');
  const [link] = /https?:[^>]+/.exec(headerOf(await ben.latest(), 'List-Unsubscribe') ?? '') ?? [];
  const response = await fetch(link ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(response.status).toBe(200);
  const before = (await ben.mails()).length;
  await outside.advance('P10D');
  expect(await ben.mails()).toHaveLength(before);
});

test.each([
  ['bounces', 'bounce+cleo@simulator.amazonses.com', 1],
  ['complains', 'complaint+dan@simulator.amazonses.com', 1],
])('whoever %s gets nothing more', async (_, address, mails) => {
  const reader = person(outside, address);
  await reader.signUp();
  await outside.advance('PT5M');
  await reader.confirm();
  await outside.advance('P5D');
  expect(await reader.mails()).toHaveLength(mails);
});

test('a vacation note is no bounce: the course goes on', async () => {
  const eve = person(outside, 'ooto+eve@simulator.amazonses.com');
  await eve.joins();
  await outside.advance('P3D');
  expect(await eve.lessons()).toHaveLength(3);
});

test('what SES publishes to try a new topic is no fault of anybody', async () => {
  await outside.settle();
  const logs = await outside.json<readonly { text: string }[]>('/_local/logs');
  const lines = logs.map(({ text }) => text);
  expect(lines.filter((line) => line.includes('"notice":1'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('-failed'))).toEqual([]);
});
