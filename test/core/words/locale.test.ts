import { describe, expect, test } from 'vitest';
import { parseZone, type Zone } from '../../../functions/core/time.ts';
import { localeOf } from '../../../functions/core/words/locale.ts';
import type { Language } from '../../../functions/core/words/words.ts';
import regions from '../../../functions/core/words/zone-regions.json' with { type: 'json' };

/** Until TypeScript knows it: what a region's zones are, as a function or, in older Nodes, a list. */
interface WithZones {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[] | undefined;
}

/** The zones of a region in this runtime's tables, by their names here; undefined if it knows none. */
function zonesOf(region: string): readonly (Zone | undefined)[] | undefined {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & WithZones;
  return (locale.getTimeZones?.() ?? locale.timeZones)?.map(parseZone);
}

const english = 'en' as Language;

/** Zones with a slash in their name that no region follows from, and why. */
const NOWHERE: Readonly<Record<string, string>> = {
  'Pacific/Midway': 'an outlying island of the United States: nobody lives there',
  'Pacific/Wake': 'another one',
};

test('every zone that a reader can choose has a region', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  const without = zones.filter((zone) => localeOf(english, zone as Zone).tag === 'en');
  // `Etc/GMT+5` is an offset and no place.
  expect(without.filter((zone) => !zone.startsWith('Etc/'))).toEqual(Object.keys(NOWHERE));
});

test('every region is the one that the runtime knows for the zone', () => {
  const known = Object.entries(regions).filter(([zone]) => parseZone(zone) !== undefined);
  const wrong = known.filter(([zone, region]) => {
    const zones = zonesOf(region);
    return zones !== undefined && !zones.includes(parseZone(zone));
  });
  expect(wrong).toEqual([]);
  expect(known.length).toBeGreaterThan(400);
});

describe('the locale of a language and a zone', () => {
  test.for<[language: string, zone: string, tag: string, why: string]>([
    ['de', 'Europe/Berlin', 'de-DE', 'somebody at home'],
    ['de', 'America/New_York', 'de-US', 'somebody away'],
    ['pt', 'America/Sao_Paulo', 'pt-BR', 'a zone with an underscore'],
    ['en', 'America/Argentina/Ushuaia', 'en-AR', 'a zone with two slashes'],
    ['en', 'Asia/Calcutta', 'en-IN', 'the name that a runtime keeps'],
    ['en', 'Asia/Kolkata', 'en-IN', 'the name that people use by now'],
  ])('%s in %s is %s: %s', ([language, zone, tag]) => {
    expect(localeOf(language as Language, zone as Zone)).toEqual({ tag });
  });

  test('without a region, hours are those that need no AM and PM', () => {
    expect(localeOf(english, 'UTC' as Zone)).toEqual({ tag: 'en', hourCycle: 'h23' });
  });
});
