import type { Paint } from '../../account/paint.ts';
import type { CourseFunnel, FunnelRow } from '../funnel.ts';

/** How long a bar is that all readers make. */
const WIDTH = 40;

/** What a bar is made of: who went on, who paused after it, and who left after it. */
const MARKS = { went: '█', paused: '▓', left: '░' } as const;

/** A course as a picture: a bar a letter, as long as its readers are many. */
export function funnelInWords({ course, title, finished, rows }: CourseFunnel, paint: Paint) {
  const most = Math.max(0, ...rows.map(({ received }) => received));
  const width = Math.max(0, ...rows.map(({ letter }) => letter.length));
  const numbers = String(most).length;
  const legend = `${MARKS.went} received  ${paint('yellow', MARKS.paused)} paused after it  ${paint('red', MARKS.left)} left after it`;
  return [
    paint('bold', `${course}: ${title}`),
    most === 0 ? 'Nobody has had a letter of it, as far as was counted.' : legend,
    ...(most === 0 ? [] : rows.map((one) => rowInWords(one, { most, width, numbers }, paint))),
    ...(most === 0 ? [] : [`${finished} have had its last letter.`]),
    '',
  ];
}

interface Scale {
  readonly most: number;
  readonly width: number;
  readonly numbers: number;
}

function rowInWords(row: FunnelRow, { most, width, numbers }: Scale, paint: Paint): string {
  const { place, letter, received, replied, pausedAfter, leftAfter } = row;
  const name = `${String(place ?? '–').padStart(3)} ${letter.padEnd(width)}`;
  const told = [
    ...(replied > 0 ? [`${replied} replied`] : []),
    ...(pausedAfter > 0 ? [`${pausedAfter} paused`] : []),
    ...(leftAfter > 0 ? [`${leftAfter} left`] : []),
  ];
  const { went, paused, left } = barOf(row, most);
  const bar =
    MARKS.went.repeat(went) +
    paint('yellow', MARKS.paused.repeat(paused)) +
    paint('red', MARKS.left.repeat(left));
  const rest = ' '.repeat(WIDTH - went - paused - left);
  return `${name} ${bar}${rest} ${String(received).padStart(numbers)}  ${told.join(', ')}`.trimEnd();
}

/**
 * The parts of a bar, in marks. What is not nought has one, however few: a letter after which somebody left is
 * to be seen. More may have left after a letter than it is counted to have been received by: news of it comes late.
 */
export function barOf(
  { received, pausedAfter, leftAfter }: Pick<FunnelRow, 'received' | 'pausedAfter' | 'leftAfter'>,
  most: number,
): { readonly went: number; readonly paused: number; readonly left: number } {
  const marks = (count: number) =>
    count === 0 || most === 0 ? 0 : Math.max(1, Math.round((WIDTH * count) / most));
  const whole = Math.min(WIDTH, marks(received));
  const left = Math.min(whole, marks(leftAfter));
  const paused = Math.min(whole - left, marks(pausedAfter));
  return { went: whole - left - paused, paused, left };
}
