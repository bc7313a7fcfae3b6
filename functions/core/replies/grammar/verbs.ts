import type { Kind, Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** How far behind its verb a particle may stand, in words. */
const FARTHEST = 16;

/**
 * Verbs with the particle that stands apart from them: "melden Sie mich bitte ab" is read as
 * "abmelden Sie mich bitte", where the language knows such a verb.
 */
export function whole(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (lexicon.particles.size === 0) return tokens;
  const out: (Token | undefined)[] = [...tokens];
  for (const [at, token] of tokens.entries()) {
    const apart = token.kind === 'word' ? particleOf(tokens, at, lexicon) : undefined;
    const particle = apart === undefined ? undefined : out[apart];
    if (apart === undefined || particle === undefined) continue;
    out[at] = { ...token, text: particle.text + token.text, typed: token.typed ?? token.text };
    out[apart] = undefined;
  }
  return out.filter((token) => token !== undefined);
}

/** Where a verb's particle stands: at the end of its clause, or before what may follow one. */
function particleOf(tokens: readonly Token[], at: number, lexicon: Lexicon): number | undefined {
  const verb = tokens[at]?.text ?? '';
  // "Der Brief kommt an": what begins a letter's name is an article, and no part of "änder".
  if (lexicon.rules.byWord.get(verb)?.some(({ kind }) => kind.name === 'letter')) return undefined;
  let early: number | undefined;
  for (let next = at + 1; next <= at + FARTHEST; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.parted) break;
    if (!lexicon.particles.has(token.text) || !lexicon.words.has(token.text + verb)) continue;
    if (closes(tokens[next + 1], lexicon, ENDING)) return next;
    if (early === undefined && closes(tokens[next + 1], lexicon, FOLLOWING)) early = next;
  }
  return early;
}

function closes(
  next: Token | undefined,
  { rules }: Lexicon,
  kinds: ReadonlySet<Kind['name']>,
): boolean {
  if (next === undefined || next.parted || next.kind === 'mark') return true;
  return (rules.byWord.get(next.text) ?? []).some(({ kind }) => kinds.has(kind.name));
}

/** What begins another clause. */
const ENDING: ReadonlySet<Kind['name']> = new Set(['and', 'or', 'but']);
/** What is said behind a clause that is whole already. */
const FOLLOWING: ReadonlySet<Kind['name']> = new Set<Kind['name']>([
  ...(['courtesy', 'farewell', 'until', 'through', 'from', 'for', 'open', 'range'] as const),
]);
