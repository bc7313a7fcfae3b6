import { ELSEWHERE } from '../languages/elsewhere.ts';
import type {
  CalendarWords,
  ClockForm,
  DateForm,
  RhythmForm,
  TimeForm,
} from '../languages/forms.ts';
import type { Language, Part } from '../languages/language.ts';
import { beginnings, type Phrase, phrasesIn, SLOT, vocabulary } from './notation.ts';
import { type Token, wordsOf } from './tokens.ts';

/** What a phrase is: a part of a wish, or a form of a date, a time, an hour, a rhythm. */
export type Kind =
  | { readonly of: 'part'; readonly name: Part }
  | { readonly of: 'date'; readonly name: DateForm }
  | { readonly of: 'time'; readonly name: TimeForm }
  | { readonly of: 'clock'; readonly name: ClockForm }
  | { readonly of: 'rhythm'; readonly name: RhythmForm };

export interface Rule {
  readonly kind: Kind;
  readonly phrase: Phrase;
}

/** Words of the calendar that stand for a number: a month, a weekday, a count. */
export interface Named {
  readonly phrase: Phrase;
  readonly value: number | string;
}

/** Which names a slot takes. */
export type Names =
  | 'month'
  | 'weekday'
  | 'each'
  | 'number'
  | 'ordinal'
  | 'unit'
  | 'holiday'
  | 'city';

/** One language's phrases, found by the word that they begin with. */
export interface Lexicon {
  readonly language: Language;
  readonly rules: Index<Rule>;
  readonly names: Readonly<Record<Names, Index<Named>>>;
  readonly outright: Index<{ readonly phrase: Phrase }>;
  readonly distress: Index<{ readonly phrase: Phrase }>;
  readonly watched: Index<{ readonly phrase: Phrase }>;
  readonly suffixes: ReadonlySet<string>;
  readonly numbering: ReadonlySet<string>;
  /** Every word by which distress is known. */
  readonly alarming: ReadonlySet<string>;
  /** Whether a word tells of more than a short reason, or begins a few that do: "left me". */
  readonly isPersonal: IsPersonal;
  /** Parts of verbs that may stand apart from them. */
  readonly particles: ReadonlySet<string>;
  /** Every word that stands in it. */
  readonly words: ReadonlySet<string>;
  /** Those that a slip of the finger may be mended to. */
  readonly mendable: ReadonlySet<string>;
}

export type IsPersonal = (tokens: readonly Token[], at: number) => boolean;

/** Things by the word that their phrase begins with; those that begin with a slot apart. */
export interface Index<Of> {
  readonly byWord: ReadonlyMap<string, readonly Of[]>;
  readonly bySlot: readonly Of[];
}

/** Parts whose words are about mail and time, and little else. */
const MENDABLE: ReadonlySet<string> = new Set<Part>([
  ...(['leave', 'end', 'pause', 'resume', 'skip', 'resend', 'send', 'get', 'missing'] as const),
  ...(['ours', 'letter', 'list', 'newsletter', 'data', 'erase', 'courtesy', 'demand'] as const),
]);

/**
 * Makes a language's lists ready to be matched, each when it is first asked for: most mails are read
 * in one language or two.
 *
 * @throws on a phrase that is no phrase, when its list is asked for
 */
export function lexiconOf(language: Language): Lexicon {
  const rules = once(() => [
    ...rulesOf('part', language.parts),
    ...rulesOf('part', { aloneLeave: ELSEWHERE }),
    ...rulesOf('date', language.dates),
    ...rulesOf('time', language.times),
    ...rulesOf('clock', language.clocks),
    ...rulesOf('rhythm', language.rhythms),
  ]);
  const names = once(() => namesOf(language.calendar));
  const outright = once(() => gapped(language.outright));
  const distress = once(() => gapped(language.distress));
  const watched = once(() => gapped(language.watched));
  const made = {
    rules: once(() => indexed(rules())),
    names: once(() => indexesOf(names())),
    outright: once(() => indexed(outright())),
    distress: once(() => indexed(distress())),
    watched: once(() => indexed(watched())),
    alarming: once(() =>
      vocabulary([...outright(), ...distress(), ...watched()].map(({ phrase }) => phrase)),
    ),
    mendable: once(() => mendableIn(rules(), names())),
    words: once(() => wordsIn(language)),
  };
  return {
    language,
    particles: vocabulary(phrasesIn(language.particles ?? '')),
    isPersonal: personalIn(language.personal),
    numbering: vocabulary(phrasesIn(language.calendar.numbering)),
    suffixes: new Set(language.calendar.ordinal.split(',').map((one) => one.trim())),
    get rules() {
      return made.rules();
    },
    get names() {
      return made.names();
    },
    get outright() {
      return made.outright();
    },
    get distress() {
      return made.distress();
    },
    get watched() {
      return made.watched();
    },
    get alarming() {
      return made.alarming();
    },
    get mendable() {
      return made.mendable();
    },
    get words() {
      return made.words();
    },
  };
}

function personalIn(list: string | undefined): IsPersonal {
  if (list === undefined) return () => true;
  const all = list.split(',').map((one) => one.trim());
  const said = all.filter((one) => !one.endsWith('-')).map(wordsOf);
  const words = new Set(said.filter(({ length }) => length === 1).flat());
  const rows = said.filter(({ length }) => length > 1);
  const stems = all
    .filter((one) => one.endsWith('-'))
    .map((one) => wordsOf(one.slice(0, -1))[0] ?? one);
  return (tokens, at) => {
    const word = tokens[at]?.text ?? '';
    return (
      words.has(word) ||
      stems.some((stem) => word.startsWith(stem)) ||
      rows.some((row) => row.every((one, nth) => tokens[at + nth]?.text === one))
    );
  };
}

function once<Of extends object>(make: () => Of): () => Of {
  let made: Of | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Every word of a language's lists, without making phrases of them. */
function wordsIn({ parts, dates, times, clocks, rhythms, calendar }: Language): Set<string> {
  const { months, weekdays, weekdaysEach, numbers, ordinals, units, holidays, cities } = calendar;
  const lists = [parts, dates, times, clocks, rhythms, units, holidays].flatMap(
    (one): readonly string[] => Object.values<string>(one),
  );
  const names = [months, weekdays, weekdaysEach, numbers, ordinals, ...Object.keys(cities)];
  const text = [...lists, ...names, ELSEWHERE].join(' ').replace(/\{[a-z]+\}|[[\](|)]/g, ' ');
  return new Set(wordsOf(text));
}

function mendableIn(rules: readonly Rule[], names: ReturnType<typeof namesOf>): Set<string> {
  const mendable = new Set<string>();
  for (const { kind, phrase } of rules) if (MENDABLE.has(kind.name)) vocabulary([phrase], mendable);
  for (const name of ['month', 'weekday', 'each', 'unit'] as const)
    for (const { phrase } of names[name]) vocabulary([phrase], mendable);
  return mendable;
}

const indexesOf = (names: ReturnType<typeof namesOf>): Lexicon['names'] => ({
  month: indexed(names.month),
  weekday: indexed(names.weekday),
  each: indexed(names.each),
  number: indexed(names.number),
  ordinal: indexed(names.ordinal),
  unit: indexed(names.unit),
  holiday: indexed(names.holiday),
  city: indexed(names.city),
});

function rulesOf<Name extends string>(
  of: Kind['of'],
  lists: Readonly<Record<Name, string>>,
): readonly Rule[] {
  return Object.entries<string>(lists).flatMap(([name, list]) =>
    phrasesIn(list).map((phrase) => ({ kind: { of, name } as Kind, phrase })),
  );
}

function namesOf(calendar: CalendarWords): Readonly<Record<Names, readonly Named[]>> {
  return {
    month: inOrder(calendar.months),
    weekday: inOrder(calendar.weekdays),
    each: inOrder(calendar.weekdaysEach),
    number: counted(calendar.numbers),
    ordinal: counted(calendar.ordinals),
    unit: byKey(calendar.units),
    holiday: byKey(calendar.holidays),
    city: Object.entries(calendar.cities).flatMap(([name, zone]) => named(name, zone)),
  };
}

/** In these lists `~` is up to three words of any kind. */
const gapped = (list: string): readonly { readonly phrase: Phrase }[] =>
  phrasesIn(list.replaceAll('~', '[{any} [{any} [{any}]]]')).map((phrase) => ({ phrase }));

const named = (list: string, value: number | string): readonly Named[] =>
  phrasesIn(list).map((phrase) => ({ phrase, value }));

/** Entries count from one. */
const inOrder = (lists: string): readonly Named[] =>
  lists.split(';').flatMap((list, at) => named(list, at + 1));

/** Each entry begins with its figure. */
const counted = (lists: string): readonly Named[] =>
  lists.split(';').flatMap((entry) => {
    const [, figure = '', list = ''] = /^\s*(\d+)\s+(.*)$/s.exec(entry) ?? [];
    return named(list, Number(figure));
  });

const byKey = (lists: Readonly<Record<string, string>>): readonly Named[] =>
  Object.entries(lists).flatMap(([key, list]) => named(list, key));

function indexed<Of extends { readonly phrase: Phrase }>(all: readonly Of[]): Index<Of> {
  const byWord = new Map<string, Of[]>();
  const bySlot: Of[] = [];
  for (const one of all) {
    for (const word of beginnings(one.phrase)) {
      if (word === SLOT) bySlot.push(one);
      else if (byWord.get(word)?.push(one) === undefined) byWord.set(word, [one]);
    }
  }
  return { byWord, bySlot };
}
