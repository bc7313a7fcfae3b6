import type { Lattice, Tag } from './chunks.ts';
import type { Fit } from './fit.ts';
import type { Reading } from './readings.ts';

/**
 * Whether a pronoun stands beside what somebody shall do, so that a question asks them for it: "me las pausáis",
 * "guardam-me". Within a run of words, "mi disiscrivi", it does only before a verb that tells of nothing that
 * we do anyway: "mi mandate le lettere alle 7?" may ask when they come.
 *
 * @param from the token at which the clause begins
 */
export const begs = (fit: Fit, lattice: Lattice, from: number): boolean =>
  standsBeside(fit) || (CHANGING.has(fit.frame.does) && standsWithin(lattice, from, fit.end));

const standsBeside = ({ taken }: Fit): boolean =>
  taken.some(({ tag }, at) => {
    const next = taken.slice(at + 1).find((one) => one.tag !== 'it' && one.tag !== 'soft');
    const before = taken[at - 1]?.tag === 'mark' ? taken[at - 2] : undefined;
    return tag === 'me' && [next, before].some((one) => one !== undefined && DEEDS.has(one.tag));
  });

/** "Perché mi disiscrivete?" asks why, so it has to begin with the pronoun, but for a greeting. */
function standsWithin(lattice: Lattice, from: number, end: number): boolean {
  for (let at = from; at < end - 1; at += 1) {
    if (tagsAt(lattice, at, at + 1).includes('me'))
      return tagsAt(lattice, at + 1, end).some((tag) => UNDOUBTED.has(tag));
    if (!tagsAt(lattice, at, end).some((tag) => BEFORE.has(tag))) return false;
  }
  return false;
}

/** What the runs mean that begin at a token and end at another or before it. */
const tagsAt = (lattice: Lattice, at: number, end: number): readonly Tag[] =>
  [...(lattice[at] ?? [])].flatMap(([to, meanings]) =>
    to <= end ? meanings.map(({ tag }) => tag) : [],
  );

const BEFORE: ReadonlySet<Tag> = new Set<Tag>(['greeting', 'courtesy', 'mark', 'subject']);
const CHANGING: ReadonlySet<Fit['frame']['does']> = new Set<Fit['frame']['does']>([
  ...(['leave', 'pause', 'resume', 'skip', 'newsletter'] as const),
]);
const UNDOUBTED: ReadonlySet<Tag> = new Set<Tag>([
  ...(['leave', 'drop', 'pause', 'resume', 'skip', 'begin'] as const),
]);
const DEEDS: ReadonlySet<Tag> = new Set<Tag>([
  ...([
    'leave',
    'end',
    'drop',
    'pull',
    'send',
    'pause',
    'rest',
    'resume',
    'goOn',
    'again',
  ] as const),
  ...(['skip', 'resend', 'change', 'begin', 'off', 'show'] as const),
]);

/** What is asked for by its pronoun, and where nothing else asks by that alone: "me désabonner ?" may be an echo. */
export const begged = (reading: Reading): Reading => ({
  ...reading,
  asked: true,
  begged: true,
  ...(!reading.begged && { byPronoun: true as const }),
});
