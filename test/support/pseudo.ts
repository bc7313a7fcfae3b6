import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A pair of brackets around everything that somebody said. */
export type Mark = readonly [open: string, close: string];

/** What Kindling says itself, and what the author or a reader wrote. */
export const KINDLING: Mark = ['⟦', '⟧'];
export const AUTHOR: Mark = ['⟪', '⟫'];

/** Written from right to left, and its dates and hours share no letter with English. */
export const PSEUDO = 'ar';

/** `{name}` in a sentence, `{{name}}` in a mail: values are nobody's words yet. */
const VALUE = /(\{\{?[A-Za-z]+\}?\})/;

/** Every literal of a sentence in brackets, and longer; its values stay as they are, outside. */
export const pseudo = (sentence: string): string =>
  between(sentence, VALUE, (literal) => marked(longer(literal), KINDLING));

/** The author's own words, in brackets of their own. */
export const authored = (words: string): string =>
  between(words, VALUE, (literal) => marked(literal, AUTHOR));

/** Applies to what stands between the matches of a pattern that has one group around it all. */
function between(text: string, pattern: RegExp, change: (literal: string) => string): string {
  return text
    .split(pattern)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/** Punctuation alone is nobody's language. */
function marked(literal: string, [open, close]: Mark): string {
  if (!/[\p{L}\p{N}]/u.test(literal)) return literal;
  const words = literal.trim();
  return literal.replace(words, () => `${open}${words}${close}`);
}

/** As German is to English, and a little more: words grow, and not only their number. */
const longer = (literal: string): string =>
  literal.replace(/[aeiouys]/gi, (letter) => letter + letter.toLowerCase());

/** What is markup in our Markdown, and what in its front matter is no words. */
const MARKUP = new RegExp(
  `(${[
    '^---$',
    '^(?:id|send-on|minutes|sources|retired): .*$',
    '^(?:subject|preheader): ',
    '^:::?[a-z-]*(?:\\[|(?:\\{[^}]*\\})?$)',
    '\\](?:\\([^)]*\\)|\\{[^}]*\\})?',
    '^ *(?:[-*>]|#+|[0-9]+\\.) ',
    '\\[|\\*+|\\\\$|\\n',
    '\\{\\{[A-Za-z]+\\}\\}',
  ].join('|')})`,
  'gm',
);

/** A mail of ours, or with the author's mark one of theirs, with all its blocks kept. */
export function pseudoMarkdown(text: string, mark: Mark): string {
  const words = mark === KINDLING ? longer : (literal: string) => literal;
  return between(text, MARKUP, (literal) => marked(words(literal), mark));
}

/** The files of `content/words/<language>/` with everything said in pseudo-language. */
export function pseudoWords(english: string): Readonly<Record<string, string>> {
  const read = (name: string) => readFileSync(join(english, name), 'utf8');
  const names = readdirSync(english, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries([
    ...names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, stringify(sentencesOf(parse(read(name))))]),
    ...names
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, pseudoMarkdown(read(name), KINDLING)]),
  ]);
}

type Sentences = { readonly [key: string]: string | Sentences };

function sentencesOf(said: Sentences): Sentences {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudo(value) : sentencesOf(value),
    ]),
  );
}
