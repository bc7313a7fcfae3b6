import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledContent } from './compile.ts';

/** The folders of the output that are ours alone, so that what is stale in them can go. */
const FOLDERS = ['lessons', 'notices', 'newsletters', 'words', 'letters'];

/** The pictures of the pages, each a PNG, beside the words in `pictures/`. */
type Pictures = ReadonlyMap<string, Uint8Array>;

/** What only one door needs: what is ours in replies, and the letters that everybody may read. */
type OfOneDoor = 'ownWords' | 'letterPages';

/** Content as a door carries it. */
export type Written = Omit<CompiledContent, OfOneDoor> & Partial<Pick<CompiledContent, OfOneDoor>>;

/**
 * Writes compiled content as JSON files, as `functions/adapters/library.ts` reads them:
 * `publication.json`, `courses.json`, `languages.json` (the publication's first), `forward.json`,
 * `choice.json`, `row.json`, `title.json`, `safety-lines.json`, `own-words.json`, `lessons/<course>.<lesson>.<track>.json` and `….<track>.gentler.json`,
 * `newsletters/<id>.json`, `letters/<course>.<lesson>.json`, and of each language `words/<language>.json` and `notices/<language>.<name>.json`.
 * The same content gives the same bytes; files of mails that are gone are removed.
 */
export function writeCompiled(content: Written, outDir: string): void {
  const files = new Map<string, unknown>([
    ['publication.json', content.publication],
    ['courses.json', content.courses],
    ['languages.json', [...content.languages.keys()]],
    ['forward.json', content.forward],
    ['choice.json', content.choice],
    ['row.json', content.row],
    ['title.json', content.title],
    ['safety-lines.json', content.safetyLines],
  ]);
  if (content.ownWords !== undefined) files.set('own-words.json', content.ownWords);
  for (const { course, lesson, track, gentler, mail } of content.lessons) {
    const way = gentler ? '.gentler' : '';
    files.set(join('lessons', `${course}.${lesson}.${track}${way}.json`), mail);
  }
  for (const one of content.letterPages ?? [])
    files.set(join('letters', `${one.course}.${one.lesson}.json`), one.page);
  for (const [language, { words, notices }] of content.languages) {
    files.set(join('words', `${language}.json`), words);
    for (const [name, mail] of Object.entries(notices))
      files.set(join('notices', `${language}.${name}.json`), mail);
  }
  for (const issue of content.newsletters)
    files.set(join('newsletters', `${issue.id}.json`), issue);
  removeStale(outDir, files);
  for (const [path, value] of files) {
    const whole = join(outDir, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, `${JSON.stringify(value, undefined, 1)}\n`);
  }
}

function removeStale(outDir: string, files: ReadonlyMap<string, unknown>): void {
  for (const folder of FOLDERS) {
    const whole = join(outDir, folder);
    if (!existsSync(whole)) continue;
    for (const name of readdirSync(whole))
      if (name.endsWith('.json') && !files.has(join(folder, name))) rmSync(join(whole, name));
  }
}

/** Writes the pictures that the pages show, as the same library reads them: `pictures/<name>.png`. */
export function writePictures(pictures: Pictures, outDir: string): void {
  const folder = join(outDir, 'pictures');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of pictures) writeFileSync(join(folder, `${name}.png`), picture);
}
