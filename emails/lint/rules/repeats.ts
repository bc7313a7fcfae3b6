import { show } from '../../content/mistakes.ts';
import { error, type Finding } from '../finding.ts';
import type { Letter } from '../letters.ts';
import { bare, type Paragraph, prose, sentences, words } from '../prose.ts';
import { type Checked, onesReading } from '../rule.ts';

/** Shorter sentences may well be said twice. */
const LONG = 8;
const OPENING = 4;

/** What was said in one letter and is said again in another: a reader of both notices. */
export function repeats(checked: Checked): readonly Finding[] {
  return onesReading(checked).flatMap((all) => {
    const letters = all.filter(({ kind }) => kind !== 'notice');
    return [
      ...saidTwice(letters, longSentences, 'a sentence of its own'),
      ...saidTwice(letters, opening, 'an opening of its own'),
      ...saidTwice(letters, ending, 'an ending of its own'),
    ];
  });
}

/** Words that are compared, and where they stand. */
interface Said {
  readonly line: number;
  readonly text: string;
}

function saidTwice(
  letters: readonly Letter[],
  of: (letter: Letter) => readonly Said[],
  what: string,
): readonly Finding[] {
  const first = new Map<string, { readonly file: string; readonly line: number }>();
  return letters.flatMap((letter) => {
    const { file } = letter.mail;
    return of(letter).flatMap(({ line, text }) => {
      const key = bare(text);
      const other = first.get(key);
      if (other === undefined) first.set(key, { file, line });
      if (other === undefined || other.file === file) return [];
      const expected = `${what} (${other.file}:${other.line} has this one)`;
      return [error({ file, line, found: show(text), expected })];
    });
  });
}

function longSentences({ mail }: Letter): readonly Said[] {
  return said(prose(mail.blocks), mail.language).filter(({ text }) => words(text).length >= LONG);
}

function opening({ mail }: Letter): readonly Said[] {
  return prose(mail.blocks)
    .slice(0, 1)
    .map(({ line, text }) => ({ line, text: words(text).slice(0, OPENING).join(' ') }));
}

function ending({ mail }: Letter): readonly Said[] {
  return said(prose(mail.blocks), mail.language).slice(-1);
}

function said(paragraphs: readonly Paragraph[], language: string): readonly Said[] {
  return paragraphs.flatMap(({ line, text }) =>
    sentences(text, language).map((sentence) => ({ line, text: sentence })),
  );
}
