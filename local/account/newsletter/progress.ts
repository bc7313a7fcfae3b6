import type { Forecast } from './forecast.ts';

/** The widest that a bar is, in characters. */
const WIDTH = 40;

/** How far an issue is: of those who get it by themselves, and not after a course or a pause. */
export const shareOf = ({ had, due }: Pick<Forecast, 'had' | 'due'>): number =>
  had + due.length === 0 ? 1 : had / (had + due.length);

/**
 * How far an issue is, in a line.
 *
 * @param drawn with a bar, for a terminal; a script gets the figure alone
 */
export function progressInWords(forecast: Forecast, drawn: boolean): string {
  const share = shareOf(forecast);
  // All but one is not all.
  const percent = `${Math.floor(100 * share)} %`;
  if (!drawn) return percent;
  return `${barOf(share)} ${percent}`;
}

/** A bar that is full by so much. @param share from 0 to 1 */
export function barOf(share: number): string {
  const full = Math.floor(WIDTH * share);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
}
