import type { IssuePlan } from '../../../functions/core/newsletter.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Quota } from '../../../functions/core/sending/pace.ts';
import type { Instant } from '../../../functions/core/time.ts';
import { quotaAt } from '../import/table.ts';
import type { Outside } from '../session.ts';
import type { Desk } from './desk.ts';
import { type Letters, lastOut, lettersOf } from './drain.ts';
import { type Forecast, forecastOf } from './forecast.ts';
import { bytesOf, everybodyAt } from './readers.ts';
import { priceInWords } from './words.ts';

/** Everybody as they stand now, and what the account lets out. */
export interface Crowd {
  readonly everybody: readonly Subscriber[];
  readonly letters: Letters;
  readonly quota: Quota;
}

/** Says what it costs, and goes through the whole table. */
export async function crowdAt(desk: Desk, print: Outside['print']): Promise<Crowd> {
  print(`${priceInWords(await bytesOf(desk.at))}\n`);
  return crowdOf(desk);
}

/** Goes through the whole table, whoever has said what that costs. */
export async function crowdOf({ at, courses }: Desk): Promise<Crowd> {
  const [everybody, quota] = [await everybodyAt(at), await quotaAt(at)];
  return { everybody, letters: lettersOf(everybody, courses, at.now), quota };
}

/** What becomes of one issue. */
export interface Outlook {
  readonly forecast: Forecast;
  /** When the last of those who get it by themselves has it; undefined when that is not foreseen. */
  readonly last: Instant | undefined;
}

export function outlookOf(
  { everybody, letters, quota }: Crowd,
  plan: IssuePlan,
  { at, courses }: Desk,
): Outlook {
  const forecast = forecastOf(everybody, plan, courses, at.now);
  return { forecast, last: lastOut(forecast.due, letters, quota, at.now) };
}

/** The same for scripts. */
export const outlookAsJson = ({ forecast, last }: Outlook) => {
  const { takers, had, due, inCourse, paused } = forecast;
  const ends = { firstDue: due[0]?.at, lastDue: due.at(-1)?.at, lastOut: last };
  return { takers, had, due: due.length, inCourse, inPause: paused, ...ends };
};
