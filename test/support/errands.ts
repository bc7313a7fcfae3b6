import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { rawItemsIn } from './both-tables.ts';
import { at, enrollment, reader, received } from './builders.ts';
import { type DynaliteTable, dynaliteTable } from './dynalite-table.ts';
import { errandsWorld } from './errands-world.ts';
import { REMOVED } from './fake-library.ts';
import { freshId, itemOf } from './stored-items.ts';

type Named = Pick<Subscriber, 'id'>;

export const again = (lesson = 'closeness') => ({
  is: 'again',
  letter: { course: 'closer', lesson },
});
export const address = (to: string) => ({ is: 'address', to });
export const ERASE = { is: 'erase', reason: 'by letter' };

let addresses = 0;
/** Of nobody. */
export const anAddress = () => `new-${++addresses}@example.org`;

/** Without how they lie there. */
export const shown = ({ pk: _, v: __, ...rest }: Record<string, unknown>) => rest;

/** A table from the first hook of a file to its last, with readers in it, and errands for them. */
export function errandsTable() {
  let dynalite: DynaliteTable;
  beforeAll(async () => {
    dynalite = await dynaliteTable();
  });
  afterAll(() => dynalite.stop());
  const items = () => rawItemsIn(dynalite);
  const itemsOf = async ({ id }: Named) => (await items().under(id)).map(shown);
  return {
    items,
    /** The door over it. */
    world: () => errandsWorld(dynalite),
    /** Somebody who has had two letters, of which one is in no package any more. */
    async stored(fields: Partial<Subscriber> = {}): Promise<Subscriber> {
      const one = reader({
        id: freshId(),
        secret: `own-${++addresses}` as never,
        dueAt: at('2026-11-24T07:00:00Z'),
        enrollments: [enrollment({ received: received('closeness', REMOVED) })],
        ...fields,
      });
      await items().put(itemOf(one));
      return one;
    },
    errand: ({ id }: Named, task: object) => ({
      name: randomBytes(16).toString('base64url'),
      table: dynalite.name,
      reader: id,
      task,
    }),
    itemsOf,
    factsOf: async (one: Named) =>
      (await itemsOf(one)).filter(({ sk }) => String(sk).startsWith('fact#')),
  };
}
