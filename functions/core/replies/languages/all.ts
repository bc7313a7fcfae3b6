import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';

/** Every language that replies are understood in. One more is a file, and a line here. */
export const LANGUAGES: readonly Language[] = [en, fr];
