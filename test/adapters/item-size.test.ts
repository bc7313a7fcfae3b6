import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CourseOutline } from '../../functions/core/course.ts';
import { beginAgain } from '../../functions/core/reader/courses.ts';
import { afterSending, owedMail } from '../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at, claim, course } from '../support/builders.ts';
import { itemOf, someone } from '../support/stored-items.ts';

/** A write of an item up to 1 KB is one unit, and each letter writes it a few times (docs/scale.md). */

const NOW = at('2026-11-22T07:00:00Z');
const LESSONS = new URL('../../content/courses/closer/lessons/', import.meta.url);
const ids = readdirSync(LESSONS).map(
  (file) => /^id: (.+)$/m.exec(readFileSync(new URL(file, LESSONS), 'utf8'))?.[1] ?? '',
);
const COURSES: readonly CourseOutline[] = [course(ids)];

/**
 * Bytes of a value as DynamoDB counts them
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
 */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + 1 + sizeOf(one), 3);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, one]) => sum + name.length + 1 + sizeOf(one), 3);
}

/** Somebody after so many letters of each time that they took the course. */
function after(times: readonly number[]): Subscriber {
  const had = { course: COURSES[0]?.slug, track: 'partner', gentler: true, welcomed: true };
  let one = someone({
    name: 'Annabelle-Charlotte von und zu Hohenstein',
    address: 'annabelle-charlotte.von-und-zu.hohenstein@mail.some-university.example.org' as never,
    zone: 'America/Argentina/Buenos_Aires' as never,
    enrollments: [{ ...had, received: [] } as never],
    discreet: true,
    byTurns: true,
    quiet: true,
    secret: 'Zm9vYmFyYmF6cXV4cXV1eHgtX2E' as never,
    notBefore: '2026-11-23' as never,
  });
  const present = { now: NOW, courses: COURSES };
  for (const [time, count] of times.entries()) {
    if (time > 0) {
      const begun = beginAgain(one, COURSES[0]?.slug as never, undefined, present);
      if (begun.is === 'changed') one = begun.subscriber;
    }
    for (let letter = 0; letter < count; letter += 1) {
      const owed = owedMail(one, COURSES);
      if (owed !== undefined) one = afterSending(one, owed, COURSES, NOW);
    }
  }
  const attempt = '01980a1b-2c3d-7e4f-8a5b-6c7d8e9f0a1b' as never;
  return { ...one, dueAt: NOW, claim: claim(NOW, { attempt }) };
}

test.for<[why: string, times: readonly number[]]>([
  ['read to its end', [28]],
  ['and begun again', [28, 0]],
  ['half way through the second time', [28, 14]],
  ['nine times, each broken off at another letter', [28, 3, 28, 14, 1, 27, 0, 28, 13]],
])('a course of 28 letters, %s, is in an item under 1 KB', ([, times]) => {
  const one = after(times);
  const [enrollment] = one.enrollments;
  expect([...(enrollment?.received ?? []), ...(enrollment?.earlier ?? [])]).toHaveLength(28);
  // The item's own map has no three bytes.
  expect(sizeOf(itemOf(one)) - 3).toBeLessThan(1024);
});

/** Whoever reads several has a larger item: with all else as long as here, two units a write from half of two courses on. */
test.for<[courses: number, letters: number, units: number]>([
  [1, 28, 1],
  [2, 10, 1],
  [2, 14, 2],
  [2, 28, 2],
  [4, 28, 2],
  [5, 28, 3],
])('%i courses, %i letters of each: %i units a write', ([courses, letters, units]) => {
  const [first, ...others] = after([letters]).enrollments;
  const one = after([letters]);
  const enrollments = Array.from({ length: courses }, (_, place) => ({
    ...(first ?? others[0]),
    course: `${COURSES[0]?.slug}-${place}`,
  }));
  const size = sizeOf(itemOf({ ...one, enrollments: enrollments as never })) - 3;
  expect(Math.ceil(size / 1024), `${size} bytes`).toBe(units);
});
