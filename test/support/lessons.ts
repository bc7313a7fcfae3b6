import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Courses } from '../../functions/core/reader/owed.ts';

/** The ids of the first course's lessons in reading order, as an assembly's functions know them. */
export function lessonsOf(assembly: string): readonly string[] {
  const file = readdirSync(assembly)
    .map((asset) => join(assembly, asset, 'content', 'courses.json'))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`no function in ${assembly} carries content`);
  const courses = JSON.parse(readFileSync(file, 'utf8')) as Courses;
  return courses[0]?.lessons.map(({ id }) => id) ?? [];
}
