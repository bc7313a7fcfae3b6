import { describe, expect, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import { endAll } from '../../functions/runtime/leaving.ts';
import { days, EMAIL, ID, OTHERS } from '../support/typing-readers.ts';
import { aReader, asking, moveLink } from '../support/web-requests.ts';

/** Which button in the new mailbox does something, and until when. */

describe('a button is good for the address that it was mailed to', () => {
  test('and for no other that was typed in the same second', async () => {
    const { world, postForm } = asking();
    const reader = aReader();
    world.subscribers.seed(reader);
    const [mine, theirs] = ['mine@example.org', EMAIL].map((to) => ({
      to: to as EmailAddress,
      at: world.now(),
    }));
    if (mine === undefined || theirs === undefined) throw new Error('two were typed');
    for (const asked of [mine, theirs]) await world.moves.ask(reader.id, asked);
    expect((await postForm(moveLink(reader, mine), {})).status).toBe(410);
    expect(await world.subscribers.load(ID), 'nobody said yes there').toBeUndefined();
    expect((await postForm(moveLink(reader, theirs), {})).status).toBe(200);
    expect((await world.subscribers.load(ID))?.address).toBe(EMAIL);
  });
});

describe('a wish that is made anew', () => {
  test('after its hour gives the same button another hour, and sends nothing', async () => {
    const { types, pass, press, button, kinds, world } = days();
    await types(EMAIL);
    const mine = await button();
    pass(3 * 3600);
    expect(await press(mine), 'it has gone to sleep').toBe(410);
    await types(EMAIL);
    pass(3599);
    expect(await press(mine)).toBe(200);
    expect(kinds()).toEqual(['new-address']);
    expect((await world.subscribers.load(ID))?.address).toBe(EMAIL);
  });

  test('takes the place of another that somebody typed on their page meanwhile', async () => {
    const { types, press, button } = days();
    await types(EMAIL);
    const mine = await button();
    await types('stranger@example.org');
    expect(await press(mine)).toBe(410);
    await types(EMAIL);
    expect(await press(mine)).toBe(200);
  });

  test('is held up by no other reader who typed the same address first', async () => {
    const [stranger = aReader()] = OTHERS;
    const { types, press, button, world, kinds } = days(...OTHERS);
    await types(EMAIL, stranger);
    await types(EMAIL);
    expect(kinds()).toHaveLength(2);
    expect(await press(await button())).toBe(200);
    expect((await world.subscribers.load(ID))?.secret).toBe(aReader().secret);
  });

  test('does nothing for a button that bounced', async () => {
    const { types, world, press, button, pass } = days();
    await types(EMAIL);
    const mine = await button();
    const end = { is: 'suppressed', at: world.now(), because: 'hard-bounce' } as const;
    await endAll(world.subscribers, ID, { end: () => end });
    pass(3 * 3600);
    await types(EMAIL);
    expect(await press(mine)).toBe(410);
  });
});
