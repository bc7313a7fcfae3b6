import type { Meaning, Tag } from './chunks.ts';

/** What the runs of words from one token on mean, by where they end. */
type Spans = Map<number, Meaning[]>;

/** What can only be the newsletter is not taken for the letters, nor for a list first. */
export function newsletters(spans: Spans): void {
  for (const [end, meanings] of spans) {
    if (!meanings.some(isNewsletter)) continue;
    const others = meanings.filter((one) => !isNewsletter(one) && one.tag !== 'ours');
    spans.set(end, [...meanings.filter(isNewsletter), ...others]);
  }
}

const isNewsletter = ({ tag }: Meaning): boolean => tag === 'newsletter';

/**
 * "Así que la leo", "alors une lettre": a word that joins clauses, or stands in one that does, asks for
 * nothing.
 */
export function joinedAt(at: number, spans: Spans): void {
  const joins = [...spans].flatMap(([end, all]) => (all.some(isAnd) ? end : []));
  const longest = Math.max(at, ...joins);
  for (const [end, meanings] of spans) {
    if (end < longest) spans.set(end, meanings.filter(isAnd));
    if (end === longest)
      spans.set(
        end,
        meanings.filter(({ tag }) => tag !== 'courtesy'),
      );
  }
}

const isAnd = ({ tag }: Meaning): boolean => tag === 'and';

/** "Not just the letters": what says that there is more denies nothing. */
export function notOnly(spans: Spans): void {
  const telling = [...spans].flatMap(([end, all]) =>
    all.some(({ tag }) => tag === 'report') ? end : [],
  );
  const longest = Math.max(0, ...telling);
  for (const [end, meanings] of spans)
    if (end < longest)
      spans.set(
        end,
        meanings.filter(({ tag }) => !DENYING.has(tag)),
      );
}

const DENYING: ReadonlySet<Tag> = new Set<Tag>(['no', 'neither', 'refuse', 'off', 'missing']);

/** "A week off" is a rest, and for how long: what says it both ways counts with its time. */
export function timed(spans: Spans): void {
  for (const [end, meanings] of spans) {
    const lasting = meanings.filter((one) => one.tag === 'rest' && one.when !== undefined);
    if (lasting.length === 0) continue;
    const others = meanings.filter(({ tag }) => tag !== 'rest');
    spans.set(end, [...lasting.slice(0, 1), ...others]);
  }
}
