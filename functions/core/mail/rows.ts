import { escapeHtml } from './template.ts';

/** How a row is drawn, cut where its words and its links come in. */
export interface RowPicture {
  readonly row: readonly [before: string, afterLabel: string, after: string];
  readonly link: readonly [before: string, between: string, after: string];
}

/** A label, and under it some words, of which some are links. */
export interface Row {
  readonly label: string;
  readonly parts: readonly (string | Linked)[];
  /** An address that the words show only by being a link. */
  readonly url?: string;
}

export interface Linked {
  readonly text: string;
  readonly to: string;
}

/** Rows as html; every word is escaped, since a name may hold anything. */
export const rowsHtml = (rows: readonly Row[], { row, link }: RowPicture): string =>
  rows
    .map(({ label, parts }) => {
      const drawn = parts.map((part) =>
        typeof part === 'string'
          ? escapeHtml(part)
          : link[0] + escapeHtml(part.to) + link[1] + escapeHtml(part.text) + link[2],
      );
      return row[0] + escapeHtml(label) + row[1] + drawn.join('') + row[2];
    })
    .join('');

/** The same rows as words. */
export const rowsText = (rows: readonly Row[]): string =>
  rows
    .map(({ label, parts, url }) => {
      const said = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
      return [`${label}:`, said, url].filter((line) => line).join('\n');
    })
    .join('\n\n');
