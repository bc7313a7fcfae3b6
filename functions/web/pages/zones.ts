import { parseZone } from '../../core/time.ts';
import type { Language, Words } from '../../core/words/words.ts';

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

const known = new Map<Language, readonly Region[]>();

/** The parts of the world that zones begin with, as CLDR numbers them (UN M49). */
const M49: Readonly<Record<string, string>> = {
  Africa: '002',
  America: '019',
  Antarctica: 'AQ',
  Asia: '142',
  Australia: 'AU',
  Europe: '150',
  Pacific: '009',
};

/** Every zone that this runtime knows, by part of the world, each by the name people use. */
export function regions(words: Words): readonly Region[] {
  const { language, rhythm } = words;
  const found = known.get(language) ?? [...parts(words), everywhere(rhythm.everywhere)];
  known.set(language, found);
  return found;
}

const everywhere = (name: string): Region => ({ name, zones: [{ zone: 'UTC', label: 'UTC' }] });

function parts({ language, rhythm }: Words): readonly Region[] {
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  const names = [...new Set(all.map((zone) => zone.slice(0, zone.indexOf('/'))))];
  const called = new Intl.DisplayNames(language, { type: 'region' });
  // Oceans have no number, so their names are words of ours.
  const { atlantic, indian, arctic } = rhythm;
  const oceans: Readonly<Record<string, string>> = {
    Atlantic: atlantic,
    Indian: indian,
    Arctic: arctic,
  };
  return names.map((name) => ({
    name: oceans[name] ?? (M49[name] && called.of(M49[name])) ?? name,
    zones: all
      .filter((zone) => zone.startsWith(`${name}/`))
      .map((zone) => ({ zone, label: placeOf(zone) }))
      .sort((one, other) => one.label.localeCompare(other.label, language)),
  }));
}

/** `Argentina, Buenos Aires` */
function placeOf(zone: string): string {
  const place = zone.slice(zone.indexOf('/') + 1);
  return CALLED_NOW[zone] ?? place.replaceAll('_', ' ').replaceAll('/', ', ');
}

/** Whether the list has a zone, under the name it has there. */
export function listedZone(zone: string, words: Words): string | undefined {
  const canonical = parseZone(zone) ?? zone;
  return regions(words).some(({ zones }) => zones.some((one) => one.zone === canonical))
    ? canonical
    : undefined;
}
