import { Temporal } from 'temporal-polyfill';
import { AUTOMATIC_SUBJECTS } from './automatic-words.ts';
import { clauses, type Sentence, sentences } from './clauses.ts';
import type { Calendar } from './days.ts';
import { fold } from './letters.ts';
import { CONTRAST, DOUBT } from './lexicon.ts';
import type { When } from './periods.ts';
import { type Reading, readClause } from './reading.ts';
import { strip } from './strip.ts';
import { readWish, type Wish } from './wishes.ts';

/** What a reply asks for. Days are `YYYY-MM-DD` in the reader's zone. */
export type Understanding =
  | { readonly intent: 'unsubscribe' }
  /** `until` is the first day on which mail flows again; `open` has no such day. */
  | {
      readonly intent: 'pause';
      readonly from?: string;
      readonly until?: string;
      readonly open?: true;
    }
  | { readonly intent: 'resume'; readonly on?: string }
  | ({ readonly intent: 'schedule' } & Wish)
  | { readonly intent: 'skip' }
  /** Without a number the last one. */
  | { readonly intent: 'resend'; readonly lesson?: number }
  | { readonly intent: 'status' }
  | { readonly intent: 'help'; readonly unsubscribeLink?: true }
  | { readonly intent: 'export' }
  | { readonly intent: 'delete' }
  /** It may be a command, so the reader is asked and nothing is changed. */
  | { readonly intent: 'clarify'; readonly because: string }
  | { readonly intent: 'none' };

/** What a reply is read against. */
export interface Context {
  /** ISO 8601 moment at which the reply came. */
  readonly now: string;
  /** The reader's IANA zone. */
  readonly zone: string;
  /** Decides whether `03/04` is in March or April; nothing else. */
  readonly locale?: string;
  readonly subject?: string;
  /** The reader's own address, which "unsubscribe jo@example.com" may name. */
  readonly address?: string;
  readonly state?: 'active' | 'paused';
}

type Command = Extract<Reading, { kind: 'command' }>;

const NONE: Understanding = { intent: 'none' };
const clarify = (because: string): Understanding => ({ intent: 'clarify', because });

const MAX_WORDS_BARE = 12;
const MAX_WORDS = 60;

/**
 * Reads what a person wants from what they newly wrote (mail-standards §6.2). No wrongful leave or
 * pause is worse than anything else, so what is not plain becomes `clarify` or `none`. The first
 * line is read by itself as a second opinion; where two readings disagree, the reader is asked.
 */
export function understand(text: string, context: Context): Understanding {
  const subject = fold((context.subject ?? '').slice(0, 300)).trim();
  if (AUTOMATIC_SUBJECTS.some((words) => subject.startsWith(words))) return NONE;
  const body = withMe(strip(text), context.address);
  const calendar = calendarOf(context, body);
  const said = sentences(body);
  if (said.length === 0 || said.every((one) => isFiller(one, calendar))) {
    return bySubject(subject, context, calendar);
  }
  const whole = forState(decide(said, calendar), context);
  const first = firstLine(body);
  if (first === undefined) return whole;
  return agreed(whole, forState(decide(sentences(first), calendar), context));
}

/** Who names their own address means themselves. */
const withMe = (body: string, address: string | undefined): string =>
  address === undefined || address === '' ? body : body.replaceAll(address, 'me');

const isFiller = (one: Sentence, calendar: Calendar): boolean =>
  readClause(one.folded, false, calendar).kind === 'filler';

/** A subject counts only for an empty mail, and not when it answers our own (I-10). */
function bySubject(subject: string, context: Context, calendar: Calendar): Understanding {
  if (subject === '' || /^[\p{L}]{1,8}(?:\[\d{1,3}\])?\s?:/u.test(subject)) return NONE;
  return forState(decide(sentences(subject), calendar), context);
}

function calendarOf({ now, zone, locale }: Context, text: string): Calendar {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  if (locale !== undefined) {
    const american = /^(?:en|es)[-_](?:us|ph)/i.test(locale);
    return { today, numeric: american ? 'month-first' : 'day-first' };
  }
  return { today, numeric: NOT_ENGLISH.test(fold(text)) ? 'day-first' : undefined };
}

/** Words that only a language with day before month puts in front of a date. */
const NOT_ENGLISH =
  /(?:^|[^\p{L}])(?:bis|vom|jusqu'au|du|au|hasta|el|fino|dal|até|tot|vanaf|pausieren|pausar|pauzeren|sospendere)(?![\p{L}])/u;

/** The first line that says anything, where it is a sentence of its own and not all there is. */
function firstLine(body: string): string | undefined {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => !GREETING.test(fold(line)));
  const line = lines[at];
  if (line === undefined || lines.length - at < 2) return undefined;
  return line.length < 45 || /[.!?]\s*$/.test(line) ? line : undefined;
}

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten \p{L}+|moin|sehr geehrte\p{L}*|bonjour|bonsoir|salut|chère?s?|hola|buen\p{L}+ \p{L}+|estimad\p{L}+|ciao|salve|gentil\p{L}+|buongiorno|olá|bom dia|boa \p{L}+|prezad\p{L}+|beste|geachte|hoi|dag)(?:\s[\p{L}.'-]{1,20}){0,4}\s?[,!.:]?$/u;

/** Two readings of one mail: where they differ in what would be done, nothing is. */
function agreed(whole: Understanding, first: Understanding): Understanding {
  if (first.intent === 'none' || first.intent === whole.intent) return whole;
  if (whole.intent === 'clarify' || first.intent === 'clarify') return whole;
  const acts = (one: Understanding) => one.intent === 'unsubscribe' || one.intent === 'pause';
  const stopUntil = first.intent === 'unsubscribe' && whole.intent === 'pause';
  if (whole.intent === 'delete' || (stopUntil && whole.open !== true)) return whole;
  if (acts(first) && whole.intent === 'none') return clarify('first-line-differs');
  return acts(first) && acts(whole) ? clarify('two-wishes') : whole;
}

function forState(understood: Understanding, { state }: Context): Understanding {
  const idle = understood.intent === 'resume' && state === 'active' && understood.on === undefined;
  return idle ? NONE : understood;
}

/** A sentence and what its clauses say. */
interface Said {
  readonly sentence: Sentence;
  readonly readings: readonly Reading[];
}

function decide(said: readonly Sentence[], calendar: Calendar): Understanding {
  const words = said.reduce((sum, { folded }) => sum + folded.split(' ').length, 0);
  const all = said.map((sentence, at) =>
    readSentence(sentence, at === said.length - 1 || at === said.length - 2, calendar),
  );
  const wish =
    words <= MAX_WORDS
      ? said.map(({ folded }) => readWish(folded)).find((one) => one !== undefined)
      : undefined;
  const readings = all.flatMap((one) => one.readings);
  const meant = afterCorrection(readings);
  const commands = meant.filter((reading): reading is Command => reading.kind === 'command');
  if (
    wish !== undefined &&
    !commands.some(
      (one) => one.command !== 'leave' && one.command !== 'pause' && one.command !== 'hold',
    )
  ) {
    if (!plainLeave(commands)) return { intent: 'schedule', ...wish };
    if (Object.keys(wish).length > 0) return clarify('leave-or-slower');
  }
  if (commands.length === 0) return withoutCommand(meant, words);
  const doubt = said.some(({ folded }) => DOUBT.test(folded));
  return choose(commands, meant, words, doubt);
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
  if (sentence.line && isName(sentence, atEnd)) return { sentence, readings: [{ kind: 'filler' }] };
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
    return end === undefined ? clarify('away-without-end') : paused(end);
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
  if (kinds.size > 1) return clarify('two-wishes');
  return kinds.has('leave') || kinds.has('pause')
    ? change(main, readings, words, doubt)
    : other(main[0] ?? first, words);
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
  if (asked?.asked === 'may-i' && leave && when === undefined)
    return { intent: 'help', unsubscribeLink: true };
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

/** The one time that was said, in the command or beside it. */
function whenOf(commands: readonly Command[], readings: readonly Reading[]): When | undefined {
  const said = [
    ...commands,
    ...readings.filter((one) => one.kind === 'when' || one.kind === 'away'),
  ]
    .map(({ when }) => when)
    .filter((when): when is When => when !== undefined);
  return said.find(({ kind }) => kind === 'until') ?? said[0];
}

function pauseOf(when: When | undefined, commands: readonly Command[]): Understanding {
  const unsubscribes = commands.some(({ command, bare }) => command === 'leave' && !bare);
  if (when === undefined || when.kind === 'open') {
    return unsubscribes && when !== undefined
      ? clarify('leave-or-pause')
      : { intent: 'pause', open: true };
  }
  if (when.kind === 'until') return paused(when);
  if (when.kind === 'back') return { intent: 'pause', until: when.day.toString() };
  if (when.kind === 'from') {
    return unsubscribes
      ? clarify('leave-later')
      : { intent: 'pause', from: when.from.toString(), open: true };
  }
  if (when.kind === 'doubtful') return clarify(when.because);
  const { day, last } = when;
  if (unsubscribes || day.equals(last)) return clarify('unread-date');
  return { intent: 'pause', from: day.toString(), until: last.add({ days: 1 }).toString() };
}

function paused({ from, until }: Extract<When, { kind: 'until' }>): Understanding {
  return {
    intent: 'pause',
    ...(from === undefined ? {} : { from: from.toString() }),
    until: until.toString(),
  };
}

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
      return { intent: 'help', unsubscribeLink: true };
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

function resumed(when: When | undefined): Understanding {
  switch (when?.kind) {
    case undefined:
    case 'open':
      return { intent: 'resume' };
    case 'until':
      return { intent: 'resume', on: when.until.toString() };
    case 'from':
      return { intent: 'resume', on: when.from.toString() };
    case 'doubtful':
      return clarify(when.because);
    case 'back':
    case 'on':
      return { intent: 'resume', on: when.day.toString() };
  }
}
