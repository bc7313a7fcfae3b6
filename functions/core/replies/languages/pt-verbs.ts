/**
 * The forms of Portuguese verbs in which people ask for something: infinitives, imperatives of tu,
 * você and vocês, subjunctives, gerund. Pronouns hang on hyphens and are words of their own, so
 * "enviá-las" is "envia las". Without accents, which are not compared.
 */
const ENDINGS = {
  ar: [
    'ar',
    'arem',
    'ares',
    'armos',
    'e',
    'es',
    'em',
    'emos',
    'ai',
    'asse',
    'assem',
    'asses',
    'ando',
  ],
  er: [
    'er',
    'erem',
    'eres',
    'ermos',
    'a',
    'as',
    'am',
    'amos',
    'ei',
    'esse',
    'essem',
    'esses',
    'endo',
  ],
  ir: [
    'ir',
    'irem',
    'ires',
    'irmos',
    'a',
    'as',
    'am',
    'amos',
    'i',
    'isse',
    'issem',
    'isses',
    'indo',
  ],
} as const;

/** A stem that ends in a letter whose sound would change before the other vowel: `suspendo`, `fique`. */
function stemBefore(stem: string, ending: string, kind: keyof typeof ENDINGS): string {
  if (kind !== 'ar' || !ending.startsWith('e')) return stem;
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}qu`;
  if (stem.endsWith('g')) return `${stem}u`;
  return stem.endsWith('ç') ? `${stem.slice(0, -1)}c` : stem;
}

function formsOf(infinitive: string): readonly string[] {
  const kind = infinitive.slice(-2) as keyof typeof ENDINGS;
  const stem = infinitive.slice(0, -2);
  return ENDINGS[kind].map((ending) => stemBefore(stem, ending, kind) + ending);
}

/** Told to one person, as Brazil does, and what is left of an infinitive before `-lo`: "manda". */
function toldTo(infinitive: string): string {
  return infinitive.slice(0, -2) + (infinitive.endsWith('ar') ? 'a' : 'e');
}

/** All forms of some verbs, as a list of a language writes them. */
export const verbs = (infinitives: string): string =>
  infinitives
    .split(' ')
    .flatMap((one) => [...formsOf(one), toldTo(one)])
    .join(', ');

/** As choices of a phrase. */
export const anyOf = (infinitives: string): string =>
  `(${verbs(infinitives).replaceAll(', ', '|')})`;
