import { parseZone } from '../../core/time.ts';

/** Zones of one part of the world, as a list offers them. */
export interface Region {
  readonly name: string;
  readonly zones: readonly { readonly zone: string; readonly label: string }[];
}

/** What people call a place by now, where the runtime's tables keep its older name. */
const CALLED_NOW: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Asmara',
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Enderbury': 'Kanton',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

let known: readonly Region[] | undefined;

/** Every zone that this runtime knows, by part of the world, each by the name people use. */
export function regions(): readonly Region[] {
  known ??= grouped();
  return known;
}

function grouped(): readonly Region[] {
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  const names = [...new Set(all.map((zone) => zone.slice(0, zone.indexOf('/'))))];
  const places = names.map((name) => ({
    name,
    zones: all
      .filter((zone) => zone.startsWith(`${name}/`))
      .map((zone) => ({ zone, label: placeOf(zone) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en')),
  }));
  return [...places, { name: 'Everywhere', zones: [{ zone: 'UTC', label: 'UTC' }] }];
}

/** `Argentina, Buenos Aires` */
function placeOf(zone: string): string {
  const place = zone.slice(zone.indexOf('/') + 1);
  return CALLED_NOW[zone] ?? place.replaceAll('_', ' ').replaceAll('/', ', ');
}

/** Whether the list has a zone, under the name it has there. */
export function listedZone(zone: string): string | undefined {
  const canonical = parseZone(zone) ?? zone;
  return regions().some(({ zones }) => zones.some((one) => one.zone === canonical))
    ? canonical
    : undefined;
}
