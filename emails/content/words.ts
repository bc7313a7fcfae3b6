import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { valuesIn } from '../../functions/core/words/sentence.ts';
import { type Group, SHAPE } from '../../functions/core/words/shape.ts';
import { COUNTED } from '../../functions/core/words/spec.ts';
import { type Language, type RawWords, wordsOf } from '../../functions/core/words/words.ts';
import { list, named, type Reading, read } from './files.ts';
import { oneOf } from './markdown.ts';
import { show } from './mistakes.ts';
import type { LanguageWords } from './model.ts';
import { loadNotices } from './notices.ts';
import { SAFETY_LINES } from './safety-lines.ts';
import { type Read, readYaml } from './yaml.ts';

/** Where Kindling's own words lie, a folder a language; and where an author's own instead of them. */
const SHIPPED = 'words';
const OWN = 'own-words';
/** A language's folder: a BCP 47 tag in lower case. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]+)*$/;

type Spec = readonly string[] | typeof COUNTED;
type Given = Readonly<Record<string, unknown>>;

const GROUPS = Object.keys(SHAPE) as readonly Group[];
const anything = z.record(z.string(), z.unknown(), { error: 'sentences, each with its key' });
const sentences = z.record(z.string(), anything, { error: 'groups of sentences' });

/** The words of every language that there is a folder for, each complete. */
export function loadWords(reading: Reading): readonly LanguageWords[] {
  refuseStrays(reading);
  return list(reading, SHIPPED, LANGUAGE).map((folder) => {
    const language = folder as Language;
    const raw = rawWords(language, reading);
    const shipped = join(SHIPPED, folder, 'notices');
    const notices = loadNotices(shipped, join(OWN, folder, 'notices'), reading);
    return { language, raw, words: wordsOf(language, raw), notices };
  });
}

/** Folders and files that nobody reads would change nothing, silently. */
function refuseStrays(reading: Reading): void {
  const folders = list(reading, SHIPPED, /^/);
  const languages = list(reading, SHIPPED, LANGUAGE);
  const ownNames = [...languages, SAFETY_LINES];
  const add = (path: string, found: string, expected: string) =>
    reading.mistakes.add({ file: named(path, reading), found, expected });
  for (const folder of folders.filter((one) => !languages.includes(one)))
    add(join(SHIPPED, folder), 'no language', 'a folder such as de or pt-br');
  for (const folder of list(reading, OWN, /^/).filter((one) => !ownNames.includes(one)))
    add(join(OWN, folder), 'own words', `a language that there are words in: ${oneOf(languages)}`);
  const refuseOthers = (folder: string, known: readonly string[]) => {
    for (const name of list(reading, folder, /\.ya?ml$/).filter((one) => !known.includes(one)))
      add(join(folder, name), 'words that nobody reads', oneOf(known));
  };
  for (const language of languages) {
    refuseOthers(
      join(SHIPPED, language),
      GROUPS.map((group) => `${fileOf(group)}.yaml`),
    );
    refuseOthers(join(OWN, language), ['words.yaml']);
  }
}

function rawWords(language: Language, reading: Reading): RawWords {
  const own = ownSentences(language, reading);
  const groups = GROUPS.map((group) => {
    const path = join(SHIPPED, language, `${fileOf(group)}.yaml`);
    const text = read(path, reading) ?? '{}';
    const part = { file: named(path, reading), text, lineBefore: 0 };
    const found = readYaml(part, anything, reading.mistakes);
    const shipped = found && checked(group, found, [], part.file, reading);
    complete(group, shipped ?? {}, part.file, reading);
    return [group, { ...gaps(group), ...shipped, ...own?.(group) }] as const;
  });
  return Object.fromEntries(groups) as RawWords;
}

/** `checkIn` is in `check-in.yaml`. */
const fileOf = (group: Group): string =>
  group.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What an author says in other words than we do: any of the sentences, by group and key. */
function ownSentences(language: Language, reading: Reading): ((group: Group) => Given) | undefined {
  const path = join(OWN, language, 'words.yaml');
  if (!existsSync(join(reading.dir, path))) return undefined;
  const file = named(path, reading);
  const text = readFileSync(join(reading.dir, path), 'utf8');
  const found = readYaml({ file, text, lineBefore: 0 }, sentences, reading.mistakes);
  if (found === undefined) return undefined;
  for (const name of Object.keys(found.value)) {
    if (GROUPS.some((group) => group === name)) continue;
    const expected = oneOf(GROUPS);
    reading.mistakes.add({
      file,
      line: found.lineOf([name]),
      key: name,
      found: 'a group',
      expected,
    });
  }
  return (group) => {
    const value: Given = found.value[group] ?? {};
    return checked(group, { value, lineOf: found.lineOf }, [group], file, reading);
  };
}

/** The sentences that can be said as they are; every other one is a mistake. */
function checked(
  group: Group,
  { value, lineOf }: Read<Given>,
  above: readonly string[],
  file: string,
  { mistakes }: Reading,
): Given {
  const shape: Readonly<Record<string, Spec>> = SHAPE[group];
  return Object.fromEntries(
    Object.entries(value).filter(([key, given]) => {
      const spec = Object.hasOwn(shape, key) ? shape[key] : undefined;
      const expected = spec === undefined ? 'no such key' : wrongWith(spec, given);
      if (expected === undefined) return true;
      const path = [...above, key];
      const found = spec === undefined ? 'a key unknown here' : show(given);
      mistakes.add({ file, line: lineOf(path), key: path.join('.'), found, expected });
      return false;
    }),
  );
}

function complete(group: Group, given: Given, file: string, { mistakes }: Reading): void {
  if (mistakes.all.some((mistake) => mistake.file === file && mistake.found === 'no file')) return;
  for (const [key, spec] of Object.entries(SHAPE[group]) as [string, Spec][]) {
    const told = mistakes.all.some((mistake) => mistake.file === file && mistake.key === key);
    if (Object.hasOwn(given, key) || told) continue;
    mistakes.add({ file, key, found: 'nothing', expected: expectedOf(spec) });
  }
}

/** What stands for a sentence that is missing, so that everything else can still be looked at. */
function gaps(group: Group): Given {
  const shape: Readonly<Record<string, Spec>> = SHAPE[group];
  return Object.fromEntries(
    Object.entries(shape).map(([key, spec]) => [key, spec === COUNTED ? { other: '?' } : '?']),
  );
}

/** What was expected of a sentence that can't be used; undefined for one that can. */
function wrongWith(spec: Spec, given: unknown): string | undefined {
  const texts = textsOf(spec, given);
  const used = (text: string) => [...new Set(valuesIn(text))].sort().join();
  const fits = texts?.every((text) => {
    if (!/\S/.test(text) || /\p{Cc}/u.test(text)) return false;
    if (spec === COUNTED) return ['', 'count'].includes(used(text));
    return used(text) === [...spec].sort().join();
  });
  return fits ? undefined : expectedOf(spec);
}

function textsOf(spec: Spec, given: unknown): readonly string[] | undefined {
  if (spec !== COUNTED) return typeof given === 'string' ? [given] : undefined;
  const forms = FORMS.safeParse(given);
  return forms.success ? Object.values(forms.data).filter((text) => text !== undefined) : undefined;
}

/** CLDR's plural categories; which of them a language has is its own affair, but all have `other`. */
const FORMS = z.strictObject({
  zero: z.string().optional(),
  one: z.string().optional(),
  two: z.string().optional(),
  few: z.string().optional(),
  many: z.string().optional(),
  other: z.string(),
});

function expectedOf(spec: Spec): string {
  if (spec === COUNTED)
    return 'its forms, such as { one: "{count} letter", other: "{count} letters" }';
  if (spec.length === 0) return 'a sentence, on one line';
  return `a sentence with ${spec.map((name) => `{${name}}`).join(' and ')}, on one line`;
}
