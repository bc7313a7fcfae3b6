import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { RefusedError } from '../restore/home.ts';

/** One record of a list, and the line of the file that it begins in. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longer than any record of a list: behind it a quote was not closed. In characters. */
const LONGEST_RECORD = 200_000;

/**
 * Reads a table record by record, its first line included, and hashes what it reads. Comma, semicolon,
 * tab or bar between cells; UTF-8 or UTF-16, with or without a mark at its beginning.
 *
 * @param hash is given every byte
 * @throws RefusedError on a file that is none, is in another encoding, or has an open quote
 */
export async function* linesOf(file: string, hash: Hash): AsyncGenerator<Line> {
  const texts = textsOf(file, await encodingOf(file), hash);
  const { head, separator, before } = await headOf(texts);
  let next = 1 + before;
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    // Counted here: the parser's own count takes a line break of Windows in a cell for two.
    on_record(cells: string[]): string[] {
      const line = next;
      next += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
      return [String(line), ...cells];
    },
  });
  const fed = pipeline(Readable.from(joined(head, texts)), parser);
  // It is told by the loop, too, and nobody waits for it before.
  fed.catch(() => undefined);
  try {
    for await (const [line, ...cells] of parser as AsyncIterable<readonly string[]>) {
      if (cells.some((cell) => cell !== '')) yield { line: Number(line), cells };
    }
    await fed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RefusedError(
      `From line ${next} on the file can’t be read: a quote is open, or stands inside of a cell that ` +
        'does not begin with one. Nothing was changed.',
    );
  }
}

const breaksIn = (cell: string): number => cell.match(/\r\n|\n|\r/g)?.length ?? 0;

/** The whole file as text, for what is no table. @throws RefusedError */
export async function textOf(file: string, hash: Hash): Promise<string> {
  const bytes = await readFile(file);
  hash.update(bytes);
  return bytes.toString('utf8');
}

/** What identifies a file and all that was said about it: what is written is what was seen. */
export const hashOf = (said: unknown): Hash =>
  createHash('sha256').update(JSON.stringify(said)).update('\n');

/** By its mark (Unicode, "UTF-8, UTF-16, UTF-32 & BOM"), or by where the zeros of ASCII are. */
async function encodingOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) throw new RefusedError(`There is no file ${file}.`);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const [first, second] = buffer;
    if (bytesRead < 2) return 'utf-8';
    if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
    return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
  } finally {
    await handle.close();
  }
}

async function* textsOf(file: string, encoding: string, hash: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Buffer) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new RefusedError(
        'The file is neither UTF-8 nor UTF-16, so names in it could become others. Save it as ' +
          '“CSV UTF-8” and try again. Nothing was changed.',
      );
    }
  };
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    yield decode(chunk as Buffer);
  }
  yield decode();
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** As Excel writes it, in a line of its own before the headers. */
const SAID_SEPARATOR = /^sep=(.)(?:\r\n|\n|\r)/i;

/** What came up to the end of the first line, and what stands between its cells most often. */
async function headOf(texts: AsyncGenerator<string>) {
  let head = '';
  while (!/[\r\n][^\r\n]/.test(head)) {
    const { value, done } = await texts.next();
    if (done === true) break;
    head += value;
  }
  const said = SAID_SEPARATOR.exec(head);
  if (said?.[1] !== undefined) {
    return { head: head.slice(said[0].length), separator: said[1], before: 1 };
  }
  const unquoted = (head.split(/[\r\n]/)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => unquoted.split(separator).length;
  const separator = SEPARATORS.reduce((most, one) => (count(one) > count(most) ? one : most));
  return { head, separator, before: 0 };
}

async function* joined(head: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  yield* texts;
}
