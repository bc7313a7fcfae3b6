import './production.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentFolder } from './content/folder.ts';
import { findingLine } from './lint/finding.ts';
import { lint, type Report } from './lint/lint.ts';
import { END, measured, table } from './lint/table.ts';

/**
 * `npm run check:content`: everything that is wrong with `content/`, by file and line. Give
 * another content folder as the argument. `--table` prints what the letters measure, too;
 * `--table=docs/letters.md` writes it there. `--json` prints the same for scripts, and nothing else.
 */
const { contentDir, tableTo, isJson } = readArguments(process.argv.slice(2));
const report = await lint(contentDir);
const { findings, mails, style } = report;
if (tableTo !== undefined && tableTo !== '') {
  const kept = existsSync(tableTo) ? (readFileSync(tableTo, 'utf8').split(END)[1] ?? '') : '';
  writeFileSync(tableTo, table(mails, style) + kept);
}
if (isJson) {
  const letters = tableTo === undefined ? {} : { letters: measured(mails, style) };
  console.log(JSON.stringify({ mails: mails.length, findings, ...letters }, undefined, 2));
} else {
  for (const finding of findings) console.log(findingLine(finding));
  if (tableTo === '') console.log(table(mails, style));
  console.log(summary(report));
}
if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;

function readArguments(args: readonly string[]) {
  const { positionals, values } = understood(args);
  return {
    contentDir: positionals[0] ?? contentFolder(),
    tableTo: values.table,
    isJson: values.json,
  };
}

/** What was typed; what is not understood ends it with 2, as it does every command. */
function understood(args: readonly string[]) {
  try {
    return parseArgs({
      // parseArgs knows no option whose value may be left out.
      args: args.map((arg) => (arg === '--table' ? '--table=' : arg)),
      allowPositionals: true,
      options: { table: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    console.error(`${error.message.split('. ')[0]}. Known: --table, --json.`);
    process.exit(2);
  }
}

/** `72 mails: no errors, no warnings` */
function summary({ findings, mails }: Report): string {
  const count = (level: string) => {
    const found = findings.filter((finding) => finding.level === level).length;
    return `${found === 0 ? 'no' : found} ${level}${found === 1 ? '' : 's'}`;
  };
  return `${mails.length} mails: ${count('error')}, ${count('warning')}`;
}
