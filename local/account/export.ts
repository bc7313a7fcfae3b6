import { type FileHandle, open } from 'node:fs/promises';
import { EXPORTED, exportedRow } from '../../functions/core/reader/export-row.ts';
import { defused } from '../../functions/core/reader/import-columns.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import { ArgumentError, wishesAndTexts } from './arguments.ts';
import { sayTo, tellScripts } from './as-json.ts';
import { everybodyAt, type Taken } from './export/readers.ts';
import { tableAt } from './import/where.ts';
import { wholeOf } from './import/whole.ts';
import { draftsIn } from './outline/readers.ts';
import { RefusedError } from './restore/home.ts';
import type { Outside } from './session.ts';

const HELP = `npm run export -- people.csv      a table, for other tools and for spreadsheets
npm run export -- people.json     the same for programs

  --json     how many there are, for scripts
  --local    the address that npm start printed
  --table, --profile and --region as with plan

Either is read by npm run import. Check-ins and replies stay where they are, and so do all secrets.`;

/**
 * `npm run export`: everybody who is known, into a file that only you can read. It changes nothing.
 *
 * @returns the exit code
 */
export async function exportList(outside: Outside, args: readonly string[]): Promise<number> {
  const { print } = outside;
  const { wishes, texts } = wishesAndTexts(args, {
    flags: ['json', 'help'],
    values: ['local', 'table'],
  });
  if (wishes.flags.has('help')) {
    print(HELP);
    return 0;
  }
  const [file, ...more] = texts;
  const format = /\.(csv|json)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  if (file === undefined || format === undefined || more.length > 0) {
    throw new ArgumentError(`Into which file? Its name ends in .csv or .json.\n\n${HELP}`);
  }
  const at = await tableAt(outside, wishes);
  const courses = draftsIn(outside.contentDir).map(({ outline }) => outline);
  const { taken, erased, unreadable } = await everybodyAt(at, courses);
  await written(file, format === 'csv' ? csvOf(taken, courses) : jsonOf(taken, at.now));
  const say = sayTo(outside, wishes);
  say(`${at.inWords}\n`);
  say(`${taken.length} people in ${file}, which holds their addresses: keep it as you keep keys.`);
  if (erased > 0) say(`${erased} had everything erased: nothing is left to take along.`);
  if (unreadable > 0) {
    say(`${unreadable} can’t be read: docs/runbook.md, "An item cannot be read".`);
  }
  tellScripts(outside, wishes, { file, people: taken.length, erased, unreadable });
  return unreadable === 0 ? 0 : 1;
}

/** RFC 4180, every cell in quotes. */
export function* csvOf(taken: readonly Taken[], courses: Courses): Generator<string> {
  yield lineOf(EXPORTED);
  for (const { reader, facts } of taken) {
    const row = exportedRow(reader, facts, courses, (said) =>
      JSON.stringify(wholeOf(reader, facts, said)),
    );
    yield lineOf(EXPORTED.map((column) => defused(row[column])));
  }
}

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;

export function* jsonOf(taken: readonly Taken[], now: string): Generator<string> {
  yield `{"exportedAt": ${JSON.stringify(now)}, "readers": [`;
  let separator = '\n';
  for (const { reader, facts } of taken) {
    yield separator + JSON.stringify(wholeOf(reader, facts));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** Readable by nobody else on this machine. */
const MINE = 0o600;

/** @throws RefusedError where a file of that name is there already */
async function written(file: string, lines: Iterable<string>): Promise<void> {
  const handle = await open(file, 'wx', MINE).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new RefusedError(`${file} is there already, and stays as it is.`);
  });
  try {
    await writeAll(handle, lines);
  } finally {
    await handle.close();
  }
}

/** As much at a time as a disk takes gladly, in characters. */
const CHUNK = 1_000_000;

async function writeAll(handle: FileHandle, lines: Iterable<string>): Promise<void> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    await handle.write(chunk);
    chunk = '';
  }
  await handle.write(chunk);
}
