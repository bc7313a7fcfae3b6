import { Temporal } from 'temporal-polyfill';
import { barOf } from '../account/newsletter/progress.ts';
import { dollars, momentInWords } from '../account/newsletter/words.ts';
import { type Paint, paintFor, type Style } from '../account/paint.ts';
import { WEEKDAYS } from '../desk/words/schedule.ts';
import type { Limits } from './engine.ts';
import type { Counts, Day, Most, Totals } from './totals.ts';

/** The widest bar of a day, in characters. */
const WIDTH = 36;

/** What a mail is: a mark, and its color. */
const MARKS: readonly (readonly [of: keyof Counts, mark: string, color: Style | undefined])[] = [
  ['letters', '█', undefined],
  ['issues', '▓', 'cyan'],
  ['others', '░', 'dim'],
];
const MEANING = '█ letters  ▓ newsletter  ░ confirmations and welcomes';

/** Mails a day, as bars: the busiest day has the widest. */
export function drawnDays(days: readonly Day[], color: boolean): readonly string[] {
  const most = Math.max(1, ...days.map(sumOf));
  const paint = paintFor({ color });
  return [
    `${'day'.padEnd(16)}${MEANING.padEnd(WIDTH)}  mails  in a minute`,
    ...days.map((one) => {
      const bar = barsOf(one, most, paint);
      const figures = `${number(sumOf(one)).padStart(7)}${number(one.peak).padStart(13)}`;
      return `${weekday(one)} ${one.day}  ${bar}${figures}`;
    }),
  ];
}

const sumOf = ({ letters, issues, others }: Counts): number => letters + issues + others;

const weekday = ({ day }: Day): string =>
  WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';

function barsOf(counts: Counts, most: number, paint: Paint): string {
  let [sum, drawn] = [0, 0];
  const parts = MARKS.map(([of, mark, as]) => {
    sum += counts[of];
    const end = Math.round((WIDTH * sum) / most);
    const part = mark.repeat(end - drawn);
    drawn = end;
    return paint(as, part);
  });
  return parts.join('') + ' '.repeat(WIDTH - drawn);
}

/** All that the days came to, in sentences and two bars. */
export function totalsInWords(
  { mails, peakMinute, peakQuota, late, waiting, cost, readers }: Totals,
  { perDay, perSecond }: Limits,
): readonly string[] {
  const { reading, finished, paused, left, unconfirmed } = readers;
  const share = peakQuota.mails / perDay;
  const sum = cost.ses + cost.ours;
  return [
    `${number(mails.all)} mails: ${number(mails.letters)} letters, ${number(mails.issues)} of the newsletter, ` +
      `${number(mails.others)} confirmations and welcomes`,
    `${number(peakMinute.mails)} in the busiest minute${when(peakMinute)}; the account may send ${perSecond} a second`,
    `${barOf(Math.min(1, share))} ${percent(share)} of the day’s quota of ${number(perDay)}, at most${when(peakQuota)}`,
    ...(late > 0
      ? [`${number(late)} mails went more than two hours late: the quota is too small, or the rate`]
      : []),
    ...(waiting > 0 ? [`${number(waiting)} readers still wait for a mail at the end`] : []),
    `${barOf(sum === 0 ? 0 : cost.ses / sum)} ${dollars(cost.ses)} for SES of ${dollars(sum)} in all`,
    `In the end ${number(reading)} read, ${number(finished)} have finished, ${number(paused)} are in a pause, ` +
      `${number(left)} have left${unconfirmed > 0 ? `, ${number(unconfirmed)} have not confirmed` : ''}`,
  ];
}

const when = ({ at }: Most): string => (at === undefined ? '' : ` (${momentInWords(at)})`);

/** All but nothing is not nothing. */
const percent = (share: number): string =>
  share > 0 && share < 0.01 ? 'less than 1 %' : `${Math.floor(100 * share)} %`;

export const number = (value: number): string => value.toLocaleString('en-US');
