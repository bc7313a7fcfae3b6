import type { Lattice, Meaning, Tag } from './chunks.ts';
import { type Fit, longestFit } from './fit.ts';
import type { Doing, Frame } from './frame.ts';
import { FRAMES } from './frames.ts';
import type { IsPersonal } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** How many unknown words may stand in a wish, by what it comes to. */
const MOST: Readonly<Partial<Record<Doing, number>>> = {
  leave: 1,
  pause: 2,
  resume: 2,
  skip: 1,
  resend: 2,
  schedule: 3,
  discreet: 2,
  plain: 2,
  newsletter: 1,
  noNewsletter: 1,
  export: 3,
  status: 2,
};

const GAPPED: readonly Frame[] = FRAMES.filter(
  ({ does, sure }) => sure && MOST[does] !== undefined,
).map((frame) => ({ ...frame, may: new Set<Tag>([...frame.may, 'gap']) }));

/** A sentence, and what its words can mean. */
interface Words {
  readonly tokens: readonly Token[];
  readonly lattice: Lattice;
  readonly tags: ReadonlySet<Tag>;
  readonly isPersonal: IsPersonal;
}

/**
 * A wish with a word or two that the language does not know, where all that makes it one is known:
 * somebody asks, it has its verb or rhythm, and it names what is ours. An unknown word may not stand
 * where it would say which letters, whose, or who shall do it.
 */
export function gappedFit(words: Words, from: number, ends: readonly number[]): Fit | undefined {
  const { lattice, tags } = words;
  if (![...ASKS].some((tag) => tags.has(tag))) return undefined;
  const reach = endFor(words, from, ends);
  if (reach === undefined) return undefined;
  const gapped = lattice.map((spans, at) => {
    const known = at < from || at >= reach || !isUnknown(spans, at);
    return known ? spans : new Map([...spans, [at + 1, GAP]]);
  });
  const within = ends.filter((end) => end <= reach);
  const fit = longestFit(gapped, from, within, tags, reach, GAPPED);
  return fit !== undefined && isWhole(fit) ? fit : undefined;
}

const GAP: readonly Meaning[] = [{ tag: 'gap' }];
const ASKS: ReadonlySet<Tag> = new Set<Tag>(['wish', 'demand', 'courtesy']);

const isUnknown = (spans: Lattice[number], at: number): boolean =>
  [...spans].every(([end, meanings]) => end === at + 1 && meanings.length === 0);

/** The end of the clause, if only few of its words are unknown and none of them is a name. */
function endFor(
  { tokens, lattice, isPersonal }: Words,
  from: number,
  ends: readonly number[],
): number | undefined {
  const end = ends.find((one) => one > from);
  if (end === undefined) return undefined;
  let covered = from;
  const unknown: number[] = [];
  for (let at = from; at < end; at += 1) {
    const spans = lattice[at] ?? new Map<number, readonly Meaning[]>();
    if (at >= covered && isUnknown(spans, at)) unknown.push(at);
    for (const [to, meanings] of spans) if (meanings.length > 0) covered = Math.max(covered, to);
  }
  const bars = (at: number) => {
    const { text = '', capital = false } = tokens[at] ?? {};
    return (at > 0 && capital) || text.length < SHORTEST || isPersonal(tokens, at);
  };
  const many = unknown.length === 0 || unknown.length > MOST_OF_ALL;
  return many || unknown.some(bars) ? undefined : end;
}

const MOST_OF_ALL = 3;
/** Shorter ones join what they stand between: "thank you for", "to my". */
const SHORTEST = 4;

/** Whether all that makes it a wish is there, and no gap stands where it would change it. */
function isWhole({ frame, taken }: Fit): boolean {
  const tags = taken.map(({ tag }) => tag).filter((tag) => tag !== 'mark' && tag !== 'soft');
  const gaps = tags.filter((tag) => tag === 'gap').length;
  if (gaps === 0 || gaps > (MOST[frame.does] ?? 0)) return false;
  if (!tags.some((tag) => ASKS.has(tag)) || !tags.some((tag) => OBJECTS.has(tag))) return false;
  return tags.every((tag, at) => tag !== 'gap' || mayStand(frame.does, tags, at));
}

const OBJECTS: ReadonlySet<Tag> = new Set<Tag>([
  ...(['ours', 'letter', 'list', 'newsletter', 'data', 'discreet', 'status'] as const),
]);

/** Before what it would say more about, or behind it, an unknown word may mean another thing. */
function mayStand(does: Doing, tags: readonly Tag[], at: number): boolean {
  const next = tags[at + 1];
  // "Could you confirm that they come at 7?"
  if (FREE.has(does)) return !tags.slice(at).includes('get');
  const asked = ASKS.has(tags[at - 1] ?? 'mark');
  return (asked && VERBS.has(next ?? 'mark')) || (does !== 'leave' && next === 'when');
}

const FREE: ReadonlySet<Doing> = new Set<Doing>([
  ...(['schedule', 'discreet', 'plain', 'export', 'status'] as const),
]);
const VERBS: ReadonlySet<Tag> = new Set<Tag>([
  ...([
    'leave',
    'end',
    'drop',
    'pull',
    'pause',
    'rest',
    'resume',
    'goOn',
    'skip',
    'resend',
    'send',
  ] as const),
  ...(['get', 'no', 'refuse', 'missing', 'begin', 'off'] as const),
]);

/**
 * A wish behind a few words of its clause that were not read: "parce, take me off". They may name
 * nobody, and say nothing that the grammar knows how to take.
 */
export function lateFit(
  { tokens, lattice, isPersonal }: Words,
  from: number,
  to: number,
  fitFrom: (from: number, ends: readonly number[]) => Fit | undefined,
): Fit | undefined {
  for (let at = from; at < Math.min(to - 1, from + LONGEST_LEAD); at += 1) {
    if (!isIdle(lattice[at]) || isPersonal(tokens, at)) return undefined;
    if (![...(lattice[at + 1]?.values() ?? [])].some((all) => all.some(isBeginning))) continue;
    const fit = fitFrom(at + 1, [to]);
    if (fit !== undefined && isAsked(fit, at + 1 - from)) return { ...fit, from: at + 1 };
  }
  return undefined;
}

const LONGEST_LEAD = 8;

/** Unknown, or a courtesy or the like. */
const isIdle = (spans: Lattice[number] | undefined): boolean =>
  [...(spans?.values() ?? [])].every((meanings) => meanings.every(({ tag }) => IDLE.has(tag)));

const IDLE: ReadonlySet<Tag> = new Set<Tag>(['soft', 'courtesy', 'greeting', 'mark', 'reason']);

/** "A week no letters": what is said before a "no" may say for how long. */
const isBeginning = ({ tag }: Meaning): boolean =>
  ASKS.has(tag) || (VERBS.has(tag) && tag !== 'no' && tag !== 'get' && tag !== 'missing');

/** Behind one word a command asks by itself. */
const isAsked = ({ frame, taken }: Fit, lead: number): boolean =>
  frame.sure &&
  MOST[frame.does] !== undefined &&
  taken.some(({ tag }) => OBJECTS.has(tag) || tag === 'me' || tag === 'leave') &&
  (lead === 1 || taken.some(({ tag }) => ASKS.has(tag)));
