import type { Index, Lexicon, Named } from './lexicon.ts';
import { type Choice, type Phrase, SLOT } from './notation.ts';
import type { Token } from './tokens.ts';

/** What the slots of a phrase caught. */
export interface Caught {
  readonly slot: string;
  readonly value: Value;
}

/** A number, a name's value, a word, or what a phrase within the phrase says. */
export type Value = number | string | Said;

/** A time form within a phrase: the day in "until Monday". */
export interface Said {
  readonly form: string;
  readonly caught: readonly Caught[];
}

/** How a phrase ends: before which token, and with what in its slots. */
export interface Ending {
  readonly end: number;
  readonly caught: readonly Caught[];
}

/** Phrases within phrases: what `{date}`, `{length}` stand for. */
export type Inner = (
  slot: string,
  at: number,
) => readonly { readonly end: number; readonly value: Value }[] | undefined;

/** A text against which phrases are matched. */
export interface Matching {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly inner: Inner;
}

/** What was caught so far, the last first: shared by all the ways that go on from it. */
interface Chain {
  readonly one: Caught;
  readonly before: Chain | undefined;
}

type Done = (end: number, caught: Chain | undefined) => void;

/** All ways in which a phrase can be read from a token on. */
export function endings(matching: Matching, phrase: Phrase, at: number): readonly Ending[] {
  const found: Ending[] = [];
  read(matching, phrase, 0, at, undefined, (end, caught) => {
    if (end > at) found.push({ end, caught: listed(caught) });
  });
  return found;
}

function listed(chain: Chain | undefined): readonly Caught[] {
  const all: Caught[] = [];
  for (let link = chain; link !== undefined; link = link.before) all.unshift(link.one);
  return all;
}

/** Reads the pieces of a phrase from one on. It is the innermost loop of reading a mail. */
function read(
  matching: Matching,
  phrase: Phrase,
  nth: number,
  at: number,
  caught: Chain | undefined,
  done: Done,
): void {
  const piece = phrase[nth];
  if (piece === undefined) {
    done(at, caught);
    return;
  }
  const here = matching.tokens[at];
  if (piece.is === 'choice') {
    if (piece.optional) read(matching, phrase, nth + 1, at, caught, done);
    if (here === undefined || !canBegin(piece, here)) return;
    const goOn: Done = (end, more) => {
      if (end > at || !piece.optional) read(matching, phrase, nth + 1, end, more, done);
    };
    for (const one of piece.phrases) read(matching, one, 0, at, caught, goOn);
    return;
  }
  if (here === undefined) return;
  if (piece.is === 'word') {
    if (here.text === piece.word) read(matching, phrase, nth + 1, at + 1, caught, done);
    // "week-end", "Mon-Fri": a hyphen between words says nothing, where the phrase has none.
    else if (isGlue(here)) read(matching, phrase, nth, at + 1, caught, done);
    return;
  }
  const found = slotAt(matching, piece.name, at);
  for (const { end, value } of found) {
    const chain = { one: { slot: piece.name, value }, before: caught };
    read(matching, phrase, nth + 1, end, chain, done);
  }
  if (found.length === 0 && isGlue(here)) read(matching, phrase, nth, at + 1, caught, done);
}

const isGlue = ({ text, parted }: Token): boolean => text === '-' && !parted;

const canBegin = ({ starts }: Choice, here: Token): boolean =>
  starts.has(here.text) || starts.has(SLOT) || isGlue(here);

const slotAt = (matching: Matching, slot: string, at: number): Found =>
  matching.inner(slot, at) ?? simple(matching, slot, at);

type Found = readonly { readonly end: number; readonly value: Value }[];
const one = (end: number, value: Value): Found => [{ end, value }];
const NOTHING: Found = [];

/** Slots that are one word or figure, or a name of the calendar. */
function simple(matching: Matching, slot: string, at: number): Found {
  const { tokens, lexicon } = matching;
  const here = tokens[at];
  if (here === undefined) return NOTHING;
  switch (slot) {
    case 'month':
    case 'weekday':
    case 'unit':
    case 'holiday':
      return namesAt(matching, lexicon.names[slot], at);
    case 'number':
      return [...figures(here, at, 999), ...namesAt(matching, lexicon.names.number, at)];
    case 'letter':
      return [...figures(here, at, 999), ...severalAt(matching, at)];
    case 'day':
      return dayAt(matching, here, at);
    case 'ordinal':
      return ordinalAt(matching, here, at);
    case 'year':
      return /^20[2-9]\d$/.test(here.text) ? one(at + 1, Number(here.text)) : NOTHING;
    case 'figures':
      return here.kind === 'figures' && /[./-]\d|\d\.$/.test(here.text)
        ? one(at + 1, here.text)
        : NOTHING;
    case 'zone':
      return here.kind === 'word' && here.text.includes('/') ? one(at + 1, here.text) : NOTHING;
    case 'address':
      return here.text.includes('@') && here.text.length > 1 ? one(at + 1, here.text) : NOTHING;
    case 'any':
      return one(at + 1, here.text);
    case 'word':
      return here.kind === 'word' ? one(at + 1, here.text) : NOTHING;
    default:
      return NOTHING;
  }
}

/** "Letter six"; "letter a" is none. */
const severalAt = (matching: Matching, at: number): Found =>
  namesAt(matching, matching.lexicon.names.number, at).filter(({ value }) => Number(value) > 1);

const figures = ({ text }: Token, at: number, most: number): Found =>
  /^\d{1,3}$/.test(text) && Number(text) <= most ? one(at + 1, Number(text)) : NOTHING;

/** "4", "4.", "4th", "fourth". */
function dayAt(matching: Matching, here: Token, at: number): Found {
  const day = Number(here.text);
  if (!/^\d{1,2}$/.test(here.text) || day < 1 || day > 31) return ordinalAt(matching, here, at);
  return [...one(at + 1, day), ...ordinalAt(matching, here, at)];
}

function ordinalAt(matching: Matching, here: Token, at: number): Found {
  const { tokens, lexicon } = matching;
  const next = tokens[at + 1];
  const day = Number(here.text);
  const figure = /^\d{1,2}$/.test(here.text) && day >= 1 && day <= 31;
  if (
    figure &&
    next !== undefined &&
    !next.parted &&
    (next.text === '.' || lexicon.suffixes.has(next.text))
  )
    return one(at + 2, day);
  return namesAt(matching, lexicon.names.ordinal, at);
}

/** The longest name first is not needed: all that match are tried. */
export function namesAt(matching: Matching, index: Index<Named>, at: number): Found {
  return startingAt(matching, index, at).flatMap(({ phrase, value }) =>
    endings(matching, phrase, at).map(({ end }) => ({ end, value })),
  );
}

/** What can begin at a token. */
export function startingAt<Of>({ tokens }: Matching, index: Index<Of>, at: number): readonly Of[] {
  const here = tokens[at]?.text ?? '';
  return [...(index.byWord.get(here) ?? []), ...index.bySlot];
}
