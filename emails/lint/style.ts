import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { named } from '../content/files.ts';
import type { Mistakes } from '../content/mistakes.ts';
import { readYaml } from '../content/yaml.ts';

const number = (what: string) => z.number({ error: what }).positive(what);

const PRACTICES = 'what is asked of practices: { alone-percent: 25, asks-in-a-row: 3 }';
const SAMENESS =
  'what letters may share: shared-words, longest-to-shortest, hedges, studies and articles';
const WORDS = 'the least and the most words of a letter: { least: 350, most: 600 }';

/** `content/style.yaml`: how everything in this publication is written. Each key may be left out. */
const styleSchema = z.strictObject(
  {
    words: z
      .strictObject({ least: number(WORDS), most: number(WORDS) }, { error: WORDS })
      .default({ least: 350, most: 600 }),
    'words-a-minute': number('how many words people read in a minute').default(180),
    grade: number('the highest school grade (Flesch-Kincaid)').default(8),
    hype: z.array(z.string(), { error: 'a list of words' }).default([]),
    forms: z.array(z.string(), { error: 'a list of forms' }).default([]),
    'rest-every': number('a number of letters, of which one is to rest with').optional(),
    practices: z
      .strictObject(
        { 'alone-percent': number(PRACTICES), 'asks-in-a-row': number(PRACTICES) },
        { error: PRACTICES },
      )
      .optional(),
    sameness: z
      .strictObject(
        {
          'shared-words': number(SAMENESS),
          'longest-to-shortest': number(SAMENESS),
          hedges: z.array(z.string(), { error: 'a list of words' }),
          studies: z.array(z.string(), { error: 'a list of words' }),
          articles: z.array(z.string(), { error: 'a list of words' }),
        },
        { error: SAMENESS },
      )
      .optional(),
    'day-words': z
      .record(z.string(), z.array(z.string(), { error: 'a list of words' }), {
        error: 'lists of words, by language',
      })
      .default({}),
  },
  { error: 'words, words-a-minute, grade, hype, forms and so on' },
);

export type Style = z.infer<typeof styleSchema>;

export const HOUSE_STYLE: Style = styleSchema.parse({});

/** The style of a content folder; a mistake in it is reported, and the house style is used. */
export function loadStyle(contentDir: string, mistakes: Mistakes): Style {
  const path = join(contentDir, 'style.yaml');
  if (!existsSync(path)) return HOUSE_STYLE;
  const file = named('style.yaml', { dir: contentDir });
  const part = { file, text: readFileSync(path, 'utf8'), lineBefore: 0 };
  return readYaml(part, styleSchema, mistakes)?.value ?? HOUSE_STYLE;
}
