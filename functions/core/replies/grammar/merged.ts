import type { Wish } from '../understanding.ts';

/** A pause of one list is another thing than one of the other. */
const kindOf = (wish: Wish): string => (wish.is === 'pause' ? `pause ${wish.of ?? ''}` : wish.is);

/** One wish of a kind, and what two say together. */
export function merged(wishes: readonly Wish[]): readonly Wish[] {
  const out: Wish[] = [];
  for (const wish of wishes) {
    const at = out.findIndex((one) => kindOf(one) === kindOf(wish));
    if (at < 0) out.push(wish);
    else out[at] = { ...out[at], ...wish } as Wish;
  }
  const pause = out.find((wish) => wish.is === 'pause');
  const resume = out.find((wish) => wish.is === 'resume');
  if (pause === undefined || resume?.on === undefined) return out;
  return [
    ...out.filter((wish) => wish !== pause && wish !== resume),
    { ...pause, until: pause.until ?? resume.on },
  ];
}
