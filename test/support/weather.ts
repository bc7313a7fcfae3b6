import type { WeatherWish } from '../../local/cloud/weather/weather.ts';

/**
 * The weather in which kill points are looked at. Events that come later than the lease are left out:
 * a mail whose answer was lost goes out again then, which is named in docs/sending.md.
 */
export const WEATHER: WeatherWish = {
  seed: 7,
  kinds: [
    'stale-connections',
    'index-lag',
    'repeats',
    'disorder',
    'refused-entries',
    'trickle',
    'throttled-writes',
    'few-lambdas',
  ],
};
