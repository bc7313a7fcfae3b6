import type { Instant } from '../../functions/core/time.ts';
import { type Content, wordsFor } from '../content/model.ts';
import type { Finding } from './finding.ts';
import type { LintedMail } from './linted.ts';
import type { Source } from './source.ts';
import type { Style } from './style.ts';

/** All that a rule may look at. */
export interface Checked {
  readonly content: Content;
  /** Of files that could be read whole. */
  readonly mails: readonly LintedMail[];
  /** The files that have mistakes of their own already. */
  readonly broken: ReadonlySet<string>;
  readonly style: Style;
  /** Its publication.yaml, as mistakes name it. */
  readonly publicationFile: string;
  readonly now: Instant;
  source(file: string): Source;
}

/** One thing that is asked of the content: a plain function of what was read. */
export type Rule = (checked: Checked) => readonly Finding[];

/** Somebody who reads the letters of one course also gets what goes to everybody. */
export function onesReading({ content, mails }: Checked): readonly (readonly LintedMail[])[] {
  const toAll = mails.filter(({ kind }) => kind !== 'lesson');
  if (content.courses.length === 0) return [toAll];
  return content.courses.map((course) => {
    const { language } = wordsFor(content, course.language);
    return [
      ...mails.filter(({ lesson }) => lesson?.course === course),
      ...toAll.filter(({ kind, mail }) => kind !== 'notice' || mail.words.language === language),
    ];
  });
}

/** The letters without their other tracks: what is the same in all of them is checked once. */
export function oncePerFile(mails: readonly LintedMail[]): readonly LintedMail[] {
  return mails.filter(
    ({ mail }, index) => mails.findIndex((other) => other.mail.file === mail.file) === index,
  );
}
