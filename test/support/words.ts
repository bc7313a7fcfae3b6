import { join } from 'node:path';
import { Mistakes } from '../../emails/content/mistakes.ts';
import type { LanguageWords } from '../../emails/content/model.ts';
import { loadWords } from '../../emails/content/words.ts';
import type { Language } from '../../functions/core/words/words.ts';

const dir = join(import.meta.dirname, '../../content');

/** The words that ship, in every language. */
export const LANGUAGES: readonly LanguageWords[] = loadWords({
  dir,
  mistakes: new Mistakes(),
  constants: { publicationName: 'Closer Letters' },
});

export function wordsIn(language: string): LanguageWords {
  const found = LANGUAGES.find((one) => one.language === language);
  if (found === undefined) throw new Error(`no words in ${language}`);
  return found;
}

export const EN = 'en' as Language;
export const ENGLISH = wordsIn('en').words;
