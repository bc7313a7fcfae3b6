import { KINDS, type WeatherWish } from '../../local/cloud/weather/weather.ts';

/**
 * The weather in which kill points are looked at: all there is but dead connections, of which those to SES
 * are a kill point of their own. Of those to the table, a sender that slept may meet three in a row, as often
 * as the SDK tries; that letter comes when its message is seen again, which would hide what else is late.
 */
export const WEATHER: WeatherWish = {
  seed: 7,
  kinds: KINDS.filter((kind) => kind !== 'stale-connections'),
};
