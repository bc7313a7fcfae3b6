import { formerIn, isMovedTo, movedToIn, movedToKey } from '../../functions/adapters/former-ids.ts';
import { mailIn } from '../../functions/adapters/inbound.ts';
import { subscriberKey, toAttributes } from '../../functions/adapters/item.ts';
import { exported, type OwnData } from '../../functions/adapters/own-data.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import { type LinkSecret, nameOfSecret } from '../../functions/core/token.ts';
import { itemName } from '../../local/memory/items.ts';
import { besideIn } from './fake-moves.ts';

/**
 * The data of subscribers over a table in memory, under the conditions of the real one.
 *
 * @param items by {@link itemName}
 */
export function fakeOwnData(items: Map<string, Attributes>): OwnData {
  /** Where somebody else went from here stays, and so does what leads to another reader. */
  function isTheirs(sk: string, secret: LinkSecret): boolean {
    const former = formerIn(sk);
    if (former === undefined) return !isMovedTo(sk);
    const typed = itemName(former.id, 'request');
    if (items.get(typed)?.['secret'] === secret) items.delete(typed);
    const link = itemName(former.id, movedToKey(former.id, former.secret).sk);
    const leads = items.get(link);
    if (leads === undefined) return true;
    if (movedToIn(leads).reader !== nameOfSecret(secret)) return false;
    items.delete(link);
    return true;
  }

  return {
    export: async (id) =>
      besideIn(items, id)
        .filter((sk) => !isMovedTo(sk))
        .map((sk) => exported({ ...items.get(itemName(id, sk)), sk })),
    mailsOf: async (id) => besideIn(items, id).flatMap((sk) => mailIn(sk) ?? []),
    async erase(remains, fact) {
      const { id, revision } = remains;
      const own = itemName(id, OWN);
      if (items.get(own)?.['revision'] !== revision) return 'changed';
      const secret = items.get(own)?.['secret'] as LinkSecret;
      for (const sk of besideIn(items, id)) {
        if (sk !== OWN && isTheirs(sk, secret)) items.delete(itemName(id, sk));
      }
      items.set(own, structuredClone({ ...subscriberKey(id), ...toAttributes(remains) }));
      if (fact !== undefined) {
        items.set(itemName(id, `fact#${fact.at}#${fact.kind}`), { v: MAJOR, ...fact.details });
      }
      return 'saved';
    },
  };
}

const OWN = 'subscriber';
