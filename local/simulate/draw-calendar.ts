import { Temporal } from 'temporal-polyfill';
import { paintFor, type Style } from '../account/paint.ts';
import { WEEKDAYS } from '../desk/words/schedule.ts';
import type { CalendarDay, Entry } from './calendar.ts';

/** A month as a grid: seven columns that fit a terminal of 80. */
const CELL = 11;
/** So many lines of a title, and of a name of more than one mail. */
const TITLE_LINES = 2;

/** One line of a cell. */
interface Line {
  readonly text: string;
  readonly color?: Style;
}

/** A reader's days, a grid for each month. */
export function drawnCalendar(days: readonly CalendarDay[], color: boolean): readonly string[] {
  const months = new Map<string, CalendarDay[]>();
  for (const one of days) {
    const month = one.day.slice(0, 'YYYY-MM'.length);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months].flatMap(([month, theirs]) => [
    painted({ text: monthInWords(month), color: 'bold' }, color),
    painted(
      {
        text: WEEKDAYS.map((name) => name.padEnd(CELL))
          .join('')
          .trimEnd(),
        color: 'dim',
      },
      color,
    ),
    ...weeksOf(theirs).flatMap((week) => weekInLines(week, color)),
    '',
  ]);
}

const monthInWords = (month: string): string =>
  Temporal.PlainYearMonth.from(month)
    .toPlainDate({ day: 1 })
    .toLocaleString('en', { month: 'long', year: 'numeric' });

type Week = readonly (CalendarDay | undefined)[];

/** The weeks of a month, from Monday on; days of other months are empty. */
function weeksOf(days: readonly CalendarDay[]): readonly Week[] {
  const before = Temporal.PlainDate.from(days[0]?.day ?? '2026-01-01').dayOfWeek - 1;
  const cells = [...Array<undefined>(before).fill(undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(7 * week, 7 * week + 7),
  );
}

function weekInLines(week: Week, color: boolean): readonly string[] {
  const cells = week.map((day) => (day === undefined ? [] : cellOf(day)));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map((lines) => {
        const line = lines[row] ?? { text: '' };
        const [text, rest] = [fitting(line.text), CELL - [...fitting(line.text)].length];
        return painted({ ...line, text }, color) + ' '.repeat(rest);
      })
      .join('')
      .trimEnd(),
  );
}

/** The day of the month, then what came, then what kept letters away. */
function cellOf({
  day,
  mails,
  unchosen,
  rests,
  paused,
  clock,
  leaves,
}: CalendarDay): readonly Line[] {
  const number = String(Number(day.slice(-2)));
  const head: Line = unchosen ? { text: `${number} ·`, color: 'dim' } : { text: number };
  return [
    head,
    ...mails.flatMap((mail) => wrapped(nameOf(mail)).map((text) => ({ text }))),
    ...(rests ? [{ text: 'holiday', color: 'cyan' } as const] : []),
    ...(paused ? [{ text: 'pause', color: 'yellow' } as const] : []),
    ...(leaves ? [{ text: 'leaves', color: 'yellow' } as const] : []),
    ...(clock === undefined ? [] : [{ text: clockInWords(clock), color: 'magenta' } as const]),
  ];
}

function nameOf({ is, number, title }: Entry): string {
  switch (is) {
    case 'lesson':
      return `${number} ${title}`;
    case 'issue':
      return `✉ ${title}`;
    case 'digest':
      return '✉ digest';
    case 'confirmation':
      return 'confirm';
    case 'welcome':
      return is;
  }
}

/** `clock +1 h`, `clock −½ h` */
function clockInWords(minutes: number): string {
  const amount = Math.abs(minutes);
  return `clock ${minutes > 0 ? '+' : '−'}${amount === 30 ? '½' : amount / 60} h`;
}

/** Words that go on in a second line; what has no room there is cut. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined) lines.push(word);
    else if ([...longer].length < CELL || lines.length === TITLE_LINES)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map(fitting);
}

/** With one column between it and the next. */
function fitting(text: string): string {
  const letters = [...text];
  return letters.length < CELL ? text : `${letters.slice(0, CELL - 2).join('')}…`;
}

const painted = ({ text, color: as }: Line, color: boolean): string =>
  paintFor({ color })(as, text);
