import { describe, expect, test } from 'vitest';
import { runErrand } from '../../functions/errands/run-errand.ts';
import { address, again, anAddress, ERASE, errandsTable } from '../support/errands.ts';
import type { Strike } from '../support/errands-world.ts';

const { world: aWorld, stored, errand, factsOf } = errandsTable();

/** At each call of a door that an errand makes: it was never made, or nobody hears that it was. */
describe.each(['kill-before', 'kill-after'] as const)('%s', (kind) => {
  test.for<[string, task: () => object, ends: readonly string[]]>([
    ['a letter again', () => again(), ['done', 'in-doubt']],
    ['another address', () => address(anAddress()), ['done', 'in-doubt']],
    ['erasing', () => ERASE, ['done']],
  ])('%s: another delivery ends it, once', async ([, task, ends]) => {
    const came = new Map<string, number>();
    let after = 0;
    for (; ; after += 1) {
      const ann = await stored();
      const { world, mails, strikes, hasStruck } = aWorld();
      const one = errand(ann, task());
      const strike: Strike = { after, kind };
      strikes(strike);
      const first = await runErrand(world, one).catch(() => undefined);
      if (!hasStruck()) {
        expect(first).toEqual({ is: 'done' });
        break;
      }
      strikes(undefined);
      const answer = await runErrand(world, one);
      expect(ends).toContain(answer.is);
      expect(await runErrand(world, one), 'and the same to whoever asks again').toEqual(answer);
      came.set(answer.is, (came.get(answer.is) ?? 0) + 1);
      const isErasing = one.task === ERASE;
      if (answer.is === 'done') expect(mails).toHaveLength(isErasing ? 0 : 1);
      expect(mails.length, 'never two').toBeLessThanOrEqual(1);
      expect((await factsOf(ann)).length, 'one record').toBe(1);
    }
    expect(after, 'there is something to strike').toBeGreaterThan(4);
    expect(came.get('done') ?? 0, 'most of it is simply done').toBeGreaterThan(0);
  });
});

describe('at the same moment', () => {
  test('two deliveries of one errand send one mail', async () => {
    const ann = await stored();
    const { world, mails } = aWorld();
    const one = errand(ann, again());
    const answers = await Promise.all([runErrand(world, one), runErrand(world, one)]);
    expect(mails).toHaveLength(1);
    expect(answers.map(({ is }) => is)).toContain('done');
    expect(await runErrand(world, one)).toEqual({ is: 'done' });
  });

  test('a reader leaves, and nothing is sent to them any more, nor recorded as sent', async () => {
    const ann = await stored();
    const { world, mails } = aWorld();
    const errands: typeof world.errands = {
      ...world.errands,
      async takeUp(...args) {
        if ((await world.subscribers.load(ann.id))?.standing.is === 'active') {
          const standing = { is: 'left', at: world.now(), by: 'page' } as const;
          await world.subscribers.save({ ...ann, standing });
        }
        return world.errands.takeUp(...args);
      },
      begin: (...args) => world.errands.begin(...args),
      finish: (...args) => world.errands.finish(...args),
    };
    const refused = { is: 'refused', because: 'has-left' };
    expect(await runErrand({ ...world, errands }, errand(ann, again()))).toEqual(refused);
    expect(mails).toEqual([]);
    expect(await factsOf(ann)).toEqual([]);
  });

  test('one that comes to nothing writes over nothing of one that did it', async () => {
    const ann = await stored();
    const { world } = aWorld();
    const one = errand(ann, ERASE);
    let overtaken = false;
    // A whole delivery comes between the beginning of another and its look at the reader.
    const load: typeof world.subscribers.load = async (id) => {
      if (!overtaken) {
        overtaken = true;
        await runErrand(world, one);
      }
      return world.subscribers.load(id);
    };
    const { save, requests } = world.subscribers;
    const slow = { ...world, subscribers: { load, save, requests } };
    expect(await runErrand(slow, one)).toEqual({ is: 'done' });
    expect(await runErrand(world, one)).toEqual({ is: 'done' });
  });

  test('somebody else has the new mailbox written to: nobody knows which mail it was', async () => {
    const ann = await stored();
    const { world, mails } = aWorld();
    const requests = { ...world.subscribers.requests, make: async () => false };
    const { load, save } = world.subscribers;
    const faster = { ...world, subscribers: { load, save, requests } };
    expect(await runErrand(faster, errand(ann, address(anAddress())))).toEqual({ is: 'in-doubt' });
    expect(mails).toEqual([]);
  });
});
