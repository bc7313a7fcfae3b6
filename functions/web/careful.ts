import { secondsBetween } from '../core/time.ts';
import type { WebWorld } from './world.ts';

/**
 * For how many seconds the form is to ask for more than an address, since too many of those that were
 * typed into it don't exist; undefined while it need not. Letters go on meanwhile.
 */
export async function tooManyReturned({
  signUps,
  now,
}: Pick<WebWorld, 'signUps' | 'now'>): Promise<number | undefined> {
  const until = await signUps.carefulUntil();
  const at = now();
  return until === undefined || until <= at ? undefined : Math.max(1, secondsBetween(at, until));
}
