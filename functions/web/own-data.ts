import { byReader, type Fact } from '../core/reader/fact.ts';
import { erased } from '../core/reader/lifecycle.ts';
import type { SubscriberId } from '../core/token.ts';
import type { Words } from '../core/words/words.ts';
import { change } from '../runtime/change.ts';
import { finishMoves } from './move.ts';
import { erasedPage } from './pages/signed-wish.ts';
import { refuse, showPage, type WebContext } from './respond.ts';
import type { WebWorld } from './world.ts';

/** All that is stored about somebody, as a file of theirs. */
export async function exportData(c: WebContext, world: WebWorld, id: SubscriberId) {
  await finishMoves(world, id);
  const data = await world.ownData.export(id);
  c.header('Content-Disposition', 'attachment; filename="my-data.json"');
  return c.json({ asOf: world.now(), items: data });
}

/**
 * All that is stored goes, their mails to us first, and what keeps us from writing to the address
 * again stays. Until the last write the same link can do it all again.
 *
 * @param secret of the link that asked for it: once it is another, all was done
 */
export async function eraseData(
  c: WebContext,
  world: WebWorld,
  words: Words,
  { id, secret }: { readonly id: SubscriberId; readonly secret: string },
) {
  const at = world.now();
  const fresh = world.newSecret();
  const fact: Fact = { kind: 'erased', at, details: { ...byReader('page') } };
  await finishMoves(world, id);
  for (const mail of await world.ownData.mailsOf(id)) await world.inbox.remove(mail);
  const store = { load: world.subscribers.load, save: world.ownData.erase };
  const changed = await change(store, id, (stored) =>
    stored.secret === secret
      ? { is: 'changed', subscriber: erased(stored, fresh, at), fact }
      : { is: 'unchanged' },
  );
  if (changed.is !== 'changed') return refuse(c, world, 404);
  return showPage(c, world, words, words.done.erased, erasedPage(words));
}
