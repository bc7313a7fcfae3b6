import { describe, expect, test } from 'vitest';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { LocalDate, Zone } from '../../../functions/core/time.ts';
import {
  dateInWords,
  dayInWords,
  hourInWords,
  momentInWords,
  pauseInWords,
  scheduleInWords,
  weekdayInWords,
} from '../../../functions/core/words/phrases.ts';
import { at } from '../../support/builders.ts';
import { ENGLISH, wordsIn } from '../../support/words.ts';

const BERLIN = 'Europe/Berlin' as Zone;
const NEW_YORK = 'America/New_York' as Zone;
const MEXICO = 'America/Mexico_City' as Zone;
/** No region follows from it. */
const UTC = 'UTC' as Zone;

/** Tables differ from year to year in `07:00` and `7:00`, and in which space is before `PM`. */
const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f]/g, ' ').replace(/(?<!\d)0(?=\d:)/g, '');

const rhythm = (hour: number, zone: Zone, days = '1234567') => ({
  hour: hour as Hour,
  zone,
  days: days as Days,
});

describe('when letters come: by the language, and as it is written where the reader lives', () => {
  test.for<[language: string, zone: Zone, said: string]>([
    ['en', BERLIN, 'every day at 7:00 (Central European Time)'],
    ['en', NEW_YORK, 'every day at 7:00 AM (Eastern Time)'],
    ['en', UTC, 'every day at 7:00 (Coordinated Universal Time)'],
    ['de', BERLIN, 'jeden Tag um 7:00 Uhr (Mitteleuropäische Zeit)'],
    ['de', NEW_YORK, 'jeden Tag um 7:00 Uhr (Nordamerikanische Ostküstenzeit)'],
    ['de', UTC, 'jeden Tag um 7:00 Uhr (Koordinierte Weltzeit)'],
    ['fr', BERLIN, 'tous les jours à 7:00 (heure d’Europe centrale)'],
    ['fr', NEW_YORK, 'tous les jours à 7:00 (heure de l’Est nord-américain)'],
    ['fr', UTC, 'tous les jours à 7:00 (temps universel coordonné)'],
    ['es', BERLIN, 'todos los días a las 7:00 (hora de Europa central)'],
    ['es', NEW_YORK, 'todos los días a las 7:00 a.m. (hora oriental)'],
    ['es', UTC, 'todos los días a las 7:00 (tiempo universal coordinado)'],
    ['it', BERLIN, 'ogni giorno alle ore 7:00 (Ora dell’Europa centrale)'],
    ['it', NEW_YORK, 'ogni giorno alle ore 7:00 (Ora orientale USA)'],
    ['it', UTC, 'ogni giorno alle ore 7:00 (Tempo coordinato universale)'],
    ['pt', BERLIN, 'todos os dias às 7:00 (Horário da Europa Central)'],
    ['pt', NEW_YORK, 'todos os dias às 7:00 (Horário do Leste)'],
    ['pt', UTC, 'todos os dias às 7:00 (Horário Universal Coordenado)'],
    ['nl', BERLIN, 'elke dag om 7:00 uur (Midden-Europese tijd)'],
    ['nl', NEW_YORK, 'elke dag om 7:00 uur (Eastern-tijd)'],
    ['nl', UTC, 'elke dag om 7:00 uur (gecoördineerde wereldtijd)'],
  ])('%s in %s: %s', ([language, zone, said]) => {
    const { words } = wordsIn(language);
    expect(plain(scheduleInWords(rhythm(7, zone), words))).toBe(said);
  });

  test.for<[language: string, days: string, said: string]>([
    ['en', '12345', 'on weekdays at 7:00'],
    ['en', '14', 'every Monday and Thursday at 7:00'],
    ['en', '7', 'every Sunday at 7:00'],
    ['de', '12345', 'montags bis freitags um 7:00 Uhr'],
    ['de', '147', 'jeden Montag, Donnerstag und Sonntag um 7:00 Uhr'],
    ['fr', '67', 'chaque samedi et dimanche à 7:00'],
  ])('%s, days %s: %s', ([language, days, said]) => {
    const { words } = wordsIn(language);
    expect(plain(scheduleInWords(rhythm(7, BERLIN, days), words))).toMatch(said);
  });
});

describe('a moment, on the reader’s own clock and calendar', () => {
  test.for<[language: string, zone: Zone, said: string]>([
    ['en', BERLIN, 'Monday, 7 December 2026, at 13:30'],
    ['en', NEW_YORK, 'Monday, December 7, 2026, at 7:30 AM'],
    ['en', UTC, 'Monday, December 7, 2026, at 12:30'],
    ['de', BERLIN, 'Montag, 7. Dezember 2026, um 13:30 Uhr'],
    ['de', NEW_YORK, 'Montag, 7. Dezember 2026, um 7:30 Uhr'],
    ['fr', BERLIN, 'lundi 7 décembre 2026 à 13:30'],
    ['es', NEW_YORK, 'lunes, 7 de diciembre de 2026, a las 7:30 a.m.'],
    ['it', BERLIN, 'lunedì 7 dicembre 2026 alle ore 13:30'],
    ['pt', BERLIN, 'segunda-feira, 7 de dezembro de 2026, às 13:30'],
    ['nl', BERLIN, 'maandag 7 december 2026 om 13:30 uur'],
    ['de', 'Pacific/Auckland' as Zone, 'Dienstag, 8. Dezember 2026, um 1:30 Uhr'],
  ])('%s in %s: %s', ([language, zone, said]) => {
    const { words } = wordsIn(language);
    expect(plain(momentInWords(at('2026-12-07T12:30:00Z'), zone, words))).toBe(said);
  });
});

describe('what stands before an hour follows from the hour that the clock shows', () => {
  test.for<[language: string, hour: number, zone: Zone, said: string, why: string]>([
    ['es', 1, BERLIN, 'a la 1:00', 'one o’clock is singular'],
    ['es', 13, BERLIN, 'a las 13:00', 'thirteen is not'],
    ['es', 13, MEXICO, 'a la 1:00 p.m.', 'but it is one where the clock has twelve hours'],
    ['es', 0, MEXICO, 'a las 12:00 a.m.', 'and midnight is twelve there'],
    ['es', 11, MEXICO, 'a las 11:00 a.m.', 'eleven has two ones'],
    ['pt', 0, BERLIN, 'à 0:00', 'zero hora'],
    ['pt', 1, BERLIN, 'à 1:00', 'uma hora'],
    ['pt', 2, BERLIN, 'às 2:00', 'duas horas'],
    ['it', 1, BERLIN, 'alle ore 1:00', 'the same for all'],
    ['fr', 1, BERLIN, 'à 1:00', 'the same for all'],
  ])('%s, hour %i in %s: %s, since %s', ([language, hour, zone, said]) => {
    const { words } = wordsIn(language);
    expect(plain(scheduleInWords(rhythm(hour, zone), words))).toContain(` ${said} (`);
  });
});

test.for<[hour: number, zone: Zone, said: string]>([
  [0, BERLIN, '0:00'],
  [23, BERLIN, '23:00'],
  [0, NEW_YORK, '12:00 AM'],
  [12, NEW_YORK, '12:00 PM'],
  [0, UTC, '0:00'],
])('hour %i in a list in %s: %s', ([hour, zone, said]) => {
  expect(plain(hourInWords(hour, ENGLISH, zone))).toBe(said);
});

describe('a pause', () => {
  const from = '2026-12-01' as LocalDate;
  const until = '2026-12-07' as LocalDate;
  test.for<[language: string, pause: Parameters<typeof pauseInWords>[0], said: string]>([
    ['en', {}, 'until you tell us to go on'],
    ['en', { until }, 'until Monday, 7 December 2026'],
    ['en', { from }, 'from Tuesday, 1 December 2026 until you tell us to go on'],
    ['en', { from, until }, 'from Tuesday, 1 December 2026 until Monday, 7 December 2026'],
    ['de', { until }, 'bis Montag, 7. Dezember 2026'],
    ['es', { until }, 'hasta el lunes, 7 de diciembre de 2026'],
    ['nl', { from }, 'vanaf dinsdag 1 december 2026 tot je ons een seintje geeft'],
  ])('%s %o: %s', ([language, pause, said]) => {
    expect(pauseInWords(pause, wordsIn(language).words, BERLIN)).toBe(said);
  });
});

test('a day is that day everywhere, whatever the hour is there', () => {
  for (const zone of [BERLIN, NEW_YORK, 'Pacific/Auckland' as Zone, UTC]) {
    expect(dayInWords('2026-12-07' as LocalDate, ENGLISH, zone)).toMatch(/^Monday, .*7/);
  }
});

test('a date that is nobody’s follows the language as it was declared', () => {
  expect(dateInWords('2026-12-07' as LocalDate, 'en')).toBe('December 7, 2026');
  expect(dateInWords('2026-12-07' as LocalDate, 'en-GB')).toBe('7 December 2026');
  expect(dateInWords('2026-12-07' as LocalDate, 'de-AT')).toBe('7. Dezember 2026');
});

test('weekdays begin with Monday', () => {
  const names = (width: 'long' | 'short') =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => weekdayInWords(day, wordsIn('de').words, width));
  expect(names('long').join()).toBe('Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag');
  expect(
    names('short')
      .map((name) => name.slice(0, 2))
      .join(),
  ).toBe('Mo,Di,Mi,Do,Fr,Sa,So');
});
