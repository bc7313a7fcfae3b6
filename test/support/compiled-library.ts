import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { type Library, libraryIn } from '../../functions/adapters/library.ts';

/** What a function would find in its package, made from a content folder and put beside it. */
export async function libraryFrom(contentDir: string, beside = contentDir): Promise<Library> {
  const folder = join(beside, '..', 'compiled');
  mkdirSync(folder, { recursive: true });
  await writeCompiled(await compileContent(contentDir), folder);
  return libraryIn(pathToFileURL(`${folder}/`));
}
