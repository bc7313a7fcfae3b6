import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CourseOutline } from '../../functions/core/course.ts';
import type { ListWishes } from '../../functions/core/reader/import-row.ts';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type { Zone } from '../../functions/core/time.ts';
import { type List, listIn } from '../../local/account/import/list.ts';
import { at, course } from './builders.ts';

/** Three letters, so that a place in the middle is one. */
export const THREE: CourseOutline = course(['first', 'second', 'third']);

export const NOW = at('2026-11-22T09:00:00Z');

export const WISHES: ListWishes = {
  defaults: { zone: 'Europe/Berlin' as Zone, hour: 7 as Hour, days: '1234567' as Days },
  course: THREE,
  newsletter: false,
  confirmed: false,
};

/** A file for one test. @returns its path */
export function fileOf(content: string | Uint8Array, name = 'people.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A list as an import understands it. */
export const listOf = (
  content: string | Uint8Array,
  wishes: Partial<ListWishes> = {},
): Promise<List> =>
  listIn(fileOf(content), createHash('sha256'), {
    wishes: { ...WISHES, ...wishes },
    now: NOW,
    courses: [THREE],
  });
