import TOOLS from './import-tools.json' with { type: 'json' };

/** What a column of a list can say. */
export const FIELDS = [
  'email',
  'name',
  'firstName',
  'status',
  'consentAt',
  'signedUpAt',
  'leftAt',
  'isLeft',
  'bouncedAt',
  'source',
  'wording',
  'course',
  'place',
  'track',
  'zone',
  'hour',
  'days',
  'newsletter',
  /** All that we store of somebody, from our own export. */
  'whole',
] as const;
type Field = (typeof FIELDS)[number];

/** What a status word of a tool comes to; `unsaid` is on the list, and nobody knows whether by their own yes. */
const STANDINGS = [
  'confirmed',
  'unsaid',
  'unconfirmed',
  'left',
  'bounced',
  'complained',
  'refused',
] as const;
export type ListStanding = (typeof STANDINGS)[number];

/** How a list is to be read. */
export interface ListShape {
  /** Whose export it is, by its headers; `csv` for a table that somebody made. */
  readonly tool: string;
  /** By column, from 0; undefined for what is not read. */
  readonly fields: readonly (Field | undefined)[];
  /** Headers that nobody here can read, in the file's spelling. */
  readonly unread: readonly string[];
  /** What a status word comes to; undefined for one that this tool does not have, as far as is known. */
  standingOf(word: string): ListStanding | undefined;
}

/** What the cells of one line say. */
export type ListRow = Readonly<Partial<Record<Field, string>>>;

interface Tool {
  readonly tool: string;
  readonly knownBy: readonly string[];
  readonly columns: Readonly<Record<string, string | undefined>>;
  readonly statuses?: Readonly<Record<string, string | undefined>>;
}

const ANY: Tool = { tool: 'csv', knownBy: [], columns: {} };

/** Headers and words of a list, compared: `Email Address` is `EMAIL_ADDRESS`. */
const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/**
 * Recognizes a list by its first line: which tool wrote it (docs/import-export.md names a source for each),
 * and what is in which column. Of two columns that say the same the first counts.
 *
 * @returns undefined when no column has addresses
 */
export function shapeOf(headers: readonly string[]): ListShape | undefined {
  const names = headers.map(plain);
  const all: readonly Tool[] = TOOLS.tools;
  const tool = all.find(({ knownBy }) => knownBy.every((name) => names.includes(name))) ?? ANY;
  const columns: Readonly<Record<string, string | undefined>> = {
    ...TOOLS.columns,
    ...tool.columns,
  };
  const found = names.map((name) => FIELDS.find((field) => field === columns[name]));
  const fields = found.map((field, place) => (found.indexOf(field) === place ? field : undefined));
  if (!fields.includes('email')) return undefined;
  const words: Readonly<Record<string, string | undefined>> = {
    ...TOOLS.statuses,
    ...tool.statuses,
  };
  return {
    tool: tool.tool,
    fields,
    unread: headers.filter((_, place) => fields[place] === undefined),
    standingOf: (word) => STANDINGS.find((one) => one === words[plain(word)]),
  };
}

/** The cells of a line by what they say; empty ones are left out. */
export function rowIn({ fields }: ListShape, cells: readonly string[]): ListRow {
  const said = fields.flatMap((field, place) => {
    const text = spoken(cells[place] ?? '').trim();
    return field === undefined || text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(said);
}

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"), behind any number of marks of ours. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet takes for a formula: a leading apostrophe makes it text. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The same cell as it was meant. */
export const spoken = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
