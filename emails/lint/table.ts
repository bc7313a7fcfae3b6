import type { Block } from '../content/tree.ts';
import { wrap } from '../wrap.ts';
import type { LintedMail } from './linted.ts';
import { measure } from './rules/length.ts';
import { practiceIn, rowsOfAsks } from './rules/practices.ts';
import { courseReadings } from './rules/readings.ts';
import { sharedBetween } from './rules/shared.ts';
import { QUIP, sameness } from './sameness.ts';
import type { Style } from './style.ts';

const HEAD = `# The letters in numbers

Made by \`npm run check:content -- --table=docs/letters.md\`, down to the line that says so; a test fails
when it is out of date. \`npm run letters:table\` prints it.
Words, minutes and grade (Flesch-Kincaid) are of the letter itself, without its frame and the safety
note. The size is that of the html as an example reader gets it; Gmail cuts near 102 KB.
`;

/** Words, minutes, grade and size of each lesson and issue in each track, as Markdown. */
export function table(mails: readonly LintedMail[], style: Style): string {
  const courses = [...new Set(mails.flatMap(({ lesson }) => lesson?.course ?? []))];
  const sections = courses.map((course) => {
    const own = mails.filter(({ lesson }) => lesson?.course === course);
    const [most = []] = courseReadings({ mails: own }).map(({ letters }) => letters);
    const alike = `### How alike they are\n\n${likeness(own, most, style)}`;
    return `## ${course.title}\n\n${rows(own, style)}\n${summary(own, style)}\n${alike}`;
  });
  const issues = mails.filter(({ kind }) => kind === 'newsletter');
  if (issues.length > 0) sections.push(`## Newsletters\n\n${rows(issues, style)}`);
  return [HEAD, ...sections, END].join('\n');
}

/** Below it, an author may keep what they like: the next table leaves it alone. */
export const END = '<!-- Below this line nothing is made by the check. -->\n';

/** What a letter or an issue measures, for one kind of its readers. */
export interface Measured {
  /** By its folder; an issue is of none. */
  readonly course: string | undefined;
  /** From 1 on; an issue has none. */
  readonly place: number | undefined;
  readonly subject: string;
  /** Empty where there is but one. */
  readonly track: string;
  readonly words: number;
  readonly minutes: number;
  /** Flesch-Kincaid. */
  readonly grade: number;
  /** Of the html, as an example reader gets it. */
  readonly bytes: number;
}

/** The same for scripts, letters and issues alike. */
export const measured = (mails: readonly LintedMail[], style: Style): readonly Measured[] =>
  mails
    .filter(({ lesson, kind }) => lesson !== undefined || kind === 'newsletter')
    .map((linted) => measuredOf(linted, style));

function measuredOf(linted: LintedMail, style: Style): Measured {
  const { lesson, mail } = linted;
  const track = lesson === undefined || lesson.course.tracks.length === 0 ? '' : trackOf(lesson);
  return {
    course: lesson?.course.slug,
    place: lesson?.place,
    subject: mail.subject,
    track,
    ...measure(linted, style),
    bytes: bytes(linted),
  };
}

function rows(mails: readonly LintedMail[], style: Style): string {
  const lines = mails.map((linted) => {
    const { place, subject, track, words, minutes, grade } = measuredOf(linted, style);
    const name = `${place === undefined ? '' : `${place}. `}${subject}`;
    return `| ${name} | ${track} | ${words} | ${minutes} | ${grade.toFixed(1)} | ${kilobytes(linted)} |`;
  });
  return `| letter | track | words | minutes | grade | html KB |\n|---|---|--:|--:|--:|--:|\n${lines.join('\n')}\n`;
}

/** Of the readers of the first track; the kinds are those of all tracks, as they are named. */
function likeness(
  all: readonly LintedMail[],
  letters: readonly LintedMail[],
  style: Style,
): string {
  const lines = letters.map((linted) => {
    const { lesson, mail } = linted;
    const { opening, quips, hedges, studies } = sameness(linted, style);
    const kinds = all
      .filter((one) => one.mail.file === mail.file)
      .flatMap(({ mail: { blocks } }) => blocks.flatMap(kindOf));
    const form = lesson?.outline.form ?? '';
    const shown = [...new Set(kinds)].join(', ');
    return `| ${lesson?.place} | ${form} | ${shown} | ${opening} | ${quips} | ${hedges} | ${studies} |`;
  });
  const head =
    '| letter | form | practices | begins | quips % | hedges | studies |\n|--:|---|---|---|--:|--:|--:|\n';
  return `${head}${lines.join('\n')}\n\n${overall(all, letters, style)}`;
}

const kindOf = (block: Block): readonly string[] => {
  if (block.kind !== 'practice' || block.does === undefined) return [];
  return [`${block.does}${block.alone ? ' alone' : ''}`];
};

function overall(all: readonly LintedMail[], letters: readonly LintedMail[], style: Style): string {
  const each = letters.map((linted) => sameness(linted, style));
  const mean = (values: readonly number[]) =>
    (values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)).toFixed(1);
  const count = (values: readonly boolean[]) => values.filter(Boolean).length;
  const practices = letters.flatMap((linted) => practiceIn(linted) ?? []);
  const length = style.sameness?.['shared-words'] ?? RUN;
  const sharing = new Set([...sharedBetween(all, length).values()].map(({ file }) => file));
  const said = [
    `A quip is a last sentence of ${QUIP} words or fewer, in a paragraph of three sentences or more. On `,
    `average ${mean(each.map(({ quips }) => quips))} paragraphs of a hundred end on one, and a letter has `,
    `${mean(each.map(({ hedges }) => hedges))} hedges. ${count(each.map(({ article }) => article))} subjects `,
    `begin with an article, ${count(each.map(({ studies }) => studies > 0))} letters bring in a study. `,
    `${count(practices.map(({ alone }) => alone))} of ${practices.length} practices can be done alone; `,
    `the longest row of asks is ${Math.max(0, ...rowsOfAsks(practices))}. Letters that share ${length} words `,
    `in a row with one before them: ${sharing.size}.`,
  ];
  return `${wrap(said.join(''), WIDTH).join('\n')}\n`;
}

/** Columns of the words below the table, as in the other documents. */
const WIDTH = 106;
/** How many words in a row are counted where the style asks for none. */
const RUN = 8;

const trackOf = ({ track, gentler }: NonNullable<LintedMail['lesson']>): string =>
  gentler ? `${track}, gentler` : track;

function summary(mails: readonly LintedMail[], style: Style): string {
  const measures = mails.map((linted) => measure(linted, style));
  const range = (values: readonly number[], digits = 0) =>
    `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
  const sizes = mails.map(bytes).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return (
    `Words ${range(measures.map(({ words }) => words))}; ` +
    `grade ${range(
      measures.map(({ grade }) => grade),
      1,
    )}; ` +
    `html ${range(
      sizes.map((size) => size / 1000),
      1,
    )} KB, half of them under ${(median / 1000).toFixed(1)}.\n`
  );
}

const bytes = ({ filled }: LintedMail): number => Buffer.byteLength(filled);
const kilobytes = (linted: LintedMail): string => (bytes(linted) / 1000).toFixed(1);
