import { around as deAround } from './de/around.ts';
import { commands as deCommands } from './de/commands.ts';
import { guards as deGuards } from './de/guards.ts';
import { around as enAround } from './en/around.ts';
import { commands as enCommands } from './en/commands.ts';
import { guards as enGuards } from './en/guards.ts';
import { around as esAround } from './es/around.ts';
import { commands as esCommands } from './es/commands.ts';
import { guards as esGuards } from './es/guards.ts';
import { around as frAround } from './fr/around.ts';
import { commands as frCommands } from './fr/commands.ts';
import { guards as frGuards } from './fr/guards.ts';
import { around as itAround } from './it/around.ts';
import { commands as itCommands } from './it/commands.ts';
import { guards as itGuards } from './it/guards.ts';
import type { Around, Guards, Lexicon, Rule } from './lexicon.ts';
import { around as nlAround } from './nl/around.ts';
import { commands as nlCommands } from './nl/commands.ts';
import { guards as nlGuards } from './nl/guards.ts';
import { around as ptAround } from './pt/around.ts';
import { commands as ptCommands } from './pt/commands.ts';
import { guards as ptGuards } from './pt/guards.ts';

const lexicon = (
  language: string,
  around: Around,
  rules: readonly Rule[],
  guards: Guards,
): Lexicon => ({
  language,
  ...around,
  rules,
  ...guards,
});

/** People mix languages ("stop, danke"), so all of them are tried on every clause. */
export const LEXICONS: readonly Lexicon[] = [
  lexicon('en', enAround, enCommands, enGuards),
  lexicon('de', deAround, deCommands, deGuards),
  lexicon('fr', frAround, frCommands, frGuards),
  lexicon('es', esAround, esCommands, esGuards),
  lexicon('it', itAround, itCommands, itGuards),
  lexicon('pt', ptAround, ptCommands, ptGuards),
  lexicon('nl', nlAround, nlCommands, nlGuards),
];
