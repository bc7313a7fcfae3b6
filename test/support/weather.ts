import { KINDS, type WeatherReport, type WeatherWish } from '../../local/cloud/weather/weather.ts';
import type { World } from './visitor.ts';

/**
 * The weather in which kill points are looked at: all there is but dead connections, of which those to SES
 * are a kill point of their own. Of those to the table, a sender that slept may meet as many in a row as the SDK
 * tries, or more in all than it has repeats for (decision 018); that letter comes when its message is seen again, which
 * would hide what else is late.
 */
export const WEATHER: WeatherWish = {
  seed: 7,
  kinds: KINDS.filter((kind) => kind !== 'stale-connections'),
};

type Struck = WeatherReport['struck'];

/** How often each kind has struck so far. */
export const struckIn = async (outside: World): Promise<Struck> =>
  (await outside.json<WeatherReport>('/_local/weather')).struck;

/** Minutes that the weather itself may have cost between two moments. */
export function delayOf(before: Struck, after: Struck): number {
  const since = (kind: keyof Struck) => (after[kind] ?? 0) - (before[kind] ?? 0);
  // An entry that is refused twice is due still, and the next tick puts it on the queue.
  return since('refused-entries') + Math.min(4, since('few-lambdas'));
}
