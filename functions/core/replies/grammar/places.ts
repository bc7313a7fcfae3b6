import type { Zone } from '../../time.ts';

/** Places that are no zone's name, as they are called in English; a language adds its own names. */
const PLACES: Readonly<Record<string, string>> = {
  boston: 'America/New_York',
  miami: 'America/New_York',
  washington: 'America/New_York',
  montreal: 'America/Toronto',
  dallas: 'America/Chicago',
  houston: 'America/Chicago',
  austin: 'America/Chicago',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  california: 'America/Los_Angeles',
  bogotá: 'America/Bogota',
  'são paulo': 'America/Sao_Paulo',
  'rio de janeiro': 'America/Sao_Paulo',
  lisboa: 'Europe/Lisbon',
  barcelona: 'Europe/Madrid',
  lyon: 'Europe/Paris',
  munich: 'Europe/Berlin',
  münchen: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  zürich: 'Europe/Zurich',
  wien: 'Europe/Vienna',
  roma: 'Europe/Rome',
  milan: 'Europe/Rome',
  'cape town': 'Africa/Johannesburg',
  'tel aviv': 'Asia/Jerusalem',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  beijing: 'Asia/Shanghai',
  japan: 'Asia/Tokyo',
  'new zealand': 'Pacific/Auckland',
  hawaii: 'Pacific/Honolulu',
};

/** Every zone by the place it is called after: "lisbon", "new york". */
const BY_ZONE = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [
    zone
      .slice(zone.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase(),
    zone,
  ]),
);

/** The longest name of a place, in words. */
const MOST_WORDS = 3;

/** The zone of a place that the words name from here on, and how many of them. */
export function placeAt(
  words: readonly string[],
): { readonly zone: Zone; readonly length: number } | undefined {
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    const zone = PLACES[name] ?? BY_ZONE.get(name);
    if (zone !== undefined) return { zone: zone as Zone, length };
  }
  return undefined;
}
