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
