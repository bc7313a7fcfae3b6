import { Temporal } from 'temporal-polyfill';
import type { Audience, IssuePlan } from '../../../functions/core/newsletter.ts';
import type { Instant, Zone } from '../../../functions/core/time.ts';
import type { KnownIssue, Place } from './issues.ts';
import { readingCosts } from './price.ts';

/** How a command on the newsletter says things. */

/** Where an issue stands, and what to do about it if there is anything. */
const PLACES: Readonly<Record<Place, string>> = {
  scheduled: 'scheduled',
  archive: 'archive: its day was past when it was first deployed',
  running: 'running: its readers are being told',
  sent: 'sent: whoever is to get it is told, and has it or waits for it',
  cancelled: 'cancelled',
  sample: 'sample: to send it, take the line “sample” out of its file',
  new: 'not deployed yet: npm run deploy schedules it',
  late: 'not deployed yet, and its day is past: it would be in the archive only',
  gone: 'scheduled once, and not in the folder any more: it is not sent',
};

export const placeInWords = ({ place, paused }: KnownIssue): string =>
  paused ? `paused, ${PLACES[place]}` : PLACES[place];

/** Short enough for a column: `2026-12-03`, or a moment. */
export const dayInWords = (plan: IssuePlan | undefined): string => {
  if (plan === undefined) return '';
  return plan.at === undefined ? plan.date : momentInWords(plan.at);
};

/** The same in a sentence. */
export const whenInWords = (plan: IssuePlan): string =>
  plan.at === undefined
    ? `on ${plan.date}, at each reader’s hour`
    : `at ${momentInWords(plan.at)}, to everybody at once`;

/** `2026-12-03 06:00 UTC` */
export const momentInWords = (at: Instant): string =>
  `${at.slice(0, 'YYYY-MM-DD'.length)} ${at.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length)} UTC`;

/** `2026-12-03 06:00 UTC, which is 7:00 in Europe/Berlin`, with the day where it is another one there. */
export function momentThere(at: Instant, zone: Zone): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const clock = `${there.hour}:${String(there.minute).padStart(2, '0')}`;
  const day = there.toPlainDate().toString();
  const on = at.startsWith(day) ? '' : ` on ${day}`;
  return `${momentInWords(at)}, which is ${clock}${on} in ${zone}`;
}

/** Of those who take the newsletter. */
export function audienceInWords({ audience, during }: IssuePlan): string {
  const { finished, taking, track, language }: Audience = audience;
  const who = [
    ...(finished ? [`finished ${finished}`] : []),
    ...(taking ? [`taking ${taking}`] : []),
    ...(track ? [`track ${track}`] : []),
    ...(language ? [`language ${language}`] : []),
  ];
  return `${who.join(', ') || 'all'}${during ? ', also in a course' : ''}`;
}

/** What going through the whole table costs, said before it is done. @param bytes how large the table is */
export const priceInWords = (bytes: number): string =>
  `Reading everybody who is stored (${(bytes / 1e6).toFixed(1)} MB) costs ${dollars(readingCosts(bytes))}.`;

/** `$0.0031`, and never `$0.00` for what costs something. */
export const dollars = (amount: number): string =>
  amount >= 0.01 || amount === 0 ? `$${amount.toFixed(2)}` : `less than a cent`;

/** Rows as columns, each as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
