import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { error, type Finding, warning } from '../finding.ts';
import type { LintedMail } from '../linted.ts';
import { prose, sentences, words } from '../prose.ts';
import type { Checked } from '../rule.ts';
import type { Style } from '../style.ts';
import { topOf } from './places.ts';

/** How long a letter is and how hard to read, as the readers of one track get it. */
export interface Measure {
  readonly words: number;
  readonly minutes: number;
  readonly grade: number;
}

/** Measures what stands in a letter; its frame and the safety note are not counted. */
export function measure({ mail }: LintedMail, style: Style): Measure {
  const texts = prose(mail.blocks).map(({ text }) => text);
  const word = texts.reduce((sum, text) => sum + words(text).length, 0);
  const sentence = texts.reduce((sum, text) => sum + sentences(text, mail.language).length, 0);
  return {
    words: word,
    // Rounded up: a letter that says three minutes takes no longer.
    minutes: Math.ceil(word / style['words-a-minute']),
    grade: word === 0 ? 0 : fleschKincaid({ word, sentence, syllable: syllable(texts.join(' ')) }),
  };
}

/** Words in bounds, for every track. */
export function length({ mails, style }: Checked): readonly Finding[] {
  const { least, most } = style.words;
  return mails.flatMap((linted) => {
    if (linted.lesson === undefined) return [];
    const { words: count } = measure(linted, style);
    if (count >= least && count <= most) return [];
    const found = `${count} words${inTrack(linted)}`;
    return [error({ ...topOf(linted.mail), found, expected: `${least} to ${most}` })];
  });
}

/** An issue of one sentence, which is mailed as it is: it may be a draft. */
export function stub({ mails }: Checked): readonly Finding[] {
  return mails.flatMap(({ kind, mail }) => {
    const said = prose(mail.blocks).flatMap(({ text }) => sentences(text, mail.language));
    if (kind !== 'newsletter' || said.length > 1) return [];
    const found = said.length === 0 ? 'not a sentence' : 'one sentence';
    return [warning({ ...topOf(mail), found, expected: 'enough for a mail to every reader' })];
  });
}

/** The minutes that a letter promises: those of its longest track. */
export function minutes({ mails, style, source }: Checked): readonly Finding[] {
  const longest = new Map<string, LintedMail>();
  for (const linted of mails) {
    const known = longest.get(linted.mail.file);
    if (known === undefined || measure(known, style).words < measure(linted, style).words)
      longest.set(linted.mail.file, linted);
  }
  return [...longest.values()].flatMap((linted) => {
    const { file } = linted.mail;
    const said = linted.lesson?.outline.minutes;
    const { minutes: needed, words: count } = measure(linted, style);
    if (said === undefined || said === needed) return [];
    const expected = `${needed}, for ${count} words at ${style['words-a-minute']} a minute`;
    const line = source(file).lineOf('minutes');
    return [error({ file, line, key: 'minutes', found: String(said), expected })];
  });
}

/** The school grade of lessons and issues. The formula is made for English. */
export function grade({ mails, style }: Checked): readonly Finding[] {
  return mails.flatMap((linted) => {
    if (linted.kind === 'notice' || !/^en(-|$)/.test(linted.mail.language)) return [];
    const { grade: found } = measure(linted, style);
    if (found <= style.grade) return [];
    const expected = `${style.grade} or lower: shorter sentences, shorter words`;
    const graded = `grade ${found.toFixed(1)}${inTrack(linted)}`;
    return [error({ ...topOf(linted.mail), found: graded, expected })];
  });
}

function inTrack({ lesson }: LintedMail): string {
  if (lesson === undefined) return '';
  const track = lesson.course.tracks.length === 0 ? '' : ` for ${lesson.track}`;
  return lesson.gentler ? `${track}, the gentler way` : track;
}
