import type { IssuePlan } from '../../../functions/core/newsletter.ts';
import { lettersADay, type Quota } from '../../../functions/core/sending/pace.ts';
import { type Instant, type LocalDate, localDate } from '../../../functions/core/time.ts';
import { amount } from '../import/words.ts';
import type { Due, Forecast } from './forecast.ts';
import { dollars, momentInWords, momentThere } from './words.ts';

/** Of many days, the first few. */
const DAYS_TOLD = 5;

/** Who gets an issue, a line for each lot. */
export function whoInWords(
  { takers, had, due, inCourse, paused }: Forecast,
  issue: IssuePlan,
): readonly string[] {
  const theirs = had + due.length + inCourse + paused;
  const hour =
    issue.at === undefined ? 'at their hour' : 'at that moment, or later if a letter came that day';
  return [
    `${amount(takers)}  take the newsletter`,
    ...(theirs < takers ? [`${amount(takers - theirs)}  of them it is not for`] : []),
    ...(had > 0 ? [`${amount(had)}  have had it, or took the newsletter after its day`] : []),
    `${amount(due.length)}  get it ${hour}`,
    ...daysInWords(due),
    ...(inCourse > 0 ? [`${amount(inCourse)}  are in a course, and get it when that is over`] : []),
    ...(paused > 0
      ? [`${amount(paused)}  have paused without an end, and get it when they go on`]
      : []),
  ];
}

/** On which days of theirs: some read on weekends only, or are away. */
function daysInWords(due: readonly Due[]): readonly string[] {
  const days = new Map<LocalDate, number>();
  for (const { at, zone } of due) {
    const day = localDate(at, zone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  if (days.size < 2) return [];
  const all = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  const later = all.slice(DAYS_TOLD);
  const rest = later.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...all.slice(0, DAYS_TOLD).map(([day, count]) => `${amount(count)}    on ${day} of theirs`),
    ...(rest > 0 ? [`${amount(rest)}    later, until ${later.at(-1)?.[0]}`] : []),
  ];
}

/** When, how long, and at what quota. @param last when the last one has it */
export function whenAllInWords(
  due: readonly Due[],
  last: Instant | undefined,
  quota: Quota,
): readonly string[] {
  const [first, final] = [due[0], due.at(-1)];
  if (first === undefined || final === undefined)
    return ['Nobody is to get it at a time that is known.'];
  return [
    `The first is due ${momentThere(first.at, first.zone)}.`,
    `The last is due ${momentThere(final.at, final.zone)}.`,
    `${quotaInWords(quota)} ${endInWords(last)}`,
  ];
}

const endInWords = (last: Instant | undefined): string =>
  last === undefined
    ? 'That is too little: somebody would wait for more than a hundred days. Ask for a larger quota ' +
      '(Service Quotas, “Sending quota”).'
    : `With letters first, and a third of the day’s quota left to them, the last has gone out by ${momentInWords(last)}.`;

function quotaInWords(quota: Quota): string {
  const { perSecond, sentToday } = quota;
  const most = lettersADay(quota);
  const aDay = Number.isFinite(most) ? `${quota.perDay} a day` : 'no limit a day';
  return `The account may send ${perSecond} a second and ${aDay}, and sent ${sentToday} in the last 24 hours.`;
}

export const costInWords = ({
  ses,
  ours,
}: {
  readonly ses: number;
  readonly ours: number;
}): string => `It costs ${dollars(ses)} at SES, and ${dollars(ours)} for all else.`;
