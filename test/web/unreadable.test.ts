import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { subscriberId } from '../../functions/core/token.ts';
import { itemOf, ofNewerMajor } from '../support/stored-items.ts';
import { aReader, asking, linkOf, wishOf } from '../support/web-requests.ts';

/** The web door, and what is stored about somebody it can't read: they can leave, always. */

const { id, revision } = aReader();
const NEWER = ofNewerMajor(itemOf(aReader()));
const ITEMS: readonly [string, Attributes][] = [
  ['of a newer major version', NEWER],
  ['with a field gone wrong', { ...itemOf(aReader()), hour: 'eight' }],
];

/** Runs with the log kept from the test's own output, and shows what was written. */
async function logged(act: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = (line: string) => void lines.push(line);
  console.error = console.log;
  try {
    await act();
  } finally {
    console.log = log;
    console.error = error;
  }
  return lines.join('\n');
}

async function stored(item: Attributes) {
  const asked = asking();
  await asked.world.subscribers.put(item);
  return asked;
}

describe.each(ITEMS)('an item %s', (_, item) => {
  test.for([
    ['unsubscribe', { 'List-Unsubscribe': 'One-Click' }, 'one-click', 200],
    ['unsubscribe', {}, 'page', 200],
    ['preferences', { action: 'leave' }, 'page', 200],
  ] as const)('%s %o leaves', async ([purpose, fields, by, status]) => {
    const { get, postForm, world } = await stored(item);
    expect((await postForm(linkOf(purpose), fields)).status).toBe(status);
    expect(await world.subscribers.raw(id)).toMatchObject({
      standing: { is: 'left', at: world.now(), by },
      revision: revision + 1,
    });
    expect(await world.subscribers.raw(id)).not.toHaveProperty('dueAt');
    expect(world.subscribers.factsOf(id)).toMatchObject([{ kind: 'left' }]);
    const page = await (await get(linkOf('unsubscribe'))).text();
    expect(page).toContain('Your letters have stopped');
  });

  test.for([
    ['question', 303],
    ['undo', 303],
    ['own-data', 303],
    ['author', 500],
  ] as const)('a wish made for %s changes nothing: %i', async ([audience, status]) => {
    const { get, postForm, world } = await stored(item);
    const before = world.dump();
    await logged(async () => {
      const path = wishOf(audience, [{ is: 'pause' }]);
      for (const answer of [await get(path), await postForm(path, {})]) {
        expect(answer.status).toBe(status);
        expect(answer.headers.get('location') ?? '', 'where a reader still can leave').toMatch(
          status === 303 ? /^\/unsubscribe\// : /^$/,
        );
      }
    });
    expect(world.dump()).toBe(before);
  });

  test('only a genuine link leaves', async () => {
    const { postForm, world } = await stored(item);
    for (const [path, fields] of [
      [linkOf('confirm').replace('confirm', 'unsubscribe'), {}],
      [linkOf('confirm').replace('confirm', 'preferences'), { action: 'leave' }],
    ] as const) {
      expect((await postForm(path, fields)).status).toBe(404);
    }
    expect(await world.subscribers.raw(id)).toEqual(item);
  });

  test('a link to the preferences leads to leaving, and rings', async () => {
    const { get } = await stored(item);
    const log = await logged(async () => {
      const answer = await get(`${linkOf('preferences')}?do=leave`);
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(linkOf('unsubscribe'));
    });
    expect(log).toContain('"Unreadable":1');
  });

  test('any other wish fails, changes nothing, and rings', async () => {
    const { postForm, world } = await stored(item);
    const log = await logged(async () => {
      expect((await postForm(linkOf('preferences'), { action: 'pause' })).status).toBe(500);
    });
    expect(log).toContain('"Unreadable":1');
    expect(await world.subscribers.raw(id)).toEqual(item);
  });

  test('whoever signs up can’t tell that the address is known', async () => {
    const { world, postForm } = asking();
    const { address } = aReader();
    const known = subscriberId(await world.idKey(), address);
    await world.subscribers.put({ ...item, pk: `subscriber#${known}` });
    const answers: Response[] = [];
    const log = await logged(async () => {
      for (const email of [address, 'somebody.else@example.com']) {
        answers.push(await postForm('/subscribe', { email }));
      }
    });
    const [one, other] = answers;
    expect(one?.status).toBe(303);
    // What the asker typed is theirs.
    for (const { headers } of answers) headers.delete('set-cookie');
    expect([...(one?.headers ?? [])]).toEqual([...(other?.headers ?? [])]);
    expect(log, 'and somebody hears of it').toContain('"Unreadable":1');
    expect(log).not.toContain(address);
  });
});
