import './production.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentFolder } from './content/folder.ts';
import { findingLine } from './lint/finding.ts';
import { lint, type Report } from './lint/lint.ts';
import { END, table } from './lint/table.ts';

/**
 * `npm run check:content`: everything that is wrong with `content/`, by file and line. Give
 * another content folder as the argument. `--table` prints what the letters measure, too;
 * `--table=docs/letters.md` writes it there.
 */
const { contentDir, tableTo } = readArguments(process.argv.slice(2));
const report = await lint(contentDir);
for (const finding of report.findings) console.log(findingLine(finding));
if (tableTo === '') console.log(table(report.mails, report.style));
else if (tableTo !== undefined) {
  const kept = existsSync(tableTo) ? (readFileSync(tableTo, 'utf8').split(END)[1] ?? '') : '';
  writeFileSync(tableTo, table(report.mails, report.style) + kept);
}
console.log(summary(report));
if (report.findings.some(({ level }) => level === 'error')) process.exitCode = 1;

function readArguments(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    // parseArgs knows no option whose value may be left out.
    args: args.map((arg) => (arg === '--table' ? '--table=' : arg)),
    allowPositionals: true,
    options: { table: { type: 'string' } },
  });
  return {
    contentDir: positionals[0] ?? contentFolder(),
    tableTo: values.table,
  };
}

/** `72 mails: no errors, no warnings` */
function summary({ findings, mails }: Report): string {
  const count = (level: string) => {
    const found = findings.filter((finding) => finding.level === level).length;
    return `${found === 0 ? 'no' : found} ${level}${found === 1 ? '' : 's'}`;
  };
  return `${mails.length} mails: ${count('error')}, ${count('warning')}`;
}
