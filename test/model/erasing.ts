import assert from 'node:assert/strict';
import { byReader } from '../../functions/core/reader/fact.ts';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import { nameOfSecret } from '../../functions/core/token.ts';
import { erase } from '../../functions/runtime/erase.ts';
import type { HarshWorld } from './harsh-world.ts';
import { lived, type Reach, unlessNoAnswer } from './life.ts';
import type { Readers } from './readers.ts';
import type { Erasing } from './steps.ts';

/** What may lie under the id of somebody who had everything erased. */
const STAYS = ['subscriber', 'fact#'];
/** Where readers went who had the address before: theirs, and ended with their own data. */
const OTHERS = 'moved-to';

/**
 * Readers who have all that is theirs erased: by the real page's steps, any of which breaks off.
 *
 * @param forget hears whose links end by it
 */
export function erasing(
  { table, now }: Pick<HarshWorld, 'table' | 'now'>,
  readers: Readers,
  forget: (secret: LinkSecret) => void,
) {
  /** Who had it done, and by which secret they were known. */
  const gone = new Map<SubscriberId, Set<LinkSecret>>();
  let secrets = 0;
  const found = (id: SubscriberId) => table.everyone().find((one) => one.id === id);

  /** The ids under which something waits that was typed into the form. */
  const askedAt = (): readonly string[] =>
    (JSON.parse(table.dump()) as [string, unknown][]).flatMap(([name]) => {
      const [of, sk] = name.split(' ');
      return of !== undefined && sk === 'request' ? [of] : [];
    });

  const ownData = {
    ...table.ownData,
    async erase(...[remains, fact]: Parameters<typeof table.ownData.erase>) {
      const before = found(remains.id)?.secret;
      const typed = askedAt();
      const saving = table.ownData.erase(remains, fact);
      // It is done when the call returns: nobody acts before it is told.
      const isDone = before !== remains.secret && found(remains.id)?.secret === remains.secret;
      if (!isDone || before === undefined) return saving;
      gone.set(remains.id, new Set([...(gone.get(remains.id) ?? []), before]));
      readers.erased(remains);
      for (const id of typed) if (!askedAt().includes(id)) readers.forgotten(id as SubscriberId);
      forget(before);
      nothingIsLeft(remains.id);
      return saving;
    },
  };

  const press = (reach: Reach, who: { readonly id: SubscriberId; readonly secret: LinkSecret }) =>
    erase(
      {
        subscribers: { ...table, ...reach({ load: table.load }) },
        moves: reach(table.moves),
        ownData: reach(ownData),
        inbox: { remove: async () => {} },
        newSecret: () => `erased-${++secrets}` as LinkSecret,
        now,
      },
      who,
      byReader('page'),
    );

  /** @param who the id under which they read today */
  async function wishes(wish: Erasing, who: SubscriberId): Promise<void> {
    const reader = found(who);
    if (reader === undefined || !hasAddress(reader)) return;
    await unlessNoAnswer(lived(wish, (reach) => press(reach, reader)));
    // A link that breaks off does it all by the next press.
    if (found(who)?.secret === reader.secret) await press((part) => part, reader);
  }

  /** @throws when anything of theirs lies under their id, or anywhere leads to them */
  function nothingIsLeft(id: SubscriberId): void {
    const items = new Map(JSON.parse(table.dump()) as [string, unknown][]);
    const under = [...items.keys()].flatMap((name) => {
      const [of, sk = ''] = name.split(' ');
      return of === id ? [sk] : [];
    });
    const left = under.filter(
      (sk) => !sk.startsWith(OTHERS) && !STAYS.some((one) => sk.startsWith(one)),
    );
    assert.deepEqual(left, [], 'nothing lies beside who had everything erased');
    const [fact, ...more] = table.factsOf(id);
    assert.deepEqual([fact?.kind, more.length], ['erased', 0], 'and only the fact of it is kept');
    const all = table.dump();
    for (const secret of gone.get(id) ?? []) {
      assert.ok(!all.includes(`"${secret}"`), 'no link of theirs leads anywhere');
      assert.ok(!all.includes(nameOfSecret(secret)), 'and none is known by its name');
    }
  }

  const comesToItsEnd = () => {
    for (const id of gone.keys()) nothingIsLeft(id);
  };
  return { wishes, comesToItsEnd };
}
