/** Numbers from 0 up to 1, one after another: the same ones for the same seed and name. */
export type Chance = () => number;

/**
 * Each kind of weather draws from a row of its own, so that one that asks more often moves no other.
 * FNV-1a makes a start of the name, mulberry32 the row.
 */
export function chanceOf(seed: number, name: string): Chance {
  let state = [...name].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5 ^ seed,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in another order (Fisher and Yates). */
export function shuffled<T>(things: readonly T[], chance: Chance): readonly T[] {
  const rest = [...things];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(Math.floor(chance() * rest.length), 1));
  return order;
}
