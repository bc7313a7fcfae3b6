/** What a sentence is made of: literals with named values between them. */
interface Parts {
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

/** A sentence with values in it, ready to be said. */
export interface Sentence<Name extends string> {
  (values: Readonly<Record<Name, string | number>>): string;
  /** Literals and values in their order, for a page that puts markup in. */
  pieces<T>(values: Readonly<Record<Name, T>>): readonly (T | string)[];
}

/** How `{name}` is written; a brace has no other use in words. */
const VALUE = /\{([A-Za-z]+)\}/g;

/** The names of the values that a sentence has, in its order. */
export const valuesIn = (text: string): readonly string[] =>
  [...text.matchAll(VALUE)].map(([, name = '']) => name);

function partsOf(text: string): Parts {
  return { literals: text.split(/\{[A-Za-z]+\}/), names: valuesIn(text) };
}

function joined<T>({ literals, names }: Parts, values: Readonly<Record<string, T>>) {
  return literals.flatMap((literal, index): readonly (T | string)[] => {
    const name = names[index];
    const value = name === undefined ? undefined : values[name];
    return value === undefined ? [literal] : [literal, value];
  });
}

/** Makes a sentence of its text. Values are never searched for values. */
export function sentence<Name extends string>(text: string): Sentence<Name> {
  const parts = partsOf(text);
  const say = (values: Readonly<Record<Name, string | number>>) => joined(parts, values).join('');
  return Object.assign(say, {
    pieces: <T>(values: Readonly<Record<Name, T>>) => joined<T>(parts, values),
  });
}

/** The forms of a sentence that counts, by CLDR plural category; `other` is the one all have. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/**
 * Makes a sentence whose form follows from its `count`, as the language counts (CLDR plural rules).
 * A category that the words leave out, such as the millions of French, takes `other`.
 */
export function counted(forms: Forms, language: string): Sentence<'count'> {
  const rules = new Intl.PluralRules(language);
  const form = (count: unknown) =>
    sentence<'count'>(forms[rules.select(Number(count))] ?? forms.other);
  const say = (values: Readonly<Record<'count', string | number>>) => form(values.count)(values);
  return Object.assign(say, {
    pieces: <T>(values: Readonly<Record<'count', T>>) => form(values.count).pieces<T>(values),
  });
}
