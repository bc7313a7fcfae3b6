import { describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { headerOf, linkIn, type Mail, person } from '../support/visitor.ts';

/**
 * What is typed into the form changes nobody who is known. It is a request beside them, which its
 * mailbox's owner confirms or which is forgotten after a week.
 */

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

type Item = Readonly<Record<string, unknown>>;
const stored = (address: string) =>
  outside.json<{ readonly item: Item; readonly beside: readonly Item[] }>(
    `/_local/subscribers/${address}`,
  );
const factsOf = async (address: string): Promise<readonly string[]> =>
  (await stored(address)).beside.flatMap(({ sk }) => /^fact#.*#(.*)$/.exec(String(sk))?.[1] ?? []);
const oneClick = (mail: Mail) => {
  const [, url = ''] = /<(https?:[^>]+)>/.exec(headerOf(mail, 'List-Unsubscribe') ?? '') ?? [];
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
};

test('who left is the same to the byte after a stranger’s request, and its week', async () => {
  const zoe = person(outside, 'zoe@example.net');
  await zoe.joins({ name: 'Zoë', zone: 'Europe/Paris', hour: 7 });
  await outside.advance('P3D');
  await fetch(linkIn(await zoe.latest(), 'unsubscribe'), { method: 'POST' });
  const before = await stored(zoe.address);
  const mails = (await zoe.mails()).length;

  // The stranger asks every other day, as somebody else, elsewhere.
  const evil = { name: 'Win $500', zone: 'Asia/Tokyo', hour: 3, newsletter: true };
  for (let days = 0; days < 4; days += 1) {
    await zoe.signUp(evil);
    await outside.advance('P2D');
  }
  expect((await stored(zoe.address)).item).toEqual(before.item);
  await outside.advance('P2D');
  expect(await zoe.mails(), 'one come-back mail in a week').toHaveLength(mails + 1);
  await outside.advance('P1D');
  expect(await stored(zoe.address), 'the request is gone').toEqual(before);

  // She comes back by herself: no letter twice, and every link ever sent still ends it all.
  const letters = await zoe.lessons();
  await zoe.joins({ zone: 'Europe/Paris', hour: 7 });
  await outside.advance('P2D');
  const after = await zoe.lessons();
  expect(after.length).toBe(letters.length + 2);
  expect(new Set(after).size, 'no letter twice').toBe(after.length);
  for (const mail of await zoe.mails()) {
    expect((await oneClick(mail)).status, mail.subject).toBe(200);
    expect((await stored(zoe.address)).item['standing'], mail.subject).toMatchObject({
      is: 'left',
    });
    await outside.advance('P8D');
    await zoe.joins();
    expect((await stored(zoe.address)).item['standing']).toMatchObject({ is: 'active' });
  }
});

test('who is asked to come back since a stranger typed their address is as they were', async () => {
  const ida = person(outside, 'ida@example.net');
  await ida.joins({ name: 'Ida', zone: 'Europe/Paris', hour: 7, track: 'friend' });
  await outside.advance('P3D');
  const letters = await ida.lessons();
  await fetch(linkIn(await ida.latest(), 'unsubscribe'), { method: 'POST' });
  const before = (await stored(ida.address)).item;
  await ida.signUp({
    name: 'Win $500',
    zone: 'Asia/Tokyo',
    hour: 3,
    track: 'partner',
    newsletter: true,
    discreet: true,
  });
  const mail = await ida.latest();
  expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('letters come every day at 7:00');
  const page = await (await fetch(linkIn(mail, 'confirm'))).text();
  expect(page).toContain('letters come every day at 7:00');
  await ida.confirm();
  const { item } = await stored(ida.address);
  const kept = ['name', 'zone', 'hour', 'days', 'newsletter', 'discreet', 'enrollments'];
  expect(kept.map((name) => item[name])).toEqual(kept.map((name) => before[name]));
  expect(await factsOf(ida.address)).toContain('rejoined');
  await outside.advance('P1D');
  expect(await ida.lessons()).toHaveLength(letters.length + 1);
});

test('a request that was forgotten: its links work on the reader of the next one', async () => {
  const ada = person(outside, 'ada@example.net');
  await ada.signUp();
  const first = await ada.latest();
  await outside.advance('P9D');
  await expect(stored(ada.address)).rejects.toThrow('404');
  await ada.joins();
  expect((await oneClick(first)).status).toBe(200);
  expect((await stored(ada.address)).item['standing']).toMatchObject({ is: 'left' });
});

test('an old mail’s button, and “yes” to it, are no yes to what a stranger typed since', async () => {
  const eva = person(outside, 'eva@example.net');
  const pressed = async (mail: Mail) => {
    const answer = await outside.press(linkIn(mail, 'confirm'));
    return { status: answer.status, page: await answer.text() };
  };
  const standing = async () => (await stored(eva.address)).item['standing'];
  await eva.signUp({ hour: 7 });
  const first = await eva.latest();
  await outside.advance('P9D');
  const nobodys = await pressed(first);

  // A stranger types her address. Once more in that week, which makes no other request.
  await eva.signUp({ name: 'Win $500', hour: 3 });
  await outside.advance('P1D');
  await eva.signUp({ name: 'Win $900', hour: 4 });
  const second = await eva.latest();
  expect(await pressed(first), 'as if nobody had typed anything').toEqual(nobodys);
  const toFirst = headerOf(first, 'Reply-To')?.replace(/^.*<|>$/g, '') ?? '';
  expect(await eva.replies('yes', { 'x-envelope-to': toFirst })).toMatchObject({
    outcome: 'forwarded',
  });
  expect(await standing()).toMatchObject({ is: 'pending' });
  expect((await pressed(second)).status, 'the button of its own mail').toBe(200);
  expect(await standing()).toMatchObject({ is: 'active' });
});

test('who came back by the link of a goodbye leaves by the same word again', async () => {
  const joy = person(outside, 'joy@example.net');
  await joy.joins();
  await joy.replies('stop');
  await outside.press(linkIn(await joy.latest(), 'wish'));
  expect((await stored(joy.address)).item['standing']).toMatchObject({ is: 'active' });
  expect(await joy.replies('stop')).toMatchObject({ outcome: 'applied' });
  expect((await stored(joy.address)).item['standing']).toMatchObject({ is: 'left' });
});

test('who left before, and answers “stop” to what a stranger asked for, has ended that, too', async () => {
  const lea = person(outside, 'lea@example.net');
  await lea.joins();
  await lea.replies('stop');
  await lea.signUp();
  await lea.replies('stop');
  expect((await lea.confirm()).status).toBe(200);
  expect((await stored(lea.address)).item['standing']).toMatchObject({ is: 'left' });
});

test('who did not want it says so: no more mail this week, and the table forgets them', async () => {
  const ned = person(outside, 'ned@example.net');
  await ned.signUp();
  expect((await oneClick(await ned.latest())).status).toBe(200);
  await ned.signUp();
  expect(await ned.mails()).toHaveLength(1);
  expect((await ned.confirm()).status, 'and the button confirms nothing').toBe(200);
  expect((await stored(ned.address)).item['standing']).toMatchObject({ is: 'left' });
  await outside.advance('P9D');
  await expect(stored(ned.address)).rejects.toThrow('404');
});

describe('a change and the record of it are one: whatever is lost or killed on the way', () => {
  const WRITES = [
    ['its answer is lost', 'lost-answer'],
    ['the door ends before it', 'kill-before'],
    ['the door ends after it', 'kill-after'],
  ] as const;
  test.for(WRITES)('when %s', async ([, kind]) => {
    const one = person(outside, `${kind}@example.net`);
    const strike = (action: string) =>
      outside.fault({ service: 'dynamodb', kind, function: 'web', action, count: 1 });
    /** As people do: again, if the page says that it failed. */
    const pressed = async (press: () => Promise<Response>) => {
      for (let tries = 0; tries < 3; tries += 1) if ((await press()).ok) return;
      throw new Error('it never worked');
    };
    await strike('PutItem');
    await pressed(() => one.signUp());
    // If nobody queued the mail, the tick finds it.
    await outside.advance('PT1M');
    // The page that is open, though the welcome may be there by the second press.
    const confirm = linkIn(await one.latest(), 'confirm');
    await strike('TransactWriteItems');
    await pressed(() => outside.press(confirm));
    await outside.advance('PT1M');
    expect(await factsOf(one.address)).toEqual(['asked', 'confirmed']);
    const leave = linkIn(await one.latest(), 'unsubscribe');
    await strike('TransactWriteItems');
    await pressed(() => fetch(leave, { method: 'POST' }));
    expect((await stored(one.address)).item['standing']).toMatchObject({ is: 'left' });
    expect((await factsOf(one.address)).toSorted()).toEqual(['asked', 'confirmed', 'left']);
  });
});
