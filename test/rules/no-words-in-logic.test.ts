import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../functions/core/replies/languages/all.ts';
import { REASONS } from '../../functions/core/replies/understanding.ts';

/**
 * What replies mean is read by rules that know no language: words stand in the languages' values
 * and nowhere else. So every text in the logic is a name of ours, and no expression looks for
 * letters.
 */
const REPLIES = 'functions/core/replies';
const GRAMMAR = readdirSync(join(REPLIES, 'grammar')).map((file) => join('grammar', file));
const LOGIC = [
  ...GRAMMAR,
  ...['absence.ts', 'answer-words.ts', 'distress.ts', 'features.ts', 'linear.ts'],
  ...['second-opinion.ts', 'senses.ts', 'soften.ts', 'spoken-language.ts', 'understand.ts'],
];

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly regex?: { readonly pattern: string };
}

/** The literals of a file: those of its types, and those of its code. */
function literalsIn(file: string): {
  readonly types: readonly Node[];
  readonly code: readonly Node[];
} {
  const types: Node[] = [];
  const code: Node[] = [];
  const visit = (value: unknown, inType: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, inType);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const node = value as Node;
    // Where a file comes from, what an error says, and how JavaScript names its types.
    if (/^(?:Import|ThrowStatement)/.test(node.type)) return;
    if (node.type === 'Literal') (inType ? types : code).push(node);
    const within = inType || node.type === 'TSLiteralType';
    for (const [key, child] of Object.entries(node)) if (key !== 'source') visit(child, within);
  };
  visit(parseSync(file, readFileSync(join(REPLIES, file), 'utf8')).program.body, false);
  return { types, code };
}

const textOf = ({ value }: Node): readonly string[] => (typeof value === 'string' ? [value] : []);

/** Names of ours: the parts and forms of a language, what the types tell apart, and slots. */
const NAMES = new Set<string>([
  ...LANGUAGES.flatMap(({ parts, dates, times, clocks, rhythms, calendar }) =>
    [parts, dates, times, clocks, rhythms, calendar, calendar.units, calendar.holidays].flatMap(
      Object.keys,
    ),
  ),
  ...[...LOGIC, 'understanding.ts', 'languages/language.ts'].flatMap((file) =>
    literalsIn(file).types.flatMap(textOf),
  ),
  ...REASONS,
  ...['date', 'length', 'clock', 'each', 'figures', 'zone', 'address', 'any', 'day', 'year'],
  ...['[{any} [{any} [{any}]]]', 'caught', 'object', 'string', 'base64'],
  // Letters of the keyboard, to undo a slip of the finger.
  ...['abcdefghijklmnopqrstuvwxyzß', 'abcdefghijklmnopqrstuvwxyz', 'oe', 'ss', 'NFD'],
]);

/** Letters that are no word of a language, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  africa: 'an area of the tz database',
  america: 'an area of the tz database',
  antarctica: 'an area of the tz database',
  asia: 'an area of the tz database',
  atlantic: 'an area of the tz database',
  australia: 'an area of the tz database',
  europe: 'an area of the tz database',
  indian: 'an area of the tz database',
  pacific: 'an area of the tz database',
  aeiou: 'vowels, in any language',
  aou: 'vowels that are written with an e where there are no dots',
};

const lettersOf = (pattern: string): readonly string[] =>
  pattern.replace(/\\[pPu]\{[^}]*\}|\\\w|\(\?<?[a-z!=:]?/g, ' ').match(/\p{L}{3,}/gu) ?? [];

test.for(LOGIC.filter((file) => !file.endsWith('places.ts')))(
  'no word of a language in %s',
  (file) => {
    const { code } = literalsIn(file);
    const inExpressions = code.flatMap(({ regex }) => (regex ? lettersOf(regex.pattern) : []));
    expect(inExpressions.filter((word) => !(word in ALLOWED))).toEqual([]);
    const texts = code.flatMap(textOf).filter((text) => /\p{L}{2,}/u.test(text));
    expect(texts.filter((text) => !NAMES.has(text))).toEqual([]);
  },
);
