import type { ComesNext } from '../../../functions/core/reader/next.ts';
import type { Zone } from '../../../functions/core/time.ts';
import { momentInWords, momentThere } from '../../account/newsletter/words.ts';
import type { Paint } from '../../account/paint.ts';
import type { FactLine, InCourse, OneReader } from '../reader.ts';
import { replyInWords } from './replies.ts';
import { clockInWords, daysInWords } from './schedule.ts';
import { pauseInWords, standingInWords } from './standing.ts';

/** One reader, as their author reads it. */
export function readerInWords(reader: OneReader, paint: Paint): readonly string[] {
  const { address, name, id, facts, replies, asksSince } = reader;
  const who = address ?? 'no address: moved away, or erased';
  return [
    paint('bold', `${name === undefined ? '' : `${name}, `}${who}`),
    row('id', id),
    row('standing', reader.isRequest ? 'asked, and has not confirmed' : standingInWords(reader)),
    ...(asksSince === undefined
      ? []
      : [row('asks', `since ${momentInWords(asksSince)} for more, and has not said yes`)]),
    row('schedule', scheduleInWords(reader)),
    ...reader.courses.map((one) => row('course', courseInWords(one))),
    row('newsletter', newsletterInWords(reader)),
    ...choicesInWords(reader).map((choice) => row('chose', choice)),
    row('next', nextInWords(reader)),
    ...(reader.inFlightSince === undefined
      ? []
      : [
          row(
            'in flight',
            paint('yellow', `since ${momentInWords(reader.inFlightSince)}: nobody knows yet`),
          ),
        ]),
    ...under('What is kept as a record', facts.map(factInWords), paint),
    ...under('What they wrote', replies.map(replyInWords), paint),
  ];
}

const row = (label: string, says: string): string => `  ${label.padEnd(11)} ${says}`;

const under = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : ['', paint('bold', title), ...lines.map((line) => `  ${line}`)];

const scheduleInWords = ({ schedule: { hour, days, zone } }: OneReader): string =>
  `${daysInWords(days)} at ${clockInWords(hour)} in ${zone}`;

function courseInWords({ course, track, received, of, stopped, again, next }: InCourse): string {
  const version = track === undefined ? '' : `, version ${track}`;
  const time =
    again === undefined ? '' : `, begun again ${again === 1 ? 'once' : `${again} times`}`;
  const last = received.at(-1);
  const place = `${received.length} of ${of} letters${last === undefined ? '' : `, the last ${last}`}`;
  const end = stopped ? '; stopped' : next === undefined ? '; over' : `; next ${next}`;
  return `${course}: ${place}${version}${time}${end}`;
}

const newsletterInWords = ({ newsletter, newsletterPaused }: OneReader): string => {
  if (!newsletter) return 'no';
  return newsletterPaused === undefined ? 'yes' : `yes, ${pauseInWords(newsletterPaused)}`;
};

const choicesInWords = ({ byTurns, discreet, quiet }: OneReader): readonly string[] => [
  ...(byTurns ? ['their courses take turns'] : []),
  ...(discreet ? ['mails whose inbox line tells nothing'] : []),
  ...(quiet ? ['no mail for what anybody types into the form'] : []),
];

function nextInWords({ next, mail, schedule: { zone } }: OneReader): string {
  const what = mail ?? 'the newsletter';
  switch (next.is) {
    case 'on':
      return `${what}, ${momentThere(next.at, zone as Zone)}`;
    case 'soon':
      return `${what}, due now`;
    default:
      return NEXT[next.is];
  }
}

const NEXT: Readonly<Record<Exclude<ComesNext['is'], 'on' | 'soon'>, string>> = {
  waiting: 'nothing until they go on: their pause has no end',
  'all-read': 'nothing: they have read all of it',
  stopped: 'nothing: they have stopped their courses',
  nothing: 'nothing',
};

/** `2026-11-23 09:12 UTC  confirmed   by reader, page; course closer` */
function factInWords({ at, kind, details }: FactLine): string {
  const { by, channel, ...others } = details;
  const more = Object.entries(others).map(([name, value]) => `${name} ${value}`);
  const source = [by, channel].filter((one) => one !== undefined).join(', ');
  return `${momentInWords(at)}  ${kind.padEnd(10)}  by ${source}${more.length > 0 ? `; ${more.join('; ')}` : ''}`;
}
