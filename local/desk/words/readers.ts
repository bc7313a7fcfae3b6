import { amount } from '../../account/import/words.ts';
import { columns, momentInWords } from '../../account/newsletter/words.ts';
import type { ReadersPage } from '../page.ts';
import { type ReaderCounts, STANDINGS, type StandingName } from '../readers.ts';

/** What somebody's standing means, beside a count. */
const MEANS: Readonly<Record<StandingName, string>> = {
  active: 'get letters',
  paused: 'have paused, or are away',
  left: 'have left',
  suppressed: 'can’t be mailed, or had everything erased',
  asked: 'asked, and have not confirmed',
  unreadable: 'can’t be read: docs/runbook.md, "An item cannot be read"',
};

/** Everybody in numbers. */
export function countsInWords(counts: ReaderCounts): readonly string[] {
  const { standing, newsletter, courses, joined } = counts;
  const known = STANDINGS.filter((name) => name !== 'unreadable' || standing[name] > 0);
  const days = joined.filter(({ count }) => count > 0);
  return [
    ...known.map((name) => `${amount(standing[name])}  ${MEANS[name]}`),
    '',
    `${amount(newsletter)}  of those who read take the newsletter`,
    ...Object.entries(courses).map(
      ([course, { reading, finished, stopped }]) =>
        `${amount(reading)}  are in ${course}; ${finished} have come to its end, ${stopped} stopped it`,
    ),
    '',
    `Joined in ${joined.length} days:${days.length === 0 ? ' nobody' : ''}`,
    ...days.map(({ day, count }) => `${amount(count)}  ${day}`),
  ];
}

/** A page of a list, and how to ask for the next one. */
export function pageInWords({ readers, next }: ReadersPage): readonly string[] {
  const rows = readers.map((one) => [
    one.id,
    one.address ?? '(no address)',
    one.standing,
    one.courses.map(({ course, place }) => `${course} ${place}`).join(', '),
    one.dueAt === undefined ? '' : momentInWords(one.dueAt),
  ]);
  const heading = ['id', 'address', 'standing', 'courses, and the last letter', 'next'];
  return [
    ...(rows.length > 0 ? columns([heading, ...rows]) : ['Nobody of these on this page.']),
    ...(next === undefined ? [] : ['', `There may be more: --after ${next}`]),
  ];
}
