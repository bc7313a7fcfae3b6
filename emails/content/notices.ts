import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NOTICES, type NoticeName } from '../../functions/core/mail/template.ts';
import { list, named, type Reading } from './files.ts';
import { oneOf } from './markdown.ts';
import type { Piece } from './model.ts';
import { loadMarkdown } from './piece.ts';
import { noticeSchema } from './schemas.ts';

/**
 * The mails around a course, in one language.
 *
 * @param shipped the folder that has all of them
 * @param own     the folder in which an author may have some in their own words
 */
export function loadNotices(
  shipped: string,
  own: string,
  reading: Reading,
): Readonly<Record<NoticeName, Piece>> {
  refuseUnknown(shipped, reading);
  refuseUnknown(own, reading);
  const load = (name: NoticeName): Piece => {
    const file = `${name}.md`;
    const folder = existsSync(join(reading.dir, own, file)) ? own : shipped;
    const loaded = loadMarkdown(join(folder, file), noticeSchema, reading);
    // By its name, whoever looks on passes it over: its own mistake comes first.
    const missing = named(join(folder, file), reading);
    if (loaded === undefined) return { file: missing, subject: '', preheader: '', blocks: [] };
    return { ...loaded.front.value, file: loaded.file, blocks: loaded.blocks };
  };
  // Fails to compile when a name is added to NOTICES: nothing is read by accident.
  return {
    confirmation: load('confirmation'),
    comeback: load('comeback'),
    already: load('already'),
    welcome: load('welcome'),
    paused: load('paused'),
    resumed: load('resumed'),
    changed: load('changed'),
    skipped: load('skipped'),
    exported: load('exported'),
    erasing: load('erasing'),
    goodbye: load('goodbye'),
    clarify: load('clarify'),
    help: load('help'),
    status: load('status'),
    care: load('care'),
    'own-link': load('own-link'),
    'new-address': load('new-address'),
    'address-taken': load('address-taken'),
    'in-part': load('in-part'),
    'as-it-was': load('as-it-was'),
    courses: load('courses'),
    'address-link': load('address-link'),
    digest: load('digest'),
  };
}

function refuseUnknown(folder: string, reading: Reading): void {
  for (const name of list(reading, folder, /\.md$/)) {
    if (NOTICES.some((known) => `${known}.md` === name)) continue;
    reading.mistakes.add({
      file: named(join(folder, name), reading),
      found: 'a notice that nothing sends',
      expected: oneOf(NOTICES.map((known) => `${known}.md`)),
    });
  }
}
