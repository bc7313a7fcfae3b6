import type { Wish } from '../understanding.ts';

/** One wish of a kind, and what two say together. */
export function merged(wishes: readonly Wish[]): readonly Wish[] {
  const out: Wish[] = [];
  for (const wish of wishes) {
    const at = out.findIndex(({ is }) => is === wish.is);
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
