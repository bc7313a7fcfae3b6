import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';
import { readContent } from './content/load.ts';
import { compare, show } from './content/mistakes.ts';
import type { Course, Lesson } from './content/model.ts';
import { digitsOf, misplaced } from './content/order.ts';

/** What somebody asks for who begins a letter. */
export interface Wish {
  readonly title: string;
  /** The course's folder; the one that new readers get, if it is not said. */
  readonly course?: string | undefined;
  /** The id of the letter that it is to come after; the last one, if it is not said. */
  readonly after?: string | undefined;
  /** It is to come before all others. */
  readonly first?: boolean | undefined;
}

export type Outcome =
  | { readonly made: true; readonly file: string; readonly id: string }
  | { readonly made: false; readonly why: string };

const EXAMPLE = 'npm run new:letter -- --after tea "Ten minutes at the window"';

/** Puts a letter that is still to be written into a course, at its place and nowhere else. */
export function newLetter(contentDir: string, wish: Wish): Outcome {
  const title = wish.title.trim();
  const id = idFrom(title);
  if (id === '' || /[\p{Cc}]/u.test(title)) {
    return { made: false, why: `it needs a title with letters in it. For example: ${EXAMPLE}` };
  }
  const { content, mistakes } = readContent(contentDir);
  if (content === undefined || mistakes.all.length > 0) {
    return { made: false, why: 'the content has mistakes. See: npm run check:content' };
  }
  const slug = wish.course ?? content.publication.defaults.course;
  const course = content.courses.find((one) => one.slug === slug);
  if (course === undefined) {
    const known = content.courses.map((one) => one.slug).join(', ');
    return { made: false, why: `there is no course ${show(slug)}, but ${known}.` };
  }
  if (course.lessons.some((one) => one.id === id)) {
    return { made: false, why: `the course has a letter ${show(id)} already. Take another title.` };
  }
  const before = beforeIn(course, wish);
  if (before === undefined) {
    const known = course.lessons.map((one) => one.id).join(', ');
    return { made: false, why: `there is no letter ${show(wish.after)} in ${slug}, but ${known}.` };
  }
  return place(contentDir, course, { id, title, before });
}

/** `Tea & a window` to `tea-a-window`; an id has 32 characters at most. */
const idFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .reduce((id, word) => (`${id}-${word}`.length > 33 ? id : `${id}-${word}`), '')
    .slice(1, 33);

/** How many letters come before it; undefined where the one to come after is unknown. */
function beforeIn({ lessons }: Course, { after, first }: Wish): number | undefined {
  if (first === true) return 0;
  if (after === undefined) return lessons.length;
  const index = lessons.findIndex(({ id }) => id === after);
  return index < 0 ? undefined : index + 1;
}

interface Placed {
  readonly id: string;
  readonly title: string;
  readonly before: number;
}

function place(contentDir: string, course: Course, letter: Placed): Outcome {
  const folder = join(contentDir, 'courses', course.slug);
  const settings = join(folder, 'course.yaml');
  const listed = withId(readFileSync(settings, 'utf8'), letter, course.lessons);
  const names = readdirSync(join(folder, 'lessons')).filter((name) => /^[^.].*\.md$/.test(name));
  const file = listed === undefined ? nameBetween(names, course, letter) : `${letter.id}.md`;
  if (file === undefined || existsSync(join(folder, 'lessons', file))) {
    const why = `no number is left at that place. Rename a file beside it, or write an order: into course.yaml.`;
    return { made: false, why };
  }
  writeFileSync(join(folder, 'lessons', file), draftOf(letter, course));
  if (listed !== undefined) writeFileSync(settings, listed);
  const path = join(basename(contentDir), 'courses', course.slug, 'lessons', file);
  return { made: true, file: path, id: letter.id };
}

/** The text of a course.yaml with one more id in its `order`; undefined where it has none. */
function withId(text: string, { id, before }: Placed, lessons: readonly Lesson[]) {
  const order = parseDocument(text).get('order');
  if (!isSeq(order)) return undefined;
  const places = lessons
    .slice(0, before)
    .map((one) => order.items.findIndex((item) => isScalar(item) && item.value === one.id));
  // A retired letter may stand outside of the order.
  const index = places.findLast((place) => place >= 0) ?? -1;
  const item = order.items[Math.max(index, 0)];
  const range = isScalar(item) ? item.range : undefined;
  if (!range) return undefined;
  const indent = /\n([ \t]*-[ \t]+)[^\n]*$/.exec(text.slice(0, range[1]))?.[1];
  const gap = order.flow === true ? ', ' : `\n${indent ?? '  - '}`;
  return index < 0
    ? `${text.slice(0, range[0])}${id}${gap}${text.slice(range[0])}`
    : `${text.slice(0, range[1])}${gap}${id}${text.slice(range[1])}`;
}

/** A name with a number that sorts there; undefined where there is none. */
function nameBetween(
  names: readonly string[],
  { lessons }: Course,
  { id, before }: Placed,
): string | undefined {
  const digitsAt = (index: number) => digitsOf(basename(lessons[index]?.file ?? ''));
  const digits = numberBetween(digitsAt(before - 1), digitsAt(before));
  if (digits === undefined) return undefined;
  const shortest = Math.min(...names.map((one) => digitsOf(one).length));
  const name = `${trimmed(digits, shortest)}-${id}.md`;
  const all = [...names, name].sort(compare);
  const stands = all.indexOf(name);
  const follows = basename(lessons[before - 1]?.file ?? '');
  const isThere = (all[stands - 1] ?? '') === follows && !misplaced(all).includes(name);
  return isThere ? name : undefined;
}

/** `02` for `020`, which would stand in the same place. */
const trimmed = (digits: string, shortest: number): string =>
  digits.length > shortest && digits.endsWith('0')
    ? trimmed(digits.slice(0, -1), shortest)
    : digits;

/**
 * The shortest digits between two, read as they sort: `15` between `10` and `20`, `025` between `02` and
 * `03`.
 *
 * @param low empty before the first letter
 * @param high empty behind the last one
 */
export function numberBetween(low: string, high: string): string | undefined {
  const width = Math.max(low.length, high.length, 1);
  if (high === '') {
    const next = String(Number(low) + 1).padStart(low.length, '0');
    if (low === '' || next.length === low.length) return low === '' ? '01' : next;
  }
  for (const length of [width, width + 1]) {
    const from = low === '' ? -1 : Number(low.padEnd(length, '0'));
    const to = high === '' ? 10 ** length : Number(high.padEnd(length, '0'));
    const middle = Math.floor((from + to) / 2);
    if (middle > from && middle < to) return String(middle).padStart(length, '0');
  }
  return undefined;
}

/** A letter with its bones and no words: the check says what is missing until it is written. */
function draftOf({ id, title }: Placed, { tracks }: Course): string {
  const practices = (tracks.length === 0 ? [undefined] : tracks).map(
    (track) =>
      `:::practice[A title]{${track === undefined ? '' : `track=${track.id} `}kind=do alone}\n` +
      '<!-- What to do today, in ten minutes or less. -->\n:::\n',
  );
  return `---
# The letter's name for ever. Title, file and place may change; this may not.
id: ${id}
subject: ${JSON.stringify(title)}
# What inboxes show beside the subject: 40 to 110 characters.
preheader: Still to be written.
minutes: 1
sources: []
# What kind of writing it is: one of the forms in style.yaml.
form: letter
# Readers who are past this place: never (they don't get it), next-day, or at-the-end.
for-those-past: never
---

<!-- An opening: a small scene, or a plain question. Then one idea. -->

${practices.join('\n')}
:::question
<!-- One question to sit with. -->
:::

:::next
<!-- What comes {{next}}. -->
:::
`;
}
