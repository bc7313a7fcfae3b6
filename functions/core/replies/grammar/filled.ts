import type { Kind, LikelyKind } from '../kinds.ts';
import type { Option } from '../understanding.ts';
import type { Meaning, Tag } from './chunks.ts';
import type { Calendar } from './dates.ts';
import { frame } from './frame.ts';
import { chunksIn } from './guess.ts';
import type { Lexicon } from './lexicon.ts';
import { pausesIn, rhythmsIn } from './likely-times.ts';
import { readingOf } from './readings.ts';
import type { Sentence } from './sentences.ts';

/** Below it for the likeliest kind, nobody knows what the mail may be for. */
const KNOWN = 0.3;
/** From here on another kind is worth a button. */
const WORTH = 0.15;
/** From here on two kinds are rather both meant than one. */
const BOTH = 0.5;

/** What the runs of words of one sentence can mean. */
export type SaidInOne = readonly (readonly Meaning[])[];

/**
 * What a mail may ask for by its kind, with the days, hours, numbers and addresses that stand in it, wherever they do.
 * Good enough to be offered, never to be done.
 *
 * @param likely kinds, the likeliest first
 * @returns none where none of them is likely
 */
export function filled(
  likely: readonly LikelyKind[],
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  calendar: Calendar,
): readonly Option[] {
  if ((likely[0]?.chance ?? 0) < KNOWN) return [];
  const said = sentences.map(
    (sentence): SaidInOne => chunksIn(sentence, lexicon, calendar).map(({ meanings }) => meanings),
  );
  const each = likely
    .filter(({ chance }) => chance >= WORTH)
    .map((one) => ({ ...one, options: optionsOf(one.kind, said, calendar) }))
    .filter(({ options }) => options.length > 0);
  const firsts = each.flatMap(({ options: [best] }) => (best === undefined ? [] : [best]));
  const rests = each.flatMap(({ options: [, ...rest] }) => rest);
  const [one, two] = each;
  const pair = one !== undefined && two !== undefined && goTogether(one.kind, two.kind);
  const joint = [firsts.slice(0, 2).flat()];
  if (!pair) return [...firsts.slice(0, 2), ...rests, ...firsts.slice(2)];
  if (two.chance >= BOTH) return [...joint, ...firsts, ...rests];
  return [...firsts.slice(0, 1), ...joint, ...firsts.slice(1), ...rests];
}

/** Whoever leaves has no use for what holds or changes the letters. */
const GOES: Readonly<Partial<Record<Kind, 'ends' | 'holds'>>> = {
  leave: 'ends',
  erase: 'ends',
  pause: 'holds',
  resume: 'holds',
  skip: 'holds',
  schedule: 'holds',
  friends: 'holds',
  couple: 'holds',
};

/** And these say the opposite of each other, or the same. */
const APART: readonly (readonly Kind[])[] = [
  ['pause', 'resume'],
  ['pause', 'skip'],
  ['friends', 'couple'],
  ['leave', 'erase'],
  ['newsletter', 'noNewsletter'],
];

function goTogether(one: Kind, other: Kind): boolean {
  if (APART.some((kinds) => kinds.includes(one) && kinds.includes(other))) return false;
  return GOES[one] === undefined || GOES[other] === undefined || GOES[one] === GOES[other];
}

/** What a wish takes from a mail; what has a kind's own name says its values. */
const SLOTS: Readonly<Partial<Record<Kind, ReadonlySet<Tag>>>> = {
  skip: new Set<Tag>(['number']),
  resend: new Set<Tag>(['letter', 'missing']),
};

function optionsOf(kind: Kind, said: readonly SaidInOne[], calendar: Calendar): readonly Option[] {
  if (kind === 'pause' || kind === 'resume') return pausesIn(kind, said, calendar);
  if (kind === 'schedule') return rhythmsIn(said, calendar);
  const taken = said
    .flat()
    .flatMap((meanings) =>
      meanings.filter(({ tag }) => SLOTS[kind]?.has(tag) ?? tag === kind).slice(0, 1),
    );
  const { wishes, doubt } = readingOf({ frame: frame(kind, []), taken, end: 0 }, calendar);
  return doubt === undefined ? [wishes] : doubt.options;
}
