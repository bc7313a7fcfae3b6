import type { LintedMail } from './linted.ts';
import { measure } from './rules/length.ts';
import type { Style } from './style.ts';

const HEAD = `# The letters in numbers

Made by \`npm run check:content -- --table=docs/letters.md\`; a test fails when it is out of date.
Words, minutes and grade (Flesch-Kincaid) are of the letter itself, without its frame and the safety
note. The size is that of the html as an example reader gets it; Gmail cuts near 102 KB.
`;

/** Words, minutes, grade and size of each lesson and issue in each track, as Markdown. */
export function table(mails: readonly LintedMail[], style: Style): string {
  const courses = [...new Set(mails.flatMap(({ lesson }) => lesson?.course ?? []))];
  const sections = courses.map((course) => {
    const own = mails.filter(({ lesson }) => lesson?.course === course);
    return `## ${course.title}\n\n${rows(own, style)}\n${summary(own, style)}`;
  });
  const issues = mails.filter(({ kind }) => kind === 'newsletter');
  if (issues.length > 0) sections.push(`## Newsletters\n\n${rows(issues, style)}`);
  return [HEAD, ...sections].join('\n');
}

function rows(mails: readonly LintedMail[], style: Style): string {
  const lines = mails.map((linted) => {
    const { words, minutes, grade } = measure(linted, style);
    const { lesson } = linted;
    const name = `${lesson === undefined ? '' : `${lesson.place}. `}${linted.mail.subject}`;
    const track = lesson === undefined || lesson.course.tracks.length === 0 ? '' : lesson.track;
    return `| ${name} | ${track} | ${words} | ${minutes} | ${grade.toFixed(1)} | ${kilobytes(linted)} |`;
  });
  return `| letter | track | words | minutes | grade | html KB |\n|---|---|--:|--:|--:|--:|\n${lines.join('\n')}\n`;
}

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
