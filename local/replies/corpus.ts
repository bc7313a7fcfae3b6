import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const FOLDER = 'test/corpus';

/** What a person who wrote a reply meant by it; `docs/replies.md` explains each field. */
const wish = z.object({ wish: z.string() }).loose();
const labelled = z.object({
  text: z.string().min(1),
  wishes: z.array(wish),
  ask: z.boolean().optional(),
  personal: z.boolean().optional(),
  distress: z.boolean().optional(),
  who: z.string().optional(),
  lang: z.string().optional(),
  now: z.string().optional(),
  courses: z.array(z.string()).optional(),
});

/** One labelled reply. */
export type Case = z.infer<typeof labelled> & {
  readonly lang: string;
  /** Where it stands: `en-a.jsonl:12`. */
  readonly at: string;
};

/** The day on which the corpus is set, unless a reply says otherwise: a Wednesday. */
export const CORPUS_DAY = '2026-11-25T09:00:00Z';

/** The names of the corpus's files. */
export const corpusFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();

/** Every labelled reply, file by file. @throws on a line that is no labelled reply, with its place */
export function corpus(files: readonly string[] = corpusFiles()): readonly Case[] {
  return files.flatMap((name) =>
    readFileSync(name.includes('/') ? name : join(FOLDER, name), 'utf8')
      .trim()
      .split('\n')
      .map((line, at): Case => {
        const place = `${name}:${at + 1}`;
        const parsed = labelled.safeParse(JSON.parse(line));
        if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
        return { ...parsed.data, lang: parsed.data.lang ?? basename(name).slice(0, 2), at: place };
      }),
  );
}
