import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Country, type SafetyLines, WHOM } from '../../functions/core/mail/safety-lines.ts';
import { parseLocalDate } from '../../functions/core/time.ts';
import { COUNTRIES } from '../../functions/core/words/locale.ts';
import { named, type Reading, read } from './files.ts';
import { oneOf } from './markdown.ts';
import { line } from './schemas.ts';
import { readYaml } from './yaml.ts';

export const SAFETY_LINES = 'safety-lines.yaml';

const aNumber = z
  .string({ error: 'a number as it is called, in quotes: "116 123"' })
  .regex(/^\d[\d -]{1,18}\d$/, 'a number as it is called, in quotes: "116 123"');
const https = (what: string) =>
  z.string({ error: what }).regex(/^https:\/\/[^\s"<>]+$/, `${what}, beginning with https://`);
/** Nobody is sent to a number that nobody has looked at. */
const proof = {
  source: https('the page that says so'),
  checked: z
    .string({ error: 'the day it was looked at: 2026-12-31' })
    .refine((text) => parseLocalDate(text) !== undefined, 'the day it was looked at: 2026-12-31'),
};

const countrySchema = z
  .strictObject(
    {
      emergency: z.strictObject(
        { number: aNumber, ...proof },
        { error: 'number, checked and source' },
      ),
      lines: z
        .array(
          z.strictObject(
            {
              for: z.enum(WHOM, { error: oneOf(WHOM) }),
              name: line('what it is called there'),
              number: aNumber,
              hours: line('when it answers').optional(),
              url: https('its own page').optional(),
              ...proof,
            },
            { error: 'for, name, number, checked and source' },
          ),
          { error: 'a list of lines' },
        )
        .min(1, 'one line at least'),
    },
    { error: 'emergency and lines' },
  )
  .transform(
    ({ emergency, lines }): Country => ({
      emergency: emergency.number,
      lines: lines.map(({ source: _, checked: __, hours, url, ...rest }) => ({
        ...rest,
        ...(hours !== undefined && { hours }),
        ...(url !== undefined && { url }),
      })),
    }),
  );

const schema = z.record(z.string(), countrySchema, { error: 'countries, each with its lines' });

/** Who helps, by country: what ships, and instead of it whatever an author says of a country. */
export function loadSafetyLines(reading: Reading): SafetyLines {
  const own = join('own-words', SAFETY_LINES);
  const theirs = existsSync(join(reading.dir, own)) ? countriesIn(own, reading) : {};
  return { ...countriesIn(SAFETY_LINES, reading), ...theirs };
}

function countriesIn(path: string, reading: Reading): SafetyLines {
  const text = read(path, reading);
  const file = named(path, reading);
  const found = text && readYaml({ file, text, lineBefore: 0 }, schema, reading.mistakes);
  if (!found) return {};
  for (const code of Object.keys(found.value).filter((one) => !COUNTRIES.has(one)))
    reading.mistakes.add({
      file,
      line: found.lineOf([code]),
      key: code,
      found: 'a country that no time zone is in',
      expected: 'two capital letters, such as DE or GB',
    });
  return found.value;
}
