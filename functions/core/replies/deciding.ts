import { clauses, GREETING, type Sentence } from './clauses.ts';
import type { Calendar } from './days.ts';
import { CONTRAST, DOUBT } from './lexicon.ts';
import { dayOf, pausedUntil, pauseOf, resumed, whenOf } from './pausing.ts';
import type { When } from './periods.ts';
import { type CommandReading as Command, type Reading, readClause } from './reading.ts';
import { clarify, NONE, type Understanding } from './understanding.ts';
import { readWish, type Wish } from './wishes.ts';

const MAX_WORDS_BARE = 12;
const MAX_WORDS = 60;

/** A sentence and what its clauses say. */
interface Said {
  readonly sentence: Sentence;
  readonly readings: readonly Reading[];
}

/** What the sentences of a reply ask for, together (mail-standards §6.2). */
export function decide(
  said: readonly Sentence[],
  calendar: Calendar,
  playful = false,
): Understanding {
  const words = said.reduce((sum, { folded }) => sum + folded.split(' ').length, 0);
  const all = said.map((sentence, at) => readSentence(sentence, at >= said.length - 4, calendar));
  const wishes = words <= MAX_WORDS ? said.map(({ folded }) => readWish(folded)) : [];
  const wish = wishes.find((one) => one !== undefined);
  const readings = all.flatMap((one) => one.readings);
  const meant = afterCorrection(readings);
  const commands = meant.filter((reading): reading is Command => reading.kind === 'command');
  if (
    wish !== undefined &&
    commands.every(({ command }) => CHANGES.has(command)) &&
    !onlyAReason(wish, wishes.indexOf(wish), all)
  ) {
    if (!plainLeave(commands)) return { intent: 'schedule', ...wish };
    if (Object.keys(wish).length > 0) return clarify('leave-or-slower');
  }
  if (commands.length === 0) return withoutCommand(meant, words);
  const doubt = playful || said.some(({ folded }) => DOUBT.test(folded));
  return choose(commands, meant, words, doubt);
}

const CHANGES: ReadonlySet<Command['command']> = new Set(['leave', 'pause', 'hold']);

/** "Stop. Too many emails." gives a reason and does not ask for fewer. */
function onlyAReason(wish: Wish, at: number, all: readonly Said[]): boolean {
  return (
    Object.keys(wish).length === 0 &&
    all.some(
      ({ readings }, other) =>
        other !== at &&
        readings.some((one) => one.kind === 'command' && CHANGES.has(one.command) && !one.unsure),
    )
  );
}

/** "Unsubscribe me, too many emails" is no wish for fewer of them. */
const plainLeave = (commands: readonly Command[]): boolean =>
  commands.some(
    (one) => one.command === 'leave' && !one.unsure && !one.bare && one.when === undefined,
  );

function readSentence(sentence: Sentence, atEnd: boolean, calendar: Calendar): Said {
  const { folded, question } = sentence;
  const whole = readClause(folded, question, calendar);
  if ((whole.kind === 'command' && !whole.unsure) || whole.kind === 'filler') {
    return { sentence, readings: [whole] };
  }
  if (sentence.line && (isName(sentence, atEnd) || GREETING.test(folded)))
    return { sentence, readings: [{ kind: 'filler' }] };
  const parts = clauses(folded).map((clause) => readClause(clause, question, calendar));
  const contrast = CONTRAST.test(folded);
  const readings = parts.map((reading, at) => {
    if (reading.kind === 'other' && isNamePart(sentence, at, parts.length))
      return { kind: 'filler' } as const;
    const leaves =
      reading.kind === 'command' && (reading.command === 'leave' || reading.command === 'pause');
    return leaves && contrast ? { ...reading, unsure: true } : reading;
  });
  const better = readings.some((reading) => reading.kind === 'command' || whole.kind === 'other');
  return { sentence, readings: parts.length > 1 && better ? readings : [whole] };
}

/** A line of one to three capitalised words at the end is how people sign. */
function isName({ written }: Sentence, atEnd: boolean): boolean {
  return atEnd && /^[-–~\s]{0,4}(?:\p{Lu}[\p{L}.'’-]{0,20}\s?){1,3}[,.!]?$/u.test(written.trim());
}

/** "Anna, please stop" and "thanks, Jo". */
function isNamePart({ written }: Sentence, at: number, parts: number): boolean {
  const pieces = written.split(/[,;–-]/).map((piece) => piece.trim());
  const piece = at === 0 ? pieces[0] : at === parts - 1 ? pieces.at(-1) : undefined;
  return (
    piece !== undefined &&
    /^(?:(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|hola|ciao|olá|beste|thanks|thank you|danke|merci|gracias|grazie|cheers)\s)?(?:\p{Lu}[\p{L}.'’-]{0,20}\s?){1,2}[.!]*$/iu.test(
      piece,
    ) &&
    /\p{Lu}/u.test(piece.at(0) ?? '')
  );
}

/** "pause … no wait, unsubscribe me": what comes after counts. */
function afterCorrection(readings: readonly Reading[]): readonly Reading[] {
  const at = readings.findLastIndex(({ kind }) => kind === 'correction');
  const later = readings.slice(at + 1);
  return at >= 0 && later.some(({ kind }) => kind === 'command') ? later : readings;
}

/** Away with an end is a pause, if that is all they say; without one there is something to ask. */
function withoutCommand(readings: readonly Reading[], words: number): Understanding {
  const away = readings.find((reading) => reading.kind === 'away');
  const when = readings.find((reading) => reading.kind === 'when');
  if (words > MAX_WORDS_BARE + 3) return NONE;
  if (away?.kind === 'away' && away.when !== undefined) {
    const end = away.when.kind === 'until' ? away.when : undefined;
    return end === undefined ? clarify('away-without-end') : pausedUntil(end);
  }
  const lasts =
    when?.kind === 'when' &&
    (when.when.kind === 'until' || when.when.kind === 'doubtful' || when.when.kind === 'open');
  return lasts ? clarify('a-time-without-a-wish') : NONE;
}

function choose(
  commands: readonly Command[],
  readings: readonly Reading[],
  words: number,
  doubt: boolean,
): Understanding {
  const kinds = new Set(commands.map(({ command }) => (command === 'hold' ? 'pause' : command)));
  const [first] = commands;
  if (first === undefined) return NONE;
  if (kinds.has('delete') && [...kinds].every((kind) => kind === 'delete' || kind === 'leave')) {
    return words > MAX_WORDS ? clarify('long-mail') : { intent: 'delete' };
  }
  for (const harmless of ['leave-help', 'help', 'status'] as const)
    kinds.size > 1 && kinds.delete(harmless);
  const main = commands.filter(({ command }) => kinds.has(command === 'hold' ? 'pause' : command));
  if (kinds.has('leave') && kinds.has('pause') && kinds.size === 2)
    return stopAndPause(main, readings, words, doubt);
  if (kinds.has('resume') && kinds.has('pause') && kinds.size === 2)
    return pauseThenResume(main, readings, words, doubt);
  if (kinds.size > 1) return clarify('two-wishes');
  return kinds.has('leave') || kinds.has('pause')
    ? change(main, readings, words, doubt)
    : other(withNumber(main) ?? first, words);
}

/** "Please stop. A break of two weeks would be good." is a pause; "unsubscribe or pause" is unclear. */
function stopAndPause(
  commands: readonly Command[],
  readings: readonly Reading[],
  words: number,
  doubt: boolean,
): Understanding {
  const stops = commands.filter(({ command }) => command === 'leave');
  return stops.every(({ bare }) => bare)
    ? change(commands, readings, words, doubt)
    : clarify('two-wishes');
}

/** "Pause, and start again on 4 January": the day on which it goes on ends the pause. */
function pauseThenResume(
  commands: readonly Command[],
  readings: readonly Reading[],
  words: number,
  doubt: boolean,
): Understanding {
  const pauses = commands.filter(({ command }) => command !== 'resume');
  const when = commands.find(({ command }) => command === 'resume')?.when;
  const day = dayOf(when);
  const opens = pauses.every((one) => one.when === undefined || one.when.kind === 'open');
  if (day === undefined || !opens) return clarify('two-wishes');
  const until: When = { kind: 'until', until: day };
  return change(
    pauses.map((one) => ({ ...one, when: until })),
    readings,
    words,
    doubt,
  );
}

/** "I deleted letter 12. Can you send it again?" says the number once. */
const withNumber = (commands: readonly Command[]): Command | undefined =>
  commands.find(({ lesson }) => lesson !== undefined) ?? commands[0];

function change(
  commands: readonly Command[],
  readings: readonly Reading[],
  words: number,
  doubt: boolean,
): Understanding {
  if (doubt) return clarify('more-to-it');
  if (commands.some(({ unsure }) => unsure)) return clarify('not-plainly-all');
  const asked = commands.find((one) => one.asked !== undefined);
  const leave = commands.every(({ command }) => command === 'leave');
  const when = whenOf(commands, readings);
  if (asked?.asked === 'question') return clarify('a-question');
  if (asked?.asked === 'may-i' && leave && when === undefined) return { intent: 'help' };
  const explicit = commands.some(isPlain);
  if (words > MAX_WORDS) return explicit ? clarify('long-mail') : NONE;
  if (!explicit && !aloneOrWithReason(readings)) return clarify('more-than-a-word');
  if (leave && when === undefined) {
    const own = !explicit && commands.some(({ must }) => must);
    return own ? clarify('about-themselves') : { intent: 'unsubscribe' };
  }
  return pauseOf(when, commands);
}

/** "Pause" with a time, or as a request to us, means one thing; a bare word may mean others. */
const isPlain = ({ bare, command, when, requested }: Command): boolean =>
  !bare || (command !== 'leave' && (when !== undefined || requested));

/** A word such as "stop" means a command alone, or with a reason that goes with one. */
function aloneOrWithReason(readings: readonly Reading[]): boolean {
  return readings.every((reading) => reading.kind !== 'other' || reading.reason);
}

function other({ command, when, lesson, asked, unsure }: Command, words: number): Understanding {
  if (words > MAX_WORDS) return NONE;
  switch (command) {
    case 'resume':
      return asked === 'question' ? NONE : resumed(when);
    case 'skip':
      return { intent: 'skip' };
    case 'resend':
      return unsure ? NONE : { intent: 'resend', ...(lesson === undefined ? {} : { lesson }) };
    case 'leave-help':
      return { intent: 'help' };
    case 'help':
    case 'status':
    case 'export':
    case 'delete':
      return { intent: command };
    case 'repeat':
      return clarify('start-over');
    default:
      return NONE;
  }
}

/** Whether a reply says nothing but greeting, thanks and names. */
export const isSilent = (said: readonly Sentence[], calendar: Calendar): boolean =>
  said.every((one) =>
    readSentence(one, true, calendar).readings.every(({ kind }) => kind === 'filler'),
  );
