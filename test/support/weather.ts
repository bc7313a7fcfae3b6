import type { WeatherWish } from '../../local/cloud/weather/weather.ts';

/** The weather in which kill points are looked at: all there is. */
export const WEATHER: WeatherWish = { seed: 7 };
