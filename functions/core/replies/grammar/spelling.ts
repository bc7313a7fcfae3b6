/** Shorter words are too much alike to be mended. */
const SHORTEST = 5;

/**
 * A word as the language spells it, where just one known word differs from it by one slip: a letter
 * too many, too few, another, or two that changed places. The first letter is right in nearly all
 * slips, and asking for it keeps "better" from becoming a letter.
 */
export function spelled(
  word: string,
  known: ReadonlySet<string>,
  mendable: ReadonlySet<string>,
): string {
  if (word.length < SHORTEST || known.has(word)) return word;
  const found = new Set(slips(word).filter((one) => one.length >= SHORTEST && mendable.has(one)));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : word;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** All words that are one slip away, and begin alike. */
function slips(word: string): readonly string[] {
  const out: string[] = [];
  for (let at = 1; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail !== '') out.push(head + tail.slice(1));
    if (tail.length > 1) out.push(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of LETTERS) {
      if (tail !== '') out.push(head + letter + tail.slice(1));
      out.push(head + letter + tail);
    }
  }
  return out;
}

/**
 * A word without its accents and the apostrophe at its end: "arreter" is written as often as
 * "arrêter", "piu'" as "più", "jusqu au" as "jusqu'au". The shortest words are told apart by them:
 * "ou" is no "où", and "e'" is no "e".
 */
export function withoutAccents(word: string): string {
  const plain = word.replace(/'$/, '');
  if (/^[aeiou]$/.test(plain)) return word;
  return plain.length < 3
    ? plain
    : plain.replaceAll('œ', 'oe').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

/** "fuer" is "für", where the one is no word and the other is. */
export function withoutDigraphs(word: string, known: ReadonlySet<string>): string {
  if (known.has(word)) return word;
  const plain = word.replace(/([aou])e/g, '$1');
  return known.has(plain) ? plain : word;
}
