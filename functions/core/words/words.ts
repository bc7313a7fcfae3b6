import type { Language } from '../language.ts';
import type { Score } from '../reader/check-in.ts';
import { counted, type Forms, type Sentence, sentence } from './sentence.ts';
import { type Group, SHAPE } from './shape.ts';
import { COUNTED } from './spec.ts';

export type { Language };

type Said<Spec> = Spec extends typeof COUNTED
  ? Sentence<'count'>
  : Spec extends readonly []
    ? string
    : Spec extends readonly string[]
      ? Sentence<Spec[number]>
      : never;

/** All sentences of one language. */
export type Words = {
  readonly [group in Group]: {
    readonly [key in keyof (typeof SHAPE)[group]]: Said<(typeof SHAPE)[group][key]>;
  };
} & { readonly language: Language };

/** The same as the content compiler leaves it in the package: text, by group and key. */
export type RawWords = Readonly<Record<Group, Readonly<Record<string, string | Forms>>>>;

/** Makes a language's sentences ready to be said; each group on its first use. */
export function wordsOf(language: Language, raw: RawWords): Words {
  const words = { language };
  for (const group of Object.keys(SHAPE) as Group[]) {
    let made: object | undefined;
    Object.defineProperty(words, group, {
      enumerable: true,
      get: () => {
        made ??= groupOf(group, raw[group], language);
        return made;
      },
    });
  }
  return words as Words;
}

function groupOf(group: Group, raw: RawWords[Group], language: Language): object {
  const shape: Readonly<Record<string, readonly string[] | typeof COUNTED>> = SHAPE[group];
  return Object.fromEntries(
    Object.entries(shape).map(([key, spec]) => [key, said(spec, raw[key], language)]),
  );
}

function said(
  spec: readonly string[] | typeof COUNTED,
  text: string | Forms | undefined,
  language: Language,
) {
  // The content compiler has seen to it; whoever bypasses it must not send half a mail.
  if (text === undefined) throw new Error(`words of ${language} are not complete`);
  if (spec === COUNTED) return counted(typeof text === 'string' ? { other: text } : text, language);
  if (typeof text !== 'string') throw new Error(`words of ${language} are not complete`);
  return spec.length === 0 ? text : sentence(text);
}

/**
 * The language we have words in for what somebody declared: `de` for `de-AT`.
 *
 * @returns undefined when there are none
 */
export function languageFor(tag: string, known: readonly Language[]): Language | undefined {
  const [primary] = tag.toLowerCase().split('-');
  return (
    known.find((language) => language === tag.toLowerCase()) ??
    known.find((language) => language === primary)
  );
}

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/;

/** Which way a language is written, as html's dir has it. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr';

/** `sharing a little`: what one of the seven pictures is called where it can't be seen. */
export const scoreInWords = ({ checkIn }: Words, score: Score): string => checkIn[`score${score}`];
