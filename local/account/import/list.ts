import type { Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { EmailAddress } from '../../../functions/core/address.ts';
import { differs } from '../../../functions/core/reader/export-row.ts';
import { type ListShape, rowIn, shapeOf } from '../../../functions/core/reader/import-columns.ts';
import {
  counting,
  type Incoming,
  type Incomings,
  type ListWishes,
  newcomerIn,
  type RowProblem,
} from '../../../functions/core/reader/import-row.ts';
import { type Courses, missingCourses } from '../../../functions/core/reader/owed.ts';
import type { Instant } from '../../../functions/core/time.ts';
import { RefusedError } from '../restore/home.ts';
import { linesOf, textOf } from './file.ts';
import { type Whole, wholeFrom, wholeInCell } from './whole.ts';

/** A list as it was understood. Lines are told by number, so that nobody's address is. */
export interface List {
  readonly tool: string;
  /** Headers that are not read. */
  readonly unread: readonly string[];
  /** People on it, twice or wrong ones as well. */
  readonly lines: number;
  readonly people: Incomings;
  readonly problems: readonly { readonly line: number; readonly problem: RowProblem }[];
  /** Lines that do not count, as another one has the same address. */
  readonly twice: readonly number[];
}

interface Around {
  readonly wishes: ListWishes;
  readonly now: Instant;
  readonly courses: Courses;
}

/**
 * Reads a list: a table, or what `npm run export -- people.json` wrote.
 *
 * @throws RefusedError when nothing of it can be read
 */
export async function listIn(file: string, hash: Hash, around: Around): Promise<List> {
  const reading = new Reading();
  if (await isJson(file)) {
    entriesIn(await textOf(file, hash)).forEach((entry, place) => {
      const line = place + 1;
      reading.take(line, ofWhole(line, wholeFrom(entry), around.courses));
    });
    return reading.list({ tool: 'kindling', unread: [] });
  }
  let shape: ListShape | undefined;
  let width = 0;
  for await (const { line, cells } of linesOf(file, hash)) {
    if (shape === undefined) {
      shape = shapeOf(cells);
      if (shape === undefined) throw new RefusedError(NO_EMAIL);
      width = cells.length;
      continue;
    }
    const isTooLong = cells.slice(width).some((cell) => cell !== '');
    reading.take(line, isTooLong ? { problem: 'columns' } : ofRow(line, cells, shape, around));
  }
  if (shape === undefined) throw new RefusedError('The file is empty. Nothing was changed.');
  return reading.list(shape);
}

const NO_EMAIL =
  'The first line has no column for addresses. It has to hold the names of the columns, one of them ' +
  '“email” (docs/import-export.md). Nothing was changed.';

type Taken = Incoming | { readonly problem: RowProblem };

function ofRow(line: number, cells: readonly string[], shape: ListShape, around: Around): Taken {
  const row = rowIn(shape, cells);
  if (row.whole !== undefined) {
    const whole = wholeInCell(row.whole);
    const isOther = whole?.said !== undefined && differs(row, whole.said);
    return isOther ? { problem: 'differs' } : ofWhole(line, whole, around.courses);
  }
  const understood = newcomerIn(row, shape, around.wishes, around);
  return 'problem' in understood ? understood : { line, facts: [], ...understood };
}

function ofWhole(line: number, whole: Whole | undefined, courses: Courses): Taken {
  if (whole === undefined) return { problem: 'whole' };
  const { newcomer, facts } = whole;
  const isOver = newcomer.standing.is === 'left' || newcomer.standing.is === 'suppressed';
  if (!isOver && missingCourses(newcomer, courses).length > 0) return { problem: 'course' };
  return { line, newcomer, facts, evidence: { tool: 'kindling' } };
}

/** What a list comes to, line by line. */
class Reading {
  readonly #people = new Map<EmailAddress, Incoming>();
  readonly #problems: { readonly line: number; readonly problem: RowProblem }[] = [];
  readonly #twice: number[] = [];
  #lines = 0;

  take(line: number, taken: Taken): void {
    this.#lines += 1;
    if ('problem' in taken) {
      this.#problems.push({ line, problem: taken.problem });
      return;
    }
    const { address } = taken.newcomer;
    const known = this.#people.get(address);
    const counts = known === undefined ? taken : counting(known, taken);
    if (known !== undefined) this.#twice.push(counts === known ? line : known.line);
    this.#people.set(address, counts);
  }

  list({ tool, unread }: Pick<ListShape, 'tool' | 'unread'>): List {
    const [people, problems, twice] = [this.#people, this.#problems, this.#twice];
    return { tool, unread, lines: this.#lines, people, problems, twice };
  }
}

async function isJson(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) throw new RefusedError(`There is no file ${file}.`);
  try {
    const { buffer } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('utf8').trimStart().startsWith('{');
  } finally {
    await handle.close();
  }
}

/** @throws RefusedError on what no export of ours wrote */
function entriesIn(text: string): readonly unknown[] {
  try {
    const { readers } = JSON.parse(text) as { readonly readers?: unknown };
    if (Array.isArray(readers)) return readers;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new RefusedError('That is no list which npm run export wrote. Nothing was changed.');
}
