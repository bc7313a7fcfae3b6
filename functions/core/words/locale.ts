import type { Zone } from '../time.ts';
import type { Language } from './words.ts';
import regions from './zone-regions.json' with { type: 'json' };

/** The country or region that a zone is the time of (CLDR, as `Intl.Locale` tells it). */
const REGIONS: Readonly<Record<string, string | undefined>> = regions;

/** Every country or region that some zone is the time of. */
export const COUNTRIES: ReadonlySet<string> = new Set(Object.values(regions));

/** The country that a zone is the time of, as ISO 3166-1 has it; undefined for `Etc/UTC` and the like. */
export const countryOf = (zone: Zone): string | undefined => REGIONS[zone];

/** How a language's dates and hours are written where a reader lives. */
export interface Locale {
  /** BCP 47: the language, and the region that the zone is in. */
  readonly tag: string;
  /** Where no region follows from the zone, nobody has to know what AM and PM are. */
  readonly hourCycle?: 'h23';
}

/** The locale of a language and a reader's zone. */
export function localeOf(language: Language, zone: Zone): Locale {
  const region = countryOf(zone);
  return region === undefined
    ? { tag: language, hourCycle: 'h23' }
    : { tag: `${language}-${region}` };
}
