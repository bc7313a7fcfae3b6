import { loadContent } from '../../emails/content/load.ts';
import { instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import { ArgumentError, wishesIn } from '../account/arguments.ts';
import { asJson } from '../account/as-json.ts';
import type { Outside } from '../account/session.ts';
import { DEFAULTS } from './assumptions.ts';
import { type CalendarDay, calendarOf } from './calendar.ts';
import { drawnCalendar } from './draw-calendar.ts';
import { drawnDays, totalsInWords } from './draw-totals.ts';
import { libraryOf, type SimulatedLibrary } from './library.ts';
import { asSaid, type MadeUp, madeUpReaders } from './readers.ts';
import { live } from './run.ts';
import { daysBetween, type Totals, totalsOf } from './totals.ts';
import { VALUES, type Wanted, wantedIn } from './wanted.ts';
import { readerInWords, samplesInWords, title } from './words.ts';

const HELP = `npm run simulate -- [--readers 1000] [--days 60] [--course NAME] [--from 2026-12-01] [--json]

A course in virtual time, with readers that are made up: one reader's calendar, and what all of them come to.
Nothing is asked of AWS, and nobody is mailed. What is assumed, of a hundred readers each:

  --joining ${DEFAULTS.joining}      days in which all of them sign up
  --pausing ${DEFAULTS.pausing}     who ask for a pause in thirty days
  --leaving ${DEFAULTS.leaving}     who leave in thirty days
  --choosing ${DEFAULTS.choosing}    who choose an hour and days of their own
  --newsletter ${DEFAULTS.newsletter}  who take the newsletter
  --zones       where they live, such as Europe/Berlin:3,America/New_York:1
  --seed ${DEFAULTS.seed}        another number makes other readers of the same kind

  --reader 1    whose calendar is shown; these make them who you like:
  --zone America/New_York  --hour 7:30  --on mon,wed,fri  --pause 2026-12-20..2027-01-06

  --quota ${DEFAULTS.quota}  what the account may send in a day, and --rate ${DEFAULTS.rate} in a second
  --json        the same for scripts

More: docs/simulating.md`;

/**
 * `npm run simulate`: lives through a course, and draws what came of it. It reads the content folder and nothing else.
 *
 * @returns the exit code
 */
export async function simulate(
  { print, contentDir, color, now }: Pick<Outside, 'print' | 'contentDir' | 'color' | 'now'>,
  args: readonly string[],
): Promise<number> {
  const wishes = wishesIn(args, { flags: ['json', 'help'], values: VALUES });
  if (wishes.flags.has('help')) {
    print(HELP);
    return 0;
  }
  const library = libraryOf(loadContent(contentDir));
  const wanted = wantedIn(wishes.values, library, instant(now()));
  const came = await simulated(library, wanted);
  if (wishes.flags.has('json')) {
    print(asJson(jsonOf(wanted, came)));
    return 0;
  }
  const { totals, reader, calendar } = came;
  const lines = [
    title(wanted),
    '',
    readerInWords(reader, calendar),
    '',
    ...drawnCalendar(calendar, color),
    ...drawnDays(totals.days, color),
    '',
    ...totalsInWords(totals, wanted.limits),
    ...samplesInWords(library.newsletters, wanted),
  ];
  for (const line of lines) print(line);
  return 0;
}

/** What came of it: for all, and for one. */
export interface Simulated {
  readonly totals: Totals;
  readonly reader: MadeUp;
  readonly calendar: readonly CalendarDay[];
}

/** Lives through what is wanted. @throws ArgumentError on a pause that begins before its reader does */
export async function simulated(library: SimulatedLibrary, wanted: Wanted): Promise<Simulated> {
  const { crowd, limits, end, from, lastDay } = wanted;
  const readers = readersOf(wanted);
  const lived = await live(library, readers, { limits, start: crowd.start, end });
  const { zone } = crowd.usual;
  const days = daysBetween(from, lastDay);
  const reader = readers[wanted.reader - 1];
  if (reader === undefined) throw new Error('a reader who is none of those');
  const own = reader.signUp.zone;
  return {
    totals: totalsOf(lived, { days, zone, limits, courses: library.courses }),
    reader,
    calendar: calendarOf({
      reader,
      sent: lived.sent,
      issues: library.newsletters,
      days: daysBetween(localDate(crowd.start, own), localDate(plusSeconds(end, -1), own)),
    }),
  };
}

function readersOf({ crowd, reader, said }: Wanted): readonly MadeUp[] {
  return madeUpReaders(crowd).map((one) => {
    if (one.number !== reader) return one;
    const { asks, takes, signUp } = one;
    const { pause } = said;
    const reads = localDate(plusSeconds(asks, takes), said.zone ?? signUp.zone);
    if (pause !== undefined && pause.from <= reads) {
      throw new ArgumentError(
        `--pause has to begin after ${reads}, the day on which reader ${reader} joins`,
      );
    }
    return asSaid(one, said);
  });
}

function jsonOf({ crowd, limits, from, lastDay }: Wanted, { totals, reader, calendar }: Simulated) {
  const { start: _, course, usual: __, ...assumed } = crowd;
  const { signUp, number, asks, pauses, leaves } = reader;
  const { zone, hour, days, newsletter } = signUp;
  return {
    course: course.slug,
    from,
    lastDay,
    assumed,
    limits,
    totals,
    reader: { number, zone, hour, days, newsletter, asks, pauses, leaves, calendar },
  };
}
