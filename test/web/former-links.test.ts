import { expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { byReader } from '../../functions/core/reader/fact.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import { unsubscribePath } from '../../functions/web/link.ts';
import { moveReader } from '../../functions/web/move.ts';
import { request } from '../support/builders.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

/** Links of letters that came to the address before: they end whatever their reader gets, and wherever. */

const THERE = {
  id: 'bcdefghijklmnopa' as SubscriberId,
  address: 'ann@example.org' as EmailAddress,
  first: 'first' as LinkSecret,
};

/** A reader who has moved, and what somebody typed at the address that they had, before they went. */
async function moved() {
  const made = asking();
  const { subscribers, now } = made.world;
  const reader = aReader();
  subscribers.seed(reader);
  await subscribers.requests.make(request({ secret: reader.secret, revision: 0 }));
  const newSecret = () => 'fresh' as LinkSecret;
  const moving = { subscribers, moves: subscribers.moves, newSecret, now };
  expect(await moveReader(moving, reader.id, THERE, byReader('page'))).toBe('moved');
  return { ...made, reader };
}

test('an unsubscribe link ends letters where they go today, and what was typed where they went before', async () => {
  const { postForm, reader, world } = await moved();
  const answer = await postForm(linkOf('unsubscribe', reader), {});
  expect(answer.status).toBe(200);
  expect((await world.subscribers.load(THERE.id))?.standing.is).toBe('left');
  expect((await world.subscribers.requests.load(reader.id))?.standing.is).toBe('left');
});

test('a link to that page leads to leaving, and opens nothing', async () => {
  const { get, reader, world } = await moved();
  const answer = await get(linkOf('preferences', reader), { redirect: 'manual' });
  expect(answer.status).toBe(303);
  const there = await world.subscribers.load(THERE.id);
  expect(answer.headers.get('location')).toBe(there && unsubscribePath(there));
});

test('and so does the button to leave on a page that was opened before they went', async () => {
  const { postForm, reader, world } = await moved();
  const answer = await postForm(linkOf('preferences', reader), { action: 'leave' });
  expect(answer.status).toBe(200);
  expect((await world.subscribers.load(THERE.id))?.standing.is).toBe('left');
});
