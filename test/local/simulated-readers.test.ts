import { describe, expect, test } from 'vitest';
import { localDate, plusSeconds } from '../../functions/core/time.ts';
import { madeUpReaders } from '../../local/simulate/readers.ts';
import { courseOf, libraryIn, wantedOf } from '../support/simulated-course.ts';

const library = libraryIn(courseOf(20));

describe('who is made up', () => {
  const crowd = wantedOf(library, { readers: '200' }).crowd;

  test('is the same for the same seed, and somebody else for another', () => {
    expect(madeUpReaders(crowd)).toEqual(madeUpReaders(crowd));
    const others = madeUpReaders({ ...crowd, seed: 2 });
    expect(others.map(({ asks }) => asks)).not.toEqual(
      madeUpReaders(crowd).map(({ asks }) => asks),
    );
  });

  test('one rate moves nothing else', () => {
    const plain = madeUpReaders(crowd);
    const faithful = madeUpReaders({ ...crowd, leaving: 0 });
    expect(plain.some(({ leaves }) => leaves !== undefined)).toBe(true);
    expect(faithful).toEqual(plain.map(({ leaves: _, ...rest }) => rest));
  });

  test.for<readonly [rate: string, is: (share: number) => boolean]>([
    ['0', (share) => share === 0],
    ['50', (share) => share > 0.4 && share < 0.6],
    ['100', (share) => share === 1],
  ])('%s of a hundred take the newsletter, or leave in thirty days', ([rate, is]) => {
    const given = { readers: '400', days: '30', joining: '1', newsletter: rate, leaving: rate };
    const readers = madeUpReaders(wantedOf(library, given).crowd);
    const share = (some: readonly unknown[]) => some.length / readers.length;
    expect(is(share(readers.filter(({ signUp }) => signUp.newsletter)))).toBe(true);
    expect(is(share(readers.filter(({ leaves }) => leaves !== undefined)))).toBe(true);
  });

  test('all join within the days for it', () => {
    const { start } = crowd;
    const last = plusSeconds(start, 2 * 86_400);
    const asked = madeUpReaders({ ...crowd, joining: 2 }).map(({ asks }) => asks);
    expect(asked.every((at) => at >= start && at < last)).toBe(true);
    expect(asked.some((at) => at >= plusSeconds(start, 86_400))).toBe(true);
  });

  test('half are where the publication is, or all where it is said', () => {
    const zones = (given: object) =>
      madeUpReaders(wantedOf(library, { readers: '300', ...given }).crowd).map(
        ({ signUp }) => signUp.zone,
      );
    const usual = zones({}).filter((zone) => zone === 'Europe/Berlin').length;
    expect(usual).toBeGreaterThan(120);
    expect(usual).toBeLessThan(180);
    const said = zones({ zones: 'Asia/Tokyo:9, UTC' });
    expect(new Set(said)).toEqual(new Set(['Asia/Tokyo', 'UTC']));
    expect(said.filter((zone) => zone === 'UTC').length).toBeLessThan(60);
  });

  test('nobody pauses in a pause', () => {
    const readers = madeUpReaders({ ...crowd, pausing: 99, days: 200 });
    const overlapping = readers.flatMap(({ pauses, signUp }) =>
      pauses.filter(({ at }, index) => {
        const before = pauses[index - 1];
        return before !== undefined && localDate(at, signUp.zone) < before.until;
      }),
    );
    expect(readers.some(({ pauses }) => pauses.length > 3)).toBe(true);
    expect(overlapping).toEqual([]);
  });
});
