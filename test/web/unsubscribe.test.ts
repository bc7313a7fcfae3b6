import { describe, expect, test } from 'vitest';
import { at } from '../support/builders.ts';
import { aReader, asking, linkOf, wayBack } from '../support/web-requests.ts';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=b';
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`;

describe('every POST to a genuine link unsubscribes (RFC 8058, U-02)', () => {
  const rows: readonly [reason: string, type: string, body: string, by: string][] = [
    ['one-click, urlencoded', FORM, 'List-Unsubscribe=One-Click', 'one-click'],
    ['one-click, multipart', MULTIPART, part('List-Unsubscribe', 'One-Click'), 'one-click'],
    ['the page’s button', FORM, '', 'page'],
    ['a broken multipart body: the wish is clear', MULTIPART, 'hello', 'page'],
    ['a type that is not in the standard', 'text/plain', 'List-Unsubscribe=One-Click', 'page'],
    ['no type and no body', '', '', 'page'],
  ];
  test.each(rows)('%s', async (_, type, body, by) => {
    const { app, world } = asking();
    world.subscribers.seed(aReader());
    const answer = await app.request(linkOf('unsubscribe'), {
      method: 'POST',
      body: new TextEncoder().encode(body),
      headers: { 'content-type': type, origin: 'https://mail.example', 'user-agent': 'provider' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
    const { id } = aReader();
    const after = await world.subscribers.load(id);
    expect(after?.standing).toEqual({ is: 'left', at: world.now(), by });
    expect(after?.dueAt).toBeUndefined();
    expect(world.subscribers.factsOf(id)).toMatchObject([
      { kind: 'left', details: { channel: by } },
    ]);
  });
});

test('twice changes nothing more (U-03), and only the first press is answered with the way back', async () => {
  const { postForm, world } = asking();
  world.subscribers.seed(aReader());
  const first = await (await postForm(linkOf('unsubscribe'), {})).text();
  expect(first).toContain('/wish/');
  const before = world.dump();
  const second = await postForm(linkOf('unsubscribe'), { 'List-Unsubscribe': 'One-Click' });
  expect(second.status).toBe(200);
  const page = await second.text();
  expect(page).toContain('Your letters have stopped');
  expect(page).not.toContain('/wish/');
  expect(await (await postForm(linkOf('unsubscribe'), {})).text()).toBe(page);
  expect(world.dump()).toBe(before);
});

test('the link shows one button, names a pause as the gentler way, and leads nowhere else', async () => {
  const { get, world } = asking();
  world.subscribers.seed(aReader());
  const page = await (await get(linkOf('unsubscribe'))).text();
  expect(page.match(/<button/g)).toHaveLength(1);
  expect(page).toContain('where you can pause');
  expect(page).not.toContain('/preferences/');
});

/** The way back on the page after a leave. */
test.for(['unsubscribe', 'preferences'] as const)(
  'a mail program’s press is answered without a way back, a person’s by %s with one',
  async (purpose) => {
    const { postForm, world } = asking();
    world.subscribers.seed(aReader());
    const page = await (await postForm(linkOf(purpose), { action: 'leave' })).text();
    expect(wayBack(page)).not.toBe('none');
    world.subscribers.seed(aReader());
    const fields = { 'List-Unsubscribe': 'One-Click' };
    expect(wayBack(await (await postForm(linkOf('unsubscribe'), fields)).text())).toBe('none');
  },
);

test('the way back of one leave does not take back a later one', async () => {
  const { postForm, world } = asking();
  world.subscribers.seed(aReader());
  const first = wayBack(await (await postForm(linkOf('unsubscribe'), {})).text());
  await postForm(first, {});
  world.setNow(at('2026-11-23T10:00:00Z'));
  await postForm(linkOf('unsubscribe'), {});
  await postForm(first, {});
  expect((await world.subscribers.load(aReader().id))?.standing.is).toBe('left');
});

test('whoever has just left can take it back', async () => {
  const { postForm, world } = asking();
  world.subscribers.seed(aReader());
  const page = await (await postForm(linkOf('unsubscribe'), {})).text();
  await postForm(wayBack(page), {});
  const back = await world.subscribers.load(aReader().id);
  expect(back?.standing.is).toBe('active');
  expect(back?.dueAt).toBe('2026-11-23T07:00:00Z');
});

test('a pending sign-up can be taken back too', async () => {
  const { postForm, world } = asking();
  world.subscribers.seed(
    aReader({ standing: { is: 'pending', since: at('2026-11-22T09:00:00Z') } }),
  );
  await postForm(linkOf('unsubscribe'), {});
  expect((await world.subscribers.load(aReader().id))?.standing.is).toBe('left');
});

test('leaving wins over a change that came in between', async () => {
  const { postForm, world } = asking();
  world.subscribers.seed(aReader());
  world.subscribers.afterNextLoad(() =>
    world.subscribers.save({ ...aReader(), revision: aReader().revision, discreet: true }),
  );
  expect((await postForm(linkOf('unsubscribe'), {})).status).toBe(200);
  const after = await world.subscribers.load(aReader().id);
  expect(after?.standing.is).toBe('left');
  expect(after?.discreet).toBe(true);
});
