import type { CourseSlug } from '../../course.ts';
import type { Part as Speech } from '../languages/language.ts';
import { type Calendar, dated } from './dates.ts';
import type { Kind, Lexicon, Rule } from './lexicon.ts';
import {
  type Caught,
  endings,
  type Matching,
  namesAt,
  type Said,
  startingAt,
  type Value,
} from './match.ts';
import { placeAt } from './places.ts';
import { minutesIn, PARTS, type Rhythm, rhythmOf } from './rhythms.ts';
import { joinedAt, newsletters, notOnly, timed } from './spans.ts';
import { type When, whenOf } from './times.ts';
import { type Named, titlesIn } from './titles.ts';
import type { Token } from './tokens.ts';

/** What a run of words can mean. */
export type Meaning =
  | {
      readonly tag: Speech;
      readonly caught: readonly Caught[];
      /** For how long, where its words say so: "a week off". */
      readonly when?: When;
    }
  | { readonly tag: 'when'; readonly when: When }
  | { readonly tag: 'rhythm'; readonly rhythm: Rhythm }
  /** A number by itself, which is an hour only with more beside it. */
  | { readonly tag: 'number'; readonly minutes: number }
  /** A course by its title, or what may be one: see `titles.ts`. */
  | { readonly tag: 'named' | 'alike'; readonly of: CourseSlug }
  | { readonly tag: 'mark' }
  /** A word that the language does not know, where one may stand: see `gaps.ts`. */
  | { readonly tag: 'gap' };

export type Tag = Meaning['tag'];

/** A run of words and all that it can mean; nothing where the language does not know them. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
  /** A comma, dash or the like stands in front of it. */
  readonly parted: boolean;
}

/** Everything that the runs of a sentence can mean: for each token, where runs from it end. */
export type Lattice = readonly ReadonlyMap<number, readonly Meaning[]>[];

/** Finds all runs that a language knows. */
export function latticeOf(tokens: readonly Token[], lexicon: Lexicon, calendar: Calendar): Lattice {
  const reader = new SpanReader(tokens, lexicon, calendar);
  return tokens.map((_, at) => reader.spansAt(at));
}

/** Cuts tokens into the fewest runs that leave the fewest words unknown. */
export function chunksOf(tokens: readonly Token[], lattice: Lattice): readonly Chunk[] {
  const best: { cost: number; back: Chunk | undefined }[] = [{ cost: 0, back: undefined }];
  for (let at = 0; at < tokens.length; at += 1) {
    const here = best[at]?.cost ?? Infinity;
    for (const [to, meanings] of lattice[at] ?? []) {
      const cost = here + (meanings.length === 0 ? UNKNOWN : KNOWN);
      if (cost < (best[to]?.cost ?? Infinity)) {
        const parted = tokens[at]?.parted === true;
        best[to] = { cost, back: { from: at, to, meanings, parted } };
      }
    }
  }
  return trace(best);
}

const UNKNOWN = 100;
const KNOWN = 1;

function trace(best: readonly { readonly back: Chunk | undefined }[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = best.length - 1;
  for (let chunk = best[at]?.back; chunk !== undefined; chunk = best[at]?.back) {
    chunks.unshift(chunk);
    at = chunk.from;
  }
  return chunks;
}

type Found = readonly { readonly end: number; readonly value: Value }[];

/** Reads what stands at each token, once. */
class SpanReader {
  readonly #matching: Matching;
  readonly #lexicon: Lexicon;
  readonly #calendar: Calendar;
  readonly #titles: ReadonlyMap<number, readonly Named[]>;
  readonly #memo = new Map<string, Found>();

  constructor(tokens: readonly Token[], lexicon: Lexicon, calendar: Calendar) {
    this.#lexicon = lexicon;
    this.#calendar = calendar;
    this.#titles = titlesIn(tokens, calendar.titles ?? []);
    this.#matching = { tokens, lexicon, inner: (slot, at) => this.#inner(slot, at) };
  }

  /** All runs that begin at a token, and what they mean. */
  spansAt(at: number): ReadonlyMap<number, readonly Meaning[]> {
    const { tokens } = this.#matching;
    const spans = new Map<number, Meaning[]>();
    const add = (end: number, meaning: Meaning) =>
      spans.set(end, [...(spans.get(end) ?? []), meaning]);
    for (const rule of startingAt(this.#matching, this.#lexicon.rules, at)) {
      for (const { end, caught } of endings(this.#matching, rule.phrase, at)) {
        for (const meaning of this.#meanings(rule, caught, at, end)) add(end, meaning);
      }
    }
    newsletters(spans);
    joinedAt(at, spans);
    notOnly(spans);
    timed(spans);
    for (const { end, of, tag } of this.#titles.get(at) ?? []) add(end, { tag, of });
    const here = tokens[at];
    if (here?.kind === 'mark') add(at + 1, { tag: 'mark' });
    const bare = this.#bareHour(at);
    if (bare !== undefined) add(bare.end, { tag: 'number', minutes: bare.minutes });
    if (!spans.has(at + 1)) spans.set(at + 1, []);
    return spans;
  }

  #meanings(
    { kind }: Rule,
    caught: readonly Caught[],
    at: number,
    end: number,
  ): readonly Meaning[] {
    const said: Said = { form: kind.name, caught };
    if (kind.of === 'part') {
      const idle = this.#titles.size === 0 && OF_TITLES.has(kind.name);
      if (idle) return [];
      const length = caught.some(({ slot }) => slot === 'length');
      const when = length ? whenOf({ form: 'for', caught }, this.#calendar) : undefined;
      return [{ tag: kind.name, caught, ...(when && { when }) }];
    }
    if (kind.of === 'time') {
      const when = whenOf(said, this.#calendar);
      return when === undefined ? [] : [{ tag: 'when', when }];
    }
    if (kind.of === 'date') {
      const found = dated(said, this.#calendar);
      const bare = found === undefined || 'because' in found ? undefined : found;
      return bare === undefined ? [] : [{ tag: 'when', when: { is: 'during', ...bare } }];
    }
    if (kind.of === 'clock' && kind.name === 'at' && end === at + 1 && this.#isBare(at)) return [];
    const rhythm = rhythmOf(said, this.#calendar.today.dayOfWeek);
    return rhythm === undefined ? [] : [{ tag: 'rhythm', rhythm }];
  }

  #isBare(at: number): boolean {
    return !/\d[:h]\d/.test(this.#matching.tokens[at]?.text ?? '');
  }

  #bareHour(at: number): { readonly end: number; readonly minutes: number } | undefined {
    const found = this.#clock(at).find(({ end }) => end === at + 1);
    return found === undefined ? undefined : { end: found.end, minutes: Number(found.value) };
  }

  #inner(slot: string, at: number): Found | undefined {
    const read = INNER[slot];
    if (read === undefined) return undefined;
    const key = `${slot} ${at}`;
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    // A form that begins with itself ("{date} is over") sees nothing here, and so comes to an end.
    this.#memo.set(key, []);
    const found = read(this, at);
    this.#memo.set(key, found);
    return found;
  }

  forms(at: number, wanted: (kind: Kind) => boolean): Found {
    return startingAt(this.#matching, this.#lexicon.rules, at)
      .filter(({ kind }) => wanted(kind))
      .flatMap(({ kind, phrase }) =>
        endings(this.#matching, phrase, at).map(({ end, caught }) => ({
          end,
          value: { form: kind.name, caught },
        })),
      );
  }

  clock(at: number): Found {
    return this.#clock(at);
  }

  #clock(at: number): Found {
    const text = this.#matching.tokens[at]?.text ?? '';
    const minutes = minutesIn(text);
    if (minutes !== undefined) return [{ end: at + 1, value: minutes }];
    return namesAt(this.#matching, this.#lexicon.names.number, at)
      .filter(({ value }) => Number(value) <= 24)
      .map(({ end, value }) => ({ end, value: (Number(value) % 24) * 60 }));
  }

  /** "Mondays", or weekdays in a row: "Mon, Wed and Fri". */
  each(at: number): Found {
    const plural = namesAt(this.#matching, this.#lexicon.names.each, at);
    const single = namesAt(this.#matching, this.#lexicon.names.weekday, at);
    const lists = [...plural, ...single].flatMap((first) => this.#more(first));
    return [...plural.map(({ end, value }) => ({ end, value: String(value) })), ...lists];
  }

  #more({ end, value }: { readonly end: number; readonly value: Value }): Found {
    const starts = [end, ...this.#joins(end)];
    const next = starts.flatMap((at) => [
      ...namesAt(this.#matching, this.#lexicon.names.each, at),
      ...namesAt(this.#matching, this.#lexicon.names.weekday, at),
    ]);
    return next.flatMap((one) => {
      const both = { end: one.end, value: `${String(value)}${String(one.value)}` };
      return [both, ...this.#more(both)];
    });
  }

  /** Behind an "and", an "or" or a slash. */
  #joins(at: number): readonly number[] {
    if (this.#matching.tokens[at]?.text === '/') return [at + 1];
    return this.forms(at, ({ of, name }) => of === 'part' && (name === 'and' || name === 'or')).map(
      ({ end }) => end,
    );
  }

  /** The part of the day that its words name. */
  part(at: number): Found {
    return PARTS.flatMap((part) =>
      this.forms(at, ({ of, name }) => of === 'clock' && name === part).map(({ end }) => ({
        end,
        value: part,
      })),
    );
  }

  city(at: number): Found {
    const words = this.#matching.tokens.slice(at, at + 4).map(({ text }) => text);
    const holiday = namesAt(this.#matching, this.#lexicon.names.holiday, at).length > 0;
    const place = holiday ? undefined : placeAt(words);
    const own = namesAt(this.#matching, this.#lexicon.names.city, at);
    return [
      ...own,
      ...(place === undefined ? [] : [{ end: at + place.length, value: place.zone }]),
    ];
  }
}

/** Words that mean something only beside a title. */
const OF_TITLES: ReadonlySet<Speech> = new Set<Speech>(['from', 'take']);

const LENGTHS: ReadonlySet<string> = new Set(['length', 'lengthAndHalf', 'halfUnit']);

const INNER: Readonly<Record<string, (reader: SpanReader, at: number) => Found>> = {
  date: (reader, at) => reader.forms(at, ({ of }) => of === 'date'),
  length: (reader, at) => reader.forms(at, ({ of, name }) => of === 'time' && LENGTHS.has(name)),
  clock: (reader, at) => reader.clock(at),
  each: (reader, at) => reader.each(at),
  part: (reader, at) => reader.part(at),
  city: (reader, at) => reader.city(at),
};
