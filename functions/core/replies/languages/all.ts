import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';

/** Every language that replies are understood in. One more is a file, and a line here. */
export const LANGUAGES: readonly Language[] = [en, de, fr, es, it, pt, nl, sv];
