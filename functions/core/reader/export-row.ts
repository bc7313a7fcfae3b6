import type { Fact } from './fact.ts';
import type { ListRow } from './import-columns.ts';
import { placeOf } from './import-place.ts';
import type { Newcomer } from './import-row.ts';
import type { Courses } from './owed.ts';

/** The columns of an exported list, in their order; the last one holds all that a table can't. */
export const EXPORTED = [
  'email',
  'name',
  'status',
  'course',
  'place',
  'track',
  'newsletter',
  'zone',
  'hour',
  'days',
  'consent_time',
  'source',
  'kindling',
] as const;
type Exported = Readonly<Record<(typeof EXPORTED)[number], string>>;

/** What an author may change in a spreadsheet without a look at the column `kindling`. */
const SAID = ['email', 'status', 'course', 'place', 'newsletter'] as const;
export type Said = Readonly<Record<(typeof SAID)[number], string>>;

/**
 * Somebody as a line of a list that other tools read, too. Of several courses it has the first; the column
 * `kindling` has everything, so that nothing is lost on the way back.
 *
 * @param facts theirs, oldest first
 * @param whole makes a text of it all, beside what other columns say of it
 */
export function exportedRow(
  reader: Newcomer,
  facts: readonly Fact[],
  courses: Courses,
  whole: (said: Said) => string,
): Exported {
  const { address, name = '', standing, newsletter, zone, hour, days } = reader;
  const first = reader.enrollments.find(({ stopped }) => stopped !== true);
  const course = courses.find(({ slug }) => slug === first?.course);
  const said: Said = {
    email: address,
    status: standing.is,
    course: first?.course ?? '',
    place: first === undefined ? '' : placeOf(course, first.received),
    newsletter: newsletter ? 'yes' : 'no',
  };
  const track = first?.track ?? '';
  const schedule = { zone, hour: String(hour), days };
  return { ...said, name, track, ...schedule, ...consentIn(facts), kindling: whole(said) };
}

/** When they said yes last, here or before they were brought here, and what is known of how. */
function consentIn(facts: readonly Fact[]): Pick<Exported, 'consent_time' | 'source'> {
  const yes = facts.findLast(({ kind }) => YESES.includes(kind));
  if (yes === undefined) return { consent_time: '', source: '' };
  const { consentAt = '', source = '' } = yes.details;
  return { consent_time: yes.kind === 'imported' ? consentAt : yes.at, source };
}

const YESES: readonly Fact['kind'][] = ['confirmed', 'rejoined', 'imported'];

/**
 * Whether a line says something else than its own column `kindling`: somebody changed the one and not the
 * other, and it must not be guessed which they meant.
 */
export const differs = (row: ListRow, said: Said): boolean =>
  SAID.some((field) => (row[field] ?? '').toLowerCase() !== said[field].toLowerCase());
