import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { error, type Finding } from '../finding.ts';
import type { Letter } from '../letters.ts';
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
export function measure({ mail }: Letter, style: Style): Measure {
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
export function length({ letters, style }: Checked): readonly Finding[] {
  const { least, most } = style.words;
  return letters.flatMap((letter) => {
    if (letter.lesson === undefined) return [];
    const { words: count } = measure(letter, style);
    if (count >= least && count <= most) return [];
    const found = `${count} words${inTrack(letter)}`;
    return [error({ ...topOf(letter.mail), found, expected: `${least} to ${most}` })];
  });
}

/** The minutes that a letter promises: those of its longest track. */
export function minutes({ letters, style, source }: Checked): readonly Finding[] {
  const longest = new Map<string, Letter>();
  for (const letter of letters) {
    const known = longest.get(letter.mail.file);
    if (known === undefined || measure(known, style).words < measure(letter, style).words)
      longest.set(letter.mail.file, letter);
  }
  return [...longest.values()].flatMap((letter) => {
    const { file } = letter.mail;
    const said = letter.lesson?.outline.minutes;
    const { minutes: needed, words: count } = measure(letter, style);
    if (said === undefined || said === needed) return [];
    const expected = `${needed}, for ${count} words at ${style['words-a-minute']} a minute`;
    const line = source(file).lineOf('minutes');
    return [error({ file, line, key: 'minutes', found: String(said), expected })];
  });
}

/** The school grade of lessons and issues. The formula is made for English. */
export function grade({ letters, style }: Checked): readonly Finding[] {
  return letters.flatMap((letter) => {
    if (letter.kind === 'notice' || !/^en(-|$)/.test(letter.mail.language)) return [];
    const { grade: found } = measure(letter, style);
    if (found <= style.grade) return [];
    const expected = `${style.grade} or lower: shorter sentences, shorter words`;
    const graded = `grade ${found.toFixed(1)}${inTrack(letter)}`;
    return [error({ ...topOf(letter.mail), found: graded, expected })];
  });
}

function inTrack({ lesson }: Letter): string {
  return lesson === undefined || lesson.course.tracks.length === 0 ? '' : ` for ${lesson.track}`;
}
