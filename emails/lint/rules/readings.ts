import type { TrackId } from '../../../functions/core/course.ts';
import type { Course } from '../../content/model.ts';
import type { LintedMail } from '../linted.ts';
import type { Checked } from '../rule.ts';

/** A course as most readers of one track get it, in reading order. */
export interface Reading {
  readonly course: Course;
  readonly track: TrackId;
  readonly letters: readonly LintedMail[];
}

/** Every course in every track, without the gentler way. */
export function courseReadings({ mails }: Pick<Checked, 'mails'>): readonly Reading[] {
  const readings = new Map<string, { course: Course; track: TrackId; letters: LintedMail[] }>();
  for (const linted of mails) {
    if (linted.lesson === undefined || linted.lesson.gentler) continue;
    const { course, track } = linted.lesson;
    const key = `${course.slug} ${track}`;
    const reading = readings.get(key) ?? { course, track, letters: [] };
    reading.letters.push(linted);
    readings.set(key, reading);
  }
  return [...readings.values()];
}
