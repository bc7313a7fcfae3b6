import type { Letter } from './letters.ts';
import { measure } from './rules/length.ts';
import type { Style } from './style.ts';

const HEAD = `# The letters in numbers

Made by \`npm run check:content -- --table=docs/letters.md\`; a test fails when it is out of date.
Words, minutes and grade (Flesch-Kincaid) are of the letter itself, without its frame and the safety
note. The size is that of the html as an example reader gets it; Gmail cuts near 102 KB.
`;

/** Words, minutes, grade and size of each lesson and issue in each track, as Markdown. */
export function table(letters: readonly Letter[], style: Style): string {
  const courses = [...new Set(letters.flatMap(({ lesson }) => lesson?.course ?? []))];
  const sections = courses.map((course) => {
    const own = letters.filter(({ lesson }) => lesson?.course === course);
    return `## ${course.title}\n\n${rows(own, style)}\n${summary(own, style)}`;
  });
  const issues = letters.filter(({ kind }) => kind === 'newsletter');
  if (issues.length > 0) sections.push(`## Newsletters\n\n${rows(issues, style)}`);
  return [HEAD, ...sections].join('\n');
}

function rows(letters: readonly Letter[], style: Style): string {
  const lines = letters.map((letter) => {
    const { words, minutes, grade } = measure(letter, style);
    const { lesson } = letter;
    const name = `${lesson === undefined ? '' : `${lesson.place}. `}${letter.mail.subject}`;
    const track = lesson === undefined || lesson.course.tracks.length === 0 ? '' : lesson.track;
    return `| ${name} | ${track} | ${words} | ${minutes} | ${grade.toFixed(1)} | ${kilobytes(letter)} |`;
  });
  return `| letter | track | words | minutes | grade | html KB |\n|---|---|--:|--:|--:|--:|\n${lines.join('\n')}\n`;
}

function summary(letters: readonly Letter[], style: Style): string {
  const measures = letters.map((letter) => measure(letter, style));
  const range = (values: readonly number[], digits = 0) =>
    `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
  const sizes = letters.map(bytes).sort((a, b) => a - b);
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

const bytes = ({ filled }: Letter): number => Buffer.byteLength(filled);
const kilobytes = (letter: Letter): string => (bytes(letter) / 1000).toFixed(1);
