import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { outlinesIn } from '../../functions/adapters/outlines.ts';
import { MalformedItem, NewerItem } from '../../functions/adapters/stored.ts';
import type { CourseSlug, LessonId, TrackId } from '../../functions/core/course.ts';
import type { KeptCourse } from '../../functions/core/outline.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());
beforeEach(async () => {
  for (const { slug } of await outlines()
    .load()
    .catch(() => []))
    await outlines().forget(slug);
  await rawItemsIn(dynalite).put(SHAPE);
});

const outlines = () => outlinesIn(dynalite.name, dynalite.config);

/** As the first code that was shipped wrote it. */
const SHAPE = {
  pk: 'outline',
  sk: 'closer',
  v: 1,
  tracks: ['partner'],
  lessons: [
    { id: 'tea', subject: 'Tea' },
    { id: 'rain', subject: 'Rain', retired: true },
  ],
};
const CLOSER: KeptCourse = {
  slug: 'closer' as CourseSlug,
  tracks: ['partner' as TrackId],
  lessons: [
    { id: 'tea' as LessonId, subject: 'Tea' },
    { id: 'rain' as LessonId, subject: 'Rain', retired: true },
  ],
};
const OVER: KeptCourse = { slug: 'over' as CourseSlug, tracks: [], lessons: [], retired: true };

test('what was written first is read, whatever newer code put there', async () => {
  await rawItemsIn(dynalite).put({ ...SHAPE, later: 'x' });
  expect(await outlines().load()).toEqual([CLOSER]);
});

test('courses are kept, replaced and forgotten one by one', async () => {
  await outlines().save(OVER);
  const rests = [{ from: '2026-12-20' as LocalDate, until: '2027-01-06' as LocalDate }];
  await outlines().save({ ...CLOSER, lessons: [], rests });
  expect(await outlines().load()).toEqual([{ ...CLOSER, lessons: [], rests }, OVER]);
  await outlines().forget(CLOSER.slug);
  expect(await outlines().load()).toEqual([OVER]);
});

test.for<readonly [reason: string, fields: object, error: typeof NewerItem | typeof MalformedItem]>(
  [
    ['a newer major version', { v: 2 }, NewerItem],
    ['a letter without an id', { lessons: [{ subject: 'Tea' }] }, MalformedItem],
    ['letters that are no list', { lessons: 'tea' }, MalformedItem],
  ],
)('refused: %s', async ([, fields, error]) => {
  await rawItemsIn(dynalite).put({ ...SHAPE, ...fields });
  await expect(outlines().load()).rejects.toBeInstanceOf(error);
});
