import { byReader } from '../core/reader/fact.ts';
import type { SubscriberId } from '../core/token.ts';
import type { Words } from '../core/words/words.ts';
import { type Erasing, erase } from '../runtime/erase.ts';
import { finishMoves } from '../runtime/finish-move.ts';
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

export async function eraseData(c: WebContext, world: WebWorld, words: Words, who: Erasing) {
  const changed = await erase(world, who, byReader('page'));
  if (changed.is !== 'changed') return refuse(c, world, 404);
  return showPage(c, world, words, words.done.erased, erasedPage(words));
}
