import type { WebWorld } from './world.ts';

/**
 * Whether the form asks for more than an address for a while, since too many of those that were typed
 * into it don't exist. Letters go on meanwhile.
 */
export async function isCareful({ signUps, now }: Pick<WebWorld, 'signUps' | 'now'>) {
  const until = await signUps.carefulUntil();
  return until !== undefined && until > now();
}
