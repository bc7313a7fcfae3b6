import { show } from '../../content/mistakes.ts';
import { error, type Finding } from '../finding.ts';
import type { LintedMail } from '../linted.ts';
import { bare, type Paragraph, prose, sentences, words } from '../prose.ts';
import { type Checked, onesReading } from '../rule.ts';

/** Shorter sentences may well be said twice. */
const LONG = 8;
const OPENING = 4;

/** What was said in one letter and is said again in another: a reader of both notices. */
export function repeats(checked: Checked): readonly Finding[] {
  return onesReading(checked).flatMap((all) => {
    const mails = all.filter(({ kind }) => kind !== 'notice');
    return [
      ...saidTwice(mails, longSentences, 'a sentence of its own'),
      ...saidTwice(mails, opening, 'an opening of its own'),
      ...saidTwice(mails, ending, 'an ending of its own'),
    ];
  });
}

/** Words that are compared, and where they stand. */
interface Said {
  readonly line: number;
  readonly text: string;
}

function saidTwice(
  mails: readonly LintedMail[],
  of: (linted: LintedMail) => readonly Said[],
  what: string,
): readonly Finding[] {
  const first = new Map<string, { readonly file: string; readonly line: number }>();
  return mails.flatMap((linted) => {
    const { file } = linted.mail;
    return of(linted).flatMap(({ line, text }) => {
      const key = bare(text);
      const other = first.get(key);
      if (other === undefined) first.set(key, { file, line });
      if (other === undefined || other.file === file) return [];
      const expected = `${what} (${other.file}:${other.line} has this one)`;
      return [error({ file, line, found: show(text), expected })];
    });
  });
}

function longSentences({ mail }: LintedMail): readonly Said[] {
  return said(prose(mail.blocks), mail.language).filter(({ text }) => words(text).length >= LONG);
}

function opening({ mail }: LintedMail): readonly Said[] {
  return prose(mail.blocks)
    .slice(0, 1)
    .map(({ line, text }) => ({ line, text: words(text).slice(0, OPENING).join(' ') }));
}

function ending({ mail }: LintedMail): readonly Said[] {
  return said(prose(mail.blocks), mail.language).slice(-1);
}

function said(paragraphs: readonly Paragraph[], language: string): readonly Said[] {
  return paragraphs.flatMap(({ line, text }) =>
    sentences(text, language).map((sentence) => ({ line, text: sentence })),
  );
}
